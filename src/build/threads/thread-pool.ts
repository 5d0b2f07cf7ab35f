import type { Worker } from 'node:worker_threads';
import { lazily } from '../../core/lazily.js';
import { createThread, takeStartedAhead } from '../../core/process/create-thread.js';
import { keepBytecodeTask, type Task, type ThreadPool, warmUpTask } from '../../core/process/thread-pool.js';

/** A pool that its owner has to close. */
export interface OwnedThreadPool extends ThreadPool {
  /** Ends all threads; tasks sent later are not done by any. */
  close(): Promise<void>;
}

/** Starts all threads ahead of their first task, as that takes its time. */
export function startThreads(threadPool: ThreadPool): void {
  for (let thread = 0; thread < threadPool.size; thread++) void threadPool.send(thread, warmUpTask);
}

/** A thread's answer to a task. */
export interface Done {
  readonly id: number;
  /** Undefined where it could not be done. */
  readonly result: unknown;
  /** Whether it has compiled what there is no bytecode of. */
  readonly hasToKeep: boolean;
}

/** A thread, and what it has to do. */
interface Hand {
  readonly worker: Worker;
  readonly waiting: Map<number, (result: unknown) => void>;
  hasToKeep: boolean;
}

/**
 * As many threads as the machine has processors to spare; `UTTERSON_THREADS` sets another number, 0 for none.
 *
 * @param file the compiled `build/threads/thread-start.ts`; none where everything is done in the main thread
 */
export function createThreadPool(file: URL | undefined): OwnedThreadPool {
  const hands: (Hand | undefined)[] = [];
  const size = lazily(() => (file === undefined ? 0 : threadCount()));
  let isBroken = false;
  let isClosed = false;
  let lastId = 0;
  const giveUp = (): void => {
    isBroken = true;
    for (const hand of hands) {
      for (const finish of hand?.waiting.values() ?? []) finish(undefined);
      hand?.waiting.clear();
    }
  };
  const start = (): Hand => {
    const hand: Hand = { worker: takeStartedAhead() ?? createThread(file!), waiting: new Map(), hasToKeep: false };
    hand.worker.on('message', ({ id, result, hasToKeep }: Done) => {
      hand.hasToKeep = hasToKeep;
      hand.waiting.get(id)?.(result);
      hand.waiting.delete(id);
      // Only while a thread has something to do does it keep the process alive.
      if (hand.waiting.size === 0 && !isClosed) hand.worker.unref();
    });
    hand.worker.on('error', giveUp);
    hand.worker.on('exit', (code) => code !== 0 && giveUp());
    return hand;
  };
  const give = (hand: Hand, task: Task): Promise<unknown> => {
    const id = ++lastId;
    return new Promise((resolve) => {
      hand.waiting.set(id, resolve);
      hand.worker.ref();
      hand.worker.postMessage({ id, task });
    });
  };
  return {
    get size() {
      return size();
    },
    get isStarted() {
      return hands.length > 0;
    },
    send(thread: number, task: Task): Promise<unknown> {
      if (isBroken || isClosed || thread >= size()) return Promise.resolve(undefined);
      return give((hands[thread] ??= start()), task);
    },
    async close() {
      isClosed = true;
      // All threads run the same code, so one of them is enough. It may be about to finish what it was sent last.
      const keeper = isBroken ? undefined : hands.find((hand) => hand?.hasToKeep);
      if (keeper !== undefined) await Promise.race([give(keeper, keepBytecodeTask), after(maxKeepMs)]);
      await Promise.all(hands.map((hand) => hand?.worker.terminate()));
    },
  };
}

/** How long the end of a pool may take because a thread keeps its bytecode (milliseconds). */
const maxKeepMs = 500;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function threadCount(): number {
  const wanted = process.env.UTTERSON_THREADS;
  if (wanted !== undefined && /^\d+$/.test(wanted)) return Number(wanted);
  return Math.max(1, Math.min(process.getBuiltinModule('node:os').availableParallelism() - 1, 7));
}
