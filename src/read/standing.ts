import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../core/hash-text.js';
import { type Entry, inDiskOrder, listFolder } from './folder.js';

/** All that was looked at on the disk when a site was read, in columns: plain data. Paths are absolute. */
export interface SourceStanding {
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

/** Whether everything that was looked at is as it was: a site read now would be the same. */
export function sourceStands(standing: SourceStanding, ignored: ReadonlySet<string>): boolean {
  const { folders, paths, sizes, times, missing } = standing;
  for (const [path, isOrdered, digest] of folders) {
    const entries = listFolder(path);
    if (entries.some(({ isLink }) => isLink)) return false;
    if (digestFolder(path, { entries, isOrdered: isOrdered === 1 }, ignored) !== digest) return false;
  }
  for (let index = 0; index < paths.length; index++) {
    const stats = statSync(paths[index]!, { throwIfNoEntry: false });
    if (stats === undefined || stats.mtimeMs !== times[index] || stats.size !== sizes[index]) return false;
  }
  return missing.every((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
}
