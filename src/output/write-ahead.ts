import type { Crew } from '../core/crew.js';
import type { Before } from './before.js';
import type { WantedFile } from './plan-writes.js';
import { askToWrite } from './write-batch.js';
import type { Written } from './write-file.js';

/** Writes files into an empty destination while others are still being rendered. */
export interface WriteAhead {
  /** Takes a file, which threads write if they come to it in time. Another of the same path is left to the plan. */
  add(file: WantedFile): void;
  /** Ends it, and gives the paths of all files that were written. */
  finish(): Promise<readonly string[]>;
}

/** Fewer wait for others. */
const leastAtOnce = 32;
/** So many that a thread has enough to do while one long page is rendered. */
const mostAtOnce = 256;
/** So that a thread never waits for the next. */
const ordersAtOnce = 2;

/**
 * @param beforeOf where some files leave what takes them back
 * @param done told of each file that a thread has written
 */
export function createWriteAhead(
  root: string,
  crew: Crew,
  beforeOf: (files: readonly WantedFile[]) => Before,
  done: (file: WantedFile, written: Written) => void,
): WriteAhead {
  const taken = new Set<string>();
  const written: string[] = [];
  const running = new Set<Promise<void>>();
  const waiting = new Array<number>(crew.size).fill(0);
  let queue: WantedFile[] = [];
  let isOver = false;
  const send = async (thread: number, files: readonly WantedFile[]): Promise<void> => {
    waiting[thread]!++;
    const made = await askToWrite(crew, thread, root, files, beforeOf(files));
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
    for (let thread = 0; thread < crew.size && queue.length >= leastAtOnce && !isOver; thread++) {
      if (waiting[thread]! >= ordersAtOnce) continue;
      const order = send(thread, queue.splice(0, mostAtOnce));
      running.add(order);
      void order.then(() => running.delete(order));
    }
  };
  return {
    add(file) {
      // Two paths of one name are one file to some systems, and the later one has to win.
      const name = file.path.toLowerCase();
      if (isOver || taken.has(name)) return;
      taken.add(name);
      queue.push(file);
      // Whoever has no thread yet is not worth one for that.
      if (crew.isStarted) sendNext();
    },
    async finish() {
      isOver = true;
      queue = [];
      for (const end of await Promise.allSettled(running)) if (end.status === 'rejected') throw end.reason;
      return written;
    },
  };
}
