import { mkdirSync, readSync, renameSync, rmSync, type Stats, writeSync } from 'node:fs';

/**
 * What writers leave of what was there before some files were written: numbers, and memory that threads share. Who takes
 * it back needs to hear nothing of them, whatever became of their thread.
 */
export interface Backup {
  /** Bytes of each file that is there; `nothing` where none is known to be, `ours` where it is of no use to anybody. */
  readonly sizes: readonly number[];
  /** Numbers of each file: what was done, the time of what is held, and how far the path goes that was in its way. */
  readonly marks: SharedArrayBuffer;
  /** What holds bytes, one file's after another's: memory, or an open file where they are very many. */
  readonly holder: SharedArrayBuffer | number;
  readonly start: number;
  /** A folder for what cannot be held so, below the root; undefined where there is no room for it. */
  readonly aside: string | undefined;
  /** Each file has two names there, which are numbers from this one on. */
  readonly first: number;
}

/** As a size: no plain file is known to be there. */
export const nothing = -1;
/** As a size: what is there was written since, and is written over as it is. */
export const ours = -2;

/** What was done to a file; bits, as more than one thing may be. */
export const done = { made: 1, held: 2, movedAway: 4, movedObstacle: 8, lost: 16 } as const;

const numbersOfFile = 3;

/** The folder of this process for what is moved away; in the destination, for to another disk things are not moved but copied. */
export const backupFolderName = `.utterson-${process.pid}`;

/** Whether a path is one of those that a killed build has left. */
export function isInBackupFolder(path: string): boolean {
  return /^\.utterson-\d+\//.test(path);
}

/** An empty one for some files. */
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

/** Holds the bytes of an open file that is to be written over. False where it is another than it was known to be, or there is no room. */
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

/** Fills some bytes from a file, from its beginning or a place in it. Throws where it has fewer. */
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

/** Moves whatever is at a file's path out of the way, or takes it away for good where it cannot be kept. */
export function moveAway(root: string, path: string, backup: Backup, index: number): void {
  const isOurs = backup.sizes[index] === ours || isMarked(backup, index, done.movedAway | done.lost);
  move(root, path, backup, index, done.movedAway, isOurs);
}

/** The same with what is at a part of its path, where a folder is to be. */
export function moveObstacle(root: string, path: string, backup: Backup, index: number): void {
  marksOf(backup, index)[2] = path.length;
  move(root, path, backup, index, done.movedObstacle, false);
}

/** Of a file, or of what was in its way: the name that it has aside. */
export function nameInBackupFolder(backup: Backup, index: number, what: number): string {
  return `${backup.aside}/${backup.first + 2 * index + (what === done.movedObstacle ? 1 : 0)}`;
}

/** A path below the root that was moved away for a file's sake. */
export function obstacleOf(path: string, backup: Backup, index: number): string {
  return path.slice(0, marksOf(backup, index)[2]!);
}

/** The time that a file had whose bytes are held. */
export function timeHeld(backup: Backup, index: number): number {
  return marksOf(backup, index)[1]!;
}

/** Whether anything was moved for the sake of some files, or was to be. */
export function wasMoved({ marks }: Backup): boolean {
  const numbers = new Float64Array(marks);
  for (let at = 0; at < numbers.length; at += numbersOfFile) {
    if ((numbers[at]! & (done.movedAway | done.movedObstacle | done.lost)) !== 0) return true;
  }
  return false;
}

/** What a system says of a place that nothing can be moved to. */
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
        mkdirSync(`${root}/${backup.aside}`, { recursive: true });
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
