import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { linkStatsOf, statsOf } from '../core/files.js';
import {
  type Backup,
  backupFolderName,
  done,
  isMarked,
  marksFor,
  moveAway,
  nameInBackupFolder,
  nothing,
  obstacleOf,
  ours,
  placeOfBytes,
  readWhole,
  timeHeld,
  wasMoved,
} from './backup.js';
import { folderTime } from './manifest.js';
import { isFolder, parentOf } from './write-file.js';

/** What was done to a destination since all was well, and how it is taken back. Paths are relative to the destination. */
export interface Undo {
  /**
   * Makes ready for some files to be written, each of which leaves there what was before it.
   *
   * @param sizes bytes of the plain files that are there; `nothing` for others
   */
  prepareWrites(paths: readonly string[], sizes: readonly number[]): Backup;
  /** Makes ready for files to be taken away; `remove` does it to one of them. */
  prepareRemovals(paths: readonly string[]): { remove(path: string): void };
  /** Removes a folder that is empty; whether it was. */
  removeFolder(folder: string): boolean;
  /** Says whether there is room for what goes to be kept until all is well; it is where nobody says so. */
  keepRemoved(isKept: boolean): void;
  /** All is well: what was there before is let go of. Whether all of that is gone; else it is tried again the next time. */
  commit(): boolean;
  /** Puts back all that was there. Undefined where nothing was done. */
  rollBack(): RolledBack | undefined;
}

/** What was taken back. */
export interface RolledBack {
  /** Files that were written or removed. */
  readonly files: readonly string[];
  /** Folders that were made or removed. */
  readonly folders: readonly string[];
  /** Whether nothing is left aside. */
  readonly isAllGone: boolean;
  /** What is not as it was, as the system refused that, or as there was no room to keep it. */
  readonly refused: readonly string[];
}

const maxNamed = 10;

/** What is said of what could not be put back; nothing where all could. */
export function incompleteRollback(paths: readonly string[]): Diagnostic[] {
  if (paths.length === 0) return [];
  const more = paths.length > maxNamed ? ` and ${paths.length - maxNamed} more` : '';
  return [
    {
      severity: 'error',
      code: 'output/not-as-before',
      message: `Not as before the build, as that was refused too: ${paths.slice(0, maxNamed).join(', ')}${more}.`,
      hint: 'The next build that the system does not refuse mends them.',
    },
  ];
}

/** Of a destination, as far as it is known. */
export interface KnownFolders {
  has(folder: string): boolean;
  /** Milliseconds since 1970. */
  timeOf(folder: string): number | undefined;
}

/** So many bytes are held in memory; more of them in a file without a name, which takes longer. */
const maxInMemory = 1 << 26;

