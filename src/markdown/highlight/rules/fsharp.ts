import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, lineComment, rule, space } from './pieces.js';

/** Words of F#, those of ML that it keeps for itself, and those kept for later. */
const wordClass = words(
  {
    k: `
      let rec in fun function match with when if then elif else for while do done to downto try finally begin end
      type module namespace open class struct interface inherit member abstract override default static new base delegate
      val mutable exception extern global inline internal private public void null true false not and as of or
      assert upcast downcast lazy use yield return select
      sig atomic break checked component const constraint constructor continue eager event external fixed functor include
      method mixin object parallel process protected pure sealed tailcall trait virtual volatile`,
    ow: 'asr land lor lsl lxor mod',
    kt: 'unit int float bool string char list array',
  },
  'n',
);

/** Marks with a meaning of their own; what else is put together of marks is an operator. */
const marks = new Set(
  '!= # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ { {< | |] } ~ |> <| <>'.split(' '),
);

const upperName = "[A-Z][\\w']*";
const name = "(?:[a-zA-Z\u017f\u212a][\\w']*|``[^`\\n\\r\\t]+``)";
/** A name that a dot follows. */
const qualifier = `${upperName}(?=[ \\t-\\r]*\\.)`;
const digits = '[0-9][0-9_]*';
const exponent = `[eE][+-]?${digits}`;

/** A number of a base, with underscores after its first digit. */
function based(letter: string, set: string, as: string): Rule {
  return rule(`0[${letter}${letter.toUpperCase()}][${set}][${set}_]*`, as);
}

const sixteen = digit.sixteen.slice(1, -1);

/** F#. */
export const fsharp: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`false|true|\(\)|\[\]`, 'bp'),
      rule(qualifier, 'nn', 'dotted'),
      rule(upperName, 'nc'),
      rule(String.raw`\(\*(?!\))`, 'c', 'comment'),
      lineComment(String.raw`\/\/`, 'c1'),
      rule(name, wordClass),
      rule(String.raw`[[\];,{}_()!$%&*+.\/:<=>?@\^|~#\-]+`, (text) => (marks.has(text) ? 'p' : 'o')),
      // Any character may stand between the digits and those of a fraction.
      rule(`${digits}(?:[^0-9_\\n][0-9_]*)?${exponent}`, 'mf'),
      based('x', sixteen, 'mh'),
      based('o', '0-7', 'mo'),
      based('b', '01', 'mb'),
      rule(digits, 'mi'),
      rule(String.raw`'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[${sixteen}]{2}|\.)'`, 'sc'),
      rule("'", 'k'),
      rule('"', 's2', 'string'),
    ],
    comment: [rule(String.raw`\(\*`, 'c', 'comment'), rule(String.raw`\*\)`, 'c', '^'), rule('[^(*)]+|[(*)]', 'c')],
    string: [
      rule(String.raw`[^\\"]+|\\\n`, 's2'),
      rule(String.raw`\\(?:[\\"'ntbr]|[0-9]{3}|x[${sixteen}]{2})`, 'se'),
      rule('"', 's2', '^'),
    ],
    dotted: [
      space,
      rule('\\.', 'p'),
      rule(qualifier, 'nn'),
      rule(upperName, 'nc', '^'),
      rule(name, 'n', '^'),
      rule('\\[', 'p', '^'),
    ],
  },
};
