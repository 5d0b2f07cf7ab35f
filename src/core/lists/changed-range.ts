/** Where two versions of a list differ: what is before and after is the same in both. */
export interface ChangedRange {
  readonly start: number;
  /** Behind the last different item, in the old list and in the new one. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The last result for a list, as several readers compare the same two. It does not keep the old list alive. */
const known = new WeakMap<
  readonly unknown[],
  { readonly old: WeakRef<readonly unknown[]>; readonly range: ChangedRange | undefined }
>();

/**
 * The part of a list that is different now; undefined where the two are equal. Items are compared by identity;
 * comparing their contents would be most of the cost at many thousands. The lists must not be changed afterwards.
 */
export function changedRange<T>(old: readonly T[], next: readonly T[]): ChangedRange | undefined {
  if (old === next) return undefined;
  const before = known.get(next);
  if (before?.old.deref() === old) return before.range;
  const range = compareLists(old, next);
  known.set(next, { old: new WeakRef(old), range });
  return range;
}

/** Whether two versions of a list differ at most in items that are alike, in the same places. */
export function areAlike<T>(old: readonly T[], next: readonly T[], isAlike: (a: T, b: T) => boolean): boolean {
  const range = changedRange(old, next);
  if (range === undefined) return true;
  const { start, oldEnd, newEnd } = range;
  return oldEnd === newEnd && next.slice(start, newEnd).every((item, index) => isAlike(old[start + index]!, item));
}

function compareLists<T>(old: readonly T[], next: readonly T[]): ChangedRange | undefined {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start++;
  if (start === old.length && start === next.length) return undefined;
  let [oldEnd, newEnd] = [old.length, next.length];
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === next[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