/** For a destination in which nothing is done yet. */
export function createUndo(root: string, known: KnownFolders, most = maxInMemory): Undo {
  const memory = createMemory(most);
  /** Where each file has left what was before it. */
  const log = new Map<string, Place>();
  const times = new Map<string, number>();
  const made = new Set<string>();
  const removed: RemovedFolder[] = [];
  let all: Backup[] = [];
  let aside: string | undefined = backupFolderName;
  // None is used twice, not by a process of the same number either, which may have been killed.
  let names = Date.now() * 1000;
  let isLeft = false;
  let madeRoot: string | undefined;
  const noteTime = (folder: string): void => {
    if (times.has(folder) || made.has(folder)) return;
    const time = known.timeOf(folder) ?? folderTime(root, folder);
    if (time !== undefined) times.set(folder, time);
  };
  /** Notes which folders will be others once a file comes or goes. */
  const enter = (path: string): void => {
    noteTime('');
    const unknown: string[] = [];
    let folder = parentOf(path);
    for (; !known.has(folder) && !made.has(folder) && unknown.at(-1) !== ''; folder = parentOf(folder))
      unknown.push(folder);
    noteTime(folder);
    let isMissing = made.has(folder);
    for (const each of unknown.reverse()) {
      // Another process may have made it.
      isMissing ||= folderTime(root, each) === undefined;
      if (isMissing) made.add(each);
      else noteTime(each);
    }
    if (made.has('')) madeRoot ??= firstMissing(root);
  };
  const begin = (paths: readonly string[], sizes: readonly number[]): Backup => {
    const bytes = sizes.reduce((sum, size) => sum + Math.max(0, size), 0);
    const backup = { sizes, marks: marksFor(paths.length), aside, first: names, ...memory.take(bytes) };
    names += 2 * paths.length;
    all.push(backup);
    for (const [index, path] of paths.entries()) {
      const last = log.get(path);
      // Who was to write it may have been stopped before, and have left nothing.
      const earlier = last !== undefined && !isMarked(last.backup, last.index, anything) ? last.earlier : last;
      log.set(path, { backup, index, earlier });
      if (last === undefined) enter(path);
    }
    return backup;
  };
  const isMarkedIn = (path: string, what: number): boolean => markedPlace(log.get(path), what) !== undefined;
  const forget = (): void => {
    for (const one of [log, times, made]) one.clear();
    removed.length = 0;
    all = [];
    aside = backupFolderName;
    madeRoot = undefined;
    memory.clear();
  };
  return {
    prepareWrites(paths, sizes) {
      const isOurs = (path: string): boolean => isMarkedIn(path, done.made | done.held);
      return begin(
        paths,
        sizes.map((size, index) => (size !== nothing && isOurs(paths[index]!) ? ours : size)),
      );
    },
    prepareRemovals(paths) {
      const places = new Map(paths.map((path, index) => [path, index]));
      const backup = begin(
        paths,
        paths.map((path) => (isMarkedIn(path, done.made) ? ours : nothing)),
      );
      return {
        remove(path) {
          const index = places.get(path)!;
          const touched = backup.sizes[index] === ours ? undefined : markedPlace(log.get(path), anything);
          moveAway(root, path, touched?.backup ?? backup, touched?.index ?? index);
        },
      };
    },
    removeFolder(folder) {
      const mode = linkStatsOf(join(root, folder))?.mode;
      noteTime(folder);
      noteTime(parentOf(folder));
      if (!removeIfEmpty(join(root, folder))) return false;
      if (!made.has(folder)) removed.push({ folder, mode: mode! & 0o7777 });
      return true;
    },
    keepRemoved(isKept) {
      aside = isKept ? backupFolderName : undefined;
    },
    commit() {
      isLeft = (isLeft || all.some(wasMoved)) && !removeAside(root);
      forget();
      return !isLeft;
    },
    rollBack() {
      if (log.size === 0 && removed.length === 0) return undefined;
      const folders = [...made, ...removed.map(({ folder }) => folder)];
      const refused = rollBackAll(root, log, made, removed);
      // What could not be put back stays there until the next build has written all.
      isLeft = refused.length > 0 || !removeAside(root);
      if (madeRoot !== undefined) removeUpTo(root, madeRoot);
      for (const [folder, time] of times) setTime(join(root, folder), time);
      const taken = { files: [...log.keys()], folders, refused, isAllGone: !isLeft };
      forget();
      return taken;
    },
  };
}

interface RemovedFolder {
  readonly folder: string;
  readonly mode: number;
}

/** Where a file has left what was before it, each time that it was touched: the last one first. */
interface Place {
  readonly backup: Backup;
  readonly index: number;
  readonly earlier: Place | undefined;
}

const anything = Object.values(done).reduce<number>((all, one) => all | one, 0);

/** The last place where something was done. */
function markedPlace(last: Place | undefined, what: number): Place | undefined {
  let place = last;
  while (place !== undefined && !isMarked(place.backup, place.index, what)) place = place.earlier;
  return place;
}

