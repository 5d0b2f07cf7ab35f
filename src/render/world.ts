import type { Diagnostic } from '../core/diagnostics.js';
import type { Counters, TemplateSource } from '../core/template.js';
import type { Unfilled } from '../core/text/unfilled.js';
import type { Document, Site } from '../core/types.js';
import type { Counted } from './counted.js';
import type { SiteFacts } from './evidence/facts.js';
import type { SavedEvidence } from './evidence/saved-evidence.js';
import { type Fact, type Kept, registerReads } from './evidence/trace.js';
import type { CompanionFile } from './texts/companion-file.js';
import type { TextStore } from './texts/text-store.js';

/** A kept text: a document's converted body, its output, or its excerpt. */
export interface KeptText extends Kept {
  /** To be asked for through `textOf`. */
  text: string;
  /** Whether an earlier process made it, so that it is up to date but not loaded. */
  isUnloaded: boolean;
  /** As long as it is not linked to its facts: the place of their list in what was saved; otherwise −1. */
  savedList: number;
  /** The text as UTF-8 instead, outside of JavaScript's heap: of outputs, and of bodies where the site is large. */
  bytes?: Uint8Array | undefined;
  /** Those bytes, as long as the body is still to be copied into gaps of theirs. */
  unfilled?: Unfilled | undefined;
  /** Whether the text was released, as the site is large. */
  isReleased?: boolean;
  /**
   * Whether its fingerprint is still to be computed from its bytes: by a thread that reads them, or where it is asked
   * for.
   */
  readonly isUnhashed: boolean;
  /** Computes its fingerprint while it still has the bytes. */
  hashNow(): void;
  /** Warnings of the render that made it, and its errors where it failed. */
  diagnostics: readonly Diagnostic[];
  companions: readonly CompanionFile[];
  /** What it added to counters. */
  counts: readonly Counted[];
  /** Whether the newest render threw. */
  failed: boolean;
}

/** A member of a document that renders of others read. */
export interface MemberFact extends Fact {
  readonly member: string;
}

/** Everything that is kept about one document, from build to build. */
export interface DocumentState {
  readonly id: string;
  document: Document;
  /** Its place in the order of rendering: collections, then pages. */
  order: number;
  /** Its place in its collection. */
  index: number;
  /** Facts about it that others read, by member. */
  facts: readonly MemberFact[];
  /** What renders read of all documents of its collection; there as soon as one did. */
  siblings: ReadonlyMap<string, MemberOfAll> | undefined;
  readonly body: KeptText;
  readonly output: KeptText;
  readonly excerpt: KeptText;
  /** What templates see of it: a drop for documents, a hash for pages. Made when first asked for. */
  view?: unknown;
  /** What its own render sees as `page`, where that is not the view. */
  ownView?: unknown;
  excerptView?: unknown;
  /** Values of its data as templates see them, by the data they were made from. */
  resolved?: { readonly from: Document; readonly values: Map<unknown, unknown> };
}

/** Which document is being rendered, and how far it is. */
export interface Rendering {
  readonly state: DocumentState;
  readonly phase: 'body' | 'layouts' | 'excerpt';
  /** Whether others may use what is being made, so that it matters whether the document itself is read. */
  readonly isShared?: boolean;
  /** Set once the document itself is read. */
  readsItself?: boolean;
  /** The counters that go on from page to page; none where counting concerns the text alone. */
  readonly counters?: Counters;
}

/** A member of all documents of a collection, or of all pages. */
export interface MemberOfAll {
  /** Its values by the documents' places, as far as they were asked for. */
  readonly values: unknown[];
  /** Whether a render depends on it already. */
  isReadBy(rendering: Rendering): boolean;
  /** Whether a document's is as it is while only its text changes, so that it may be read widely. */
  isOf(state: DocumentState): boolean;
}

/** What renders read of very many documents. */
export interface ReadsOfMany {
  /** The members of the documents of a state's collection. */
  membersOf(state: DocumentState): ReadonlyMap<string, MemberOfAll>;
  /** Called when a render read a member of one more document. */
  count(rendering: Rendering, state: DocumentState, key: string): void;
  /** The fingerprint of a member of all documents of a collection: `posts` and `title` with a line feed between. */
  fingerprint(name: string): string;
  /** Follows a change of the site: of some documents, or of which there are. */
  follow(changed: readonly DocumentState[], isReordered: boolean): void;
}

/**
 * The counters of `increment` and `decrement`. They go on from page to page in Jekyll's order of rendering, so a site
 * that counts is rendered in that order. What each text adds is kept with it; a text depends on the counters that it
 * looked up as they were before it, and is asked about them when it is its document's turn.
 */
