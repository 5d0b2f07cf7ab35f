import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Crew } from '../core/crew.js';
import type { Output } from '../core/types.js';
import { checkRoom } from './check-room.js';
import { type DestinationLook, folderTime, isAsLeft, type Manifest, type SavedManifest } from './manifest.js';
import { type PresentFile, planSome, planWrites, type WantedFile, type WritePlan } from './plan-writes.js';
import { createWriteAhead, type WriteAhead } from './write-ahead.js';
import { writeShared } from './write-batch.js';
import { parentOf, type Written, withPlace, writeFile } from './write-file.js';

/** The destination folder: what is in it, and the only hand that writes there. */
export interface Destination {
  /** Whether somebody took the whole folder away since files were written there; it is then known to be empty. */
  isGone(): boolean;
  /** Looks whether some files that were written are there no more, and then counts with that. */
  hasLost(paths: readonly string[]): boolean;
  /** Waits for the look at the folder that was begun; to be called before any plan. */
  ready(): Promise<void>;
  /**
   * Compares what is wanted with the folder. It is looked through once; later plans trust what was written since.
   *
   * @param isKept whether a file stays though nobody wants it
   */
  plan(wanted: ReadonlyMap<string, WantedFile>, isKept: (path: string) => boolean): WritePlan;
  /** Compares a part of what is wanted; nothing is removed. */
  planSome(wanted: ReadonlyMap<string, WantedFile>): WritePlan;
  /** Writes and removes as planned. Rejects with a SiteError with the path where the system refuses. */
  carryOut(plan: WritePlan): Promise<void>;
  /** Writes those of some files that are not right; `takeBack` puts back what was there before. */
  replace(files: readonly WantedFile[]): { readonly paths: readonly string[]; takeBack(): void };
  /**
   * Writes files while others are rendered; undefined where something is in the folder, which stays as it is until all
   * is known to be well, or where no thread helps.
   *
   * @param done told of each file that was written
   */
  writeAhead(done: (file: WantedFile) => void): WriteAhead | undefined;
  /** What the files are known to hold now, for the next process. */
  manifest(): Manifest;
}

/**
 * The destination at an absolute path; it need not exist yet.
 *
 * @param known the manifest that an earlier process left; a file whose size or time is another now is compared
 *   by its bytes
 * @param crew threads that help where many files are written
 * @param begun a look whether the folder is as that manifest says
 */
export function createDestination(
  root: string,
  known?: SavedManifest,
  crew?: Crew,
  begun?: DestinationLook,
): Destination {
  const folders = new Set<string>();
  const links = new Set<string>();
  /** Folders with nothing in them, as somebody left them there. */
  const hollow: string[] = [];
  let folderTimes = new Map<string, number>();
  let present: Map<string, PresentFile> | undefined;
  let asLeft: boolean | undefined;
  const look = (): Map<string, PresentFile> => {
    const manifest = known?.read();
    const left = manifest && presentFiles(manifest);
    asLeft ??= manifest !== undefined && isAsLeft(root, manifest);
    const found = asLeft ? left! : new Map<string, PresentFile>();
    if (asLeft) {
      for (const folder of manifest!.folders) folders.add(folder);
      folderTimes = new Map(manifest!.folders.map((folder, index) => [folder, manifest!.folderTimes[index]!]));
    } else scanFolder(root, '', found, folders, hollow);
    for (const [path, file] of found) {
      if (file.size < 0) links.add(path);
      const written = left?.get(path);
      if (written?.size !== file.size || written.modifiedMs !== file.modifiedMs) continue;
      if (written.fingerprint !== undefined) file.fingerprint = written.fingerprint;
    }
    return found;
  };
  /** The times of the folders above a path are others now. */
  const touch = (path: string): void => {
    for (let folder = path; folder !== ''; ) {
      folder = parentOf(folder);
      folderTimes.delete(folder);
    }
  };
  /** Takes note of a file that was written; by a thread, of whose folders nothing is known yet. */
  const settle = ({ path, fingerprint }: WantedFile, [size, modifiedMs, folderMs]: Written, isOwn = false): void => {
    present?.set(path, { size, modifiedMs, fingerprint });
    const own = parentOf(path);
    // The time of its folder is the last one only if nothing else was put there since, of which one would have heard.
    const isLast = isOwn || !folders.has(own);
    for (let folder = own; !folders.has(folder); folder = parentOf(folder)) folders.add(folder);
    touch(path);
    if (isLast && folderMs !== undefined) folderTimes.set(own, folderMs);
  };
  const write = (file: WantedFile, isThere: boolean): void => {
    const written = withPlace(file.path, () => writeFile(root, file.path, file.content(), folders, isThere));
    settle(file, written, true);
  };
  // First, so that nothing is written through a link or into a file that stands where a folder must be.
  const removeAll = (paths: readonly string[]): void => {
    present ??= look();
    for (const path of paths) {
      withPlace(path, () => removeFile(root, path, folders));
      present.delete(path);
      touch(path);
    }
  };
  const removeEmptied = (paths: readonly string[]): void => {
    for (const path of paths) {
      removeFolders(root, path, folders);
      touch(path);
    }
  };
  /** Makes a path ready to be written; whether a plain file is there. */
  const prepare = (path: string): boolean => {
    const isThere = (present?.get(path)?.size ?? -1) >= 0;
    present?.delete(path);
    touch(path);
    if (links.delete(path)) withPlace(path, () => rmSync(join(root, path), { force: true }));
    return isThere;
  };
  const writeNow = (files: readonly WantedFile[]): void => {
    for (const file of files) write(file, prepare(file.path));
  };
  const destination: Destination = {
    isGone() {
      if (present === undefined || present.size === 0 || existsSync(root)) return false;
      present.clear();
      folders.clear();
      links.clear();
      folderTimes.clear();
      return true;
    },
    hasLost(paths) {
      const lost = paths.filter((path) => present?.has(path) && !existsSync(join(root, path)));
      for (const path of lost) {
        present!.delete(path);
        touch(path);
        for (let folder = parentOf(path); folder !== '' && !existsSync(join(root, folder)); folder = parentOf(folder))
          folders.delete(folder);
      }
      return lost.length > 0;
    },
    async ready() {
      asLeft ??= await begun?.isAsLeft();
    },
    plan(wanted, isKept) {
      present ??= look();
      const emptied = hollow.splice(0).filter((folder) => !isKept(folder));
      return { ...planWrites(wanted, present, (file, there) => isSame(root, file, there), isKept), emptied };
    },
    planSome(wanted) {
      const writes = planSome(wanted, (present ??= look()), (file, there) => isSame(root, file, there));
      return { writes, removals: [] };
    },
    async carryOut(plan) {
      checkRoom(root, plan.writes, (path) => Math.max(0, present?.get(path)?.size ?? 0), plan.removals);
      removeAll(plan.removals);
      removeEmptied(plan.emptied ?? []);
      const there = new Set(plan.writes.filter(({ path }) => prepare(path)));
      const isThere = (file: WantedFile): boolean => there.has(file);
      await writeShared(root, plan.writes, crew, isThere, (file) => write(file, isThere(file)), settle);
    },
    replace(files) {
      if (files.length === 0) return { paths: [], takeBack: () => {} };
      const { writes } = destination.planSome(new Map(files.map((file) => [file.path, file])));
      const before = writes.map(({ path }) => fileBefore(root, path, present?.get(path)));
      writeNow(writes);
      return {
        paths: writes.map(({ path }) => path),
        takeBack() {
          const removals = before.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : []));
          const back = before.flatMap(({ path, bytes, fingerprint }) =>
            bytes === undefined ? [] : [{ path, fingerprint: fingerprint ?? '', content: () => bytes }],
          );
          removeAll(removals);
          writeNow(back);
        },
      };
    },
    writeAhead(done) {
      if (crew === undefined || crew.size === 0) return undefined;
      const isMissing = !existsSync(root);
      if (!isMissing && readdirSync(root).length > 0) return undefined;
      present ??= look();
      const settleFile = (file: WantedFile, written: Written): void => {
        settle(file, written);
        done(file);
      };
      return createWriteAhead(root, crew, settleFile, (paths) => {
        removeAll(paths);
        if (isMissing) removeFolder(root);
      });
    },
    manifest() {
      // After a build that failed, what is there is as it was.
      present ??= look();
      const files = [...present];
      const known = [...folders].flatMap((folder) => {
        const time = folderTimes.get(folder) ?? folderTime(root, folder);
        return time === undefined ? [] : [[folder, time] as const];
      });
      return {
        paths: files.map(([path]) => path),
        sizes: files.map(([, { size }]) => size),
        times: files.map(([, { modifiedMs }]) => modifiedMs),
        fingerprints: files.map(([, file]) => file.fingerprint ?? ''),
        folders: known.map(([folder]) => folder),
        folderTimes: known.map(([, time]) => time),
      };
    },
  };
  return destination;
}

