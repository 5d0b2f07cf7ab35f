import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyLetter, escapedCharacter, numbers, ocaml, ocamlWords } from './ocaml.js';
import { blank, lineComment, nestingComment, rule, space } from './pieces.js';

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
      rule(name, words({ ...ocamlWords, k: `${ocamlWords.k.replace(/\b(?:match|raise)\b/g, '')} switch` }, 'n')),
      rule(String.raw`[(){}[\];]+`, 'p'),
      rule(String.raw`[;,_!$%&*+.\/:<=>?@^|~#\-]+`, 'o'),
      ...numbers,
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
