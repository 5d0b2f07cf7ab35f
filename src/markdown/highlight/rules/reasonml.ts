import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyLetter, escapedCharacter, float, ocaml, ocamlWords } from './ocaml.js';
import { blank, digit, lineComment, nestingComment, rule, space } from './pieces.js';

const name = `[${anyLetter}_][\\w']*`;
const upperName = "[A-Z][\\w']*";
const { path, string } = ocaml.modes!;

/** Reason: OCaml in another form. */
export const reasonml: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`false|true|\(\)|\[\]`, 'bp'),
      rule(`${upperName}(?=${blank}*\\.)`, 'nn', 'path'),
      rule(`\\x60${name}`, 'nt'),
      rule(upperName, 'nc'),
      lineComment('\\/\\/', 'c1'),
      rule('\\/\\*', 'cm', 'comment'),
      rule(name, words({ ...ocamlWords, k: `${ocamlWords.k} switch` }, 'n')),
      rule(String.raw`[(){}[\];]+`, 'p'),
      rule(String.raw`[;,_!$%&*+.\/:<=>?@^|~#\-]+`, 'o'),
      float,
      rule(`0[xX]${digit.sixteen}[0-9a-fA-F_]*`, 'mh'),
      rule('0[oO][0-7][0-7_]*', 'mo'),
      rule('0[bB][01][01_]*', 'mb'),
      rule('[0-9][0-9_]*', 'mi'),
      escapedCharacter,
      rule("'[^'\\/]'", 'sc'),
      rule("'", 'k'),
      rule('"', 's2', 'string'),
    ],
    comment: nestingComment('cm', 'comment'),
    path: path!,
    string: string!,
  },
};
