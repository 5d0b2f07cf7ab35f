import {
  copyFileSync,
  type Dirent,
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
import { join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import type { Output } from '../core/types.js';
import { type PresentFile, planWrites, type WantedFile, type WritePlan } from './plan-writes.js';

/** What was written where: path → size in bytes, milliseconds of its time, fingerprint of its content. Plain data. */
export type Manifest = Readonly<Record<string, readonly [number, number, string]>>;

/** The destination folder: what is in it, and the only hand that writes there. */
export interface Destination {
  /**
   * Compares what is wanted with the folder. It is looked through once; later plans trust what was written since.
   *
   * @param isKept whether a file stays though nobody wants it
   */
  plan(wanted: ReadonlyMap<string, WantedFile>, isKept: (path: string) => boolean): WritePlan;
  /** Writes and removes as planned. Throws a SiteError with the path where the system refuses. */
  carryOut(plan: WritePlan): void;
  /** Writes those of some files that are not right; `takeBack` puts back what was there before. */
  replace(files: readonly WantedFile[]): { readonly paths: readonly string[]; takeBack(): void };
  /** What the files are known to hold now, for the next process. */
  manifest(): Manifest;
}

/**
 * The destination at an absolute path; it need not exist yet.
 *
 * @param known what an earlier process wrote there; a file whose size or time is another now is compared by its bytes
 */
export function createDestination(root: string, known: Manifest = {}): Destination {
  const folders = new Set<string>();
  const links = new Set<string>();
  let present: Map<string, PresentFile> | undefined;
  const look = (): Map<string, PresentFile> => {
    const found = new Map<string, PresentFile>();
    scanFolder(root, '', found, folders);
    for (const [path, file] of found) {
      if (file.size < 0) links.add(path);
      const written = Object.hasOwn(known, path) ? known[path] : undefined;
      if (written?.[0] === file.size && written[1] === file.modifiedMs) file.fingerprint = written[2];
    }
    return found;
  };
  const destination: Destination = {
    plan(wanted, isKept) {
      present ??= look();
      return planWrites(wanted, present, (file, there) => isSame(root, file, there), isKept);
    },
    carryOut(plan) {
      const files = (present ??= look());
      // First, so that nothing is written through a link or into a file that stands where a folder must be.
      for (const path of plan.removals) {
        withPlace(path, () => removeFile(root, path, folders));
        files.delete(path);
      }
      for (const file of plan.writes) {
        files.delete(file.path);
        const written = withPlace(file.path, () => writeFile(root, file, folders, links));
        files.set(file.path, { ...written, fingerprint: file.fingerprint });
      }
    },
    replace(files) {
      if (files.length === 0) return { paths: [], takeBack: () => {} };
      const { writes } = destination.plan(new Map(files.map((file) => [file.path, file])), () => true);
      const before = writes.map(({ path }) => fileBefore(root, path, present?.get(path)));
      destination.carryOut({ writes, removals: [], unchanged: 0 });
      return {
        paths: writes.map(({ path }) => path),
        takeBack() {
          const removals = before.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : []));
          const back = before.flatMap(({ path, bytes, fingerprint }) =>
            bytes === undefined ? [] : [{ path, fingerprint: fingerprint ?? '', content: () => bytes }],
          );
          destination.carryOut({ writes: back, removals, unchanged: 0 });
        },
      };
    },
    manifest() {
      const entries: Record<string, readonly [number, number, string]> = {};
      for (const [path, { size, modifiedMs, fingerprint }] of present ?? []) {
        if (fingerprint !== undefined) entries[path] = [size, modifiedMs, fingerprint];
      }
      return entries;
    },
  };
  return destination;
}

function fileBefore(
  root: string,
  path: string,
  file: PresentFile | undefined,
): { readonly path: string; readonly bytes?: Uint8Array; readonly fingerprint?: string } {
  if (file === undefined || file.size < 0) return { path };
  const { fingerprint } = file;
  return { path, bytes: readFileSync(join(root, path)), ...(fingerprint === undefined ? {} : { fingerprint }) };
}

function scanFolder(root: string, folder: string, found: Map<string, PresentFile>, folders: Set<string>): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  folders.add(folder);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) scanFolder(root, path, found, folders);
    else found.set(path, presentFile(`${root}/${path}`));
  }
}

function presentFile(path: string): PresentFile {
  const stats = lstatSync(path);
  return { size: stats.isFile() ? stats.size : -1, modifiedMs: stats.mtimeMs };
}

function isSame(root: string, file: WantedFile, there: PresentFile): boolean {
  if (there.size < 0 || !hasContent(join(root, file.path), file.content(), there)) return false;
  there.fingerprint = file.fingerprint;
  return true;
}

function hasContent(path: string, content: Output['content'], there: PresentFile): boolean {
  if (typeof content === 'string') {
    return Buffer.byteLength(content) === there.size && readFileSync(path, 'utf8') === content;
  }
  if (content instanceof Uint8Array) return content.byteLength === there.size && readFileSync(path).equals(content);
  const source = statSync(content.copyOf);
  if (source.size !== there.size) return false;
  const isOfSameTime = Math.floor(there.modifiedMs / 1000) === Math.floor(content.modified);
  return isOfSameTime && readFileSync(path).equals(readFileSync(content.copyOf));
}

function writeFile(root: string, file: WantedFile, folders: Set<string>, links: Set<string>): PresentFile {
  makeFolder(root, parentOf(file.path), folders);
  const target = `${root}/${file.path}`;
  if (links.delete(file.path)) rmSync(target, { force: true });
  const content = file.content();
  try {
    writeContent(target, content);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(target, { recursive: true, force: true });
    writeContent(target, content);
  }
  return presentFile(target);
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
  const path = folder === '' ? root : `${root}/${folder}`;
  try {
    if (folder === '') mkdirSync(path, { recursive: true });
    else {
      makeFolder(root, parentOf(folder), folders);
      mkdirSync(path);
    }
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    removeFileInTheWay(root, folder);
    mkdirSync(path, { recursive: true });
  }
  folders.add(folder);
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
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function withPlace<T>(path: string, work: () => T): T {
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
