import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, lineComment, rule } from './pieces.js';

const values: readonly Rule[] = [
  lineComment('\\/\\/', 'c'),
  rule(String.raw`\/\*[\s\S]+?\*\/`, 'c'),
  rule(`${blank}+`, 'w'),
  rule('\\{', 'p', 'dictionary'),
  rule('\\(', 'p', 'array'),
  rule(String.raw`"(?:[^"\\]|\\[^\n])*"`, 's2'),
  rule(String.raw`'(?:[^'\\]|\\[^\n])*'`, 's1'),
  rule('<', 'p', 'data'),
  rule(String.raw`[\w$\/:.-]+`, 'l'),
];

/** Property lists in the old form of NeXT's. */
export const plist: Language = {
  modes: {
    root: values,
    dictionary: [...values, rule('[=;]', 'p'), rule('\\}', 'p', '^')],
    array: [...values, rule(',', 'p'), rule('\\)', 'p', '^')],
    data: [rule(String.raw`[0-9a-fA-F\t-\r ]+`, 'mh'), rule('>', 'p', '^')],
  },
};
