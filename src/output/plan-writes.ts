import type { Unfilled } from '../core/text/unfilled.js';
import type { Output } from '../core/types.js';

/** A file that the site wants in the destination. `path` is relative to it, `/` between its parts. */
export interface WantedFile {
  readonly path: string;
  /** The same for the same content. A text's begins with `"` or `#`, and differs for any other text. */
  readonly fingerprint: string;
  /** Whether the fingerprint is still to be computed from the content's bytes, which takes time. */
  readonly isUnhashed?: boolean;
  /** Takes the hash of those bytes, where a thread computed it. */
  setHash?(hash: string): void;
  /** Whether the content is these bytes, where that is known without making the content. */
  isOf?(bytes: Uint8Array): boolean;
  /** The content, as long as a thread that writes it is to fill gaps of it. */
  readonly unfilled?: Unfilled | undefined;
  /** The content, made or read when it is needed. */
  content(): Output['content'];
}

/** A file in the destination, as the file system describes it. */
export interface PresentFile {
  /** Bytes; −1 for what is no plain file. */
  readonly size: number;
  /** Milliseconds since 1970, with fraction. */
  readonly modifiedMs: number;
  /** Fingerprint of its content, where it is known. */
  fingerprint?: string;
}

/** What has to happen to the destination; paths are relative to it. */
export interface WritePlan {
  /** Files that are missing or have other bytes, in the order wanted. */
  readonly writes: readonly WantedFile[];
  /** Files that the site does not have. */
  readonly removals: readonly string[];
  /** Folders to remove, as they were found empty. */
  readonly emptied?: readonly string[];
}

/**
 * Compares the wanted files with those that are there.
 *
 * @param isSame whether a present file has the bytes wanted; asked only where fingerprints do not tell
 * @param isKept whether a file stays though nobody wants it (`keep_files`)
 */
export function planWrites(
  wanted: ReadonlyMap<string, WantedFile>,
  present: ReadonlyMap<string, PresentFile>,
  isSame: (file: WantedFile, present: PresentFile) => boolean,
  isKept: (path: string) => boolean,
): WritePlan {
  const writes = planSome(wanted, present, isSame);
  const removals: string[] = [];
  for (const path of present.keys()) if (!wanted.has(path) && !isKept(path)) removals.push(path);
  return { writes, removals };
}

/** Those of some wanted files that are missing or have other bytes. */
export function planSome(
  wanted: ReadonlyMap<string, WantedFile>,
  present: ReadonlyMap<string, PresentFile>,
  isSame: (file: WantedFile, present: PresentFile) => boolean,
): WantedFile[] {
  const writes: WantedFile[] = [];
  for (const file of wanted.values()) {
    const there = present.get(file.path);
    if (there === undefined || !(there.fingerprint === file.fingerprint || isSame(file, there))) writes.push(file);
  }
  return writes;
}

/** Jekyll's `keep_files`: a path is kept where it begins with one of the entries. */
export function createKeepRule(entries: readonly string[]): (path: string) => boolean {
  const prefixes = entries.map((entry) => entry.replace(/^\/+/, '')).filter((entry) => entry !== '');
  return (path) => prefixes.some((prefix) => path.startsWith(prefix));
}
