import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import * as phrases from './applescript-words.js';
import { lineStart, rule, wordEnd, wordNext } from './pieces.js';

/** A rule for phrases of a list, which are tried in its order. */
function listed(list: string, as: string, end = ''): Rule {
  const patterns = list
    .trim()
    .split(/,\s/)
    .map((phrase) => phrase.trim().replace(/\[/g, '(?:').replace(/\]/g, ')?'));
  return rule(`(?:${patterns.join('|')})${end}${wordEnd}`, as);
}

const considered = 'application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space';
/** Types after `as` that must have a word after them. */
const types =
  'alias|application|boolean|class|constant|date|file|integer|list|number|POSIX file|real|record|reference|RGB color|script|text';
const blank = '[\\t-\\r ]';

/** AppleScript. As in Rouge, only the mark that opens a comment of many lines is one. */
export const applescript: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      rule('¬\\n', 'se'),
      rule(`'s${blank}+`, ''),
      rule('(?:--|#)[^\\n]*', 'c1'),
      rule('\\(\\*', 'cm'),
      rule('[(){}!,.:]', 'p'),
      rule('(«)([^»]+)(»)', ['', 'nb', '']),
      rule(`((?:considering|ignoring)${blank}*)(${considered})`, ['k', 'nb']),
      rule('[-*+&≠≥≤\\/÷^]|[<>]=?|=', 'o'),
      listed(phrases.operators, 'ow'),
      rule(`${lineStart}(in|on|script|to)(${blank}+)`, ['k', '']),
      rule(`(as )((?:${types}) ${wordNext}|(?:unit types|(?:Unicode )?text|string)${wordEnd})`, ['k', 'nc']),
      listed(phrases.literals, 'nb'),
      listed(phrases.commands, 'nb'),
      listed(phrases.controls, 'k'),
      listed('but, put, returning, the', 'nb'),
      listed(phrases.parts, 'nb', 's?'),
      listed(phrases.parameters, 'nb'),
      listed(phrases.properties, 'na'),
      listed(phrases.classes, 'nb', 's?'),
      listed(phrases.studioCommands, 'nb'),
      rule(`[0-9]+(?:st|nd|rd|th)${wordEnd}`, 'nb'),
      listed(phrases.references, 'nb'),
      rule(String.raw`"(?:(?:\\["\\]|[^"\\]|\\(?!["\\]))*"|[\s\S]*")`, 's2'),
      rule(`[a-zA-Z]\\w*${wordEnd}`, 'nv'),
      rule('[0-9]+\\.[0-9]*(?:E[-+][0-9]+)?', 'mf'),
      rule('[0-9]+', 'mi'),
    ],
  },
};
