import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import type { Output } from '../core/types.js';
import type { PresentFile, WritePlan } from './plan-writes.js';

/** The destination folder: what is in it, and the only hand that writes there. */
export interface Destination {
  /** Looks through the folder; what is known from before is forgotten. */
  scan(): Map<string, PresentFile>;
  /** Whether a file of the destination has the bytes of an output. */
  isSame(output: Output, file: PresentFile): boolean;
  /** Writes and removes as planned. Throws a SiteError with the path where the system refuses. */
  carryOut(plan: WritePlan): void;
}

/** The destination at an absolute path; it need not exist yet. */
export function createDestination(root: string): Destination {
  const folders = new Set<string>();
  const links = new Set<string>();
  return {
    scan() {
      const found = new Map<string, PresentFile>();
      folders.clear();
      links.clear();
      scanFolder(root, '', found, folders);
      for (const [path, file] of found) if (file.size < 0) links.add(path);
      return found;
    },
    isSame: (output, file) => isSame(root, output, file),
    carryOut(plan) {
      // First, so that nothing is written through a link or into a file that stands where a folder must be.
      for (const path of plan.removals) withPlace(path, () => removeFile(root, path, folders));
      for (const output of plan.writes) withPlace(output.path, () => writeOutput(root, output, folders, links));
    },
  };
}

function scanFolder(root: string, folder: string, found: Map<string, PresentFile>, folders: Set<string>): void {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(join(root, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  folders.add(folder);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) scanFolder(root, path, found, folders);
    else found.set(path, presentFile(join(root, path)));
  }
}

function readEntries(path: string): import('node:fs').Dirent[] {
  return readdirSync(path, { withFileTypes: true });
}

function presentFile(path: string): PresentFile {
  const stats = lstatSync(path);
  return { size: stats.isFile() ? stats.size : -1, modifiedMs: stats.mtimeMs };
}

function isSame(root: string, output: Output, file: PresentFile): boolean {
  if (file.size < 0) return false;
  const path = join(root, output.path);
  const { content } = output;
  if (typeof content === 'string') {
    const length = Buffer.byteLength(content);
    return length === file.size && readFileSync(path, 'utf8') === content;
  }
  if (content instanceof Uint8Array) return content.byteLength === file.size && readFileSync(path).equals(content);
  const source = statSync(content.copyOf);
  if (source.size !== file.size) return false;
  return (
    Math.floor(file.modifiedMs / 1000) === Math.floor(content.modified) ||
    readFileSync(path).equals(readFileSync(content.copyOf))
  );
}

function writeOutput(root: string, output: Output, folders: Set<string>, links: Set<string>): void {
  makeFolder(root, parentOf(output.path), folders);
  const target = join(root, output.path);
  if (links.delete(output.path)) rmSync(target, { force: true });
  const { content } = output;
  try {
    writeContent(target, content);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(target, { recursive: true, force: true });
    writeContent(target, content);
  }
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

function makeFolder(root: string, folder: string, folders: Set<string>): void {
  if (folders.has(folder)) return;
  const path = join(root, folder);
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    removeFileInTheWay(root, folder);
    mkdirSync(path, { recursive: true });
  }
  for (let part = folder; !folders.has(part); part = parentOf(part)) {
    folders.add(part);
    if (part === '') break;
  }
}

/** A file of the last build stands where a folder must be now. */
function removeFileInTheWay(root: string, folder: string): void {
  let path = '';
  for (const part of folder.split('/')) {
    path = path === '' ? part : `${path}/${part}`;
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) {
      unlinkSync(join(root, path));
      return;
    }
  }
}

function removeFile(root: string, path: string, folders: Set<string>): void {
  rmSync(join(root, path), { force: true });
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
    folders.delete(folder);
  }
}

function parentOf(path: string): string {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
}

function withPlace(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
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