function presentFiles({ paths, sizes, times, fingerprints }: Manifest): Map<string, PresentFile> {
  const files = new Map<string, PresentFile>();
  for (let index = 0; index < paths.length; index++) {
    const fingerprint = fingerprints[index]!;
    const [size, modifiedMs] = [sizes[index]!, times[index]!];
    files.set(paths[index]!, fingerprint === '' ? { size, modifiedMs } : { size, modifiedMs, fingerprint });
  }
  return files;
}

function fileBefore(
  root: string,
  path: string,
  file: PresentFile | undefined,
): { readonly path: string; readonly bytes?: Uint8Array; readonly fingerprint?: string } {
  if (file === undefined || file.size < 0 || !existsSync(join(root, path))) return { path };
  const { fingerprint } = file;
  return { path, bytes: readFileSync(join(root, path)), ...(fingerprint === undefined ? {} : { fingerprint }) };
}

function scanFolder(
  root: string,
  folder: string,
  found: Map<string, PresentFile>,
  folders: Set<string>,
  hollow: string[],
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  folders.add(folder);
  if (entries.length === 0 && folder !== '') hollow.push(folder);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) scanFolder(root, path, found, folders, hollow);
    else found.set(path, presentFile(`${root}/${path}`));
  }
}

function presentFile(path: string): PresentFile {
  const stats = lstatSync(path);
  return { size: stats.isFile() ? stats.size : -1, modifiedMs: stats.mtimeMs };
}

/** Whether fingerprints are of texts, which tell what is the same and what is not. */
function areOfTexts(one: string, other = ''): boolean {
  return /^["#]/.test(one) && /^["#]/.test(other);
}

function isSame(root: string, file: WantedFile, there: PresentFile): boolean {
  if (there.size < 0 || areOfTexts(file.fingerprint, there.fingerprint)) return false;
  const path = join(root, file.path);
  const isThere = file.isOf === undefined ? hasContent(path, file.content(), there) : file.isOf(readFileSync(path));
  if (!isThere) return false;
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

/** Removes a folder that is empty. */
function removeFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function removeFile(root: string, path: string, folders: Set<string>): void {
  rmSync(join(root, path), { force: true });
  removeFolders(root, parentOf(path), folders);
}

/** Removes a folder and those above it, as far as they are empty. */
function removeFolders(root: string, path: string, folders: Set<string>): void {
  for (let folder = path; folder !== ''; folder = parentOf(folder)) {
    if (!removeFolder(join(root, folder))) return;
    folders.delete(folder);
  }
}
