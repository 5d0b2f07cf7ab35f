import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import {
  blank,
  digit,
  digitsOf,
  exponentOf,
  lineComment,
  lineStart,
  nestingComment,
  oneOf,
  rule,
  space,
  wordBoundary,
  wordEnd,
} from './pieces.js';

/** Hard keywords, then soft ones and modifiers, in the order of Kotlin's reference. */
const keywords = oneOf(`
  as break class continue do else false for fun if in interface is null object package return super this throw true try typealias typeof
  val var when while
  by catch constructor dynamic finally get import set where
  abstract annotation companion const crossinline enum external final infix inline inner internal lateinit noinline open operator
  out override private protected public reified sealed suspend tailrec vararg yield`);

const letters = String.raw`_\p{Ll}\p{Lm}\p{Lt}\p{Lu}\p{Nl}`;
const rest = String.raw`[-${letters}\p{Cf}\p{Mc}\p{Mn}\p{Nd}\p{Pc}]*`;
const inTicks = (first: string): string => `\`?[${first}]${rest}\`?`;
const className = inTicks(String.raw`\p{Lu}`);
const name = inTicks(letters);

/** Digits may have underscores inside, never at an end. */
const decimal = digitsOf(digit.ten);
const exponent = exponentOf(decimal);
const integerEnd = '[uU]?L?';

const generic = rule('<', 'p', 'generic');
const gap = `(${blank}+)`;

const declarations: readonly Rule[] = [
  rule(`(companion)${gap}(object)${wordEnd}`, ['k', '', 'k']),
  rule(`(class|data${blank}+class|interface|object)${gap}`, ['kd', ''], 'class'),
  rule(`(fun)${gap}`, ['k', ''], 'function'),
  rule(`(import|package)${gap}([^\\t-\\r ]+)`, ['k', '', 'nn']),
  rule(`(va[lr])${gap}(\\()`, ['kd', '', 'p'], 'destructure'),
  rule(`(va[lr])${gap}`, ['kd', ''], 'property'),
];
const literals: readonly Rule[] = [
  rule('@"(?:[^"]|"")*"', 's'),
  [/"""/u, 's', undefined, '"""'],
  // Where the code ends before the line, the last quote ends it, escaped or not.
  rule(String.raw`"(?:(?:[^"\n\\]|\\["\\]|\\(?!["\\]))*["\n]|[^\n]*")`, 's'),
  rule(String.raw`'(?:\\[^\n]|[^\\])'`, 'sc'),
];
const numbers: readonly Rule[] = [
  rule(`(?:(?:${decimal})?\\.${decimal}(?:${exponent})?|${decimal}${exponent})[fF]?|${decimal}[fF]`, 'mf'),
  rule(`0[bB]${digitsOf(digit.two)}${integerEnd}`, 'mb'),
  rule(`0[xX]${digitsOf(digit.sixteen)}${integerEnd}`, 'mh'),
  // Zeros at once: from each of them all rules would look through the rest.
  rule(`(?:[1-9](?:_*[0-9])*|0+(?![bBxX])|0)${integerEnd}`, 'mi'),
];

/** Kotlin. */
export const kotlin: Language = {
  modes: {
    root: [
      rule(String.raw`${lineStart}${blank}*\[[^\n]*?\]`, 'na'),
      rule(String.raw`${blank}+(?![[\t-\r ])|[\t\v\f\r ]+`, ''),
      rule(String.raw`[-+*%=<>~^&|;,(){}[\]]`, 'p'),
      lineComment(String.raw`\/\/`, 'c1'),
      rule(String.raw`\/\*[^\n]*\*\/`, 'cm'),
      // What nests in the first line is not seen.
      rule(String.raw`\/\*[^\n]*`, 'cm', 'comment'),
      ...declarations,
      rule(`(this|super|return|break|continue)(@${name})?${wordBoundary}`, ['k', 'nd']),
      rule(`${keywords}${wordEnd}`, 'k'),
      rule(String.raw`\n`, ''),
      rule('(::)(class)', ['o', 'k']),
      rule(oneOf(':: !! ?: ?. ..'), 'o'),
      ...numbers,
      rule(String.raw`[\/!?:.]`, 'p'),
      ...literals,
      rule(String.raw`\\\n`, ''),
      rule(`@${className}`, 'nd'),
      rule(`(${className})(<)`, ['nc', 'p'], 'generic'),
      rule(className, 'nc'),
      rule(`${name}(?=${blank}*[({])`, 'nf'),
      rule(`${name}@`, 'nd'),
      rule(name, 'n'),
    ],
    comment: nestingComment('cm', 'comment'),
    class: [rule(className, 'nc', '^')],
    function: [generic, space, rule(`(${className})(\\.)`, ['nc', 'p']), rule(name, 'nf', '^')],
    generic: [
      rule(className, 'nc'),
      rule(oneOf('in out reified'), 'k'),
      generic,
      rule('>', 'p', '^'),
      rule('[.,:?]', 'p'),
      space,
    ],
    property: [generic, space, rule(name, 'py', '^')],
    destructure: [rule(name, 'py'), rule(',', 'p'), rule(String.raw`\)`, 'p', '^'), space],
  },
};
