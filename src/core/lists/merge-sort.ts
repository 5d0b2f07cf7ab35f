/** Sorts as Ruby does on Linux (glibc's merge sort), which shows where a comparison contradicts itself. */
export function mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), compare);
  const right = mergeSort(items.slice(middle), compare);
  const sorted: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) sorted.push(compare(left[l]!, right[r]!) <= 0 ? left[l++]! : right[r++]!);
  while (l < left.length) sorted.push(left[l++]!);
  while (r < right.length) sorted.push(right[r++]!);
  return sorted;
}
