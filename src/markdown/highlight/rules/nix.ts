import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const part = '[a-zA-Z0-9._-]+';
/** Parts with slashes between; the first is not searched without end. After these marks none begins, as it would have begun with the mark. */
const joined = `[a-zA-Z0-9._-]{1,300}(?:\\/${part})+`;
const paths = `~?(?:\\/${part})+|(?<![-._])${joined}|(?<!\\+)[a-z+]+:\\/\\/\\/?${joined}`;

/** Any of some words, whole. */
function whole(list: string, as: string): Rule {
  return rule(oneOf(list) + wordEnd, as);
}

const expression: readonly Rule[] = [
  space,
  lineComment('#', 'c'),
  rule('\\/\\*', 'c', 'comment'),
  rule('true|false|null', 'kc'),
  rule('[0-9]', 'mi'),
  rule(paths, 'sx'),
  rule('"', 's2', 'string'),
  rule("''", 's2', 'indentedString'),
  whole('with in inherit', 'kn'),
  whole('let', 'kd'),
  whole('if then else', 'k'),
  whole(
    'rec assert map abort baseNameOf builtins derivation fetchTarball import isNull removeAttrs throw toString',
    'kr',
  ),
  rule(String.raw`&&|\|\||\/\/|[-.?+!\/*<>=@]`, 'o'),
  rule('[$;,:]', 'p'),
  rule('[a-zA-Z_][a-zA-Z0-9-]*', 'nv'),
  rule('\\(', 'p', 'parentheses'),
  rule('\\{', 'p', 'set'),
  rule('\\[', 'p', 'list'),
];
const interpolation = rule('\\$\\{', 'si', 'interpolation');
const character = rule('[^\\n]', 's2');

/** Nix. The newlines of comments and strings are errors, as in Rouge. */
export const nix: Language = {
  modes: {
    root: expression,
    comment: [rule('\\*\\/', 'c', '^'), rule('[^\\n]', 'c')],
    parentheses: [...expression, rule('\\)', 'p', '^')],
    set: [rule('\\}', 'p', '^'), ...expression],
    list: [rule('\\]', 'p', '^'), ...expression],
    interpolation: [...expression, rule('\\}', 'si', '^')],
    string: [rule(String.raw`\\[^\n]|\$\$`, 'se'), interpolation, rule('"', 's2', '^'), character],
    indentedString: [rule(String.raw`'''|''\$|\$\$|''\\[^\n]`, 'se'), interpolation, rule("''", 's2', '^'), character],
  },
};
