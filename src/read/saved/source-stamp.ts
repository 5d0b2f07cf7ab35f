import { join } from 'node:path';
import { statsOf } from '../../core/files.js';
import { createPlaces } from '../../core/lists/places.js';
import { hashText } from '../../core/text/hash-text.js';
import type { FileStat } from '../folders/disk-file.js';
import { type Entry, inDiskOrder, listFolder, tickMs } from '../folders/folder.js';

/** Everything on the disk that was looked at when a site was read, in columns: plain data. Paths are absolute. */
export interface SourceStamp {
  /** Path, 1 where the order on the disk matters, and a digest of what is in it. */
  readonly folders: readonly (readonly [path: string, isOrdered: 0 | 1, digest: string])[];
  readonly paths: readonly string[];
  /** Bytes. */
  readonly sizes: readonly number[];
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  /** Where no file was. */
  readonly missing: readonly string[];
}

/** A folder's entries as they were read. */
export interface ListedFolder {
  readonly entries: readonly Entry[];
  readonly isOrdered: boolean;
}

/** @param ignored what a build itself makes in the source folder (absolute paths) */
export function digestFolder(path: string, { entries, isOrdered }: ListedFolder, ignored: ReadonlySet<string>): string {
  const shown = entries.filter(({ name, isFolder }) => !isFolder || !ignored.has(join(path, name)));
  const folders = shown.filter(({ isFolder }) => isFolder);
  const order = isOrdered ? inDiskOrder(path, folders) : folders;
  const files = shown.filter(({ isFolder }) => !isFolder);
  return hashText(`${order.map(({ name }) => name).join('/')}//${files.map(({ name }) => name).join('/')}`);
}

/** What a check of the disk found; the next reading of the site uses it instead of looking again. */
export interface SourceCheck {
  /** When the check began: milliseconds since 1970. */
  readonly time: number;
  /** Whether everything is as it was: a site read now would be the same. */
  readonly isUnchanged: boolean;
  /** The files that are different; undefined where more is, such as the contents of folders. */
  readonly changedFiles: readonly string[] | undefined;
  /** The time of the one that was changed last: milliseconds since 1970; 0 where none was. */
  readonly lastChange: number;
  /** The entries of a folder; undefined where it was not looked at. */
  entriesOf(path: string): readonly Entry[] | undefined;
  /** A file that is as it was; undefined for any other. */
  statOf(path: string): FileStat | undefined;
}

/** The entries of a folder; undefined where it may not be read, which reading the site reports. */
function entriesOf(folder: string): readonly Entry[] | undefined {
  try {
    return listFolder(folder);
  } catch {
    return undefined;
  }
}

/** Checks everything that was looked at when the site was read. */
export function checkSource(stamp: SourceStamp, ignored: ReadonlySet<string>): SourceCheck {
  const time = Date.now();
  const { folders, paths, sizes, times, missing } = stamp;
  const found = new Map<string, readonly Entry[]>();
  let isUnchanged = true;
  for (const [path, isOrdered, digest] of folders) {
    const entries = entriesOf(path);
    if (entries === undefined) {
      isUnchanged = false;
      continue;
    }
    found.set(path, entries);
    isUnchanged &&= !entries.some(({ isLink }) => isLink);
    isUnchanged &&= digestFolder(path, { entries, isOrdered: isOrdered === 1 }, ignored) === digest;
  }
  const changed = new Set<string>();
  let lastChange = 0;
  for (let index = 0; index < paths.length; index++) {
    const stats = statsOf(paths[index]!);
    if (stats?.mtimeMs === times[index] && stats?.size === sizes[index]) continue;
    changed.add(paths[index]!);
    lastChange = Math.max(lastChange, stats?.mtimeMs ?? 0);
  }
  const isMissing = (path: string): boolean => statsOf(path) === undefined;
  const placeOf = createPlaces(paths);
  isUnchanged &&= missing.every(isMissing);
  return {
    time,
    isUnchanged: isUnchanged && changed.size === 0,
    changedFiles: isUnchanged ? [...changed] : undefined,
    lastChange,
    entriesOf: (path) => found.get(path),
    statOf(path) {
      const place = placeOf(path);
      if (place === undefined || changed.has(path)) return undefined;
      return { size: sizes[place]!, mtimeMs: times[place]! };
    },
  };
}

/**
 * A check once the times of files that changed tell everything: one that was saved a moment ago could be saved again without
 * another time, so that what is read of it would not be known to the next process. Waits for `tickMs` at most.
 */
export async function whenSettled(check: SourceCheck): Promise<SourceCheck> {
  if (check.lastChange < check.time - tickMs) return check;
  const timeLeft = (): number => Math.ceil(check.lastChange + tickMs - Date.now()) + 1;
  // Times are wrong, or so coarse that waiting takes longer than looking again. Those of this millisecond are ahead of the clock.
  if (timeLeft() > tickMs + 2) return check;
  // Timers count from when Node last looked at the clock, and may be early by what was done since.
  for (let wait = timeLeft(); wait > 0; wait = timeLeft()) await new Promise((resolve) => setTimeout(resolve, wait));
  return { ...check, time: Date.now() };
}
