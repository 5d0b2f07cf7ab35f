import type { Filter } from '../core/template.js';
import type { FilterRows } from './filter-rows.js';
import { arithmeticFilters } from './filters/arithmetic.js';
import { htmlFilters } from './filters/html.js';
import { listFilters } from './filters/list.js';
import { sortingFilters } from './filters/sorting.js';
import { textFilters } from './filters/text.js';

/** A filter with the number of values it takes, the input counted too. */
export interface FilterEntry {
  readonly filter: Filter;
  readonly least: number;
  readonly most: number;
  /** Whether its result depends on its arguments alone. */
  readonly isPure: boolean;
  /** Whether it is given the first value of its pipeline behind its input, where only texts were made of that. */
  readonly takesFirst?: boolean;
}

/** A filter with how many values it takes at least and at most, the input counted too. */
export interface CountedFilter extends Filter {
  readonly arity?: readonly [least: number, most: number];
  readonly takesFirst?: boolean;
}

/** Liquid's own filters, all but `date`, by name. */
export const pureFilters: FilterRows = {
  ...textFilters,
  ...htmlFilters,
  ...listFilters,
  ...sortingFilters,
  ...arithmeticFilters,
};

/** The table of the standard filters with `date`, and of the host's own, which come before them. */
export function createFilterTable(
  date: Filter,
  own: Readonly<Record<string, CountedFilter>>,
): Map<string, FilterEntry> {
  const table = new Map<string, FilterEntry>();
  for (const [name, [filter, least, most]] of Object.entries(pureFilters))
    table.set(name, { filter, least, most, isPure: true });
  table.set('date', { filter: date, least: 2, most: 2, isPure: false });
  for (const [name, filter] of Object.entries(own)) {
    const [least, most] = filter.arity ?? [1, Number.POSITIVE_INFINITY];
    table.set(name, { filter, least, most, isPure: false, takesFirst: filter.takesFirst });
  }
  return table;
}