/** Gives the paths of what could not be put back. */
function rollBackAll(
  root: string,
  log: ReadonlyMap<string, Place>,
  made: ReadonlySet<string>,
  removed: readonly RemovedFolder[],
): string[] {
  const refused = new Set<string>();
  const attempt = (path: string, work: () => void): void => {
    try {
      work();
    } catch {
      refused.add(path);
    }
  };
  const each = (what: number, work: (path: string, backup: Backup, index: number) => void): void => {
    for (const [path, last] of log) {
      for (let place = markedPlace(last, what); place !== undefined; place = markedPlace(place.earlier, what)) {
        const { backup, index } = place;
        const changed = what === done.movedObstacle ? obstacleOf(path, backup, index) : path;
        attempt(changed, () => work(changed, backup, index));
      }
    }
  };
  // First what makes room for the rest.
  each(done.made, (path) => rmSync(join(root, path), { force: true }));
  for (const folder of [...made].sort((a, b) => b.length - a.length)) removeIfEmpty(join(root, folder));
  for (const { folder, mode } of [...removed].reverse()) attempt(folder, () => makeAgain(join(root, folder), mode));
  const moveBack = (path: string, name: string): void => {
    // Where there is none, there was nothing to move.
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

/** Writes back the bytes of a file, and its time. */
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

/** Gives a file or a folder a time again that it had: to the last digit that Node tells, or where Node gives none of those, to the microsecond. */
function setTime(path: string, milliseconds: number): void {
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

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function removeAside(root: string): boolean {
  try {
    rmSync(join(root, backupFolderName), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** The uppermost folder that is missing of a path; undefined where the path is there. */
function firstMissing(path: string): string | undefined {
  if (statsOf(path) !== undefined) return undefined;
  return firstMissing(dirname(path)) ?? path;
}

/** Removes empty folders from a path upwards, up to one that is one of them. */
function removeUpTo(path: string, last: string): void {
  for (let folder = path; ; folder = dirname(folder)) {
    if (statsOf(folder) !== undefined && !removeIfEmpty(folder)) return;
    if (folder === last) return;
  }
}

/** Memory for bytes that are held for the time of a build. */
interface Memory {
  take(bytes: number): Pick<Backup, 'holder' | 'start'>;
  clear(): void;
}

const roomBytes = 1 << 20;
const noMemory = new SharedArrayBuffer(0);

/** Its rooms are used again: V8 does not count shared memory, and would be late to give it back. */
function createMemory(most: number): Memory {
  const rooms: SharedArrayBuffer[] = [];
  let next = 0;
  let used = roomBytes;
  let total = 0;
  let file: number | undefined;
  let fileBytes = 0;
  return {
    take(bytes) {
      if (bytes === 0) return { holder: noMemory, start: 0 };
      total += bytes;
      if (total > most) file ??= openNameless();
      if (file !== undefined) {
        fileBytes += bytes;
        return { holder: file, start: fileBytes - bytes };
      }
      if (bytes > roomBytes) return { holder: new SharedArrayBuffer(bytes), start: 0 };
      if (used + bytes > roomBytes) {
        rooms[next] ??= new SharedArrayBuffer(roomBytes);
        next++;
        used = 0;
      }
      used += bytes;
      return { holder: rooms[next - 1]!, start: used - bytes };
    },
    clear() {
      if (file !== undefined) closeSync(file);
      file = undefined;
      fileBytes = 0;
      next = 0;
      used = roomBytes;
      total = 0;
    },
  };
}

/** A file that goes with the process; undefined where there can be none. */
function openNameless(): number | undefined {
  const path = join(process.getBuiltinModule('node:os').tmpdir(), `utterson-held-${process.pid}-${Date.now()}`);
  let file: number;
  try {
    file = openSync(path, 'wx+', 0o600);
  } catch {
    return undefined;
  }
  try {
    unlinkSync(path);
  } catch {
    // A system that keeps names of open files leaves it in its folder for temporary ones.
  }
  return file;
}
