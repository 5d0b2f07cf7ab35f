import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lispFunctions } from './lisp-words.js';
import { anyCase, blank, lineComment, oneOf, rule, space } from './pieces.js';

const wordClass = words(
  {
    nb: lispFunctions,
    k: `
      block catch declare eval-when flet function go if labels lambda let let* load-time-value locally macrolet
      multiple-value-call multiple-value-prog1 progn progv quote return-from setq symbol-macrolet tagbody the throw
      unwind-protect
      &allow-other-keys &aux &body &environment &key &optional &rest &whole
      dynamic-extent ftype ignorable ignore inline notinline optimize special type`,
    kt: `
      boolean keyword nil signed-byte unsigned-byte fixnum bignum short-float single-float double-float long-float
      base-char extended-char standard-char base-string simple-base-string simple-string
      simple-array simple-vector simple-bit-vector compiled-function
      condition serious-condition simple-condition storage-condition warning simple-warning style-warning
      undefined-function unbound-slot unbound-variable division-by-zero end-of-file print-not-readable
      ${'arithmetic cell control file package parse program reader simple simple-type stream type'
        .split(' ')
        .map((kind) => `${kind}-error`)
        .join(' ')}
      ${'inexact invalid-operation overflow underflow'
        .split(' ')
        .map((kind) => `floating-point-${kind}`)
        .join(' ')}`,
    nc: `
      t array bit-vector sequence integer number ratio real symbol package hash-table random-state readtable restart
      class built-in-class standard-class structure-class standard-object structure-object method standard-method
      method-combination generic-function standard-generic-function
      stream broadcast-stream concatenated-stream echo-stream file-stream string-stream synonym-stream two-way-stream`,
  },
  'nv',
);

const inSymbol = String.raw`a-zA-Z0-9!$%&*+,.\/<=>?@[\]\^_{}~\-`;
const symbol = String.raw`(?:\|[^|]+\||(?:\\[^\n]|[${inSymbol}])(?:\\[^\n]|[${inSymbol}#:])*)`;
const terminated = '(?=[ "\'()\\n,;`])';
const exponent = '[defls][-+]?[0-9]+';

/** An integer or a ratio in a base. */
function based(mark: string, digits: string, as: string): Rule {
  return rule(`#${anyCase(mark)}[+-]?${digits}+(?:\\/${digits}+)?`, as);
}

const atoms: readonly Rule[] = [
  space,
  lineComment(';', 'c1'),
  rule('#\\|', 'cm', 'comment'),
  lineComment('#[0-9]*Y', 'cs'),
  rule(String.raw`"(?:\\[^\n]|[^"\\])*"`, 's'),
  rule(`[:']${symbol}`, 'ss'),
  rule("['`]", 'o'),
  rule(String.raw`[-+]?[0-9]+(?:\.?|\/[0-9]+)${terminated}`, 'mi'),
  rule(String.raw`[-+]?(?:[0-9]*\.[0-9]+(?:${exponent})?|[0-9]+(?:\.[0-9]*)?${exponent})${terminated}`, 'mf'),
  rule(String.raw`#\\(?:[^\n]${terminated}|${symbol})`, 'sc'),
  rule('#\\(', 'o', 'form'),
  rule(String.raw`#[0-9]*\*[01]*`, 'x'),
  rule(`#:${symbol}`, 'ss'),
  rule('#[.,]', 'o'),
  rule("#'", 'nf'),
  based('b', '[01]', 'm'),
  based('o', '[0-7]', 'mo'),
  based('x', '[0-9a-fA-F]', 'm'),
  rule('(#[cC])(\\()', ['m', 'p'], 'form'),
  rule('(#(?:[0-9]+[aA]|[sS\\u017f]))(\\()', ['sx', 'p'], 'form'),
  // A path without an end has it at the last quote, though that is escaped.
  rule(String.raw`#[pP]?"(?:(?:\\[^\n]|[^"\\]|\\(?![^\n]))*"|[\s\S]*")`, 'ss'),
  rule('#[0-9]+[=#]', 'o'),
  rule(`#+nil${terminated}${blank}*\\(`, 'c', 'commentedForm'),
  rule('#[+-]|,@|[,.]', 'o'),
  rule(`${oneOf('t nil')}${terminated}`, 'no'),
  rule(String.raw`\*${symbol}\*`, 'vg'),
  rule(symbol, wordClass),
  rule('\\(', 'p', 'form'),
];

/** Common Lisp, and what else is written like it. */
export const commonLisp: Language = {
  modes: {
    root: [...atoms, rule('\\)', 'err')],
    form: [...atoms, rule('\\)', 'p', '^')],
    comment: [rule('#\\|', 'cm', 'comment'), rule('\\|#', 'cm', '^'), rule('[^|#]+|[|#]', 'cm')],
    commentedForm: [rule('\\(', 'c', 'commentedForm'), rule('\\)', 'c', '^'), rule('[^()]+', 'c')],
  },
};
