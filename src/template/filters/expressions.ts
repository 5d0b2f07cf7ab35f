import type { Filter, RenderContext } from '../../core/template.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { toS } from '../../core/values/ruby.js';
import type { Liquid } from '../../liquid/liquid.js';
import { groupItems } from './grouping.js';
import { isEnumerable, itemsOf, itemsOrValuesOf } from './values.js';

type Test = (context: RenderContext) => unknown;

/** The filters that take an expression of Liquid as text; `liquid` reads it, and has the filters it may use. */
export function createExpressionFilters(liquid: () => Liquid): Readonly<Record<string, Filter>> {
  return {
    where_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const isTrue = liquid().parseCondition(toS(expression));
      return eachAs(context, variable, isTrue, (test) => asObjectsOf(input, itemsOrValuesOf(input).filter(test)));
    },
    find_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const isTrue = liquid().parseCondition(toS(expression));
      return eachAs(context, variable, isTrue, (test) => itemsOrValuesOf(input).find(test) ?? null);
    },
    group_by_exp: (context, input, variable, expression) => {
      if (!isEnumerable(input)) return input;
      const value = liquid().parsePipeline(toS(expression));
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
