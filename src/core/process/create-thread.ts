import type { Worker } from 'node:worker_threads';
import { expectThread } from './engine.js';
import { warmUpTask } from './thread-pool.js';

/** From this many posts on, threads have enough to do, whatever is in them. */
export const manyPosts = 200;

/**
 * Megabytes for a thread's young objects, half of what V8 takes. Hardly any of them are still used when it collects garbage,
 * so that it need not do so seldom, and less memory is touched: 2 to 4 % of a build's processor time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

const key = Symbol.for('utterson.thread');
/** A thread that was started ahead, where all parts of the bundle find it. */
const host = globalThis as { [key]?: Worker };

/**
 * A thread that carries out tasks (`Task`).
 *
 * @param file the compiled `build/threads/thread-start.ts`
 */
export function createThread(file: URL | string): Worker {
  const workerData = expectThread();
  // Loaded here, as a build that has little to do starts none.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  return new Worker(file, { workerData, resourceLimits });
}

/** Starts a thread that a pool is to have, before the program is loaded that makes it. By itself it does not keep the process alive. */
export function startAhead(file: string): void {
  const thread = createThread(file);
  // A pool sees by its exit that it failed.
  thread.on('error', () => undefined);
  thread.postMessage({ id: 0, task: warmUpTask });
  thread.unref();
  host[key] = thread;
}

/** The thread that was started ahead, given once. */
export function takeStartedAhead(): Worker | undefined {
  const thread = host[key];
  delete host[key];
  return thread?.threadId === -1 ? undefined : thread;
}
