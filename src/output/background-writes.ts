import type { ThreadPool } from '../core/process/thread-pool.js';
import type { WantedFile } from './plan-writes.js';
import type { Backup } from './undo/backup.js';
import { askToWrite } from './write-batch.js';
import type { Written } from './write-file.js';

/** Writes files into an empty destination while others are still being rendered. */
export interface BackgroundWrites {
  /** Adds a file, which threads write if they are quick enough. A second file of the same path is ignored. */
  add(file: WantedFile): void;
  /** Stops, and gives the paths of all files that were written. */
  finish(): Promise<readonly string[]>;
}

/** Smaller batches wait for more files. */
const minAtOnce = 32;
/** Enough for a thread while one long page is rendered. */
const manyAtOnce = 256;
/** How much of what waits is written at once where that is more. */
const part = 1 / 8;
/** More than one, so that a thread never waits for the next. */
const tasksAtOnce = 2;

/**
 * @param backUp where some files leave what takes them back
 * @param done told of each file that a thread has written
 */
export function createBackgroundWrites(
  root: string,
  threadPool: ThreadPool,
  backUp: (files: readonly WantedFile[]) => Backup,
  done: (file: WantedFile, written: Written) => void,
): BackgroundWrites {
  const taken = new Set<string>();
  const written: string[] = [];
  const running = new Set<Promise<void>>();
  const waiting = new Array<number>(threadPool.size).fill(0);
  let queue: WantedFile[] = [];
  let isOver = false;
  const send = async (thread: number, files: readonly WantedFile[]): Promise<void> => {
    waiting[thread]!++;
    const made = await askToWrite(threadPool, thread, root, files, backUp(files));
    waiting[thread]!--;
    // What is missing (or was refused, which ends it) is left to the plan, which meets the same error.
    isOver ||= made === undefined || made.refused !== undefined;
    for (const [index, each] of made?.written.entries() ?? []) {
      written.push(files[index]!.path);
      done(files[index]!, each);
    }
    sendNext();
  };
  const sendNext = (): void => {
    for (let thread = 0; thread < threadPool.size && queue.length >= minAtOnce && !isOver; thread++) {
      if (waiting[thread]! >= tasksAtOnce) continue;
      const task = send(thread, queue.splice(0, Math.max(manyAtOnce, Math.ceil(queue.length * part))));
      running.add(task);
      void task.then(() => running.delete(task));
    }
  };
  return {
    add(file) {
      // Two paths of one name are one file to some systems, and the later one has to win.
      const name = file.path.toLowerCase();
      if (isOver || taken.has(name)) return;
      taken.add(name);
      queue.push(file);
      // Starting a thread for this alone does not pay off.
      if (threadPool.isStarted) sendNext();
    },
    async finish() {
      isOver = true;
      queue = [];
      for (const end of await Promise.allSettled(running)) if (end.status === 'rejected') throw end.reason;
      return written;
    },
  };
}
