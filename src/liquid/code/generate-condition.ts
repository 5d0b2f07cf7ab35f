import type { Condition } from '../syntax/condition.js';
import type { Expression } from '../syntax/expression.js';
import type { Generator } from '../syntax/syntax.js';

/** The JavaScript of a condition: a boolean expression. */
export function generateCondition(generator: Generator, condition: Condition): string {
  const first = generateComparison(generator, condition);
  if (condition.next === undefined) return first;
  const rest = generateCondition(generator, condition.next);
  return `(${first}${condition.relation === 'and' ? '&&' : '||'}${rest})`;
}

function generateComparison(generator: Generator, condition: Condition): string {
  const left = generator.expression(condition.left);
  const { operator, right } = condition;
  if (operator === undefined || right === undefined) return `truthy(${left})`;
  switch (operator) {
    case '==':
      return generateEquality(generator, condition.left, right);
    case '!=':
    case '<>':
      return `!${generateEquality(generator, condition.left, right)}`;
    case 'contains':
      return `contains(${left},${generator.expression(right)})`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return `${operator[0] === '<' ? 'less' : 'more'}(${left},${generator.expression(right)},${operator.length === 2})`;
    default:
      return `R.unknownOperator(${generator.literal(operator)},${left},${generator.expression(right)})`;
  }
}

/** The JavaScript of `==`, also of `case` and its `when`: short where one side is written out in the template. */
export function generateEquality(generator: Generator, left: Expression, right: Expression): string {
  if (left.kind === 'test') return generateTest(generator, left.name, right);
  if (right.kind === 'test') return generateTest(generator, right.name, left);
  const a = generator.expression(left);
  const b = generator.expression(right);
  if (isExact(left) || isExact(right)) return `(${a}===${b})`;
  if (right.kind === 'literal' && right.value === null) return `(${a}==null)`;
  if (left.kind === 'literal' && left.value === null) return `(${b}==null)`;
  return `equals(${a},${b})`;
}

function isExact(expression: Expression): boolean {
  return (
    expression.kind === 'literal' && (typeof expression.value === 'string' || typeof expression.value === 'boolean')
  );
}

/** Nothing in plain Ruby answers to `blank?`, so that comparing with `blank` never holds there. */
function generateTest(generator: Generator, name: 'blank' | 'empty', other: Expression): string {
  if (other.kind === 'test') return 'false';
  const code = generator.expression(other);
  if (name === 'empty') return `isEmpty(${code})`;
  if (generator.options.knowsBlank) return `R.isBlank(${code})`;
  return generator.options.strictVariables ? `(${code},false)` : 'false';
}
