import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolders, statsOf } from '../core/files.js';

/**
 * Writes a file of the author's, and makes the folders above it. It is there as a whole or as it was before: on a full
 * disk, a file that is written over would be lost.
 */
export function writeText(file: string, text: string): void {
  const stats = statsOf(file);
  const target = stats === undefined ? file : realpathSync(file);
  const folder = path.dirname(target);
  makeFolders(folder);
  // Neither Jekyll nor the preview reads names that begin so.
  const part = path.join(folder, `.utterson-${process.pid}`);
  try {
    writeFileSync(part, text, { mode: stats?.mode ?? 0o666 });
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
