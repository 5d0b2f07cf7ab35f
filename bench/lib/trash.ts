import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_FOLDER } from './contestants.js';

/**
 * Where outputs and caches of earlier runs go until all runs are over. Deleted at once they would slow down whoever is
 * next: ext4 passes over all inodes freed in the last minutes, one by one, for each file that is made.
 */
const trash = join(BENCH_FOLDER, 'trash');

/** Moves a file or folder out of the way, if it is there. */
export function throwAway(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(trash, { recursive: true });
  renameSync(path, join(mkdtempSync(join(trash, 'run-')), 'old'));
}

/** Deletes what was thrown away. */
export function emptyTrash(): void {
  rmSync(trash, { recursive: true, force: true });
}
