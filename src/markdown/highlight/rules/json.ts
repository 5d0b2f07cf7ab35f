import type { Language } from '../language.js';
import type { Rule } from '../rule.js';

const space: Rule = [/\s+/u, 'w'];
const key: Rule = [/("(?:\\.|[^"\\\n])*?")(\s*)(:)/u, ['nl', 'w', 'p']];
const values: readonly Rule[] = [
  space,
  [/true|false|null/u, 'kc'],
  [/-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?/u, 'mf'],
  [/-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?/u, 'mi'],
  [/"/u, 's2', 'string'],
  [/\[/u, 'p', 'array'],
  [/\{/u, 'p', 'object'],
];
const string: readonly Rule[] = [
  [/[^\\"]+/u, 's2'],
  [/\\[^\n]/u, 'se'],
  [/"/u, 's2', '^'],
];

/** JSON. */
export const json: Language = {
  modes: {
    root: [space, key, ...values, [/[\]}]/u, 'p']],
    object: [space, key, ...values, [/\}/u, 'p', '^'], [/,/u, 'p']],
    array: [...values, [/\]/u, 'p', '^'], [/,/u, 'p']],
    string,
  },
};

const loose: readonly Rule[] = [space, [/([$\w]+)(\s*)(:)/u, ['na', '', 'p']], key];
const noted: readonly Rule[] = [[/\/\*[^\n]*?\*\//u, 'c'], [/\/\/[^\n]*/u, 'c1'], [/\.\.\./u, 'c1'], ...values];

/** JSON with comments. */
export const jsonWithComments: Language = {
  modes: {
    root: [...loose, ...noted, [/[\]}]/u, 'p']],
    object: [...loose, ...noted, [/\}/u, 'p', '^'], [/,/u, 'p']],
    array: [...noted, [/\]/u, 'p', '^'], [/,/u, 'p']],
    string,
  },
};
