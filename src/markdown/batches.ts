import type { ConversionJob } from './batch.js';

/** Texts that a thread converts together. */
export interface Batch {
  readonly jobs: readonly ConversionJob[];
  readonly claims: Int32Array;
  /** Undefined as long as no thread has it. */
  done?: Promise<void>;
}

/** Whether the last text of a batch was taken: a thread takes them in their order. */
export function isTaken({ claims }: Batch): boolean {
  return Atomics.load(claims, claims.length - 1) !== 0;
}

/** Batches in a row, which is taken from at both ends. */
export class Batches {
  #all: Batch[] = [];
  #start = 0;

  get length(): number {
    return this.#all.length - this.#start;
  }

  get first(): Batch | undefined {
    return this.#all[this.#start];
  }

  get last(): Batch | undefined {
    return this.length === 0 ? undefined : this.#all.at(-1);
  }

  add(batch: Batch): void {
    this.#all.push(batch);
  }

  dropFirst(): void {
    this.#start++;
    // To move all others each time would take long where they are many.
    if (this.#start < 1000) return;
    this.#all = this.#all.slice(this.#start);
    this.#start = 0;
  }

  dropLast(): void {
    this.#all.pop();
  }

  clear(): void {
    this.#all = [];
    this.#start = 0;
  }
}
