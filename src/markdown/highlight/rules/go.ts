import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blockComment, digit, exponentOf, lineComment, rule, space, stringBody } from './pieces.js';

const hex = digit.sixteen;
const unicode = String.raw`\\(?:u${hex}{4}|U${hex}{8}|x${hex}{2})`;
const letter = String.raw`\\[\\'"abfnrtv]`;
const some = `${digit.ten}+`;
const exponent = exponentOf(some);

/** Go's keywords, and what its universe block declares. */
const wordClass = words(
  {
    k: `
      package import const var type func struct interface map chan
      if else switch case default fallthrough for range break continue goto return go select defer`,
    kt: `
      bool string error rune byte int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128`,
    nb: 'len cap make new append copy delete close panic recover print println complex real imag',
    no: 'nil true false iota',
  },
  'n',
);

/** Go. */
export const go: Language = {
  modes: {
    root: [
      space,
      lineComment('//', 'c'),
      blockComment('c'),
      rule(String.raw`'(?:${unicode}|${letter}|\\[0-7]{3}|[^\n])'`, 'sc'),
      rule('`', 's', 'raw'),
      rule('"', 's', 'string'),
      rule(String.raw`[\p{L}_][\p{L}\p{Nd}_]*`, wordClass),
      rule(`0[xX]${hex}+`, 'm'),
      rule(`(?:${some}\\.(?:${some})?|\\.${some}|${some})(?:${exponent})?i?`, 'm'),
      rule(String.raw`[-+*\/%=<>!^&|:.]`, 'o'),
      rule(String.raw`[(){}[\],;]`, 'p'),
    ],
    raw: stringBody('`', 's', [], ''),
    string: stringBody('"', 's', [rule(`${letter}|${unicode}`, 'se'), rule(String.raw`\\[^\n]`, 'err')]),
  },
};
