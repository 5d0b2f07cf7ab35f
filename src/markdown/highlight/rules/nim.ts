import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { leave, rule, space, wordEnd } from './pieces.js';

/** A pattern for words in which an underscore may follow each letter. */
function loose(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/./g, '$&_?'))
    .join('|')})${wordEnd}`;
}

const keywords = `
  import from include export const let var type object enum tuple distinct ref ptr nil addr cast
  proc func method iterator converter macro template generic interface mixin bind static using
  if elif else when case of for while block break continue return yield discard end do
  try except finally raise defer as asm atomic out with without`;

const letters = String.raw`\\(?:[\\abcefnrtvl"']`;
const codes = '|x[a-fA-F0-9]{2}|[0-9]{1,3})';
const name = '[a-zA-Z](?:_?[a-zA-Z0-9])*';
const strings: readonly Rule[] = [rule(String.raw`\$(?:#|\w)+`, 'si'), rule(String.raw`[^\\'"$\n]+|['"\\$]`, 's')];

/** Nim. As in Rouge, what no rule is for makes the rest of its line an error. */
export const nim: Language = {
  modes: {
    root: [
      rule('##[^\\n]*', 'sd'),
      rule('#[^\\n]*', 'c'),
      rule(String.raw`[-*=><+\/@$~&%!?|\\[\]]`, 'o'),
      rule('[.,{}():^`;]', 'p'),
      rule('\\w+"', 's', 'raw'),
      rule('"""', 's', 'long'),
      rule('"', 's', 'string'),
      rule("'", 'sc', 'character'),
      rule(loose('and or not xor shl shr div mod in notin is isnot'), 'ow'),
      rule(String.raw`p_?r_?o_?c_?[\t-\r ](?![([\]])`, 'k', 'routine'),
      rule(loose(keywords), 'k'),
      rule(loose('int int8 int16 int32 int64 float float32 float64 bool char string range array seq set'), 'kt'),
      rule(loose('true false'), 'kp'),
      rule(name, 'n'),
      rule("[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))", 'mf', '+width+fraction'),
      rule('0[xX][a-fA-F0-9][a-fA-F0-9_]*', 'mh', 'size'),
      rule('0[bB][01][01_]*', 'm', 'size'),
      rule('0o[0-7][0-7_]*', 'mo', 'size'),
      rule('[0-9][0-9_]*', 'mi', 'size'),
      space,
      rule('[^\\n]+', 'err'),
    ],
    fraction: [rule(String.raw`\.(?!\.)[0-9_]*|[eE][+-]?[0-9][0-9_]*`, 'mf'), leave],
    width: [rule("'?[fF](?:32|64)", 'mf'), leave],
    size: [rule("'?[iI](?:32|64)", 'il'), rule("'?(?:[iI](?:8|16)|[uU])", 'mi'), leave],
    character: [rule(letters + codes, 'se'), rule("'", 'sc', '^'), rule('[^\\n]', 'sc')],
    string: [rule(`${letters}|\\n${codes}`, 'se'), rule('"', 's', '^'), ...strings],
    raw: [rule('"(?!")', 's', '^'), rule('"', 'se', '^'), ...strings],
    long: [rule('"""(?!")', 's', '^'), ...strings, rule('\\n', 's')],
    routine: [rule(`${name}|\`[^\\n]+\``, 'nf', '^')],
  },
};
