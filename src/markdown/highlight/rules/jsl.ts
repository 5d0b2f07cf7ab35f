import type { Language } from '../language.js';
import { anyCase, lineComment, nestingComment, rule } from './pieces.js';

const space = rule('[\\t-\\r ]+', 'w');
/** Names may have spaces in them. */
const name = String.raw`[a-zA-Z_][\w\t-\r '%.\\]*`;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map(anyCase).join('|');

/** JSL, the language of JMP. */
export const jsl: Language = {
  modes: {
    root: [
      space,
      lineComment('\\/\\/', 'c1'),
      rule('\\/\\*', 'cm', 'comment'),
      rule('<<', 'o', 'message'),
      rule(`(::?)?(${name})(\\()`, ['p', 'k', 'p']),
      rule(`[0-9]{2}(?:${months})[0-9]{2}(?:[0-9]{2})?(?::[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]*)?)?)?`, 'ld'),
      rule(String.raw`-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]*)(?:[eE][+-]?[0-9]+)?[iI]?`, 'm'),
      rule(`(::?)?(${name}|"(?:\\\\!"|[^"])*?"[nN])`, ['p', 'nv']),
      rule(String.raw`(")(\\\[)([\s\S]*?)(\]\\)(")`, ['s2', 'se', 's2', 'se', 's2']),
      rule('"', 's2', 'string'),
      rule('[-+*\\/!%&<>|=:`^]', 'o'),
      rule('[[\\](){},;]', 'p'),
    ],
    message: [space, rule(name, 'nf'), rule('[(),;]', 'p', '^'), rule('[&|!=<>]', 'o', '^')],
    string: [rule(String.raw`\\![btrnNf0\\"]`, 'se'), rule('"', 's2', '^'), rule('[^\\\\"]+|\\\\', 's2')],
    comment: nestingComment('cm', 'comment'),
  },
};
