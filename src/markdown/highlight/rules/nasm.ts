import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { anyCase, blank, lineComment, lineStart, rule } from './pieces.js';

const start = '[a-zA-Z$._?\u017f\u212a]';
const name = String.raw`${start}[\w$.?#@~\u017f\u212a]*`;
const gaps: readonly Rule[] = [rule(String.raw`\n|[ \t]+`, ''), lineComment(';', 'c1')];
const lineEnds = String.raw`[\r\n]+`;

const directives =
  'BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE';
const registers = [
  '[rR][0-9][0-5]?[bwdBWD]',
  '[a-dA-D][lhLH]',
  '[eErR]?(?:[a-dA-D][xX]|[sSbB][pP]|[sSdD][iI])',
  '[c-gsC-GS][sS]',
  `${anyCase('st')}[0-7]|${anyCase('mm')}[0-7]|${anyCase('cr')}[0-4]|${anyCase('dr')}[0-367]|${anyCase('tr')}[3-7]`,
].join('|');

/** What an instruction works on, to the end of its line. As in Rouge, no string has an `n`, and words may begin with others. */
const operands: readonly Rule[] = [
  rule(String.raw`"(?:\\\\"|[^"\\n])*"|'(?:\\\\'|[^'\\n])*'|${'`'}(?:\\\\${'`'}|[^${'`'}\\n])*${'`'}`, 's'),
  rule('0[xX][0-9a-fA-F]+|[0-9][0-9a-fA-F]*[hH]', 'mh'),
  rule('[0-7]+[qQ]', 'mo'),
  rule('[01]+[bB]', 'mb'),
  rule(String.raw`[0-9]+\.[eE]?[0-9]+`, 'mf'),
  rule('[0-9]+', 'mi'),
  rule(String.raw`[,():[\]]+`, 'p'),
  rule(String.raw`[&|^<>+*\/%~-]+`, 'o'),
  rule(String.raw`\$+`, 'kc'),
  rule(anyCase('seg|wrt|strict'), 'ow'),
  rule(`${anyCase('byte')}|[dDqQ]?${anyCase('word')}`, 'kt'),
  rule(registers, 'nb'),
  rule(name, 'nv'),
  rule(lineEnds, '', '^'),
  ...gaps,
];

/** The Netwide Assembler's language. */
export const nasm: Language = {
  modes: {
    root: [
      rule(`${lineStart}${blank}*%`, 'cp', 'preprocessor'),
      ...gaps,
      rule(`${name}:`, 'nl'),
      rule(`(${name})(${blank}+)(${anyCase('equ')})`, ['no', 'kd', 'kd'], 'operands'),
      rule(directives, 'k', 'operands'),
      rule(`(?:${anyCase('res')}|[dD])[bwdqtBWDQT]|${anyCase('times')}`, 'kd', 'operands'),
      rule(name, 'nf', 'operands'),
      rule(lineEnds, ''),
    ],
    operands,
    preprocessor: [rule('[^;\\n]+', 'cp'), rule(';[^\\n]*\\n', 'c1', '^'), rule('\\n', 'cp', '^')],
  },
};
