import { availableParallelism } from 'node:os';
import type { Config, Document } from '../core/types.js';
import type { MarkdownResult } from '../markdown/markdown.js';
import { type ConversionPool, createConversionPool } from '../markdown/pool.js';
import { createSiteMarkdown, type MarkdownSettings, type SiteMarkdown } from '../markdown/site-markdown.js';
import type { DocumentState, World } from '../render/world.js';

/** Markdown for one site: here and now, or ahead of time in worker threads. */
export interface MarkdownWork {
  readonly markdown: SiteMarkdown;
  /** Whether the author wants to know what is odd in the Markdown (`kramdown.show_warnings`). */
  readonly showsWarnings: boolean;
  /** Converts a text, or takes what a thread has made of it. */
  convert(text: string, path: string): MarkdownResult;
  /** Hands texts to the threads that rendering will ask for. */
  begin(world: World, isPlainMarkdown: (document: Document) => boolean): void;
  /** Waits until a document's text is there, if a thread has it; converts others meanwhile. */
  ready(state: DocumentState): Promise<void> | undefined;
  close(): Promise<void>;
}

/** So many characters of Markdown are worth the start of a thread; `UTTERSON_THREADS_FROM` sets another number. */
const worthThreads = Number(process.env.UTTERSON_THREADS_FROM ?? 400_000);

/** @param workerFile the compiled `markdown/worker.ts`; none where texts are only converted here */
export function createMarkdownWork(
  config: Config,
  settings: MarkdownSettings,
  workerFile: URL | undefined,
): MarkdownWork {
  const markdown = createSiteMarkdown(settings);
  let pool: ConversionPool | undefined;
  const made = new Map<string, MarkdownResult>();
  const kramdown = config.values.get('kramdown');
  const work: MarkdownWork = {
    markdown,
    showsWarnings: kramdown instanceof Map && kramdown.get('show_warnings') === true,
    convert(text, path) {
      const taken = pool?.take(text) ?? made.get(text);
      made.delete(text);
      return taken !== undefined && !('error' in taken && taken.error !== undefined)
        ? taken
        : markdown.render(text, path);
    },
    begin(world, isPlainMarkdown) {
      if (workerFile === undefined || threadCount() === 0) return;
      const jobs: { text: string; path: string }[] = [];
      let size = 0;
      for (const { body, document } of world.ordered) {
        if (body.status !== 'stale' || !isPlainMarkdown(document)) continue;
        jobs.push({ text: document.body, path: document.path });
        size += document.body.length;
      }
      if (size < worthThreads) return;
      pool ??= createConversionPool(workerFile, threadCount(), settings);
      pool.submit(jobs);
    },
    ready(state) {
      const { body } = state.document;
      return pool?.pending(body) === undefined ? undefined : waitFor(body);
    },
    async close() {
      await pool?.close();
    },
  };
  return work;

  async function waitFor(text: string): Promise<void> {
    for (let pending = pool?.pending(text); pending !== undefined; pending = pool?.pending(text)) {
      const job = pool?.steal();
      if (job === undefined) await pending;
      else {
        made.set(job.text, markdown.render(job.text, job.path));
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
}

/** Threads besides the main one; `UTTERSON_THREADS` sets another number, 0 for none. */
function threadCount(): number {
  const wanted = process.env.UTTERSON_THREADS;
  if (wanted !== undefined && /^\d+$/.test(wanted)) return Number(wanted);
  return Math.max(1, Math.min(availableParallelism() - 1, 7));
}
