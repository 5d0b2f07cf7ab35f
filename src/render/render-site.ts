import type { Diagnostic } from '../core/diagnostics.js';
import { yieldToEventLoop } from '../core/process/yield-to-event-loop.js';
import { shownSetting, shownSettings } from '../core/seen-settings.js';
import { nearest } from '../core/text/nearest.js';
import { formatTime } from '../core/time/strftime.js';
import { type Document, dataValue, type Site, type SourceFile, staticFiles } from '../core/types.js';
import { collectDiagnostics, rerenderCircular } from './collect-diagnostics.js';
import { CountersOfSite } from './counting.js';
import { createSiteFacts, type FactReaders } from './evidence/facts.js';
import { fingerprint } from './evidence/fingerprint.js';
import { changeFact, isRead, markStale } from './evidence/trace.js';
import { WideReads } from './evidence/wide-reads.js';
import { leftBy } from './layouts/left-over.js';
import type { RenderTools } from './render-tools.js';
import { type DocumentChange, removeStates, settleStates } from './settle-states.js';
import { createTextKeeper, type TextKeeper } from './texts/large-sites.js';
import { createTextStore } from './texts/text-store.js';
import { memberFingerprint } from './view/document-members.js';
import { viewOf } from './view/document-view.js';
import { areRelatedByWords, newestIds, relatedIds } from './view/related.js';
import { areSortedAnew, htmlPages, newestFirst } from './view/site-lists.js';
import { type DocumentState, type KeptText, pendingStates, registerAllReads, type World } from './world.js';

/** Facts that cannot be looked up in the site itself. */
export interface OutsideFacts {
  /** Hash of a file that a render read by path (`include_relative`, Sass partials); undefined where there is none. */
  fileHash(path: string): string | undefined;
  urlOfPath(path: string): string | undefined;
  urlOfPost(name: string): string | undefined;
  /** What the configuration's defaults name as the layout of a page with a path. */
  layoutByDefault(path: string): unknown;
  /** The layout whose data a document's excerpt sees: what the defaults name for its path and type. */
  layoutOfExcerpt(path: string, type: string): unknown;
}

/**
 * A world without a site yet; `adoptSite` gives it one.
 *
 * @param isBuiltOnce whether its process builds it once and ends
 */
export function createWorld(outside: OutsideFacts, isBuiltOnce = false): World {
  const lists = {
    isBuiltOnce,
    isLarge: false,
    isWrittenInBackground: false,
    texts: createTextStore<KeptText>(),
    bodySources: [],
    ordered: [],
    documents: [],
    sheets: [],
    pending: new Set(),
    withDiagnostics: new Set(),
  };
  const world = { states: new Map(), ...lists, shape: {} } as unknown as { -readonly [key in keyof World]: World[key] };
  // One by one: given so many by `Object.assign`, V8 would keep all of them in a dictionary, which is slower to read.
  world.facts = createSiteFacts(factReaders(world, outside));
  world.layoutByDefault = outside.layoutByDefault;
  world.layoutOfExcerpt = outside.layoutOfExcerpt;
  world.wide = new WideReads(world, (state, key) => memberFingerprint(world, state, key));
  world.counting = new CountersOfSite(world);
  world.viewOf = (state) => viewOf(world, state);
  world.update = {
    body: (state) => state.body.update(),
    output: (state) => state.output.update(),
    excerpt: (state) => state.excerpt.update(),
  };
  return world;
}

