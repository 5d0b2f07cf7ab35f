import type { ThreadPool } from '../core/thread-pool.js';
import { type BatchResults, type ConversionJob, type ConvertTask, claim } from './batch.js';
import type { MarkdownResult } from './markdown.js';
import type { MarkdownSettings } from './site-markdown.js';

/** Converts texts in worker threads, ahead of when they are asked for. */
export interface ConversionPool {
  /** Whether any text was submitted, so that threads have their converters. */
  readonly isBegun: boolean;
  /** Texts that will be asked for, the first of them first. */
  submit(jobs: readonly ConversionJob[]): void;
  /** Whether a text was submitted and is not taken yet. */
  has(job: ConversionJob): boolean;
  /** A text as it was submitted, as long as it is not converted. */
  given(job: ConversionJob): ConversionJob | undefined;
  /** The result, where it is done. It is given once. */
  take(job: ConversionJob): MarkdownResult | undefined;
  /** The end of the batch that holds the text, where a thread has begun it; one that is not begun is the caller's now. */
  pending(job: ConversionJob): Promise<void> | undefined;
  /** Takes a text that no thread has begun, for the caller to convert. */
  steal(): ConversionJob | undefined;
  /** Forgets what was never asked for. */
  clear(): void;
}

interface Batch {
  readonly jobs: readonly ConversionJob[];
  readonly claims: Int32Array;
  /** Undefined as long as no thread has it. */
  done?: Promise<void>;
}

/** Texts in the hands of a pool, by their paths: to look them up as such would hash each of them. */
export class Jobs<T extends ConversionJob> {
  /** Of one path there are few: the body of a document, and its excerpt. */
  readonly #held = new Map<string, T[]>();

  get({ path, text }: ConversionJob): T | undefined {
    const all = this.#held.get(path);
    const place = all === undefined ? -1 : placeOf(all, text);
    return place < 0 ? undefined : all![place];
  }

  set(held: T): void {
    const all = this.#held.get(held.path);
    if (all === undefined) this.#held.set(held.path, [held]);
    else {
      const place = placeOf(all, held.text);
      all[place < 0 ? all.length : place] = held;
    }
  }

  delete({ path, text }: ConversionJob): void {
    const all = this.#held.get(path);
    const place = all === undefined ? -1 : placeOf(all, text);
    if (place < 0) return;
    if (all!.length === 1) this.#held.delete(path);
    else all!.splice(place, 1);
  }

  clear(): void {
    this.#held.clear();
  }
}

/** The place of a text among others of its path; -1 where it is none of them. */
function placeOf(all: readonly ConversionJob[], text: string): number {
  for (let place = 0; place < all.length; place++) if (all[place]!.text === text) return place;
  return -1;
}

/** A text with what was made of it. */
export interface Converted extends ConversionJob {
  readonly result: MarkdownResult;
}

/** Characters of a batch: enough that threads always have work, and few enough that results come soon. */
const batchCharacters = 30_000;
/** The greatest number of batches with the threads, as a thread holds a copy of each text; more wait here. */
const maxSent = 3000;

/** Whether the bytecode of threads is made: they are to convert everything. */
const leavesAll = process.env.UTTERSON_TRAINING === 'threads';

/**
 * Converts texts in the threads of a pool.
 *
 * @param onResult is told of everything that a thread has converted
 */
export function createConversionPool(
  threadPool: ThreadPool,
  settings: MarkdownSettings,
  onResult: (job: ConversionJob, result: MarkdownResult) => void,
): ConversionPool {
  const given = new Jobs<ConversionJob & { readonly batch: Batch; readonly index: number }>();
  const results = new Jobs<Converted>();
  let batches: Batch[] = [];
  let waiting: Batch[] = [];
  let sent = 0;
  let lastThread = -1;

  const finish = (jobs: readonly ConversionJob[], made: BatchResults | undefined): void => {
    for (const [index, job] of jobs.entries()) {
      given.delete(job);
      const result = made?.[index];
      if (result === undefined) continue;
      results.set({ text: job.text, path: job.path, result });
      onResult(job, result);
    }
    sent -= 1;
    const next = waiting.shift();
    if (next !== undefined) send(next);
  };
  const send = (batch: Batch): void => {
    const { jobs, claims } = batch;
    const task: ConvertTask = { kind: 'convert', settings, jobs, claims };
    lastThread = (lastThread + 1) % threadPool.size;
    sent += 1;
    batch.done = threadPool.send(lastThread, task).then((made) => finish(jobs, made as BatchResults | undefined));
    batches.push(batch);
  };
  const add = (jobs: readonly ConversionJob[]): void => {
    const batch: Batch = { jobs, claims: new Int32Array(new SharedArrayBuffer(4 * jobs.length)) };
    // Written out, as a spread takes several times as long.
    for (const [index, { text, path, lead }] of jobs.entries()) given.set({ text, path, lead, batch, index });
    if (sent < maxSent) send(batch);
    else waiting.push(batch);
  };
  /** The first text of those that wait: it will be asked for soonest. */
  const takeWaiting = (): ConversionJob | undefined => {
    for (let batch = waiting[0]; batch !== undefined; batch = waiting[0]) {
      const index = batch.claims.indexOf(0);
      if (index >= 0 && claim(batch.claims, index)) return batch.jobs[index];
      waiting.shift();
    }
    return undefined;
  };
  /** The last text of those that a thread has and has not begun. */
  const takeSent = (): ConversionJob | undefined => {
    for (let batch = batches.at(-1); batch !== undefined; batch = batches.at(-1)) {
      for (let index = batch.jobs.length - 1; index >= 0; index--) {
        if (claim(batch.claims, index)) return batch.jobs[index];
      }
      batches.pop();
    }
    return undefined;
  };
  const has = (job: ConversionJob): boolean => given.get(job) !== undefined || results.get(job) !== undefined;
  return {
    get isBegun() {
      return lastThread >= 0;
    },
    submit(all) {
      let jobs: ConversionJob[] = [];
      let size = 0;
      for (const job of all) {
        if (has(job)) continue;
        jobs.push(job);
        size += job.text.length;
        if (size < batchCharacters) continue;
        add(jobs);
        jobs = [];
        size = 0;
      }
      if (jobs.length > 0) add(jobs);
    },
    has,
    given: (job) => given.get(job),
    take(job) {
      const made = results.get(job);
      if (made !== undefined) results.delete(job);
      return made?.result;
    },
    pending(job) {
      const place = given.get(job);
      if (place === undefined) return undefined;
      if (leavesAll || !claim(place.batch.claims, place.index)) return place.batch.done;
      given.delete(job);
      return undefined;
    },
    steal() {
      const job = leavesAll ? undefined : (takeWaiting() ?? takeSent());
      if (job !== undefined) given.delete(job);
      return job;
    },
    clear() {
      results.clear();
      batches = [];
      waiting = [];
    },
  };
}
