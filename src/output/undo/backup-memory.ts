import { closeSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from './backup.js';

/** Memory for the old bytes of files, for the time of a build. */
export interface BackupMemory {
  /** Room for some bytes: memory or an open file, and where in it they begin. */
  take(bytes: number): Pick<Backup, 'holder' | 'start'>;
  /** Frees all that was taken. */
  clear(): void;
}

const blockBytes = 1 << 20;
const noMemory = new SharedArrayBuffer(0);

/** This many bytes are kept in memory, more of them in a file without a name, which is slower. */
const maxInMemory = 1 << 26;

/**
 * Its blocks are used again and again: V8 does not count shared memory, and would be late to free it.
 *
 * @param most how many bytes it holds before it takes a file
 */
export function createBackupMemory(most = maxInMemory): BackupMemory {
  const blocks: SharedArrayBuffer[] = [];
  let next = 0;
  let used = blockBytes;
  let total = 0;
  let file: number | undefined;
  let fileBytes = 0;
  return {
    take(bytes) {
      if (bytes === 0) return { holder: noMemory, start: 0 };
      total += bytes;
      if (total > most) file ??= openNameless();
      if (file !== undefined) {
        fileBytes += bytes;
        return { holder: file, start: fileBytes - bytes };
      }
      if (bytes > blockBytes) return { holder: new SharedArrayBuffer(bytes), start: 0 };
      if (used + bytes > blockBytes) {
        blocks[next] ??= new SharedArrayBuffer(blockBytes);
        next++;
        used = 0;
      }
      used += bytes;
      return { holder: blocks[next - 1]!, start: used - bytes };
    },
    clear() {
      if (file !== undefined) closeSync(file);
      file = undefined;
      fileBytes = 0;
      next = 0;
      used = blockBytes;
      total = 0;
    },
  };
}

/** A file that goes with the process; undefined where there can be none. */
function openNameless(): number | undefined {
  const path = join(process.getBuiltinModule('node:os').tmpdir(), `utterson-held-${process.pid}-${Date.now()}`);
  let file: number;
  try {
    file = openSync(path, 'wx+', 0o600);
  } catch {
    return undefined;
  }
  try {
    unlinkSync(path);
  } catch {
    // A system that keeps names of open files leaves it in its folder for temporary ones.
  }
  return file;
}
