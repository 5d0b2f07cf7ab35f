import type { FilterCall, Pipeline } from '../syntax/pipeline.js';
import type { Generator } from '../syntax/syntax.js';
import { findLoop, generateExpression, isStandard } from './generate-expression.js';

/**
 * The arguments of `Context.assignReplaced` for a pipeline that does nothing but replace in a variable; undefined for another.
 */
export function generateReplacements(generator: Generator, { value, filters }: Pipeline): string | undefined {
  if (value?.kind !== 'lookup' || typeof value.name !== 'string' || value.keys.length > 0) return undefined;
  if (generator.options.strictVariables || findLoop(generator.loops, value.name) !== undefined) return undefined;
  if (filters.length === 0 || !filters.every((call) => isReplacement(generator, call))) return undefined;
  const parts = filters.flatMap(({ args: [search, by] }) => [
    `${generateExpression(generator, search!).code}??null`,
    by === undefined ? "''" : `${generateExpression(generator, by).code}??null`,
  ]);
  return `${generator.literal(value.name)},[${parts.join(',')}]`;
}

/** Whether a filter is Liquid's own `replace` or `remove`, with as many arguments as it takes. */
function isReplacement(generator: Generator, { name, args, named }: FilterCall): boolean {
  if ((name !== 'replace' && name !== 'remove') || named.length > 0) return false;
  return isStandard(generator, name) && (args.length === 1 || (args.length === 2 && name === 'replace'));
}
