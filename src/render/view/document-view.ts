import { SiteError } from '../../core/diagnostics.js';
import { baseName } from '../../core/paths.js';
import { inspectString, isTruthy, toS } from '../../core/ruby.js';
import { pathInCollections } from '../../core/settings.js';
import { type Document, DocumentRef } from '../../core/types.js';
import type { Drop } from '../../core/values.js';
import { prettyJson } from '../../core/write-json.js';
import { fingerprint } from '../fingerprint.js';
import { memberFact } from '../member-fact.js';
import { dirname, slashed } from '../paths.js';
import { noteRead } from '../trace.js';
import { type DocumentState, type KeptText, type MemberOfAll, textOf, type World } from '../world.js';
import { jsonOf } from './document-json.js';
import { TracedHash } from './traced-hash.js';

/** The members of Jekyll's DocumentDrop besides the front matter, in the order in which Ruby lists them. */
const documentKeys = [
  'name',
  'id',
  'relative_path',
  'excerpt',
  'title',
  'categories',
  'collection',
  'next',
  'tags',
  'previous',
  'content',
  'output',
  'path',
  'url',
  'date',
] as const;

/** What Jekyll's Page adds to its front matter, in order. */
const pageKeys: readonly string[] = ['content', 'dir', 'excerpt', 'name', 'path', 'url'];

/** Whether a plugin's page has no member of that name, as other pages do. */
function isMissing({ members, data }: Document, key: string): boolean {
  return members !== undefined && pageKeys.includes(key) && !members.includes(key) && !data.has(key);
}

/** What templates see of a document: a drop for a collection's documents, a hash for pages. The same object each time. */
export function viewOf(world: World, state: DocumentState): unknown {
  state.view ??= state.document.kind === 'page' ? createPageView(world, state) : new DocumentDrop(world, state);
  return state.view;
}

/**
 * What a document's own render sees as `page`. To Jekyll a page's is a copy made before the render: its content stays
 * raw, where lists of pages show the converted one once the layouts are reached.
 */
export function ownViewOf(world: World, state: DocumentState): unknown {
  if (state.document.kind !== 'page') return viewOf(world, state);
  state.ownView ??= new LivePage(world, state, (key) => {
    if (key !== 'content' || isMissing(state.document, key)) return readPageMember(world, state, String(key));
    if (world.rendering !== undefined) world.rendering.readsItself = true;
    return rawContentOf(state);
  });
  return state.ownView;
}

/** What templates see of a collection's document. */
class DocumentDrop implements Drop {
  readonly isDrop = true;
  readonly className = 'Jekyll::Drops::DocumentDrop';
  readonly #state: DocumentState;
  readonly #world: World;

  constructor(world: World, state: DocumentState) {
    this.#state = state;
    this.#world = world;
  }

  /** A document and its neighbours stay the same to Jekyll's `==` as long as they are the same file. */
  get identity(): string {
    return this.#state.id;
  }

