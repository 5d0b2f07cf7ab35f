import { type BigIntStats, lstatSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What there is at a path, links followed; undefined where nothing is, as below a file, or nothing can be looked at. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** As `statsOf`, of a link itself. */
export function linkStatsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A mark that differs whenever a file was changed or replaced: its size, its times and its inode. */
export function fileMark({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** Whether an absolute path is that of a folder, or of anything below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path with `/` between its parts, as the program and Ruby name files on every system. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/**
 * A path as an absolute one, as Ruby's `File.expand_path` gives it: `~` at its beginning is the user's own folder, which `HOME` names
 * on Windows as well.
 */
export function expandPath(path: string, workingFolder: string): string {
  if (!/^~(?:\/|$)/.test(path)) return resolve(workingFolder, path);
  return join(process.env.HOME || process.getBuiltinModule('node:os').homedir(), path.slice(1));
}

/** Whether a path is that of a file; whatever cannot be one is none. */
export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

/**
 * Makes a folder and those above it, where they are not there. Node's own way of it goes on for ever where a folder is
 * there in which none can be made, as `/proc`.
 */
export function makeFolders(path: string, isAboveThere = false): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (statsOf(path)?.isDirectory() === true) return;
    const above = dirname(path);
    if (isAboveThere || above === path || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolders(above);
    makeFolders(path, true);
  }
}

/** The text of a file in UTF-8; '' where none can be read. */
export function textOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The files in a folder and below it, in order, relative to it with `/` between the parts; none where it cannot be read. */
export function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return entries.map(({ parentPath, name }) => withSlashes(relative(folder, join(parentPath, name)))).sort();
  } catch {
    return [];
  }
}
