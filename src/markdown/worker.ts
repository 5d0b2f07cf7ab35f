import { parentPort, workerData } from 'node:worker_threads';
import type { BatchDone, ConversionJob, Converted } from './pool.js';
import { createSiteMarkdown, type MarkdownSettings } from './site-markdown.js';

/** A thread that converts batches of texts for the pool. */
const markdown = createSiteMarkdown(workerData as MarkdownSettings);

function convert({ text, path }: ConversionJob): Converted {
  try {
    return markdown.render(text, path);
  } catch (error) {
    // The text is converted again where it is asked for, and the error is placed there.
    return { html: '', warnings: [], unknownLanguages: [], error: String(error) };
  }
}

parentPort?.on('message', ({ id, jobs }: { id: number; jobs: readonly ConversionJob[] }) => {
  const done: BatchDone = { id, results: jobs.map(convert) };
  parentPort?.postMessage(done);
});