export interface Counting {
  /** All names that any text has counted under. */
  readonly names: Set<string>;
  /** Whether documents may be in another order than they were rendered in, but for those that are as they were. */
  isMoved: boolean;
  /** Whether rendering has to begin again, as a counter came up in a site that was not known to count. */
  readonly isToBegin: boolean;
  /**
   * Begins to go through the site. Whether it counts, so that this is to be done in order.
   *
   * @param bring brings a document up to date
   */
  begin(bring: (state: DocumentState) => void): boolean;
  /** @param isDone whether all of it was gone through */
  end(isDone: boolean): void;
  /** Brings all documents up to date that come before one of an order. */
  reach(order: number): void;
  /** A counter as a text finds it; undefined where nobody has counted before. */
  before(state: DocumentState, phase: Rendering['phase'], name: string): number | undefined;
  /** The same as a fingerprint: `name`, phase and the document's id with line feeds between. */
  fingerprint(fact: string): string;
  /**
   * Makes a document's layouts see that its body counts something else now.
   *
   * @param before what it counted
   */
  tellLayouts(state: DocumentState, before: readonly Counted[]): void;
  /** Called with a name that was not counted under before. */
  add(name: string): void;
}

/** The site in the middle of its builds: what was read last, and what is kept. */
export interface World {
  site: Site;
  readonly states: Map<string, DocumentState>;
  /** In the order of rendering. */
  ordered: readonly DocumentState[];
  /** Pages whose render adds a source map to the site's pages, in the order of rendering. */
  sheets: readonly DocumentState[];
  /** The documents of `ordered`. */
  documents: readonly Document[];
  /** States whose output may be out of date, and perhaps some others. To be asked for through `pendingStates`. */
  readonly pending: Set<DocumentState>;
  /** States of which a render had diagnostics, and perhaps some others. */
  readonly withDiagnostics: Set<DocumentState>;
  rendering?: Rendering;
  readonly facts: SiteFacts;
  /** What the configuration's defaults name as the layout of a page with a path; the same as long as there is this world. */
  layoutByDefault(path: string): unknown;
  /** The layout whose data a document's excerpt sees: what the defaults name for its path and type. */
  layoutOfExcerpt(path: string, type: string): unknown;
  /** What renders read of very many documents. */
  readonly wide: ReadsOfMany;
  readonly counting: Counting;
  /** Whether its process builds it once and ends. */
  readonly isBuiltOnce: boolean;
  /** Whether its texts are more than JavaScript's heap should hold. */
  isLarge: boolean;
  /** Whether threads write its outputs as they are made, and tell their fingerprints. */
  isWrittenInBackground: boolean;
  /** The bodies that were rendered last as templates, the newest first. */
  readonly bodySources: TemplateSource[];
  /** Where outputs are kept. */
  readonly texts: TextStore<KeptText>;
  /** Another object whenever the site writes other files than before: by path, not by content. */
  shape: object;
  /**
   * Results that are not readers of their facts yet: those of a process that makes the whole site once, where nothing
   * changes under a result unless texts need each other. See `registerAllReads`.
   */
  unregistered?: KeptText[];
  /** Links what an earlier process kept to its facts; there as long as that is not done. */
  link?: () => void;
  /** As long as that is not done: what it kept. */
  unlinked?: SavedEvidence;
  /** Restores what an earlier process kept of a text that was just created for a state. */
  restoreText?: (text: KeptText, state: DocumentState, phase: Rendering['phase']) => void;
  /** What templates see of a document; the same object each time. */
  viewOf(state: DocumentState): unknown;
  /** Brings a document's body, output or excerpt up to date. */
  readonly update: {
    body(state: DocumentState): void;
    output(state: DocumentState): void;
    excerpt(state: DocumentState): void;
  };
}

/** The documents whose output may be out of date, in the order of rendering. */
export function pendingStates({ pending }: World): DocumentState[] {
  for (const state of pending) if (state.output.status === 'fresh') pending.delete(state);
  return inOrder(pending);
}

/** Makes all unregistered results readers of their facts. */
export function registerAllReads(world: World): void {
  for (const kept of world.unregistered ?? []) registerReads(kept);
  delete world.unregistered;
}

/** States in the order of rendering. */
export function inOrder(states: Iterable<DocumentState>): DocumentState[] {
  return [...states].sort((a, b) => a.order - b.order);
}

/** Whether a text has to be rendered before it can be shown. */
export function needsRender({ status, isUnloaded, isReleased }: KeptText): boolean {
  return status === 'stale' || isUnloaded || isReleased === true;
}

/** The text of a kept result that is up to date; one that is not loaded is rendered again, the same. */
export function textOf(kept: KeptText): string {
  load(kept);
  return heldText(kept);
}

/** The same, or its bytes where it is held as those. */
export function contentOf(kept: KeptText): string | Uint8Array {
  load(kept);
  return kept.bytes ?? kept.text;
}

function load(kept: KeptText): void {
  if (!kept.isUnloaded && !kept.isReleased) return;
  kept.status = 'stale';
  kept.update();
}

/** A text that is at hand, whichever way it is held. */
export function heldText({ bytes, text }: Pick<KeptText, 'bytes' | 'text'>): string {
  return bytes === undefined ? text : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
