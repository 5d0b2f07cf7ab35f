import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    kd: 'box iso ref tag trn val',
    kr: `
      actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error for fun if ifdef in
      interface is isnt lambda let match new not object primitive recover repeat return struct then this trait try type until use var
      where while with`,
  },
  'n',
);
const digits = '[0-9_]+';
const end = '[fFL]?i?';

/** Pony. */
export const pony: Language = {
  modes: {
    root: [
      space,
      rule('"""', 'sd', 'doc'),
      lineComment('\\/\\/', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule('"', 's', 'string'),
      rule(String.raw`[~!%^&*+=|?:<>\/\-]`, 'o'),
      rule(`(?:true|false|NULL)${wordEnd}`, 'no'),
      rule('[A-Z_][a-zA-Z0-9_]*', 'nc'),
      rule("[()[\\],.';]", 'p'),
      rule(`0[xX](?:[0-9a-fA-F_]*\\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?${digits}${end}`, 'mf'),
      rule(`${digits}(?:\\.${digits}[eE][+-]?${digits}|\\.[0-9_]*|[eE][+-]?${digits})${end}`, 'mf'),
      rule(`\\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?${digits})?${end}`, 'mf'),
      rule('0[xX][0-9a-fA-F_]+', 'mh'),
      rule('(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?', 'mi'),
      rule('[a-z][a-zA-Z0-9_]*', wordClass),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
    doc: [rule('"""', 'sd', '^'), rule('[^"]+|"', 'sd')],
  },
};
