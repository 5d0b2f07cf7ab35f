import type { MarkdownResult, MarkdownWarning } from './markdown.js';

/** What a text came to, with its HTML as UTF-8 as well where a thread made it. */
export interface HeldResult extends MarkdownResult {
  /** In memory that all threads share, outside of JavaScript's heap. */
  readonly bytes?: Uint8Array | undefined;
}

/** Results for another thread: those of many texts have their HTML in one piece of memory. */
export interface SharedResults {
  readonly memory: SharedArrayBuffer;
  /** In the order of the texts; none for those that were not converted. */
  readonly results: readonly (SharedResult | undefined)[];
}

/** A result whose HTML is where `start` and `end` say, in bytes. */
export interface SharedResult {
  readonly start: number;
  readonly end: number;
  readonly warnings: readonly MarkdownWarning[];
  readonly unknownLanguages: readonly string[];
  readonly lead: string | undefined;
}

/** Bytes that a unit of a text takes at most. */
const maxBytesOfUnit = 3;
/** For batches of usual size; how long their HTML is in bytes need not be worked out beforehand. */
const scratch = Buffer.allocUnsafeSlow(1 << 20);

/**
 * Puts the HTML of results into memory that threads share. As texts they would be copied into the other thread's heap, where the
 * garbage collector would copy each twice more until it is used.
 */
export function shareResults(results: readonly (MarkdownResult | undefined)[]): SharedResults {
  const units = results.reduce((sum, result) => sum + (result?.html.length ?? 0), 0);
  const room =
    units * maxBytesOfUnit <= scratch.length ? scratch : Buffer.from(new SharedArrayBuffer(bytesOf(results)));
  let used = 0;
  const shared = results.map((result) => {
    if (result === undefined) return undefined;
    const start = used;
    used += room.write(result.html, start);
    const { warnings, unknownLanguages, lead } = result;
    return { start, end: used, warnings, unknownLanguages, lead };
  });
  return { memory: room === scratch ? copyOfScratch(used) : (room.buffer as SharedArrayBuffer), results: shared };
}

function bytesOf(results: readonly (MarkdownResult | undefined)[]): number {
  return results.reduce((sum, result) => sum + (result === undefined ? 0 : Buffer.byteLength(result.html)), 0);
}

function copyOfScratch(length: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(length);
  // As `copy` does, but that copies eight bytes at a time into memory that is shared.
  if (length > 0) Buffer.from(memory).fill(scratch.subarray(0, length));
  return memory;
}

/** The results that another thread has shared. */
export function readShared({ memory, results }: SharedResults): (HeldResult | undefined)[] {
  return results.map((result) => result && new ReadResult(memory, result));
}

/** A result whose HTML becomes a text when it is asked for. */
class ReadResult implements HeldResult {
  readonly bytes: Buffer;
  readonly warnings: readonly MarkdownWarning[];
  readonly unknownLanguages: readonly string[];
  readonly lead?: string;

  constructor(memory: SharedArrayBuffer, { start, end, warnings, unknownLanguages, lead }: SharedResult) {
    this.bytes = Buffer.from(memory, start, end - start);
    this.warnings = warnings;
    this.unknownLanguages = unknownLanguages;
    if (lead !== undefined) this.lead = lead;
  }

  get html(): string {
    return this.bytes.toString();
  }
}
