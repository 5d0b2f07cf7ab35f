import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { blank, exponentOf, oneOf, rule, stringBody } from './pieces.js';

const gap = rule(`${blank}+`, 'w');
const whole = '-?(?:[1-9][0-9]*|0)';
const exponent = `(?:${exponentOf('[0-9]+')})?`;
const key = rule(`("(?:[^"\\\\\\n]|\\\\[^\\n])*")(${blank}*)(:)`, ['nl', 'w', 'p']);
const scalars: readonly Rule[] = [
  rule(oneOf('null true false'), 'kc'),
  rule(`${whole}\\.[0-9]+${exponent}`, 'mf'),
  rule(whole + exponent, 'mi'),
  rule('"', 's2', 'string'),
];

/** JSON's modes, with rules for what may stand before a key and before any value. */
function modesOf(beforeKey: readonly Rule[], beforeValue: readonly Rule[]): Modes {
  const value = [
    ...beforeValue,
    gap,
    ...scalars,
    rule(String.raw`\[`, 'p', 'array'),
    rule(String.raw`\{`, 'p', 'object'),
  ];
  const comma = rule(',', 'p');
  return {
    root: [gap, ...beforeKey, key, ...value, rule(String.raw`[\]}]`, 'p')],
    object: [gap, ...beforeKey, key, ...value, rule(String.raw`\}`, 'p', '^'), comma],
    array: [...value, rule(String.raw`\]`, 'p', '^'), comma],
    string: stringBody('"', 's2', [rule(String.raw`\\[^\n]`, 'se')]),
  };
}

/** JSON. */
export const json: Language = { modes: modesOf([], []) };

/** JSON with comments. */
export const jsonWithComments: Language = {
  modes: modesOf(
    [rule(`([$\\w]+)(${blank}*)(:)`, ['na', '', 'p'])],
    [rule(String.raw`\/\*[^\n]*?\*\/`, 'c'), rule(String.raw`\/\/[^\n]*|\.{3}`, 'c1')],
  ),
};
