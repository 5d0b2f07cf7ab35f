import { toS } from '../../core/ruby.js';
import type { Filter, RenderContext } from '../../core/template.js';
import { Range } from '../../core/values.js';
import type { Expression } from '../../liquid/expression.js';
import type { Liquid } from '../../liquid/liquid.js';
import { at, member, memberOrCommand } from '../../liquid/lookup.js';
import { type Pipeline, parsePipelineLaxly } from '../../liquid/pipeline.js';
import { groupItems } from './grouping.js';
import { isEnumerable, itemsOf, itemsOrValuesOf } from './values.js';

type Test = (context: RenderContext) => unknown;

/** The filters that take an expression of Liquid as text; `liquid` reads it, and has the filters it may use. */
export function createExpressionFilters(liquid: () => Liquid): Readonly<Record<string, Filter>> {
  return {
    where_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const isTrue = liquid().parseCondition(toS(expression));
      return eachAs(context, variable, isTrue, (test) => itemsOrValuesOf(input).filter(test));
    },
    find_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const isTrue = liquid().parseCondition(toS(expression));
      return eachAs(context, variable, isTrue, (test) => itemsOrValuesOf(input).find(test) ?? null);
    },
    group_by_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const pipeline = parsePipelineLaxly(toS(expression));
      const value: Test = (inner) => evaluatePipeline(inner, pipeline, liquid());
      return eachAs(context, variable, value, (keyOf) => groupItems(itemsOf(input), keyOf));
    },
  };
}

/** Runs with a function that works an expression out for an item, which it sees as the named variable. */
function eachAs<T>(
  context: RenderContext,
  variable: unknown,
  evaluate: Test,
  run: (evaluateFor: (item: unknown) => unknown) => T,
): T {
  const name = toS(variable);
  const scope = new Map<string, unknown>([[name, null]]);
  return context.withScope(scope, () =>
    run((item) => {
      scope.set(name, item);
      return evaluate(context);
    }),
  );
}

function evaluatePipeline(context: RenderContext, pipeline: Pipeline, liquid: Liquid): unknown {
  let value = pipeline.value === undefined ? null : evaluate(context, pipeline.value);
  for (const { name, args, named } of pipeline.filters) {
    const filter = liquid.filter(name);
    if (filter === undefined) continue;
    const given = args.map((arg) => evaluate(context, arg));
    if (named.length > 0) given.push(new Map(named.map(([key, arg]) => [key, evaluate(context, arg)])));
    value = filter(context, value, ...given);
  }
  return value;
}

function evaluate(context: RenderContext, expression: Expression): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'test':
      return '';
    case 'range':
      return new Range(Number(evaluate(context, expression.first)), Number(evaluate(context, expression.last)));
    default:
      return lookUp(context, expression);
  }
}

function lookUp(context: RenderContext, lookup: Extract<Expression, { kind: 'lookup' }>): unknown {
  const name = typeof lookup.name === 'string' || lookup.name === null ? lookup.name : evaluate(context, lookup.name);
  let value = context.lookup(toS(name));
  for (const key of lookup.keys) {
    if (!('isCommand' in key)) value = at(value, evaluate(context, key));
    else value = key.isCommand ? memberOrCommand(value, key.name) : member(value, key.name);
  }
  return value;
}
