import {
  closeSync,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { SiteError } from '../core/diagnostics.js';
import { linkStatsOf } from '../core/files.js';
import type { Output } from '../core/types.js';

/** What the file system tells of a file that was written: bytes, its time, and its folder's where that was made for it (milliseconds). */
export type Written = readonly [size: number, modifiedMs: number, folderMs?: number];

/**
 * Writes a file below a root, whatever stands in its way.
 *
 * @param folders those that are known to be there, relative to the root; new ones are added
 * @param isThere whether a plain file is most likely there already
 */
export function writeFile(
  root: string,
  path: string,
  content: Output['content'],
  folders: Set<string>,
  isThere = false,
): Written {
  refuseName(path);
  const target = `${root}/${path}`;
  const overwritten = isThere ? overwrite(target, content) : undefined;
  if (overwritten !== undefined) return overwritten;
  const folder = parentOf(path);
  const isMade = makeFolder(root, folder, folders);
  try {
    writeContent(target, content);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') {
      // Somebody took a folder away that was there.
      folders.clear();
      makeFolder(root, folder, folders);
    } else if (['EISDIR', 'EPERM', 'EACCES', 'ELOOP'].includes(code)) rmSync(target, { recursive: true, force: true });
    else throw error;
    writeContent(target, content);
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

function writeContent(target: string, content: Output['content']): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(target, content);
    return;
  }
  copyFileSync(content.copyOf, target);
  const seconds = Math.floor(content.modified);
  utimesSync(target, seconds, seconds);
}

/**
 * Writes over the bytes of a file. A file system like ext4 puts a file that was emptied first on the disk at once, which
 * takes ten times as long. Undefined where it cannot be done so.
 */
function overwrite(target: string, content: Output['content']): Written | undefined {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return undefined;
  let file: number;
  try {
    file = openSync(target, 'r+');
  } catch {
    return undefined;
  }
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(file, bytes);
    if (fstatSync(file).size !== bytes.byteLength) ftruncateSync(file, bytes.byteLength);
  } finally {
    closeSync(file);
  }
  // Windows settles a file's time when it is closed.
  const { size, mtimeMs } = lstatSync(target);
  return [size, mtimeMs];
}

/** Makes a folder and those above it; whether it had to be made. */
function makeFolder(root: string, folder: string, folders: Set<string>): boolean {
  if (folders.has(folder)) return false;
  let isMade = true;
  const path = folder === '' ? root : `${root}/${folder}`;
  try {
    if (folder === '') mkdirSync(path, { recursive: true });
    else {
      makeFolder(root, parentOf(folder), folders);
      mkdirSync(path);
    }
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // Another thread may have made it a moment ago.
    isMade = !isFolder(path);
    if (isMade) {
      removeFileInTheWay(root, folder);
      mkdirSync(path, { recursive: true });
    }
  }
  folders.add(folder);
  return isMade;
}

function isFolder(path: string): boolean {
  return linkStatsOf(path)?.isDirectory() === true;
}

/** A file of the last build stands where a folder must be now. */
function removeFileInTheWay(root: string, folder: string): void {
  let path = root;
  for (const part of folder.split('/')) {
    path = `${path}/${part}`;
    if (linkStatsOf(path) === undefined || isFolder(path)) continue;
    unlinkSync(path);
    return;
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
