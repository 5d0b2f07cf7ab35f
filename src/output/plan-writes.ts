import type { Output } from '../core/types.js';

/** A file that is in the destination. */
export interface PresentFile {
  readonly size: number;
  /** Milliseconds since 1970, with fraction. */
  readonly modifiedMs: number;
}

/** What has to happen to the destination; paths are relative to it, `/` between their parts. */
export interface WritePlan {
  /** Outputs whose file is missing or has other bytes, in the order wanted. */
  readonly writes: readonly Output[];
  /** Files that nobody wants. */
  readonly removals: readonly string[];
  /** Wanted files that are right already. */
  readonly unchanged: number;
}

/**
 * Compares what is wanted with what is there.
 *
 * @param isSame whether a present file has the bytes of an output; asked only where sizes do not tell
 * @param isKept whether a file stays though nobody wants it (`keep_files`)
 */
export function planWrites(
  wanted: ReadonlyMap<string, Output>,
  present: ReadonlyMap<string, PresentFile>,
  isSame: (output: Output, file: PresentFile) => boolean,
  isKept: (path: string) => boolean,
): WritePlan {
  const writes: Output[] = [];
  for (const output of wanted.values()) {
    const file = present.get(output.path);
    if (file === undefined || !isSame(output, file)) writes.push(output);
  }
  const removals: string[] = [];
  for (const path of present.keys()) if (!wanted.has(path) && !isKept(path)) removals.push(path);
  return { writes, removals, unchanged: wanted.size - writes.length };
}

/** Jekyll's `keep_files`: a path is kept where it begins with one of the entries. */
export function createKeepRule(entries: readonly string[]): (path: string) => boolean {
  const prefixes = entries.map((entry) => entry.replace(/^\/+/, '')).filter((entry) => entry !== '');
  return (path) => prefixes.some((prefix) => path.startsWith(prefix));
}
