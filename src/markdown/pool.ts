import type { ThreadPool } from '../core/process/thread-pool.js';
import { type ConversionJob, type ConvertTask, claim } from './batch.js';
import type { MarkdownResult } from './markdown.js';
import { type HeldResult, readShared, type SharedResults } from './shared-results.js';
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
  take(job: ConversionJob): HeldResult | undefined;
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

/** A table of texts by their paths: looking up the texts themselves would hash each of them. */
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
  readonly result: HeldResult;
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
 * @param onResult called with everything that a thread has converted
 */
export function createConversionPool(
  threadPool: ThreadPool,
  settings: MarkdownSettings,
  onResult: (job: ConversionJob, result: MarkdownResult) => void,
): ConversionPool {
  return new ThreadConversion(threadPool, settings, onResult);
}

class ThreadConversion implements ConversionPool {
  /** Texts that were submitted and are not converted yet. */
  private readonly submitted = new Jobs<ConversionJob & { readonly batch: Batch; readonly index: number }>();
  private readonly results = new Jobs<Converted>();
  /** Batches that threads have, and those that wait for a thread. */
  private sent: Batch[] = [];
  private waiting: Batch[] = [];
  /** How many batches threads have not finished. */
  private running = 0;
  private lastThread = -1;

  constructor(
    private readonly threadPool: ThreadPool,
    private readonly settings: MarkdownSettings,
    private readonly onResult: (job: ConversionJob, result: MarkdownResult) => void,
  ) {}

  get isBegun(): boolean {
    return this.lastThread >= 0;
  }

  submit(all: readonly ConversionJob[]): void {
    let jobs: ConversionJob[] = [];
    let size = 0;
    for (const job of all) {
      if (this.has(job)) continue;
      jobs.push(job);
      size += job.text.length;
      if (size < batchCharacters) continue;
      this.addBatch(jobs);
      jobs = [];
      size = 0;
    }
    if (jobs.length > 0) this.addBatch(jobs);
  }

  has(job: ConversionJob): boolean {
    return this.submitted.get(job) !== undefined || this.results.get(job) !== undefined;
  }

  given(job: ConversionJob): ConversionJob | undefined {
    return this.submitted.get(job);
  }

  take(job: ConversionJob): HeldResult | undefined {
    const made = this.results.get(job);
    if (made !== undefined) this.results.delete(job);
    return made?.result;
  }

  pending(job: ConversionJob): Promise<void> | undefined {
    const place = this.submitted.get(job);
    if (place === undefined) return undefined;
    if (leavesAll || !claim(place.batch.claims, place.index)) return place.batch.done;
    this.submitted.delete(job);
    return undefined;
  }

  steal(): ConversionJob | undefined {
    const job = leavesAll ? undefined : (this.takeWaiting() ?? this.takeSent());
    if (job !== undefined) this.submitted.delete(job);
    return job;
  }

  clear(): void {
    this.results.clear();
    this.sent = [];
    this.waiting = [];
  }

  private addBatch(jobs: readonly ConversionJob[]): void {
    const batch: Batch = { jobs, claims: new Int32Array(new SharedArrayBuffer(4 * jobs.length)) };
    // Written out, as a spread takes several times as long.
    for (const [index, { text, path, lead }] of jobs.entries()) this.submitted.set({ text, path, lead, batch, index });
    if (this.running < maxSent) this.send(batch);
    else this.waiting.push(batch);
  }

  private send(batch: Batch): void {
    const { jobs, claims } = batch;
    const task: ConvertTask = { kind: 'convert', settings: this.settings, jobs, claims };
    this.lastThread = (this.lastThread + 1) % this.threadPool.size;
    this.running++;
    const made = this.threadPool.send(this.lastThread, task);
    batch.done = made.then((results) => this.finish(jobs, results as SharedResults | undefined));
    this.sent.push(batch);
  }

  private finish(jobs: readonly ConversionJob[], shared: SharedResults | undefined): void {
    const results = shared && readShared(shared);
    for (const [index, job] of jobs.entries()) {
      this.submitted.delete(job);
      const result = results?.[index];
      if (result === undefined) continue;
      this.results.set({ text: job.text, path: job.path, result });
      this.onResult(job, result);
    }
    this.running--;
    const next = this.waiting.shift();
    if (next !== undefined) this.send(next);
  }

  /** The first text of the batches that wait: it will be asked for soonest. */
  private takeWaiting(): ConversionJob | undefined {
    for (let batch = this.waiting[0]; batch !== undefined; batch = this.waiting[0]) {
      const index = batch.claims.indexOf(0);
      if (index >= 0 && claim(batch.claims, index)) return batch.jobs[index];
      this.waiting.shift();
    }
    return undefined;
  }

  /** The last text that a thread has and has not begun. */
  private takeSent(): ConversionJob | undefined {
    for (let batch = this.sent.at(-1); batch !== undefined; batch = this.sent.at(-1)) {
      for (let index = batch.jobs.length - 1; index >= 0; index--) {
        if (claim(batch.claims, index)) return batch.jobs[index];
      }
      this.sent.pop();
    }
    return undefined;
  }
}
