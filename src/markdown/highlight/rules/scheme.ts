import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { leave, lineComment, rule, space } from './pieces.js';

/** `car` and all of `c??r` to `c????r`. */
const accessors = (length: number): string[] =>
  length === 0 ? [''] : accessors(length - 1).flatMap((rest) => [`a${rest}`, `d${rest}`]);
const comparisons = '< <= = > >='.split(' ');
const isOf = (what: string): string => what.replace(/\S+/g, (word) => `${word}?`);

/** The procedures of R5RS. */
const procedures = `
  * + - / ${comparisons.join(' ')}
  abs acos angle asin atan ceiling cos denominator exp expt floor gcd imag-part lcm log magnitude make-polar
  make-rectangular max min modulo numerator quotient rationalize remainder real-part round sin sqrt tan truncate
  exact->inexact inexact->exact number->string
  ${isOf('complex even exact inexact integer negative number odd rational real zero')}
  ${isOf('boolean char eof-object eq equal eqv input-port list null output-port pair port positive procedure string symbol vector')}
  append assoc assq assv cons length list list->string list->vector list-ref list-tail member memq memv
  reverse set-car! set-cdr! ${[1, 2, 3, 4].flatMap((length) => accessors(length).map((steps) => `c${steps}r`)).join(' ')}
  char->integer integer->char char-downcase char-upcase ${isOf('char-alphabetic char-lower-case char-numeric char-ready char-upper-case char-whitespace')}
  string->list string->number string->symbol string-append string-copy string-fill! string-length string-ref string-set!
  string substring symbol->string
  ${comparisons.flatMap((mark) => ['char', 'char-ci', 'string', 'string-ci'].map((kind) => `${kind}${mark}?`)).join(' ')}
  make-string make-vector vector vector->list vector-fill! vector-length vector-ref vector-set!
  apply call-with-current-continuation call-with-values call/cc dynamic-wind eval for-each force map not values
  interaction-environment null-environment scheme-report-environment
  call-with-input-file call-with-output-file close-input-port close-output-port current-input-port current-output-port
  display load newline open-input-file open-output-file peek-char read read-char transcript-off transcript-on
  with-input-from-file with-output-to-file write write-char`;

const wordClass = words(
  {
    k: `
      and begin case cond define define-syntax delay do else if lambda let let* let-syntax letrec letrec-syntax or quasiquote
      quote set! syntax-rules unquote unquote-splicing =>`,
    nb: procedures,
  },
  'nf',
);
const name = String.raw`[a-zA-Z0-9\u017f\u212a!$%&*+,/:<=>?@^_~|-]+`;

const root: readonly Rule[] = [
  lineComment(';', 'c1'),
  space,
  rule(String.raw`-?[0-9]+\.[0-9]+`, 'mf'),
  rule('-?[0-9]+', 'mi'),
  rule('[+-]inf[.][f0]', 'm'),
  rule('#b[01]+', 'mb'),
  rule('#o[0-7]+', 'mo'),
  rule('#d[0-9]+', 'mi'),
  rule('#[xX][0-9a-fA-F]+', 'mh'),
  rule('#[ei][0-9.]+', 'mx'),
  // A string without an end has it at the last quote, though that is escaped.
  rule(String.raw`"(?:(?:\\["\\]|[^"\\]|\\(?!["\\]))*"|[\s\S]*")`, 's'),
  rule(`'${name}`, 'ss'),
  rule(String.raw`#\\(?:[()/'"._!$%& ?=+-]|[a-zA-Z0-9\u017f\u212a]+)`, 'sc'),
  rule('#[tf]', 'no'),
  rule("['#`.]|,@?", 'o'),
  rule('[([]', 'p', 'first'),
  rule(String.raw`[)\]]`, 'p'),
  rule(name, 'nv'),
];

/** Scheme. The first word after a bracket is what is called. */
export const scheme: Language = { modes: { root, first: [rule(name, wordClass, '^'), leave] } };
