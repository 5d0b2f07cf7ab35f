import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { SiteError } from '../core/diagnostics.js';
import { linkStatsOf, makeFolders } from '../core/files.js';
import type { Output } from '../core/types.js';
import { sourceStats } from './same-content.js';
import { type Backup, done, hold, isMarked, markMade, moveAway, moveObstacle, nothing } from './undo/backup.js';

/**
 * What the file system reports of a written file: bytes, its time, and its folder's if that was made for it
 * (milliseconds).
 */
export type Written = readonly [size: number, modifiedMs: number, folderMs?: number];

/**
 * Writes a file below a root, whatever is in its way, and backs that up.
 *
 * @param folders those that are known to be there, relative to the root; new ones are added
 * @param backup where it leaves that, for the file of that number
 */
export function writeFile(
  root: string,
  path: string,
  content: Output['content'],
  folders: Set<string>,
  backup: Backup,
  index: number,
): Written {
  refuseName(path);
  const target = `${root}/${path}`;
  const isThere = backup.sizes[index] !== nothing;
  const overwritten = isThere ? overwrite(target, content, backup, index) : undefined;
  if (overwritten !== undefined) return overwritten;
  // A thread that ended meanwhile had begun with it.
  if (isMarked(backup, index, done.made)) rmSync(target, { force: true });
  else if (isThere) moveAway(root, path, backup, index);
  const folder = parentOf(path);
  const moveFileInTheWay = (way: string): void => moveObstacle(root, way, backup, index);
  const isMade = makeFolder(root, folder, folders, moveFileInTheWay);
  try {
    makeFile(target, content, backup, index);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      // Another process removed a folder, or put a file in its place.
      forgetMissing(root, folder, folders);
      makeFolder(root, folder, folders, moveFileInTheWay);
    } else if (code === 'EEXIST') moveAway(root, path, backup, index);
    else throw error;
    makeFile(target, content, backup, index);
  }
  const stats = lstatSync(target);
  // The root itself may be a link.
  if (!isMade || folder === '') return [stats.size, stats.mtimeMs];
  return [stats.size, stats.mtimeMs, lstatSync(`${root}/${folder}`).mtimeMs];
}

/**
 * Throws `SiteError` for a name that Windows has no file of. It would write what comes after a colon into a hidden part of
 * another file, and take a backslash for the way into a folder, even out of the destination.
 */
export function refuseName(path: string, platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'win32' || !/[\\:*?"<>|\0-\x1f]/.test(path)) return;
  throw new SiteError({
    code: 'output/no-name',
    message: `Cannot write ${path} in the destination: on Windows, no file's name has one of \\ : * ? " < > | in it.`,
    hint: 'Give it another permalink.',
  });
}

/**
 * Writes a file where nothing is: nothing is written through a link, and no other file is lost. Throws EEXIST where
 * something is.
 */
function makeFile(target: string, content: Output['content'], backup: Backup, index: number): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const file = openSync(target, 'wx');
    markMade(backup, index);
    try {
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
    return;
  }
  // After a refused copy it is not known whether the file was made.
  if (linkStatsOf(target) !== undefined) throw Object.assign(new Error(`EEXIST: ${target}`), { code: 'EEXIST' });
  sourceStats(content);
  markMade(backup, index);
  copyFileSync(content.copyOf, target, constants.COPYFILE_EXCL);
  const seconds = Math.floor(content.modified);
  utimesSync(target, seconds, seconds);
}

/**
 * Writes over the bytes of a file. A file system like ext4 puts a file that was emptied first on the disk at once, which
 * takes ten times as long, as it does to one that is renamed in the place of another. Undefined where it cannot be done so.
 */
function overwrite(target: string, content: Output['content'], backup: Backup, index: number): Written | undefined {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return undefined;
  let file: number;
  try {
    file = openSync(target, 'r+');
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    if (!hold(backup, index, file, stats)) return undefined;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(file, bytes);
    if (stats.size > bytes.byteLength) ftruncateSync(file, bytes.byteLength);
  } finally {
    closeSync(file);
  }
  // Windows settles a file's time when it is closed.
  const { size, mtimeMs } = lstatSync(target);
  return [size, mtimeMs];
}

/** Makes a folder and those above it; whether it had to be made. */
function makeFolder(root: string, folder: string, folders: Set<string>, moveObstacle: (path: string) => void): boolean {
  if (folders.has(folder)) return false;
  let isMade = true;
  const path = folder === '' ? root : `${root}/${folder}`;
  try {
    if (folder === '') makeFolders(path);
    else {
      makeFolder(root, parentOf(folder), folders, moveObstacle);
      mkdirSync(path);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!['EEXIST', 'ENOTDIR', 'ENOENT'].includes(code)) throw error;
    // Of those that are known to be there, one was taken away: of what the main thread removes, threads hear nothing.
    if (code === 'ENOENT') forgetMissing(root, folder, folders);
    // Another thread may have made it a moment ago.
    isMade = !isFolder(path);
    if (isMade) {
      const way = fileInTheWay(root, folder);
      if (way !== undefined) moveObstacle(way);
      makeFolders(path);
    }
  }
  folders.add(folder);
  return isMade;
}

/** Has a folder that is there no more, of those on the way to one, no longer be known, nor what lay in it. */
function forgetMissing(root: string, folder: string, folders: Set<string>): void {
  let missing: string | undefined;
  for (let at = folder; ; at = parentOf(at)) {
    if (!isFolder(at === '' ? root : `${root}/${at}`)) missing = at;
    if (at === '') break;
  }
  if (missing === '') folders.clear();
  if (missing === undefined || missing === '') return;
  for (const known of folders) if (known === missing || known.startsWith(`${missing}/`)) folders.delete(known);
}

/** Whether a path is that of a folder itself, not of a link to one. */
export function isFolder(path: string): boolean {
  return linkStatsOf(path)?.isDirectory() === true;
}

/** The path of a file where a folder has to be. */
function fileInTheWay(root: string, folder: string): string | undefined {
  for (let end = folder.indexOf('/'); ; end = folder.indexOf('/', end + 1)) {
    const path = end === -1 ? folder : folder.slice(0, end);
    if (linkStatsOf(`${root}/${path}`) !== undefined && !isFolder(`${root}/${path}`)) return path;
    if (end === -1) return undefined;
  }
}

/** The folder that a path lies in; '' for none. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Runs something that works on a file in the destination; where the system refuses, the error names the file. */
export function withPlace<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof SiteError) throw error;
    throw new SiteError(
      {
        code: 'output/refused',
        message: `Cannot write ${path} in the destination: ${message}`,
        hint: 'Check the permissions and the free space of the destination.',
      },
      { cause: error },
    );
  }
}