  get(key: unknown): unknown {
    return readMember(this.#world, this.#state, typeof key === 'string' ? key : String(key));
  }

  keys(): readonly string[] {
    noteMember(this.#world, this.#state, '*');
    return this.#keys();
  }

  #keys(): readonly string[] {
    const names = new Set<string>(documentKeys);
    for (const key of this.#state.document.data.keys()) names.add(String(key));
    return [...names];
  }

  toS(): string {
    return documentText(this.#world, this.#state);
  }

  inspect(): string {
    return prettyJson(this);
  }

  inspectItem(): string {
    return `#<Jekyll::Document ${relativePath(this.#world, this.#state)} collection=${this.#state.document.collection}>`;
  }

  toJson(depth = 0): unknown {
    return jsonOf(this, this.#keys(), depth);
  }
}

function createPageView(world: World, state: DocumentState): unknown {
  const read = (key: unknown): unknown => readPageMember(world, state, String(key));
  return new LivePage(world, state, read);
}

/** A page's hash: its keys are those of the newest version of the page. */
export class LivePage extends TracedHash {
  readonly #state: DocumentState;
  readonly #world: World;
  #from: Document | undefined;

  constructor(world: World, state: DocumentState, read: (key: unknown) => unknown) {
    super([], read);
    this.#state = state;
    this.#world = world;
  }

  #refresh(): void {
    noteMember(this.#world, this.#state, '*');
    if (this.#from === this.#state.document) return;
    this.#from = this.#state.document;
    this.clear();
    for (const key of this.#state.document.data.keys()) super.set(key, undefined);
    if (this.#state.document.excerpt !== undefined) super.set('excerpt', undefined);
    for (const key of this.#from.members ?? pageKeys) super.set(key, undefined);
  }

  inspectItem(): string {
    return `#<Jekyll::Page @relative_path=${inspectString(this.#state.document.path)}>`;
  }

  itemText(): string {
    return toS(this.get('content'));
  }

  override get size(): number {
    this.#refresh();
    return super.size;
  }

  override has(key: unknown): boolean {
    this.#refresh();
    return super.has(key);
  }

  override keys(): MapIterator<unknown> {
    this.#refresh();
    return super.keys();
  }
}

function documentText(world: World, state: DocumentState): string {
  const output = readMember(world, state, 'output');
  return typeof output === 'string' ? output : String(readMember(world, state, 'content'));
}

function readMember(world: World, state: DocumentState, key: string): unknown {
  switch (key) {
    case 'content':
      return readContent(world, state);
    case 'output':
      return readOutput(world, state);
    case 'excerpt':
      return readExcerpt(world, state) ?? '';
    case 'next':
      return neighbour(world, state, 'next', 1);
    case 'previous':
      return neighbour(world, state, 'previous', -1);
    default:
      return readMemberOf(world, state, key);
  }
}

/** A member of a page, noted as read. */
export function readPageMember(world: World, state: DocumentState, key: string): unknown {
  if (isMissing(state.document, key)) return undefined;
  switch (key) {
    case 'content':
      return readContent(world, state);
    case 'excerpt':
      return readExcerpt(world, state);
    default:
      return readMemberOf(world, state, key);
  }
}

/** A member that is known once the document is read. */
function memberOf(world: World, state: DocumentState, key: string): unknown {
  const { document } = state;
  if (document.kind === 'page') return pageMember(world, state, key);
  switch (key) {
    case 'id':
      return documentId(state);
    case 'url':
      return document.route.url;
    case 'path':
    case 'relative_path':
      return relativePath(world, state);
    case 'date':
      // A document without a date has the time of the build.
      if (!document.data.has('date')) world.facts.note('site', 'time');
      return document.date;
    case 'collection':
      return document.collection;
    case 'name':
      return isTruthy(document.data.get('name')) ? document.data.get('name') : baseName(document.path);
    default:
      return resolvedData(world, state, key);
  }
}

function pageMember(world: World, state: DocumentState, key: string): unknown {
  const { document } = state;
  switch (key) {
    case 'url':
      return document.route.url;
    case 'dir':
      return document.route.url.endsWith('/') ? document.route.url : slashed(dirname(document.route.url));
    case 'name':
      return document.name ?? baseName(document.path);
    case 'path':
      return document.data.get('path') ?? document.path;
    case 'layout':
      // A page whose front matter has an empty layout shows the one that it would have.
      return (
        document.data.get('layout') ?? (document.data.has('layout') ? world.layoutByDefault(document.path) : undefined)
      );
    default:
      return resolvedData(world, state, key);
  }
}

/** `/2020/01/02/title`: the folder of its URL and its slug. */
function documentId({ document }: DocumentState): string {
  const given = document.data.get('slug');
  const slug = isTruthy(given) ? toS(given) : baseName(document.path).replace(/\.[^.]*$/, '');
  return `${slashed(dirname(document.route.url))}${slug.replace(/^\/+/, '')}`;
}

/** Relative to `collections_dir`. */
export function relativePath({ site }: World, { document }: DocumentState): string {
  return pathInCollections(site.config, document.path);
}

/** A value of the front matter, with references to documents made into what templates see of them. */
function resolvedData(world: World, state: DocumentState, key: string): unknown {
  const value = state.document.data.get(key);
  if (typeof value !== 'object' || value === null) return value;
  if (state.resolved?.from !== state.document) state.resolved = { from: state.document, values: new Map() };
  const { values } = state.resolved;
  if (!values.has(value)) values.set(value, resolve(world, value));
  return values.get(value);
}

/** A value with each reference to a document made into its view; the same value where there is none. */
export function resolve(world: World, value: unknown): unknown {
  if (value instanceof DocumentRef) {
    const state = world.states.get(value.id);
    return state && viewOf(world, state);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => resolve(world, item));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (value instanceof Map && !(value instanceof TracedHash)) {
    let isChanged = false;
    const entries: [unknown, unknown][] = [];
    for (const [key, item] of value) {
      const made = resolve(world, item);
      isChanged ||= made !== item;
      entries.push([key, made]);
    }
    return isChanged ? new Map(entries) : value;
  }
  return value;
}

/** Notes that another document's member was read; what a document reads of itself is part of what it is. */
export function noteMember(world: World, state: DocumentState, key: string): void {
  const { rendering } = world;
  if (rendering === undefined) return;
  // What is made for all to use, as a list of all pages, reads it as one among others: `page` was not looked up.
  if (rendering.state === state && rendering.isShared !== true) {
    rendering.readsItself = true;
    return;
  }
  const isNew = noteRead(memberFact(state, key, () => memberFingerprint(world, state, key)));
  if (isNew) world.wide.count(rendering, state, key);
}

/** A member of a document, for a render that depends on that member of all documents; undefined for others. */
function readWidely(world: World, state: DocumentState, key: string): MemberOfAll | undefined {
  const { rendering } = world;
  if (rendering === undefined) return undefined;
  const member = (state.siblings ??= world.wide.membersOf(state)).get(key);
  const isCovered = member?.isReadBy(rendering) && member.isOf(state);
  return isCovered && (rendering.state !== state || rendering.isShared === true) ? member : undefined;
}

/** A member that is known once the document is read, noted as read. */
function readMemberOf(world: World, state: DocumentState, key: string): unknown {
  const wide = readWidely(world, state, key);
  if (wide !== undefined) return (wide.values[state.index] ??= memberOf(world, state, key));
  noteMember(world, state, key);
  return memberOf(world, state, key);
}

/** The fingerprint of a member as it is now. */
export function memberFingerprint(world: World, state: DocumentState, key: string): string {
  if (key === '*') return fingerprint([...state.document.data.keys()]);
  if (key === 'raw') return fingerprint(rawContentOf(state));
  if (key === 'whole') return state.document.hash;
  // A render that saw no excerpt, or one from the front matter, has to read it again once it is made of the text.
  if (key === 'excerpt' && state.document.excerpt !== undefined) return '';
  // Archives and such: their lists are compared by the documents that they name.
  if (state.document.data.has(key)) return fingerprint(state.document.data.get(key));
  return fingerprint(memberOf(world, state, key));
}

/** Whether a document was rendered before the one being rendered now, in Jekyll's order. */
function isBefore(world: World, state: DocumentState): boolean {
  const { rendering } = world;
  if (rendering === undefined) return true;
  // Which documents come before depends on the one that asks.
  rendering.readsItself = true;
  // An excerpt can be asked for at any time; what it sees of others must not depend on when.
  if (rendering.state === state || rendering.phase === 'excerpt') return false;
  world.facts.note('order', `${state.id}\n${rendering.state.id}`);
  return state.order < rendering.state.order;
}

/** A document's text before it is rendered, as templates see it. */
function rawContentOf({ document }: DocumentState): string {
  return document.rawContent ?? document.body;
}

function readContent(world: World, state: DocumentState): unknown {
  const { rendering } = world;
  if (rendering?.state === state) rendering.readsItself = true;
  if (rendering?.state === state && rendering.phase === 'layouts') return textOf(state.body);
  if (isBefore(world, state)) {
    noteRead(state.body);
    world.update.body(state);
    return shownText(state.body);
  }
  noteMember(world, state, 'raw');
  return rawContentOf(state);
}

function readOutput(world: World, state: DocumentState): unknown {
  if (!isBefore(world, state)) return undefined;
  noteRead(state.output);
  world.update.output(state);
  return shownText(state.output);
}

function readExcerpt(world: World, state: DocumentState): unknown {
  if (state.document.excerpt === undefined) {
    noteMember(world, state, 'excerpt');
    const given = resolvedData(world, state, 'excerpt');
    return isTruthy(given) ? toS(given) : (given ?? undefined);
  }
  noteRead(state.excerpt);
  world.update.excerpt(state);
  return shownText(state.excerpt);
}

/** A text that another document shows: where it could not be made, neither can that document. */
function shownText(kept: KeptText): string {
  if (kept.failed) {
    const error = kept.diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined) throw new SiteError(error);
  }
  return textOf(kept);
}

/** What the render of a style sheet that came before made beside its CSS. */
export function readSourceMap(world: World, sheet: DocumentState): string {
  noteRead(sheet.body);
  world.update.body(sheet);
  shownText(sheet.body);
  return sheet.body.companions[0]?.text ?? '';
}

function neighbour(world: World, state: DocumentState, kind: 'next' | 'previous', step: number): unknown {
  if (world.rendering?.state === state) world.rendering.readsItself = true;
  world.facts.note(kind, state.id);
  const label = state.document.collection;
  const documents = label === undefined ? undefined : world.site.collections.get(label)?.documents;
  const other = documents?.[state.index + step];
  const otherState = other && world.states.get(other.id);
  return otherState && viewOf(world, otherState);
}
