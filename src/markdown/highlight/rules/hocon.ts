import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, lineComment, oneOf, rule, wordEnd } from './pieces.js';

const gap = rule(`${blank}+`, 'w');
const comments = lineComment('(?:\\/\\/|#)', 'c1');
const includes = oneOf('include url file classpath');
const constants = oneOf('true false null');
const mark = `(${blank}*)([:=]|(?=\\{))`;
const whole = '-?(?:0|[1-9][0-9]*)';
const exponent = '(?:[eE][+-]?[0-9]+)?';

/**
 * Keys. A part of what was no key is none either, unless a word of its own came before. One in quotes is no longer than
 * 400 characters, lest a line of nothing but quotes is read again from each of them.
 */
const keys: readonly Rule[] = [
  rule(`("[^\\n]{0,400}?")${mark}`, ['nl', 'w', 'p']),
  rule(`((?:(?<![\\w.-])|(?<=${includes}))[\\w.-]+)${mark}`, ['nl', 'w', 'p']),
];
const substitution = rule(String.raw`\$\{\??`, 'si', 'substitution');
const values: readonly Rule[] = [
  comments,
  gap,
  rule(String.raw`(?:(?<![0-9])|(?<=-0))[0-9]+\.(?:[0-9]+\.?){3,}`, 'l'),
  rule(constants, 'kc'),
  rule(`${whole}\\.[0-9]+${exponent}`, 'mf'),
  rule(whole + exponent, 'mi'),
  substitution,
  rule('"""', 's2', 'longString'),
  rule('"', 's2', 'string'),
  rule('\\[', 'p', 'array'),
  rule('\\{', 'p', 'object'),
  rule('[()=]', 'p'),
  // Constants and numbers may be anywhere in text without quotes.
  rule('[^$"{}[\\]:=,+#`^?!@*&]', 'l'),
];
const string: readonly Rule[] = [
  substitution,
  rule('[^"\\\\${]+|[^"\\\\]+', 's2'),
  rule('\\\\[^\\n]', 'se'),
  rule('"', 's2', '^'),
];

/** HOCON, a JSON that is easy to write. */
export const hocon: Language = {
  modes: {
    root: [
      comments,
      gap,
      rule('\\{', 'p', 'object'),
      rule('\\[', 'p', 'array'),
      ...keys,
      ...values,
      rule('[\\]}]', 'p'),
    ],
    object: [rule(includes + wordEnd, 'k'), gap, ...keys, ...values, rule('\\}', 'p', '^'), rule(',', 'p')],
    array: [...values, rule('\\]', 'p', '^'), rule(',', 'p')],
    substitution: [rule('[\\w.-]', 'nv'), rule('\\}', 'si', '^')],
    string,
    longString: [rule('"[^"]{1,2}', 's2'), ...string],
  },
};
