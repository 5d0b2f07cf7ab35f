import type { ThreadPool } from '../../core/process/thread-pool.js';
import type { Config, Document, Site } from '../../core/types.js';
import type { ConversionJob } from '../../markdown/batch.js';
import { Jobs } from '../../markdown/jobs.js';
import { Leads, maxHeld } from '../../markdown/leads.js';
import type { MarkdownResult } from '../../markdown/markdown.js';
import { type Converted, createConversionPool } from '../../markdown/pool.js';
import type { HeldResult } from '../../markdown/shared-results.js';
import { createSiteMarkdown, type MarkdownSettings, type SiteMarkdown } from '../../markdown/site-markdown.js';
import { type DocumentState, needsRender, pendingStates, type World } from '../../render/world.js';

/** Markdown for one site: here and now, or ahead of time in worker threads. */
export interface MarkdownWork {
  readonly markdown: SiteMarkdown;
  /** Whether the author wants to know what is odd in the Markdown (`kramdown.show_warnings`). */
  readonly showsWarnings: boolean;
  /** Whether the same is made of every text with other settings. */
  isSameFor(settings: MarkdownSettings, showsWarnings: boolean): boolean;
  /** Takes texts that were converted before, for as long as one build takes. */
  take(texts: readonly Converted[]): void;
  /** Converts a text, or takes what a thread has made of it. */
  convert(text: string, path: string): HeldResult;
  /** Announces how much will be read, so that threads start with the first text: bytes, about as many as characters. */
  announce(bytes: number): void;
  /** Announces a document whose body, unchanged, will most likely be asked for. */
  expect(document: Document): void;
  /** Gives threads the texts that rendering will ask for: unchanged bodies and, if many are shown, excerpts. */
  begin(world: World, isPlainMarkdown: (document: Document) => boolean): void;
  /** Whether threads have texts. */
  readonly isShared: boolean;
  /** Whether a document's unchanged body is with the threads, or was. */
  has(state: DocumentState): boolean;
  /** Comes when more is known of a document's text that a thread has begun; undefined where it can be made. */
  waiting(state: DocumentState): Promise<void> | undefined;
  /** Converts a text that no thread has begun, ahead of when it is asked for; undefined where there is none. */
  convertOther(): ConversionJob | undefined;
  /** Forgets what was converted and not asked for. */
  end(): void;
}

/**
 * From this many characters of Markdown on, starting a thread pays off; `UTTERSON_THREADS_FROM` sets another number.
 */
const worthThreads = Number(process.env.UTTERSON_THREADS_FROM ?? 400_000);
/** Where threads are running, or will be, they get texts in portions of this many characters. */
const worthSending = Math.min(100_000, worthThreads);

/** @param threadPool the threads that share the work */
export function createMarkdownWork(config: Config, settings: MarkdownSettings, threadPool: ThreadPool): MarkdownWork {
  const markdown = createSiteMarkdown(settings);
  const leads = new Leads();
  const pool = createConversionPool(threadPool, settings, (job, result) => leads.add(job, result));
  const made = new Jobs<Converted>();
  const convert = (job: ConversionJob): MarkdownResult => {
    const result = markdown.render(job.text, job.path, job.lead);
    leads.add(job, result);
    return result;
  };
  let expected: ConversionJob[] = [];
  let size = 0;
  let announced = 0;
  const kramdown = config.values.get('kramdown');
  const add = (job: ConversionJob): void => {
    expected.push(job);
    size += job.text.length;
    if (size < (pool.isBegun || announced >= worthThreads ? worthSending : worthThreads)) return;
    // How many processors there are is asked only now: a build with little to do is done sooner.
    if (threadPool.size > 0) pool.submit(expected);
    expected = [];
    size = 0;
  };
  const work: MarkdownWork = {
    markdown,
    showsWarnings: kramdown instanceof Map && kramdown.get('show_warnings') === true,
    isSameFor: (others, showsWarnings) =>
      process.getBuiltinModule('node:util').isDeepStrictEqual([settings, work.showsWarnings], [others, showsWarnings]),
    take(texts) {
      for (const text of texts) made.set(text);
    },
    convert(text, path) {
      const job = { text, path };
      const taken = pool.take(job) ?? made.get(job)?.result ?? leads.get(job);
      made.delete(job);
      if (taken !== undefined) return taken;
      const given = pool.given(job);
      // A thread that has not begun it does not need to any more.
      pool.pending(job);
      return convert(given ?? job);
    },
    announce(bytes) {
      announced = bytes;
    },
    expect(document) {
      if (made.get(bodyOf(document)) === undefined) add(jobOf(document));
    },
    begin(world, isPlainMarkdown) {
      const wasExpected = new Jobs<ConversionJob>();
      for (const job of expected) wasExpected.set(job);
      const pending = pendingStates(world);
      // What is known of a text is asked first: to look through thousands of them once more takes its time.
      const isGiven = (job: ConversionJob): boolean => pool.has(job) || wasExpected.get(job) !== undefined;
      const isMade = (job: ConversionJob): boolean => made.get(job) !== undefined;
      for (const { body, document } of pending) {
        if (!needsRender(body) || isGiven(bodyOf(document)) || isMade(bodyOf(document))) continue;
        if (isPlainMarkdown(document)) add(jobOf(document));
      }
      if (pool.isBegun && areExcerptsWorthThreads(pending) && showsExcerpts(world.site)) {
        for (const state of pending) {
          const { document } = state;
          const { path, excerpt } = document;
          if (excerpt === undefined || !needsRender(state.excerpt)) continue;
          // Most excerpts result from converting their bodies.
          if (isGiven(bodyOf(document)) || isMade({ text: excerpt.text, path })) continue;
          if (isPlainMarkdown(document)) add({ text: excerpt.text, path });
        }
      }
      if (pool.isBegun) pool.submit(expected);
      expected = [];
      size = 0;
    },
    get isShared() {
      return pool.isBegun;
    },
    has: ({ document }) => pool.has(bodyOf(document)),
    waiting: ({ body, document }) => (needsRender(body) ? pool.pending(bodyOf(document)) : undefined),
    convertOther() {
      const job = pool.steal();
      if (job !== undefined) made.set({ text: job.text, path: job.path, result: convert(job) });
      return job;
    },
    end() {
      pool.clear();
      made.clear();
      leads.clear();
    },
  };
  return work;
}

/** A document's body as it is looked up. */
function bodyOf({ body, path }: Document): ConversionJob {
  return { text: body, path };
}

/** The same as it is handed over: with where its excerpt ends, if that is its beginning. */
function jobOf(document: Document): ConversionJob {
  const { body, path, excerpt } = document;
  const isLead = excerpt !== undefined && excerpt.text !== '' && body.startsWith(excerpt.text);
  return isLead ? { text: body, path, lead: excerpt.text.length } : bodyOf(document);
}

/** Whether a thread is worth while for the excerpts of documents to render: few after most edits, on huge sites too many. */
function areExcerptsWorthThreads(states: readonly DocumentState[]): boolean {
  let size = 0;
  for (const { document } of states) size += document.excerpt?.text.length ?? 0;
  return size >= worthSending && size <= maxHeld;
}

/** Whether some template names excerpts; those that plugins add show only a few. */
function showsExcerpts({ layouts, includes, pages }: Site): boolean {
  for (const { body } of layouts.values()) if (excerptIsNamed.test(body)) return true;
  for (const { text } of includes.values()) if (excerptIsNamed.test(text)) return true;
  return pages.some(({ id, body }) => !id.startsWith('generated:') && excerptIsNamed.test(body));
}

const excerptIsNamed = /excerpt|{%-?\s*seo\b/;
