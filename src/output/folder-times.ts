import type { Task, ThreadPool } from '../core/process/thread-pool.js';
import { folderTime } from './manifest.js';

/** Folders of the destination whose times threads look up together: plain data, and memory that they share. */
export interface FolderTimesTask extends Task {
  readonly kind: 'folder-times';
  readonly root: string;
  /** Relative to the root. */
  readonly folders: readonly string[];
  /** Of 64-bit floats: milliseconds since 1970; NaN where there is no folder, or it was not looked at yet. */
  readonly times: SharedArrayBuffer;
  /** Of 32-bit integers: how many portions were begun, and how many are done. */
  readonly progress: SharedArrayBuffer;
}

/** How many folders are looked at in one go. */
const portion = 64;
/** A thread is told of what is worth it. */
const worthSharing = 256;
/** So many threads may help: more would wait for each other in one file system. */
const maxThreads = 3;
/** How long a thread may take for its last portion: milliseconds. */
const maxWait = 1000;

const [begun, done] = [0, 1];

/** Looks up the times of folders in portions that no other thread has begun. */
export function lookUpFolderTimes({ root, folders, times, progress }: Omit<FolderTimesTask, 'kind'>): void {
  const [found, counts] = [new Float64Array(times), new Int32Array(progress)];
  for (;;) {
    const start = Atomics.add(counts, begun, 1) * portion;
    if (start >= folders.length) return;
    const end = Math.min(start + portion, folders.length);
    for (let index = start; index < end; index++) found[index] = folderTime(root, folders[index]!) ?? Number.NaN;
    Atomics.add(counts, done, 1);
    Atomics.notify(counts, done);
  }
}

/** Times of folders that are being looked up, in threads where they are many. */
export class FolderTimes {
  private readonly task: FolderTimesTask;

  constructor(root: string, folders: readonly string[], threadPool: ThreadPool | undefined) {
    const times = new SharedArrayBuffer(folders.length * Float64Array.BYTES_PER_ELEMENT);
    new Float64Array(times).fill(Number.NaN);
    const progress = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
    this.task = { kind: 'folder-times', root, folders, times, progress };
    if (!threadPool?.isStarted || folders.length < worthSharing) return;
    for (let thread = 0; thread < Math.min(threadPool.size, maxThreads); thread++)
      void threadPool.send(thread, this.task);
  }

  /** Looks up the rest, and gives the times of those that are there. */
  finish(): ReadonlyMap<string, number> {
    const { folders, times, progress } = this.task;
    lookUpFolderTimes(this.task);
    waitForOthers(new Int32Array(progress), Math.ceil(folders.length / portion));
    const found = new Float64Array(times);
    return new Map(folders.flatMap((folder, at) => (Number.isNaN(found[at]) ? [] : [[folder, found[at]!] as const])));
  }
}

/** Waits for portions that other threads have begun; not for ever, as one may have been ended. */
function waitForOthers(counts: Int32Array, portions: number): void {
  const until = Date.now() + maxWait;
  for (let now = Atomics.load(counts, done); now < portions; now = Atomics.load(counts, done)) {
    const left = until - Date.now();
    if (left <= 0) return;
    Atomics.wait(counts, done, now, left);
  }
}
