import { existsSync, readdirSync } from 'node:fs';
import type { ThreadPool } from '../core/process/thread-pool.js';
import { type BackgroundWrites, createBackgroundWrites } from './background-writes.js';
import { checkFreeSpace } from './check-free-space.js';
import type { DestinationCheck, Manifest, SavedManifest } from './manifest.js';
import { type PresentFile, planSome, planWrites, type WantedFile, type WritePlan } from './plan-writes.js';
import { PresentFiles } from './present-files.js';
import { isSame } from './same-content.js';
import { type Backup, isInBackupFolder, nothing } from './undo/backup.js';
import { createUndo } from './undo/undo.js';
import { writeShared } from './write-batch.js';
import { parentOf, type Written, withPlace, writeFile } from './write-file.js';

/** The destination folder: what is in it, and the only code that writes there. */
export interface Destination {
  /** Whether the whole folder was deleted since files were written there; it is known to be empty then. */
  isGone(): boolean;
  /** Whether some of the written files were deleted since; if so, that is noted. */
  hasLost(paths: readonly string[]): boolean;
  /** Whether another program seems to have written the site anew: Jekyll, say. A look at a few files. */
  wasOverwritten(): boolean;
  /** Scans the folder again, as others may have written there. Throws SiteError where it may not be read. */
  rescan(): void;
  /** Waits for the check of the folder that was begun; to be called before any plan. */
  ready(): Promise<void>;
  /**
   * Compares the wanted files with the folder, which is scanned once; later plans trust what was written since.
   *
   * @param isKept whether a file stays though nobody wants it
   */
  plan(wanted: ReadonlyMap<string, WantedFile>, isKept: (path: string) => boolean): WritePlan;
  /** Compares some of the wanted files; nothing is removed. */
  planSome(wanted: ReadonlyMap<string, WantedFile>): WritePlan;
  /**
   * Writes and removes as planned. Rejects with a SiteError with the path where the system refuses; a part is done by
   * then.
   */
  carryOut(plan: WritePlan): Promise<void>;
  /** Writes those of some files that are missing or different; gives their paths. Throws as `carryOut` does. */
  replace(files: readonly WantedFile[]): readonly string[];
  /** Makes all changes final. Whether nothing is left of what was there before. */
  commit(): boolean;
  /**
   * Undoes all changes since the last `commit`. Gives the paths of what could not be restored, as the system refused
   * that.
   */
  rollBack(): readonly string[];
  /**
   * Writes files in threads while others are rendered; undefined where the folder is not empty, as it has to stay as it
   * is until the build is known to succeed, or where there are no threads.
   *
   * @param done told of each file that was written
   */
  writeInBackground(done: (file: WantedFile) => void): BackgroundWrites | undefined;
  /** Has threads begin with what is looked up for a manifest. */
  beginManifest(): void;
  /** The manifest of what is there now, for the next process. */
  manifest(): Manifest;
}

/**
 * The destination at an absolute path; it need not exist yet.
 *
 * @param saved the manifest that an earlier process left; a file whose size or time is another now is compared
 *   by its bytes
 * @param threadPool threads that help where many files are written
 * @param check a check, begun already, whether the folder is as that manifest says
 */
export function createDestination(
  root: string,
  saved?: SavedManifest,
  threadPool?: ThreadPool,
  check?: DestinationCheck,
): Destination {
  const present = new PresentFiles(root, saved, check);
  const undo = createUndo(root, present);
  const isSameHere = (file: WantedFile, there: PresentFile): boolean => isSame(root, file, there);
  /** Backs up some files before they are written. */
  const backUp = (files: readonly WantedFile[]): Backup => {
    const paths = files.map(({ path }) => path);
    const backup = undo.prepareWrites(
      paths,
      paths.map((path) => present.sizeOf(path) ?? nothing),
    );
    for (const path of paths) present.willChange(path);
    return backup;
  };
  const write = (file: WantedFile, backup: Backup, index: number): void => {
    const written = withPlace(file.path, () =>
      writeFile(root, file.path, file.content(), present.folders, backup, index),
    );
    present.noteWritten(file, written, true);
  };
  const noteWrittenByThread = (file: WantedFile, written: Written): void => present.noteWritten(file, written, false);
  /** Removes a folder and those above it, as far as they are empty. */
  const removeFolders = (path: string): void => {
    for (let folder = path; folder !== '' && undo.removeFolder(folder); folder = parentOf(folder))
      present.noteFolderRemoved(folder);
  };
  const removeAll = (paths: readonly string[]): void => {
    const removal = undo.prepareRemovals(paths);
    for (const path of paths) {
      present.willChange(path);
      withPlace(path, () => removal.remove(path));
      removeFolders(parentOf(path));
    }
  };
  const commit = (): boolean => {
    const isEmptied = undo.commit();
    present.committed(isEmptied);
    return isEmptied;
  };
  const planPart = (wanted: ReadonlyMap<string, WantedFile>): WritePlan => ({
    writes: planSome(wanted, present.all(), isSameHere),
    removals: [],
  });
  return {
    isGone() {
      const isGone = present.forgetIfDeleted();
      // What was there before is not to be restored.
      if (isGone) commit();
      return isGone;
    },
    hasLost: (paths) => present.forgetDeleted(paths),
    wasOverwritten: () => present.wasOverwritten(),
    rescan: () => present.rescan(),
    ready: () => present.ready(),
    plan(wanted, isKept) {
      const isKeptHere = (path: string): boolean => isKept(path) && !isInBackupFolder(path);
      const plan = planWrites(wanted, present.all(), isSameHere, isKeptHere);
      return { ...plan, emptied: present.takeEmptyFolders().filter((folder) => !isKept(folder)) };
    },
    planSome: planPart,
    async carryOut(plan) {
      undo.keepRemoved(checkFreeSpace(root, plan.writes, (path) => present.sizeOf(path) ?? 0, plan.removals));
      present.all();
      // First, so that nothing is written through a link or into a file that stands where a folder must be.
      removeAll(plan.removals);
      plan.emptied?.forEach(removeFolders);
      await writeShared(plan.writes, { root, threadPool, backUp, write, done: noteWrittenByThread });
    },
    replace(files) {
      if (files.length === 0) return [];
      const { writes } = planPart(new Map(files.map((file) => [file.path, file])));
      const backup = backUp(writes);
      for (const [index, file] of writes.entries()) write(file, backup, index);
      return writes.map(({ path }) => path);
    },
    commit,
    rollBack() {
      const rolledBack = undo.rollBack();
      if (rolledBack === undefined) return [];
      present.rolledBack(rolledBack);
      return rolledBack.refused;
    },
    writeInBackground(done) {
      if (threadPool === undefined || threadPool.size === 0) return undefined;
      if (existsSync(root) && readdirSync(root).length > 0) return undefined;
      present.all();
      return createBackgroundWrites(root, threadPool, backUp, (file, written) => {
        noteWrittenByThread(file, written);
        done(file);
      });
    },
    beginManifest: () => present.beginManifest(threadPool),
    // After a build that failed, what is there is as it was.
    manifest: () => present.manifest(),
  };
}
