import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { lineComment, rule, space } from './pieces.js';

const name = '[a-zA-Z][\\w\\-]*';
const gaps: readonly Rule[] = [space, lineComment('#', 'c')];
const root: readonly Rule[] = [
  ...gaps,
  rule(`@${name}`, 'k'),
  rule(`(\\\\${name})(\\{)`, ['nf', 's'], 'nested'),
  rule(`(\\+${name})(\\{)`, ['nd', 's'], 'nested'),
  rule(`\\\\${name}`, 'nf'),
  rule(`\\+${name}`, 'nd'),
  rule('"\\{', 's', 'interpolated'),
  rule('"', 's', 'string'),
  rule("'\\{", 's', 'nested'),
  rule(`'${name}`, 's'),
  rule(`\\.${name}`, 'nt'),
  rule(`\\$(?:${name})?`, 'nv'),
  rule(`-${name}:?`, 'nl'),
  rule(`%${name}`, 'nf'),
  rule(`\`${name}`, 'ow'),
  rule(String.raw`[?~%._>,!\[\]:{}()=;\/\-]`, 'p'),
  rule('[0-9]+(?:\\.[0-9]+)?', 'm'),
  rule(name, 'n'),
  rule('<', 'cp', 'brackets'),
];
const inParentheses: readonly Rule[] = [rule('\\(', 'p', 'group'), rule('\\)', 'p', '^'), ...root];

/** Tulip. */
export const tulip: Language = {
  modes: {
    root,
    string: [rule('[^\\\\"]+', 's'), rule('"', 's', '^'), rule('\\\\[^\\n]', 'se')],
    interpolated: [
      rule('\\$\\(', 'si', 'hole'),
      rule('\\{', 's', 'interpolated'),
      rule('\\}', 's', '^'),
      rule('[^{}$]+|\\$', 's'),
    ],
    hole: [rule('\\)', 'si', '^'), ...inParentheses],
    group: inParentheses,
    nested: [rule('\\\\[^\\n]', 'se'), rule('\\{', 's', 'nested'), rule('\\}', 's', '^'), rule('[^{}\\\\]+', 's')],
    brackets: [...gaps, rule('>', 'cp', '^'), rule('[*:]', 'p'), rule('[A-Z][\\w\\-]*', 'kt'), rule(name, 'nv')],
  },
};
