/** Where two versions of a list differ: what is before and after is the same in both. */
export interface ChangedRange {
  readonly start: number;
  /** Behind the last different item, in the old list and in the new one. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * The part of a list that is different now; undefined where the two hold the same. Items are told by identity and not
 * looked into, which at many thousands is most of the cost.
 */
export function changedRange<T>(old: readonly T[], next: readonly T[]): ChangedRange | undefined {
  if (old === next) return undefined;
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
