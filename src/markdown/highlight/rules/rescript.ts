import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyLetter, escapedCharacter, numbers, ocaml } from './ocaml.js';
import { blank, lineComment, nestingComment, rule, space, wordEnd } from './pieces.js';

const name = `[${anyLetter}_][\\w']*`;
const upperName = "[A-Z][\\w']*";
const { path, string } = ocaml.modes!;

const wordClass = words(
  {
    k: `
      open let rec and as exception assert lazy if else for in to downto while switch when external type private mutable constraint
      include module of with try import export`,
    ow: 'mod land lor lxor lsl lsr asr or',
    kt: 'bool int float char string unit list array option ref exn format',
  },
  'n',
);

const root = [
  space,
  rule(String.raw`[,.:?~\\]`, ''),
  rule(`true|false${wordEnd}`, 'kc'),
  rule(`${upperName}(?=${blank}*\\.)`, 'nn', 'path'),
  rule(`@${name}(?:\\.${name})*`, 'nd'),
  rule(`#${name}|${upperName}`, 'nc'),
  lineComment('\\/\\/', 'c1'),
  rule('\\/\\*', 'cm', 'comment'),
  rule(name, wordClass),
  rule(String.raw`[(){}[\];]+`, 'p'),
  rule(String.raw`[;!_$%&*+\/<=>@^|\-]+`, 'o'),
  ...numbers,
  escapedCharacter,
  rule("'[^'\\/]'", 'sc'),
  rule("'", 'k'),
  rule('"', 's2', 'string'),
  rule('`', 's2', 'template'),
];

/** ReScript: OCaml for those who know JavaScript. */
export const rescript: Language = {
  modes: {
    root,
    comment: nestingComment('cm', 'comment'),
    path: path!,
    string: string!,
    template: [
      rule(String.raw`\$\{`, 'p', 'hole'),
      rule('`', 's2', '^'),
      rule('\\\\[$`]', 'se'),
      rule('[^$`\\\\]+|[\\\\$]', 's2'),
    ],
    hole: [rule('\\}', 'p', '^'), ...root],
  },
};
