import type { ThreadPool } from '../core/process/thread-pool.js';
import { type ConversionJob, type ConvertTask, claim } from './batch.js';
import { type Batch, Batches, isTaken } from './batches.js';
import { Jobs } from './jobs.js';
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

/** A text with what was made of it. */
export interface Converted extends ConversionJob {
  readonly result: HeldResult;
}

/** Characters of a batch: enough that threads always have work, and few enough that results come soon. */
const batchCharacters = 100_000;
/** The greatest number of batches ahead of the threads, as each is a copy of its texts; more wait here. */
const maxAhead = 3000;

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
  private readonly sent = new Batches();
  private readonly waiting = new Batches();
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
    this.sent.clear();
    this.waiting.clear();
  }

  private addBatch(jobs: readonly ConversionJob[]): void {
    const batch: Batch = { jobs, claims: new Int32Array(new SharedArrayBuffer(4 * jobs.length)) };
    // Written out, as a spread takes several times as long.
    for (const [index, { text, path, lead }] of jobs.entries()) this.submitted.set({ text, path, lead, batch, index });
    this.waiting.add(batch);
    this.sendNext();
  }

  /** Sends as many batches as may lie ahead of the threads. */
  private sendNext(): void {
    // What they have begun is seen by its claims, before they are heard.
    for (let batch = this.sent.first; batch !== undefined && isTaken(batch); batch = this.sent.first)
      this.sent.dropFirst();
    for (let next = this.waiting.first; next !== undefined && this.sent.length < maxAhead; next = this.waiting.first) {
      this.waiting.dropFirst();
      this.send(next);
    }
  }

  private send(batch: Batch): void {
    const { jobs, claims } = batch;
    const task: ConvertTask = { kind: 'convert', settings: this.settings, jobs, claims };
    this.lastThread = (this.lastThread + 1) % this.threadPool.size;
    const made = this.threadPool.send(this.lastThread, task);
    batch.done = made.then((results) => this.finish(jobs, results as SharedResults | undefined));
    this.sent.add(batch);
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
    this.sendNext();
  }

  /** The first text of the batches that wait: it will be asked for soonest. */
  private takeWaiting(): ConversionJob | undefined {
    for (let batch = this.waiting.first; batch !== undefined; batch = this.waiting.first) {
      const index = batch.claims.indexOf(0);
      if (index >= 0 && claim(batch.claims, index)) return batch.jobs[index];
      this.waiting.dropFirst();
    }
    return undefined;
  }

  /** The last text that a thread has and has not begun. */
  private takeSent(): ConversionJob | undefined {
    for (let batch = this.sent.last; batch !== undefined; batch = this.sent.last) {
      for (let index = batch.jobs.length - 1; index >= 0; index--) {
        if (claim(batch.claims, index)) return batch.jobs[index];
      }
      this.sent.dropLast();
    }
    return undefined;
  }
}
