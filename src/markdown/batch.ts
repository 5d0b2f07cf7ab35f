import type { Task } from '../core/process/thread-pool.js';
import type { MarkdownResult } from './markdown.js';
import { type SharedResults, shareResults } from './shared-results.js';
import { createSiteMarkdown, type MarkdownSettings } from './site-markdown.js';

/** A text to convert ahead of its time. */
export interface ConversionJob {
  readonly text: string;
  readonly path: string;
  /** How many characters of the text are its excerpt, if that is its beginning. */
  readonly lead?: number | undefined;
}

/** Texts for a thread. The thread that sets the flag of one of them from 0 to 1 converts it. */
export interface ConvertTask extends Task {
  readonly kind: 'convert';
  readonly settings: MarkdownSettings;
  readonly jobs: readonly ConversionJob[];
  readonly claims: Int32Array;
}

/** Converts a batch of texts, in a thread. None comes of those that another one took, or that could not be converted. */
export type BatchConverter = (task: ConvertTask) => SharedResults;

/** Takes a text of a batch for the calling thread; false where another has it. */
export function claim(claims: Int32Array, index: number): boolean {
  return Atomics.compareExchange(claims, index, 0, 1) === 0;
}

/** What a thread converts with. */
export function createBatchConverter(settings: MarkdownSettings): BatchConverter {
  const markdown = createSiteMarkdown(settings);
  const convert = ({ text, path, lead }: ConversionJob): MarkdownResult | undefined => {
    try {
      return markdown.render(text, path, lead);
    } catch {
      // The text is converted again where it is asked for, and the error is placed there.
      return undefined;
    }
  };
  return ({ jobs, claims }) =>
    shareResults(jobs.map((job, index) => (claim(claims, index) ? convert(job) : undefined)));
}
