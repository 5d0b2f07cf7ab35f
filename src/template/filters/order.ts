import { inspect, toS } from '../../core/ruby.js';
import { TemplateError } from '../../core/template.js';
import { isDrop } from '../../core/values.js';
import { className, compareValues } from '../../liquid/compare.js';

/** Ruby's `<=>`, of documents too: by date, then by path. Undefined where the two cannot be compared. */
export function orderOf(a: unknown, b: unknown): number | undefined {
  if (!isDrop(a) || !isDrop(b) || a.get('collection') === undefined) return compareValues(a, b);
  return compareValues(a.get('date'), b.get('date')) || compareValues(a.get('path'), b.get('path'));
}

/**
 * Sorts as Ruby does on Linux: glibc's merge sort, stable, and with the same result for comparisons that contradict
 * each other (numbers, strings and nils in one array).
 */
export function mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  const result = [...items];
  sortPart(result, 0, result.length, compare);
  return result;
}

/** Ruby's `Array#sort`; throws where two elements cannot be compared. */
export function sortValues(items: readonly unknown[]): unknown[] {
  return mergeSort(items, (a, b) => {
    const order = orderOf(a, b);
    if (order === undefined) throw cannotCompare(a, b);
    return order;
  });
}

function cannotCompare(a: unknown, b: unknown): TemplateError {
  const shown = typeof b === 'number' ? inspect(b) : className(b);
  return new TemplateError(
    `comparison of ${className(a)} with ${shown} failed`,
    'liquid/argument',
    `Sort by a property that all items have, or give the items values of one kind (here: ${toS(a)}).`,
  );
}

function sortPart<T>(items: T[], from: number, to: number, compare: (a: T, b: T) => number): void {
  if (to - from < 2) return;
  const middle = from + ((to - from) >> 1);
  sortPart(items, from, middle, compare);
  sortPart(items, middle, to, compare);
  const left = items.slice(from, middle);
  let l = 0;
  let r = middle;
  let out = from;
  while (l < left.length && r < to) items[out++] = compare(left[l]!, items[r]!) <= 0 ? left[l++]! : items[r++]!;
  while (l < left.length) items[out++] = left[l++]!;
}
