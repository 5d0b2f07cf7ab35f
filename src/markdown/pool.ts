import { Worker } from 'node:worker_threads';

/** A text to convert ahead of its time. */
export interface ConversionJob {
  readonly text: string;
  readonly path: string;
}

/** What a worker made of a text. */
export interface Converted {
  readonly html: string;
  readonly warnings: readonly { readonly message: string; readonly line: number }[];
  readonly unknownLanguages: readonly string[];
  /** Why it could not be converted. */
  readonly error?: string;
}

/** Converts texts in worker threads, ahead of when they are asked for. */
export interface ConversionPool {
  /** Texts that will be asked for, the first of them first. */
  submit(jobs: readonly ConversionJob[]): void;
  /** The result, where it is done. It is given once for each time the text was submitted. */
  take(text: string): Converted | undefined;
  /** A promise of the end of the batch that holds the text, while a worker has it. */
  pending(text: string): Promise<void> | undefined;
  /** Takes a text out that no worker has yet, for the caller to convert. */
  steal(): ConversionJob | undefined;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Results of a batch, in the order of its texts. */
export interface BatchDone {
  readonly id: number;
  readonly results: readonly Converted[];
}

interface Batch {
  readonly jobs: readonly ConversionJob[];
  readonly done: Promise<void>;
  readonly finish: () => void;
}

const batchCharacters = 60_000;

/**
 * A pool of as many threads as asked for; they start with the first texts.
 *
 * @param workerData what each thread makes its converter from; plain data
 */
export function createConversionPool(workerFile: URL, count: number, workerData: unknown): ConversionPool {
  const queue: ConversionJob[] = [];
  let head = 0;
  const given = new Map<string, Batch>();
  const results = new Map<string, Converted>();
  const batches = new Map<number, Batch>();
  const workers: Worker[] = [];
  const busy = new Map<Worker, number>();
  let lastId = 0;
  let isBroken = false;

  const finishBatch = (id: number, converted: readonly Converted[]): void => {
    const batch = batches.get(id);
    if (batch === undefined) return;
    batches.delete(id);
    for (const [index, { text }] of batch.jobs.entries()) {
      given.delete(text);
      const result = converted[index];
      if (result !== undefined) results.set(text, result);
    }
    batch.finish();
  };
  const feed = (worker: Worker): void => {
    const jobs: ConversionJob[] = [];
    for (let size = 0; head < queue.length && size < batchCharacters; head++) {
      const job = queue[head]!;
      if (given.has(job.text) || results.has(job.text)) continue;
      jobs.push(job);
      size += job.text.length;
    }
    if (jobs.length === 0) return;
    let finish = (): void => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const batch: Batch = { jobs, done, finish };
    batches.set(++lastId, batch);
    for (const { text } of jobs) given.set(text, batch);
    // Only while a thread has something to do does it keep the process alive.
    busy.set(worker, (busy.get(worker) ?? 0) + 1);
    worker.ref();
    worker.postMessage({ id: lastId, jobs });
  };
  const giveUp = (): void => {
    // Without threads everything is still converted, by the one who asks.
    isBroken = true;
    for (const id of [...batches.keys()]) finishBatch(id, []);
  };
  const start = (): void => {
    while (workers.length < count) {
      const worker = new Worker(workerFile, { workerData });
      worker.on('message', ({ id, results: made }: BatchDone) => {
        finishBatch(id, made);
        busy.set(worker, busy.get(worker)! - 1);
        feed(worker);
        if (busy.get(worker) === 0) worker.unref();
      });
      worker.on('error', giveUp);
      worker.on('exit', (code) => code !== 0 && giveUp());
      workers.push(worker);
      // Two batches each, so that a thread never waits for the next.
      feed(worker);
      feed(worker);
    }
  };

  return {
    submit(jobs) {
      if (isBroken || count === 0) return;
      queue.splice(0, head);
      head = 0;
      queue.push(...jobs);
      const isRunning = workers.length > 0;
      start();
      if (isRunning && batches.size === 0) for (const worker of workers) feed(worker);
    },
    take(text) {
      const result = results.get(text);
      if (result !== undefined) results.delete(text);
      return result;
    },
    pending: (text) => given.get(text)?.done,
    steal() {
      while (head < queue.length) {
        const job = queue[head++]!;
        if (!given.has(job.text) && !results.has(job.text)) return job;
      }
      return undefined;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
