import { mergeSort } from '../../core/lists/merge-sort.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import { compareValues } from '../../core/values/compare-values.js';
import { toS } from '../../core/values/ruby.js';
import { liquidError } from '../errors.js';
import type { FilterRows } from '../filter-rows.js';
import { hasBrackets, itemsOf, propertyError, readProperty } from './iterate.js';

const isNil = (value: unknown): boolean => value === null || value === undefined;

function compareNilLast(a: unknown, b: unknown): number {
  const order = compareValues(a, b);
  if (order !== undefined) return order;
  if (isNil(a)) return 1;
  if (isNil(b)) return -1;
  throw liquidError(
    'cannot sort values of incompatible types',
    'liquid/argument',
    'Sort a list of texts or a list of numbers.',
  );
}

/** As Ruby's `casecmp`: without regard to the case of A to Z. */
function compareCaseless(a: unknown, b: unknown): number {
  if (isNil(a)) return 1;
  if (isNil(b)) return -1;
  return compareTexts(lowerAscii(toS(a)), lowerAscii(toS(b)));
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function sortWith(input: unknown, property: unknown, compare: (a: unknown, b: unknown) => number): unknown {
  const items = itemsOf(input);
  if (items.length === 0) return [];
  if (isNil(property)) return mergeSort(items, compare);
  if (!items.every(hasBrackets)) return null;
  if (items.length === 1) return [...items];
  const keyed = items.map((item) => ({
    item,
    key: readProperty(item, property, () => {
      throw propertyError(property);
    }),
  }));
  return mergeSort(keyed, (a, b) => compare(a.key, b.key)).map(({ item }) => item);
}

/** Liquid's filters that sort. */
export const sortingFilters: FilterRows = {
  sort: [(_, input, property) => sortWith(input, property, compareNilLast), 1, 2],
  sort_natural: [(_, input, property) => sortWith(input, property, compareCaseless), 1, 2],
};
