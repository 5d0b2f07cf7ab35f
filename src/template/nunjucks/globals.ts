import { TemplateError } from '../../core/template.js';

const maxNumbers = 1_000_000;

/** Nunjucks' own functions, with `range` kept from filling the memory. */
export function createGlobals(stock: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries({ ...stock, range }));
}

function range(first: unknown, last?: unknown, step?: unknown): number[] {
  const [from, to] = last === undefined ? [0, Number(first)] : [Number(first), Number(last)];
  const by = Number(step ?? 1) || 1;
  const count = Math.max(0, Math.ceil((to - from) / by));
  if (!(count <= maxNumbers)) {
    throw new TemplateError(`range would give ${count} numbers`, 'nunjucks/too-large', 'Loop over less.');
  }
  return Array.from({ length: count }, (_, index) => from + index * by);
}
