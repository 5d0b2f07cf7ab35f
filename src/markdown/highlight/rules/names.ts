/**
 * Names of a list in which those with one beginning are in brackets after it, and in there again; `-` is the beginning alone:
 * `A(bs(- olute) cos)` for `Abs`, `Absolute` and `Acos`.
 */
export function expandNames(list: string): ReadonlySet<string> {
  const names = new Set<string>();
  const starts = [''];
  for (const [piece] of list.matchAll(/\(|\)|[^()\s]+\(?/g)) {
    const start = starts[starts.length - 1]!;
    if (piece === ')') starts.pop();
    else if (piece.endsWith('(')) starts.push(start + piece.slice(0, -1));
    else names.add(piece === '-' ? start : start + piece);
  }
  return names;
}
