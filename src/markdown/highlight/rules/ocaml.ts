import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, digit, rule } from './pieces.js';

/** OCaml's words by their class. */
export const ocamlWords = {
  k: `
      let rec in fun function match with when if then else begin end do done for to downto while try raise assert lazy
      type of constraint exception external val mutable nonrec as open include
      module struct sig functor class object inherit initializer new virtual true false`,
  ow: 'and or mod land lor lxor lsl asr',
  kt: 'unit bool char int float string list array',
} as const;

/** Letters with those that are `s` and `k` in upper and lower case, as Ruby's patterns without regard to case have them. */
export const anyLetter = String.raw`a-zA-Z\u017f\u212a`;
const name = `[${anyLetter}_][\\w']*`;
const upperName = "[A-Z][\\w']*";
const beforeDot = `(?=${blank}*\\.)`;
const space = rule(`${blank}+`, '');
const digits = '[0-9][0-9_]*';
const ascii = '\\\\(?:[\\\\"\'ntbr]|[0-9]{3}|x[0-9a-fA-F]{2})';

/** The inside of a comment, which may have others in it. */
export const commentBody: readonly Rule[] = [
  rule(String.raw`\(\*`, 'c', 'comment'),
  rule(String.raw`\*\)`, 'c', '^'),
  rule('[^(*)]+|[(*)]', 'c'),
];

/** A number that has an exponent; any character may stand for its point. */
export const float = rule(`-?${digits}(?![0-9_])(?:[^\\n][0-9_]*)?[eE][+-]?${digits}`, 'mf');

/** Numbers, as OCaml's relatives have them too. */
export const numbers = [
  float,
  rule(`0[xX]${digit.sixteen}[0-9a-fA-F_]*`, 'mh'),
  rule('0[oO][0-7][0-7_]*', 'mo'),
  rule('0[bB][01][01_]*', 'mb'),
  rule(digits, 'mi'),
];

/** A character by its escape. */
export const escapedCharacter = rule(`'(?:${ascii}|\\\\ )'`, 'sc');

/** OCaml. */
export const ocaml: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`false|true|\(\)|\[\]`, 'bp'),
      rule(`${upperName}${beforeDot}`, 'nn', 'path'),
      rule(`\\x60${name}`, 'nt'),
      rule(upperName, 'nc'),
      rule(String.raw`\(\*(?!\))`, 'c', 'comment'),
      rule(name, words(ocamlWords, 'n')),
      rule(String.raw`[(){}\[\];]+`, 'p'),
      rule(String.raw`[;,_!$%&*+.\/:<=>?@^|~#\-]+`, 'o'),
      ...numbers,
      escapedCharacter,
      rule("'\\.'", 'sc'),
      rule("'", 'k'),
      rule('"', 's2', 'string'),
    ],
    comment: commentBody,
    path: [
      space,
      rule('\\.', 'p'),
      rule(`${upperName}${beforeDot}`, 'nn'),
      rule(upperName, 'nc', '^'),
      rule(name, 'n', '^'),
      rule(String.raw`[({\[]`, 'p', '^'),
    ],
    string: [rule(String.raw`[^\\"]+|\\\n`, 's2'), rule(ascii, 'se'), rule('"', 's2', '^')],
  },
};
