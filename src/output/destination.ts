import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import { linkStatsOf } from '../core/files.js';
import type { ThreadPool } from '../core/thread-pool.js';
import type { Output } from '../core/types.js';
import { type BackgroundWrites, createBackgroundWrites } from './background-writes.js';
import { type Backup, backupFolderName, isInBackupFolder, nothing } from './backup.js';
import { checkFreeSpace } from './check-free-space.js';
import { type DestinationCheck, folderTime, isUnchanged, type Manifest, type SavedManifest } from './manifest.js';
import { type PresentFile, planSome, planWrites, type WantedFile, type WritePlan } from './plan-writes.js';
import { createUndo } from './undo.js';
import { writeShared } from './write-batch.js';
import { isFolder, parentOf, type Written, withPlace, writeFile } from './write-file.js';

/** The destination folder: what is in it, and the only hand that writes there. */
export interface Destination {
  /** Whether somebody took the whole folder away since files were written there; it is then known to be empty. */
  isGone(): boolean;
  /** Looks whether some files that were written are there no more, and then counts with that. */
  hasLost(paths: readonly string[]): boolean;
  /** Looks through the folder again, as others may have written there. Throws SiteError where it may not be read. */
  rescan(): void;
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
  /** Writes and removes as planned. Rejects with a SiteError with the path where the system refuses; some of it is done then. */
  carryOut(plan: WritePlan): Promise<void>;
  /** Writes those of some files that are not right; gives their paths. Throws as `carryOut` does. */
  replace(files: readonly WantedFile[]): readonly string[];
  /** All that was written is to stay. */
  commit(): void;
  /**
   * Has all as it was when something was last accepted, or when the builder was made. Gives paths of what is not, as the
   * system refused that.
   */
  rollBack(): readonly string[];
  /**
   * Writes files while others are rendered; undefined where something is in the folder, which stays as it is until all
   * is known to be well, or where no thread helps.
   *
   * @param done told of each file that was written
   */
  writeInBackground(done: (file: WantedFile) => void): BackgroundWrites | undefined;
  /** What the files are known to hold now, for the next process. */
  manifest(): Manifest;
}

/**
 * The destination at an absolute path; it need not exist yet.
 *
 * @param known the manifest that an earlier process left; a file whose size or time is another now is compared
 *   by its bytes
 * @param threadPool threads that help where many files are written
 * @param begun a look whether the folder is as that manifest says
 */
