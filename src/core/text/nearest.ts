/** The known word that a mistyped one is nearest to; undefined where none is near. A single character is near to nothing. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length < 2) return undefined;
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = distance(...differing(word.toLowerCase(), candidate.toLowerCase()));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** What was meant perhaps, or else what has to be known. */
export function hintFor(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `Did you mean ${near}?`;
}

/** Two words without what they begin and end with alike, which costs no edit. */
function differing(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
