import { changedRange } from './changed-range.js';

/** A list that was put in order, and how it came. */
export interface Sorted<T> {
  readonly from: readonly T[];
  readonly sorted: readonly T[];
}

/** Up to this many new items are inserted one by one. */
const fewItems = 100;

/**
 * Sorts a list as a similar one was sorted before: what is the same in both is not compared again.
 *
 * @param compare an order in which no two items are equal
 */
export function resort<T>(from: readonly T[], last: Sorted<T> | undefined, compare: (a: T, b: T) => number): Sorted<T> {
  if (last === undefined) return { from, sorted: from.toSorted(compare) };
  const range = changedRange(last.from, from);
  if (range === undefined) return { from, sorted: last.sorted };
  const { start, oldEnd, newEnd } = range;
  if (oldEnd - start > fewItems || newEnd - start > fewItems) return { from, sorted: from.toSorted(compare) };
  const sorted = [...last.sorted];
  for (const item of last.from.slice(start, oldEnd)) sorted.splice(sorted.indexOf(item), 1);
  for (const item of from.slice(start, newEnd)) sorted.splice(placeOf(item, sorted, compare), 0, item);
  return { from, sorted };
}

/** The first place whose item does not come before another. */
function placeOf<T>(item: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