/** How each kind of fact about the site is looked at. */
export function factReaders(world: World, outside: OutsideFacts): FactReaders {
  return {
    collection: (label) =>
      idsOf(world.site.collections.get(label)?.documents ?? []) +
      assetsOf(world.site, label) +
      (label === 'posts' ? newOrder(world.site) : ''),
    site: (name) => siteFact(world, name),
    data: (key) => fingerprint(world.site.data.get(key)),
    time: (format) => formatTime(world.site.time, format),
    now: (format) => formatTime(world.site.now, format),
    setting: (key) => fingerprint(shownSetting(world.site.config, key)),
    member: (key) => (world.site.members?.has(key) ? fingerprint(world.site.members.get(key)) : 'absent'),
    layout: (name) => fileFact(world.site.layouts.get(name)?.file) ?? absentFact(name, world.site.layouts),
    'layout-data': (name) => fingerprint(world.site.layouts.get(name)?.data),
    include: (name) => fileFact(world.site.includes.get(name)) ?? absentFact(name, world.site.includes),
    file: (path) => outside.fileHash(path) ?? 'absent',
    url: (path) => outside.urlOfPath(path) ?? 'absent',
    post: (name) => outside.urlOfPost(name) ?? 'absent',
    members: (name) => world.wide.fingerprint(name),
    order: (pair) => orderFact(world, pair),
    next: (id) => neighbourId(world, id, 1),
    previous: (id) => neighbourId(world, id, -1),
    counter: (name) => world.counting.fingerprint(name),
    related: (id) => relatedIds(world.site, id).join('\n'),
    'left-over': (id) => leftBy(world, id),
    chance: () => String(Math.random()),
  };
}

/** A template's path determines its engine, and is part of its diagnostics. */
function fileFact(file: SourceFile | undefined): string | undefined {
  return file && `${file.path} ${file.hash}`;
}

/** What is not there is reported with what has nearly that name. */
function absentFact(name: string, there: ReadonlyMap<string, unknown>): string {
  return `absent ${nearest(name, there.keys()) ?? ''}`;
}

function siteFact(world: World, name: string): string {
  const { site } = world;
  switch (name) {
    case 'pages':
      return idsOf(site.pages);
    case 'html_pages':
      return idsOf(htmlPages(site));
    case 'static_files':
      return fingerprint(
        staticFiles(site).map((asset) => `${asset.path}\n${asset.modified}\n${fingerprint(asset.data)}`),
      );
    case 'documents':
      return fingerprint(
        [...site.collections].map(([label, { documents }]) => `${label}\n${idsOf(documents)}${assetsOf(site, label)}`),
      );
    case 'tags':
    case 'categories':
      return fingerprint(newestFirst(site).map((post) => [post.id, dataValue(post, name)]));
    case 'collections':
      return [...site.collections.keys()].join('\n');
    case 'time':
      return String(site.time.epochMs);
    case 'now':
      return String(site.now.epochMs);
    case 'data':
      return fingerprint([...site.data.keys()]);
    default:
      return fingerprint([...shownSettings(site.config), ...(site.members?.keys() ?? [])]);
  }
}

const idsCache = new WeakMap<readonly Document[], string>();

function idsOf(documents: readonly Document[]): string {
  let ids = idsCache.get(documents);
  if (ids === undefined)
    idsCache.set(documents, (ids = fingerprint(documents.map((document) => document.id).join('\n'))));
  return ids;
}

const orderCache = new WeakMap<readonly Document[], string>();

/** The order in which templates see posts, where it differs from that of the collection; '' otherwise. */
function newOrder(site: Site): string {
  if (!areSortedAnew(site)) return '';
  const { documents } = site.collections.get('posts')!;
  let order = orderCache.get(documents);
  if (order === undefined) orderCache.set(documents, (order = idsOf(newestFirst(site))));
  return order;
}

function assetsOf(site: Site, label: string): string {
  const assets = site.collections.get(label)?.assets ?? [];
  return assets.length === 0 ? '' : fingerprint(assets.map((asset) => `${asset.path}\n${asset.modified}`));
}

function orderFact(world: World, pair: string): string {
  const [first, second] = pair.split('\n') as [string, string];
  const a = world.states.get(first);
  const b = world.states.get(second);
  return a && b && a.order < b.order ? 'before' : 'after';
}

