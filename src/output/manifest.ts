import { linkStatsOf, statsOf } from '../core/files.js';
import { lazily } from '../core/lazily.js';
import { applyPatch, type Patch } from '../core/lists/patch.js';
import type { Task, ThreadPool } from '../core/process/thread-pool.js';

/** What was written where, in columns: plain data. Paths are relative to the destination. */
export interface Manifest {
  readonly paths: readonly string[];
  /** Bytes; −1 for what is no plain file. */
  readonly sizes: readonly number[];
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  /** Of the contents; '' where it is not known. */
  readonly fingerprints: readonly string[];
  /** All folders with files in or below them, '' for the destination itself. */
  readonly folders: readonly string[];
  /** A folder's time changes as soon as something in it comes or goes. */
  readonly folderTimes: readonly number[];
}

/** A manifest as JSON, and what changed in it since. */
export interface ManifestText {
  readonly json: string;
  readonly changes: readonly Patch[];
}

/** The same, read once. */
export interface SavedManifest extends ManifestText {
  read(): Manifest;
}

/** A manifest that an earlier process left. */
export function createSavedManifest(json: string, changes: readonly Patch[]): SavedManifest {
  let manifest: Manifest | undefined;
  return { json, changes, read: () => (manifest ??= readManifest({ json, changes })) };
}

/** The manifest that a text holds. */
export function readManifest({ json, changes }: ManifestText): Manifest {
  return changes.reduce(applyPatch, JSON.parse(json) as unknown) as Manifest;
}

/** Asks a thread to help check a destination. */
export interface CheckTask extends Task {
  readonly kind: 'check';
  readonly root: string;
  readonly manifest: ManifestText;
  /** How many portions were begun: one number, in memory that all threads share. */
  readonly begun: SharedArrayBuffer;
}

/** How many folders, and as many files, are checked in one go: most are beside each other on the disk. */
const portion = 128;

/** Whether nothing came, went or was written since: every file and folder has the size and time that it had. */
export function isUnchanged(root: string, manifest: Manifest): boolean {
  return checkPortions(root, manifest, new SharedArrayBuffer(4));
}

/** Checks the portions that no other thread has begun; whether they are unchanged. */
export function checkPortions(root: string, manifest: Manifest, begun: SharedArrayBuffer): boolean {
  const { paths, sizes, times, folders, folderTimes } = manifest;
  // There was no destination, as of a build that failed: no folder's time would tell of one that came since.
  if (folders.length === 0) return folderTime(root, '') === undefined;
  const next = new Int32Array(begun);
  for (;;) {
    const start = Atomics.add(next, 0, 1) * portion;
    if (start >= Math.max(folders.length, paths.length)) return true;
    for (let index = start; index < Math.min(start + portion, folders.length); index++) {
      if (folderTime(root, folders[index]!) !== folderTimes[index]) return false;
    }
    for (let index = start; index < Math.min(start + portion, paths.length); index++) {
      const stats = linkStatsOf(`${root}/${paths[index]}`);
      if (stats === undefined || stats.mtimeMs !== times[index]) return false;
      if ((stats.isFile() ? stats.size : -1) !== sizes[index]) return false;
    }
  }
}

/** The time of a folder; undefined where there is none. */
export function folderTime(root: string, folder: string): number | undefined {
  // The destination itself may be a link to a folder.
  if (folder === '') return statsOf(root)?.mtimeMs;
  const stats = linkStatsOf(`${root}/${folder}`);
  return stats?.isDirectory() ? stats.mtimeMs : undefined;
}

/** A check of a destination, which a thread can help with. */
export interface DestinationCheck {
  /** Has a thread begin, where there are many files and nobody has waited for the result yet. */
  begin(): void;
  /** Whether the destination is as its manifest says. The caller's thread helps to check the rest. */
  isUnchanged(): Promise<boolean>;
}

/** Characters of a manifest with so many files that starting a thread pays off. */
const worthStarting = 200_000;
/** The same where nothing else is to be done. */
const worthHurrying = 1_000_000;

/** A check whether a destination is as a manifest says. */
export function createDestinationCheck(
  root: string,
  manifest: SavedManifest,
  threadPool: ThreadPool,
): DestinationCheck {
  const { json, changes } = manifest;
  const begun = new SharedArrayBuffer(4);
  let isAsked = false;
  let helped: Promise<unknown> | undefined;
  const begin = (least: number): void => {
    if (isAsked || json.length < least || threadPool.size === 0) return;
    const task: CheckTask = { kind: 'check', root, manifest: { json, changes }, begun };
    helped ??= threadPool.send(threadPool.size - 1, task);
  };
  begin(worthHurrying);
  return {
    begin: () => begin(worthStarting),
    isUnchanged: lazily(async () => {
      isAsked = true;
      if (!checkPortions(root, manifest.read(), begun)) return false;
      const isRestAsLeft = helped === undefined || (await helped);
      // A thread that failed may have begun some portions.
      return isRestAsLeft === undefined ? isUnchanged(root, manifest.read()) : isRestAsLeft === true;
    }),
  };
}
