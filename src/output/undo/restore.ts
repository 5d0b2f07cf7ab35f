import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { linkStatsOf, statsOf } from '../../core/files.js';
import { isFolder } from '../write-file.js';
import {
  type Backup,
  backupFolderName,
  done,
  isMarked,
  nameInBackupFolder,
  obstacleOf,
  placeOfBytes,
  readWhole,
  timeHeld,
} from './backup.js';

/** A folder that was removed, with its permissions. */
export interface RemovedFolder {
  readonly folder: string;
  readonly mode: number;
}

/** A backup of a file, and the one before: a file may be touched several times. */
export interface BackupPlace {
  readonly backup: Backup;
  readonly index: number;
  readonly earlier: BackupPlace | undefined;
}

/** Every mark there is. */
export const anyMark = Object.values(done).reduce<number>((all, one) => all | one, 0);

/** The last place where something of a kind was done. */
export function markedPlace(last: BackupPlace | undefined, what: number): BackupPlace | undefined {
  let place = last;
  while (place !== undefined && !isMarked(place.backup, place.index, what)) place = place.earlier;
  return place;
}

/** What was done below a root. Paths are relative to it. */
export interface Changes {
  /** Where each file has left what was before it. */
  readonly files: ReadonlyMap<string, BackupPlace>;
  /** Folders that were made. */
  readonly made: ReadonlySet<string>;
  /** Folders that were removed, in turn. */
  readonly removed: readonly RemovedFolder[];
}

/** Puts everything back; gives the paths of what could not be. */
export function restore(root: string, { files, made, removed }: Changes): string[] {
  const refused = new Set<string>();
  const attempt = (path: string, work: () => void): void => {
    try {
      work();
    } catch {
      refused.add(path);
    }
  };
  const each = (what: number, work: (path: string, backup: Backup, index: number) => void): void => {
    for (const [path, last] of files) {
      for (let place = markedPlace(last, what); place !== undefined; place = markedPlace(place.earlier, what)) {
        const { backup, index } = place;
        const changed = what === done.movedObstacle ? obstacleOf(path, backup, index) : path;
        attempt(changed, () => work(changed, backup, index));
      }
    }
  };
  // First what makes space for the rest.
  each(done.made, (path) => rmSync(join(root, path), { force: true }));
  for (const folder of [...made].sort((a, b) => b.length - a.length)) removeIfEmpty(join(root, folder));
  for (const { folder, mode } of [...removed].reverse()) attempt(folder, () => makeAgain(join(root, folder), mode));
  const moveBack = (path: string, name: string): void => {
    // Where there is none, nothing was moved.
    if (linkStatsOf(join(root, name)) !== undefined) renameSync(join(root, name), join(root, path));
  };
  each(done.movedObstacle, (way, backup, index) =>
    moveBack(way, nameInBackupFolder(backup, index, done.movedObstacle)),
  );
  each(done.movedAway, (path, backup, index) => moveBack(path, nameInBackupFolder(backup, index, done.movedAway)));
  each(done.held, (path, backup, index) => writeBack(join(root, path), backup, index));
  each(done.lost, (path) => refused.add(path));
  return [...refused];
}

function makeAgain(path: string, mode: number): void {
  if (!isFolder(path)) mkdirSync(path);
  chmodSync(path, mode);
}

/** Restores the bytes of a file, and its time. */
function writeBack(path: string, backup: Backup, index: number): void {
  const { holder } = backup;
  const [place, size] = [placeOfBytes(backup, index), backup.sizes[index]!];
  const bytes = typeof holder === 'number' ? new Uint8Array(size) : new Uint8Array(holder, place, size);
  if (typeof holder === 'number') readWhole(holder, bytes, place);
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; ) at += writeSync(file, bytes, at, size - at, at);
    ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
  setTime(path, timeHeld(backup, index));
}

/** Restores the time of a file or folder, as exactly as Node's numbers allow, or else to the microsecond. */
export function setTime(path: string, milliseconds: number): void {
  const seconds = milliseconds / 1000;
  const step = 2 ** -22;
  try {
    const access = statsOf(path)?.atime;
    if (access === undefined) return;
    for (const time of [seconds, seconds + step, seconds - step, seconds]) {
      utimesSync(path, access, time);
      if (statsOf(path)?.mtimeMs === milliseconds) return;
    }
  } catch {
    // It is another's.
  }
}

/** Removes a folder if it is empty; whether it did. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Removes what is left of the backups; whether nothing is. */
export function removeBackupFolder(root: string): boolean {
  try {
    rmSync(join(root, backupFolderName), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** The uppermost folder that is missing of a path; undefined where the path is there. */
export function firstMissing(path: string): string | undefined {
  if (statsOf(path) !== undefined) return undefined;
  return firstMissing(dirname(path)) ?? path;
}

/** Removes empty folders from a path upwards, up to one that is one of them. */
export function removeUpTo(path: string, last: string): void {
  for (let folder = path; ; folder = dirname(folder)) {
    if (statsOf(folder) !== undefined && !removeIfEmpty(folder)) return;
    if (folder === last) return;
  }
}
