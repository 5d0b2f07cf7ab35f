import { lstatSync, statSync } from 'node:fs';
import type { Crew, Order } from '../core/crew.js';
import { applyPatch, type Patch } from '../core/patch.js';

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
  /** The time of a folder is another as soon as something in it comes or goes. */
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

/** Asks a thread whether a destination is as its manifest says. */
export interface LookOrder extends Order {
  readonly kind: 'look';
  readonly root: string;
  readonly manifest: ManifestText;
}

/** Whether nothing came, went or was written since: no file and no folder has another size or time. */
export function isAsLeft(root: string, manifest: Manifest): boolean {
  const { paths, sizes, times, folders, folderTimes } = manifest;
  for (let index = 0; index < folders.length; index++) {
    if (folderTime(root, folders[index]!) !== folderTimes[index]) return false;
  }
  for (let index = 0; index < paths.length; index++) {
    const stats = lstatSync(`${root}/${paths[index]}`, { throwIfNoEntry: false });
    if (stats === undefined || stats.mtimeMs !== times[index]) return false;
    if ((stats.isFile() ? stats.size : -1) !== sizes[index]) return false;
  }
  return true;
}

/** The time of a folder; undefined where there is none. */
export function folderTime(root: string, folder: string): number | undefined {
  // The destination itself may be a link to a folder.
  if (folder === '') return statSync(root, { throwIfNoEntry: false })?.mtimeMs;
  const stats = lstatSync(`${root}/${folder}`, { throwIfNoEntry: false });
  return stats?.isDirectory() ? stats.mtimeMs : undefined;
}

/** So long is the manifest of as many files as are worth the start of a thread. */
const worthAsking = 200_000;

/** Asks a thread whether a destination is as a manifest says; undefined where none is worth it. */
export async function askThread(
  root: string,
  { json, changes }: ManifestText,
  crew: Crew,
): Promise<boolean | undefined> {
  if (crew.size === 0 || json.length < worthAsking) return undefined;
  const order: LookOrder = { kind: 'look', root, manifest: { json, changes } };
  return (await crew.send(crew.size - 1, order)) as boolean | undefined;
}
