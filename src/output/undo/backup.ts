import { readSync, renameSync, rmSync, type Stats, writeSync } from 'node:fs';
import { makeFolders } from '../../core/files.js';

/**
 * The backup of some files that are about to be written: numbers, and memory that threads share. Rolling back needs no
 * answer from the thread that wrote, whatever became of it.
 */
export interface Backup {
  /**
   * Bytes of each file; `nothing` where no plain file is known to be there, `ours` where the present one needs no
   * backup.
   */
  readonly sizes: readonly number[];
  /**
   * Numbers of each file: what was done to it (`done`), the old file's time, and the length of the path that was in its
   * way.
   */
  readonly marks: SharedArrayBuffer;
  /** Where the old bytes are, file after file: memory, or an open file where they are very many. */
  readonly holder: SharedArrayBuffer | number;
  readonly start: number;
  /** A folder below the root for what is moved instead of copied; undefined where there is no space for it. */
  readonly aside: string | undefined;
  /** Each file has two names there, which are numbers from this one on. */
  readonly first: number;
}

/** As a size: no plain file is known to be there. */
export const nothing = -1;
/** As a size: this build has written the present file, which needs no backup. */
export const ours = -2;

/** What was done to a file: flags, as more than one thing may be. */
export const done = { made: 1, held: 2, movedAway: 4, movedObstacle: 8, lost: 16 } as const;

const numbersOfFile = 3;

/** This process's folder for what is moved away, in the destination: to another disk, things would be copied. */
export const backupFolderName = `.utterson-${process.pid}`;

/** Whether a path is in a backup folder, as a killed build may have left one. */
export function isInBackupFolder(path: string): boolean {
  return /^\.utterson-\d+\//.test(path);
}

/** Memory for the marks of some files, none of them set. */
export function marksFor(files: number): SharedArrayBuffer {
  return new SharedArrayBuffer(files * numbersOfFile * Float64Array.BYTES_PER_ELEMENT);
}

/** The numbers of one file. */
function marksOf({ marks }: Backup, index: number): Float64Array {
  return new Float64Array(marks, index * numbersOfFile * Float64Array.BYTES_PER_ELEMENT, numbersOfFile);
}

function mark(marks: Float64Array, what: number): void {
  marks[0]! |= what;
}

/** Whether something was done to a file. */
export function isMarked(backup: Backup, index: number, what: number): boolean {
  return (marksOf(backup, index)[0]! & what) !== 0;
}

/** Where the bytes of a file are held. */
export function placeOfBytes({ sizes, start }: Backup, index: number): number {
  let place = start;
  for (let one = 0; one < index; one++) place += Math.max(0, sizes[one]!);
  return place;
}

let scratch = Buffer.alloc(0);

/**
 * Copies the bytes of an open file that is to be written over. False where it is not the file that was known, or where
 * there is no space.
 */
export function hold(backup: Backup, index: number, file: number, { size, mtimeMs }: Stats): boolean {
  const known = backup.sizes[index]!;
  if (known === ours || isMarked(backup, index, done.held)) return true;
  if (known !== size) return false;
  const { holder } = backup;
  const place = placeOfBytes(backup, index);
  try {
    if (typeof holder !== 'number') readWhole(file, new Uint8Array(holder, place, size));
    else {
      if (scratch.length < size) scratch = Buffer.allocUnsafe(size);
      const bytes = scratch.subarray(0, size);
      readWhole(file, bytes);
      for (let at = 0; at < size; ) at += writeSync(holder, bytes, at, size - at, place + at);
    }
  } catch {
    return false;
  }
  const marks = marksOf(backup, index);
  marks[1] = mtimeMs;
  mark(marks, done.held);
  return true;
}

/** Fills a buffer from a file, from a place in it on. Throws where the file has fewer bytes. */
export function readWhole(file: number, bytes: Uint8Array, place = 0): void {
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, place + at);
    if (count === 0) throw new Error('cut off');
    at += count;
  }
}

/** Notes that a file was made where nothing was. */
export function markMade(backup: Backup, index: number): void {
  mark(marksOf(backup, index), done.made);
}

/** Moves whatever is at a file's path to the backup folder, or removes it for good where it cannot be kept. */
export function moveAway(root: string, path: string, backup: Backup, index: number): void {
  const isOurs = backup.sizes[index] === ours || isMarked(backup, index, done.movedAway | done.lost);
  move(root, path, backup, index, done.movedAway, isOurs);
}

/** The same for what is at a part of its path, where a folder has to be. */
export function moveObstacle(root: string, path: string, backup: Backup, index: number): void {
  marksOf(backup, index)[2] = path.length;
  move(root, path, backup, index, done.movedObstacle, false);
}

/** The name in the backup folder of a file, or of what was in its way. */
export function nameInBackupFolder(backup: Backup, index: number, what: number): string {
  return `${backup.aside}/${backup.first + 2 * index + (what === done.movedObstacle ? 1 : 0)}`;
}

/** A path below the root that was moved away for a file's sake. */
export function obstacleOf(path: string, backup: Backup, index: number): string {
  return path.slice(0, marksOf(backup, index)[2]!);
}

/** The time of a file whose bytes are copied. */
export function timeHeld(backup: Backup, index: number): number {
  return marksOf(backup, index)[1]!;
}

/** Whether anything was moved, or should have been, for some files. */
export function wasMoved({ marks }: Backup): boolean {
  const numbers = new Float64Array(marks);
  for (let at = 0; at < numbers.length; at += numbersOfFile) {
    if ((numbers[at]! & (done.movedAway | done.movedObstacle | done.lost)) !== 0) return true;
  }
  return false;
}

/** Error codes of a place that nothing can be moved to. */
const immovable = new Set(['EXDEV', 'EACCES', 'EPERM', 'EROFS']);

function move(root: string, path: string, backup: Backup, index: number, what: number, isOurs: boolean): void {
  const marks = marksOf(backup, index);
  const from = `${root}/${path}`;
  if (backup.aside !== undefined && !isOurs) {
    const to = `${root}/${nameInBackupFolder(backup, index, what)}`;
    mark(marks, what);
    try {
      try {
        renameSync(from, to);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        makeFolders(`${root}/${backup.aside}`);
        renameSync(from, to);
      }
      return;
    } catch (error) {
      marks[0]! &= ~what;
      const { code = '' } = error as NodeJS.ErrnoException;
      // Another process was there first.
      if (code === 'ENOENT' || code === 'ENOTDIR') return;
      if (!immovable.has(code)) throw error;
    }
  }
  // Taken away for good.
  rmSync(from, { recursive: true, force: true });
  if (!isOurs) mark(marks, done.lost);
}
