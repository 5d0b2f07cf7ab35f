import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { digit, digitsOf, exponentOf, leave, lineComment, nestingComment, oneOf, rule, space } from './pieces.js';

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

/** Digits with underscores inside, never at an end. */
function run(set: string): string {
  return digitsOf(set);
}
const decimal = run(digit.ten);
const exponent = exponentOf(decimal);
const integerEnd = '[uU]?L?';

const generic = rule('<', 'p', 'generic');
const named = (as: string): Rule => rule(name, as);

const declarations: readonly Rule[] = [
  rule(String.raw`(companion)(\s+)(object)\b`, ['k', '', 'k']),
  rule(String.raw`(interface|object|class|data\s+class)(\s+)`, ['kd', ''], 'class'),
  rule(String.raw`(fun)(\s+)`, ['k', ''], 'function'),
  rule(String.raw`(import|package)(\s+)(\S+)`, ['k', '', 'nn']),
  rule(String.raw`(va[lr])(\s+)(\()`, ['kd', '', 'p'], 'destructure'),
  rule(String.raw`(va[lr])(\s+)`, ['kd', ''], 'property'),
];
const literals: readonly Rule[] = [
  rule('@"(?:[^"]|"")*"', 's'),
  rule(String.raw`"""[\s\S]*?"""`, 's'),
  rule(String.raw`"(?:\\[\\"]|[^"\n])*["\n]`, 's'),
  rule(String.raw`'(?:\\[^\n]|[^\\])'`, 'sc'),
  rule(`(?:(?:${decimal})?\\.${decimal}(?:${exponent})?|${decimal}${exponent})[fF]?|${decimal}[fF]`, 'mf'),
  rule(`0[bB]${run(digit.two)}${integerEnd}`, 'mb'),
  rule(`0[xX]${run(digit.sixteen)}${integerEnd}`, 'mh'),
  rule(`(?:[1-9]_*(?:${decimal})?|0+)${integerEnd}`, 'mi'),
];

/** Kotlin. */
export const kotlin: Language = {
  modes: {
    root: [
      lineComment('//', 'c1'),
      rule(String.raw`\/\*[^\n]*\*\/`, 'cm'),
      rule(String.raw`\/\*`, 'cm', 'comment'),
      ...declarations,
      rule(`(this|super|return|break|continue)(@${name})?\\b`, ['k', 'nd']),
      rule(`${keywords}\\b`, 'k'),
      rule(String.raw`^\s*\[[^\n]*?\]`, 'na'),
      space,
      rule('(::)(class)', ['o', 'k']),
      rule(oneOf(':: !! ?: ?. ..'), 'o'),
      ...literals,
      rule(String.raw`[-+*\/%=<>!~^&|?:;,.(){}[\]]`, 'p'),
      rule(String.raw`\\\n`, ''),
      rule(`@${className}`, 'nd'),
      rule(`(${className})(<)`, ['nc', 'p'], 'generic'),
      rule(className, 'nc'),
      rule(`${name}(?=\\s*[({])`, 'nf'),
      rule(`${name}@`, 'nd'),
      named('n'),
    ],
    comment: nestingComment('cm', 'comment'),
    class: [rule(className, 'nc', '^'), leave],
    function: [generic, space, rule(`(${className})(\\.)`, ['nc', 'p']), rule(name, 'nf', '^'), leave],
    generic: [
      rule(className, 'nc'),
      rule(oneOf('in out reified'), 'k'),
      generic,
      rule('>', 'p', '^'),
      rule('[.,:?]', 'p'),
      space,
      leave,
    ],
    property: [generic, space, rule(name, 'py', '^'), leave],
    destructure: [named('py'), rule(',', 'p'), rule(String.raw`\)`, 'p', '^'), space, leave],
  },
};
