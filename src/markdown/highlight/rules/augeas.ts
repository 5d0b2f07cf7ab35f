import type { Language } from '../language.js';
import { words } from '../rule.js';
import { rule, space } from './pieces.js';

const wordClass = words(
  {
    kr: `
  _ let del store value counter seq key label autoload incl excl transform test get put in after set clear insa insb print_string print_regexp
  print_endline print_tree lens_ctype lens_atype lens_ktype lens_vtype lens_format_atype regexp_match module`,
  },
  '',
);

/** Augeas' lenses. */
export const augeas: Language = {
  modes: {
    root: [
      space,
      rule('\\(\\*', 'cm', 'comment'),
      rule('(:)(\\w+)', ['p', 'kt']),
      rule(
        "(\\w[\\w']*)",
        (text) => wordClass(text) || (/^[A-Z]/.test(text) ? 'kn' : 'n'),
        ([name]) => (name === 'module' ? 'module' : undefined),
      ),
      rule('"', 's', 'string'),
      rule('\\/', 's', 'expression'),
      rule('[-*+.=?|]+', 'o'),
      rule('[[\\](){}:;]', 'p'),
    ],
    comment: [rule('\\*\\)', 'cm', '^'), rule('\\(\\*', 'cm', 'comment'), rule('[^*)]+|[*)]', 'cm')],
    module: [space, rule('[A-Z][a-zA-Z0-9_.]*', 'nn', '^')],
    expression: [rule('\\/', 'sr', '^'), rule('[^\\\\\\/]+|\\\\[\\\\\\/]?', 'sr')],
    string: [rule('"', 's', '^'), rule('\\\\', 'se', 'escape'), rule('[^\\\\"]+', 's')],
    escape: [
      rule(String.raw`[abfnrtv"'&\\]|\^[\][A-Z@^_]|[oO][0-7]+|[xX][0-9a-fA-F]+|[0-9]+|[\t-\r ]+`, 'se', '^'),
      rule('[^\\n]', 's', '^'),
    ],
  },
};
