import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Bytes that are free on the disk of a folder, which need not exist yet, and bytes of a block; undefined where the disk
 * does not tell, as some that are mounted do not: they have no blocks.
 */
export function freeSpace(folder: string): { readonly free: number; readonly block: number } | undefined {
  let at = folder;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  try {
    const { blocks, bsize, bfree, bavail } = statfsSync(at);
    if (blocks === 0) return undefined;
    return { free: bsize * (process.getuid?.() === 0 ? bfree : bavail), block: bsize };
  } catch {
    return undefined;
  }
}