function neighbourId(world: World, id: string, step: number): string {
  const state = world.states.get(id);
  const label = state?.document.collection;
  if (state === undefined || label === undefined) return 'absent';
  return world.site.collections.get(label)?.documents[state.index + step]?.id ?? 'absent';
}

/**
 * Takes a new version of the site: whatever was rendered from facts that are different now is stale. The cost follows
 * the change: parts of the site that are the same objects as before are not looked at.
 */
export function adoptSite(world: World, site: Site, tools: RenderTools, changedFiles: boolean): void {
  world.link?.();
  registerAllReads(world);
  const old = world.site as Site | undefined;
  world.site = site;
  const documents = documentsInOrder(site);
  const change = settleStates(world, documents, tools);
  const isResorted = old !== undefined && change.states.length > 0 && newOrder(old) !== newOrder(site);
  if (change.isReordered || change.isReshaped || isResorted || old?.assets !== site.assets) world.shape = {};
  if (change.isReordered) {
    world.counting.isMoved = true;
    removeStates(world, documents);
    world.sheets = world.ordered.filter(({ document }) => document.kind === 'page' && tools.hasSourceMap(document));
  }
  world.wide.follow(change.states, change.isReordered);
  if (old !== undefined) {
    world.facts.refresh(changedKinds(old, site, change, isResorted, changedFiles));
    for (const kind of ['next', 'previous']) world.facts.refreshNamed(kind, change.moved);
  }
  for (const state of change.states) refreshDocument(world, state);
}

/** All documents in the order in which Jekyll renders them. */
function documentsInOrder(site: Site): Document[] {
  const none: Document[] = [];
  return none.concat(...Array.from(site.collections.values(), ({ documents }) => documents), site.pages);
}

/** A document that is different now: its own texts are stale, and those that read what changed. */
function refreshDocument(world: World, state: DocumentState): void {
  markStale(state.body);
  markStale(state.output);
  markStale(state.excerpt);
  state.facts = state.facts.filter(isRead);
  for (const fact of state.facts) changeFact(fact, memberFingerprint(world, state, fact.member));
}

function changedKinds(
  old: Site,
  site: Site,
  { states, isReordered, isReshaped, isRegrouped }: DocumentChange,
  isResorted: boolean,
  changedFiles: boolean,
): Set<string> {
  const kinds = new Set<string>();
  const add = (isChanged: boolean, ...names: string[]): void => {
    if (isChanged) for (const name of names) kinds.add(name);
  };
  const assetsChanged = old.assets !== site.assets;
  add(isReordered || states.length > 0, 'members');
  add(isReordered, 'collection', 'site', 'order', 'url', 'post');
  add(isResorted, 'collection', 'site', 'url', 'post');
  add(isReordered && newestIds(old).join('\n') !== newestIds(site).join('\n'), 'related');
  add(isReshaped, 'site', 'url', 'post');
  add(areRelatedByWords(site) && old.collections !== site.collections, 'related');
  add(isRegrouped, 'site');
  add(assetsChanged, 'collection', 'site', 'url');
  add(old.time.epochMs !== site.time.epochMs, 'site', 'time');
  add(old.now.epochMs !== site.now.epochMs, 'site', 'now');
  add(old.data !== site.data, 'site', 'data');
  add(old.config !== site.config, 'setting', 'site');
  add(old.members !== site.members, 'member', 'site');
  add(old.layouts !== site.layouts, 'layout', 'layout-data');
  add(old.includes !== site.includes, 'include');
  add(changedFiles, 'file');
  kinds.add('left-over');
  kinds.add('chance');
  return kinds;
}

/** What rendering all documents came to. */
export interface Rendered {
  /** States whose output is different or new. */
  readonly rendered: readonly DocumentState[];
  /** States that were brought up to date, whether they changed or not. */
  readonly updated: readonly DocumentState[];
  readonly diagnostics: readonly Diagnostic[];
  readonly failed: boolean;
  readonly aborted: boolean;
}