export function createDestination(
  root: string,
  known?: SavedManifest,
  threadPool?: ThreadPool,
  begun?: DestinationCheck,
): Destination {
  const folders = new Set<string>();
  /** Folders with nothing in them, as somebody left them there. */
  const emptyFolders: string[] = [];
  let folderTimes = new Map<string, number>();
  let present: Map<string, PresentFile> | undefined;
  let asLeft: boolean | undefined;
  const look = (): Map<string, PresentFile> => {
    const manifest = known?.read();
    const left = manifest && presentFiles(manifest);
    asLeft ??= manifest !== undefined && isUnchanged(root, manifest);
    if (!asLeft) return scan(left);
    for (const folder of manifest!.folders) folders.add(folder);
    folderTimes = new Map(manifest!.folders.map((folder, index) => [folder, manifest!.folderTimes[index]!]));
    return left!;
  };
  /** Looks through the folder; a file that has the size and the time that it was left with is as it was left. */
  const scan = (left: ReadonlyMap<string, PresentFile> | undefined): Map<string, PresentFile> => {
    const found = new Map<string, PresentFile>();
    scanFolder(root, '', found, folders, emptyFolders);
    for (const [path, file] of found) {
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
    for (let folder = own; folder !== ''; folder = parentOf(folder)) {
      // A file or a link that was in the way is there no more.
      if (present?.has(folder)) enter(folder);
    }
    touch(path);
    if (isLast && folderMs !== undefined) folderTimes.set(own, folderMs);
  };
  const undo = createUndo(root, {
    has: (folder) => folders.has(folder),
    timeOf: (folder) => folderTimes.get(folder),
  });
  /** What was known of files that were touched since something was accepted. */
  const knownBefore = new Map<string, PresentFile | undefined>();
  const write = (file: WantedFile, before: Backup, index: number): void => {
    const written = withPlace(file.path, () => writeFile(root, file.path, file.content(), folders, before, index));
    settle(file, written, true);
  };
  /** Before something is done to a file. */
  const enter = (path: string): void => {
    if (!knownBefore.has(path)) knownBefore.set(path, present?.get(path));
    present?.delete(path);
    touch(path);
  };
  /** Where files leave what was there before them. */
  const backUp = (files: readonly WantedFile[]): Backup => {
    const paths = files.map(({ path }) => path);
    const sizes = paths.map((path) => {
      const { size = nothing } = present?.get(path) ?? {};
      return size < 0 ? nothing : size;
    });
    const before = undo.prepareWrites(paths, sizes);
    paths.forEach(enter);
    return before;
  };
  /** Removes a folder and those above it, as far as they are empty. */
  const removeFolders = (path: string): void => {
    for (let folder = path; folder !== '' && undo.removeFolder(folder); folder = parentOf(folder)) {
      folders.delete(folder);
      touch(folder);
    }
  };
  // First, so that nothing is written through a link or into a file that stands where a folder must be.
  const removeAll = (paths: readonly string[]): void => {
    const removal = undo.prepareRemovals(paths);
    for (const path of paths) {
      enter(path);
      withPlace(path, () => removal.remove(path));
      removeFolders(parentOf(path));
    }
  };
  /** Where something is left aside, the next process is to see that not all is as it should be. */
  const noteAside = (isAllGone: boolean): void => {
    if (isAllGone) {
      folders.delete(backupFolderName);
      return;
    }
    folders.add(backupFolderName);
    folderTimes.set(backupFolderName, 0);
  };
  const destination: Destination = {
    isGone() {
      if (present === undefined || present.size === 0 || existsSync(root)) return false;
      present.clear();
      folders.clear();
      folderTimes.clear();
      // Nobody wants back what was there before.
      destination.commit();
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
    rescan() {
      if (present === undefined) return;
      const left = present;
      // Where it cannot be looked through, that is tried again, and nothing is known.
      present = undefined;
      asLeft = false;
      folders.clear();
      folderTimes.clear();
      emptyFolders.length = 0;
      present = scan(left);
    },
    async ready() {
      asLeft ??= await begun?.isUnchanged();
    },
    plan(wanted, isKept) {
      present ??= look();
      const emptied = emptyFolders.splice(0).filter((folder) => !isKept(folder));
      const stays = (path: string): boolean => isKept(path) && !isInBackupFolder(path);
      return { ...planWrites(wanted, present, (file, there) => isSame(root, file, there), stays), emptied };
    },
    planSome(wanted) {
      const writes = planSome(wanted, (present ??= look()), (file, there) => isSame(root, file, there));
      return { writes, removals: [] };
    },
    async carryOut(plan) {
      const sizeOf = (path: string): number => Math.max(0, present?.get(path)?.size ?? 0);
      undo.keepRemoved(checkFreeSpace(root, plan.writes, sizeOf, plan.removals));
      present ??= look();
      removeAll(plan.removals);
      plan.emptied?.forEach(removeFolders);
      await writeShared(root, plan.writes, threadPool, backUp, write, settle);
    },
    replace(files) {
      if (files.length === 0) return [];
      const { writes } = destination.planSome(new Map(files.map((file) => [file.path, file])));
      const before = backUp(writes);
      for (const [index, file] of writes.entries()) write(file, before, index);
      return writes.map(({ path }) => path);
    },
    commit() {
      knownBefore.clear();
      noteAside(undo.commit());
    },
    rollBack() {
      const taken = undo.rollBack();
      if (taken === undefined) return [];
      const refused = new Set(taken.refused);
      const checkSource = (path: string): void => {
        const file = presentFile(`${root}/${path}`);
        if (file === undefined) present!.delete(path);
        else {
          const { fingerprint } = (!refused.has(path) && knownBefore.get(path)) || {};
          present!.set(path, fingerprint === undefined ? file : { ...file, fingerprint });
        }
      };
      taken.files.forEach(checkSource);
      for (const folder of taken.folders) {
        folderTimes.delete(folder);
        if (!isFolder(`${root}/${folder}`)) {
          folders.delete(folder);
          checkSource(folder);
        } else {
          folders.add(folder);
          if (readdirSync(`${root}/${folder}`).length === 0 && folder !== '') emptyFolders.push(folder);
        }
      }
      noteAside(taken.isAllGone);
      knownBefore.clear();
      return taken.refused;
    },
    writeInBackground(done) {
      if (threadPool === undefined || threadPool.size === 0) return undefined;
      if (existsSync(root) && readdirSync(root).length > 0) return undefined;
      present ??= look();
      const settleFile = (file: WantedFile, written: Written): void => {
        settle(file, written);
        done(file);
      };
      return createBackgroundWrites(root, threadPool, backUp, settleFile);
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

function scanFolder(
  root: string,
  folder: string,
  found: Map<string, PresentFile>,
  folders: Set<string>,
  emptyFolders: string[],
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw unreadable(join(root, folder), code, error);
  }
  folders.add(folder);
  if (entries.length === 0 && folder !== '') emptyFolders.push(folder);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) scanFolder(root, path, found, folders, emptyFolders);
    else {
      const file = presentFile(`${root}/${path}`);
      if (file !== undefined) found.set(path, file);
    }
  }
}

/** A folder of the destination that may not be read: what is in it cannot be compared, nor removed. */
function unreadable(folder: string, code: string | undefined, cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'output/unreadable',
      message: `The folder of the destination cannot be read (${code}).`,
      hint: 'Give yourself permission to read and write it, remove it, or choose another --destination.',
      path: folder,
    },
    { cause },
  );
}

/** Undefined where no file is. */
function presentFile(path: string): PresentFile | undefined {
  const stats = linkStatsOf(path);
  if (stats === undefined || stats.isDirectory()) return undefined;
  return { size: stats.isFile() ? stats.size : -1, modifiedMs: stats.mtimeMs };
}

/** Whether fingerprints are of texts, which tell what is the same and what is not. */
function areOfTexts(one: string, other = ''): boolean {
  return /^["#]/.test(one) && /^["#]/.test(other);
}

function isSame(root: string, file: WantedFile, there: PresentFile): boolean {
  if (there.size < 0 || areOfTexts(file.fingerprint, there.fingerprint)) return false;
  const path = join(root, file.path);
  try {
    const isThere = file.isOf === undefined ? hasContent(path, file.content(), there) : file.isOf(readFileSync(path));
    if (!isThere) return false;
  } catch (error) {
    // One that may not be read is replaced by one that may.
    if (!isRefusal(error, path)) throw error;
    return false;
  }
  there.fingerprint = file.fingerprint;
  return true;
}

/** Whether the system says that a file may not be read, or is there no more. */
function isRefusal(error: unknown, path: string): boolean {
  const { code = '', path: refused } = error as NodeJS.ErrnoException;
  return refused === path && ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code);
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
