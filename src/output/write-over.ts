import type { Patch } from '../core/lists/patch.js';
import { itemsPatch } from '../core/lists/rows.js';
import { checkFreeSpace } from './check-free-space.js';
import type { Manifest } from './manifest.js';
import type { WantedFile } from './plan-writes.js';
import { createUndo } from './undo/undo.js';
import { type Written, withPlace, writeFile } from './write-file.js';

/** Files that are to replace those that are there. */
export interface Overwriting {
  /** Those that are different. */
  readonly paths: readonly string[];
  /** Writes them; gives what is different in the manifest then. Throws as `Destination.carryOut` does. */
  carryOut(): Patch | null;
  /** Restores everything; gives the paths of what could not be restored, as the system refused that. */
  rollBack(): readonly string[];
}

/**
 * Which of some files are different in a destination that is as its manifest says; undefined where one of them is not
 * there as a plain file, or is not a text.
 */
export function planOver(root: string, manifest: Manifest, files: Iterable<WantedFile>): Overwriting | undefined {
  const writes: (readonly [place: number, file: WantedFile])[] = [];
  for (const file of files) {
    const place = manifest.paths.indexOf(file.path);
    if (place < 0 || manifest.sizes[place]! < 0 || manifest.fingerprints[place] === '') return undefined;
    if (manifest.fingerprints[place] !== file.fingerprint) writes.push([place, file]);
  }
  const folders = new Set(manifest.folders);
  const undo = createUndo(root, { has: (folder) => folders.has(folder), timeOf: () => undefined });
  return {
    rollBack: () => undo.rollBack()?.refused ?? [],
    paths: writes.map(([, { path }]) => path),
    carryOut() {
      const there = new Map(writes.map(([place, { path }]) => [path, manifest.sizes[place]!]));
      checkFreeSpace(
        root,
        writes.map(([, file]) => file),
        (path) => there.get(path)!,
      );
      const written = new Map<number, Written>();
      const paths = writes.map(([, { path }]) => path);
      const backup = undo.prepareWrites(
        paths,
        paths.map((path) => there.get(path)!),
      );
      for (const [index, [place, file]] of writes.entries()) {
        const { path } = file;
        written.set(
          place,
          withPlace(path, () => writeFile(root, path, file.content(), folders, backup, index)),
        );
      }
      undo.commit();
      const column = (pick: (written: Written) => unknown): Patch | null =>
        itemsPatch(new Map([...written].map(([place, one]) => [place, pick(one)])));
      const columns = {
        sizes: column(([size]) => size),
        times: column(([, time]) => time),
        fingerprints: itemsPatch(new Map(writes.map(([place, { fingerprint }]) => [place, fingerprint]))),
      };
      const changed = Object.entries(columns).flatMap(([key, patch]) =>
        patch === null ? [] : [[key, patch] as const],
      );
      return changed.length === 0 ? null : ['keys', Object.fromEntries(changed), []];
    },
  };
}