/** How rendering is to go on beside other work of the process. */
export interface RenderPace {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: { readonly aborted: boolean };
  /**
   * Documents in the order in which they are to be rendered; a promise is to be waited for before the next is asked for.
   *
   * @param isFixed whether that is the order in which they are given
   */
  inOrder?(states: readonly DocumentState[], isFixed: boolean): Iterable<DocumentState | Promise<void>>;
  /** Called with each document that was brought up to date. */
  rendered?(state: DocumentState): void;
  /** Brings a document up to date, where its time is to be known. */
  measure?(state: DocumentState, render: () => void): void;
}

const yieldEveryMs = 12;

/** Brings all documents up to date that are written (others only as far as something reads them). */
export function renderSite(world: World, pace: RenderPace): Promise<Rendered> {
  return new SiteRender(world, pace).run();
}

/** One rendering of a site. */
class SiteRender {
  /** The documents that were brought up to date, with the fingerprints that their outputs had before. */
  private readonly updated = new Map<DocumentState, string>();
  private readonly keeper: TextKeeper;
  private lastYield = Date.now();

  constructor(
    private readonly world: World,
    private readonly pace: RenderPace,
  ) {
    this.keeper = createTextKeeper(world);
  }

  async run(): Promise<Rendered> {
    const { world, updated } = this;
    const { counting } = world;
    let left = pendingStates(world);
    const upToDate = world.ordered.length - left.length;
    let isLeft = left.length > 0 || counting.names.size > 0;
    while (isLeft) {
      // A build of few changes has restored too little for counters, which depend on all documents.
      if (counting.isToBegin && world.restoreText !== undefined) return this.abort();
      if (await this.renderStates(left, upToDate)) return this.abort();
      // If a render makes something stale that was rendered already, that is left to the next build, so that this one ends.
      left = pendingStates(world).filter((state) => !updated.has(state));
      isLeft = left.length > 0 || counting.isToBegin;
    }
    rerenderCircular(world);
    return this.result({ ...collectDiagnostics(world), aborted: false });
  }

  /** @returns whether it was aborted */
  private async renderStates(left: readonly DocumentState[], upToDate: number): Promise<boolean> {
    const { world, pace } = this;
    const { counting } = world;
    const isCounting = counting.begin(this.render);
    const states = isCounting ? world.ordered : left;
    for (const state of pace.inOrder?.(states, isCounting) ?? states) {
      if (state instanceof Promise) await state;
      else if (isCounting) counting.reach(state.order + 1);
      else if (state.output.status !== 'fresh') this.render(state);
      if (counting.isToBegin) return false;
      if (Date.now() - this.lastYield > yieldEveryMs) {
        const total = world.ordered.length;
        pace.onProgress?.(Math.min(upToDate + this.updated.size, total), total);
        await yieldToEventLoop();
        if (pace.signal?.aborted) return true;
        this.lastYield = Date.now();
      }
    }
    return false;
  }

  private readonly render = (state: DocumentState): void => {
    const { world, pace, updated } = this;
    if (!updated.has(state)) updated.set(state, state.output.fingerprint);
    if (pace.measure === undefined) state.output.update();
    else pace.measure(state, () => state.output.update());
    if (world.counting.isToBegin) return;
    this.keeper.add(state);
    pace.rendered?.(state);
  };

  private abort(): Rendered {
    return this.result({ diagnostics: [], failed: true, aborted: true });
  }

  private result(outcome: Pick<Rendered, 'diagnostics' | 'failed' | 'aborted'>): Rendered {
    this.world.counting.end(!outcome.aborted);
    const states = [...this.updated.keys()];
    return {
      // An output that was never made may have no fingerprint yet.
      rendered: states.filter((state) => {
        const before = this.updated.get(state);
        return before === '' || state.output.fingerprint !== before;
      }),
      updated: states,
      ...outcome,
    };
  }
}
