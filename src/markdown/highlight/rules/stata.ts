import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, lineComment, lineStart, oneOf, quotedInLine, rule, wordEnd } from './pieces.js';
import { stataCommands, stataFunctions } from './stata-words.js';

const lead = `${lineStart}${blank}{0,200}`;
const inLine = '(?:[^\\\\\\n]|\\\\[^\\n])';

/** Stata. A command is the first word of a line. */
export const stata: Language = {
  modes: {
    root: [
      lineComment(`${lead}#`, 'cp'),
      lineComment(`${lineStart}\\*!`, 'ch'),
      lineComment(`${lead}\\*`, 'c1'),
      rule(`${lead}${oneOf(stataCommands)}${wordEnd}`, 'k'),
      rule('[ \\t]+', 'w'),
      rule('[\\n\\r]+', ''),
      lineComment('\\/\\/', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule(
        `\`"(?:${inLine}*?|[^\\n]*)"'|${quotedInLine('"')}|\`(?:(?:[^'\\\\\\n]|\\\\[^\\n])*|[^\\n]*)'|\\$\\w+`,
        's2',
      ),
      rule('%[^\\t-\\r ]+', 'py'),
      rule(`str(?:204[0-5]|20[0-3][0-9]|[01][0-9]{3}|[0-9]{2,3}|[1-9])${wordEnd}`, 'kt'),
      rule(`${oneOf(stataFunctions)}(?=\\()`, 'nf'),
      rule('\\.\\.(?=[^\\n]{0,500}\\])', 'o'),
      rule(String.raw`[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`, 'm'),
      rule(String.raw`[ICOicoLFDSlfds]\w*(?:\.|(?=\([^\n]*\)\.))`, 'o'),
      rule(
        '\\w+',
        words(
          {
            kr: 'if else foreach forv forva forval forvalu forvalue forvalues to while in of continue break nobreak',
            kt: `
              byte int long float double str strL numeric string integer scalar matrix local global numlist varlist newlist`,
          },
          'n',
        ),
      ),
      rule(String.raw`[\[\]{}();,]`, 'p'),
      rule(String.raw`[-<>?*+'^\/\\!#.=~:&|]`, 'o'),
    ],
  },
};
