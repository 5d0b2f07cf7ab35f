import { yieldToEventLoop } from '../core/process/yield-to-event-loop.js';
import type { Document, Site } from '../core/types.js';
import { createExcerptFinder, showsTextsAnywhere } from '../render/texts/shows-texts.js';
import type { DocumentState } from '../render/world.js';
import type { MarkdownWork } from './conversion/markdown-work.js';
import type { SassWork } from './conversion/sass-work.js';

/** What an order of rendering is chosen by. */
export interface OrderOptions {
  readonly markdown: Pick<MarkdownWork, 'isShared' | 'has' | 'waiting' | 'convertOther'>;
  readonly sass: Pick<SassWork, 'ready'>;
  /** Whether plugins may see in which order documents are rendered. */
  readonly isOrderSeen: boolean;
}

/**
 * Documents in an order in which nobody is idle: while the text of the next one is with a thread, documents come whose
 * texts no thread has begun, and in step with them pages that can be made without it; those that show excerpts of any
 * number of others come at last, when these are known. A promise among them is to be waited for before the next is asked
 * for. What comes of a document does not depend on the order.
 */
export function* renderOrder(
  site: Site,
  states: readonly DocumentState[],
  { markdown, sass, isOrderSeen }: OrderOptions,
): Generator<DocumentState | Promise<void>> {
  const sheets = isOrderSeen ? [] : states.filter((state) => sass.ready(state) !== undefined);
  const pages = markdown.isShared && !isOrderSeen && !showsTextsAnywhere(site) ? states.filter(isByItself) : [];
  const showsExcerpts = createExcerptFinder(site);
  const lists = pages.filter(isList);
  const late = new Set([...sheets, ...pages]);
  const inTurn = states.filter((state) => !late.has(state));
  const pageQueue = new PagesInStep(pages.filter((page) => !isList(page)));
  let others = 0;
  let byPath: Map<string, DocumentState> | undefined;
  for (const [place, state] of inTurn.entries()) {
    let isHeard = false;
    for (let waiting = markdown.waiting(state); waiting !== undefined; waiting = markdown.waiting(state)) {
      const due = pageQueue.due(place / inTurn.length, others / inTurn.length);
      if (due !== undefined) {
        yield due;
        continue;
      }
      // What threads have done is known as soon as they are heard.
      if (!isHeard) {
        isHeard = true;
        yield yieldToEventLoop();
        continue;
      }
      const job = markdown.convertOther();
      if (job === undefined) yield pageQueue.next() ?? lists.shift() ?? waiting;
      else {
        others++;
        byPath ??= new Map(states.map((one) => [one.document.path, one]));
        const other = isOrderSeen ? undefined : byPath.get(job.path);
        if (other?.document.body === job.text && !isList(other)) yield other;
        yield yieldToEventLoop();
      }
    }
    yield* withSheet(state);
  }
  yield* pageQueue.rest();
  yield* lists;
  for (const state of sheets) yield* withSheet(state);

  function* withSheet(state: DocumentState): Generator<DocumentState | Promise<void>> {
    const waiting = sass.ready(state);
    if (waiting !== undefined) yield waiting;
    yield state;
  }

  function isList({ document }: DocumentState): boolean {
    return document.kind === 'page' && document.paginator === undefined && showsExcerpts(document);
  }

  function isByItself(state: DocumentState): boolean {
    const { document } = state;
    return document.kind === 'page' && !sheets.includes(state) && !markdown.has(state) && !showsTexts(document);
  }
}

/**
 * Pages that go along with the texts of documents, so that the excerpts that they show were mostly converted with their
 * documents before: the last pages of a list show the first documents, and the first ones the last.
 */
class PagesInStep {
  readonly #pages: readonly DocumentState[];
  #start = 0;
  #end: number;

  constructor(pages: readonly DocumentState[]) {
    this.#pages = pages;
    this.#end = pages.length;
  }

  /** The next page to render, given how many texts are done, counted from the first one and from the last. */
  due(fromFirst: number, fromLast: number): DocumentState | undefined {
    const { length } = this.#pages;
    if (this.#start >= this.#end) return undefined;
    if (length - this.#end < Math.floor(length * fromFirst)) return this.#pages[--this.#end];
    return this.#start < Math.floor(length * fromLast) ? this.#pages[this.#start++] : undefined;
  }

  /** Any that is left. */
  next(): DocumentState | undefined {
    return this.#start < this.#end ? this.#pages[this.#start++] : undefined;
  }

  rest(): readonly DocumentState[] {
    return this.#pages.slice(this.#start, this.#end);
  }
}

/**
 * Whether a page seems to show whole texts of others. A guess, on the safe side: a page that shows them before they are
 * converted converts them a second time.
 */
function showsTexts({ body }: Document): boolean {
  return textIsNamed.test(body);
}

const textIsNamed = /\bcontent\b|(?<!\bcollection\.)\boutput\b/;
