import type { Document } from '../../core/types.js';
import { inspectString, toS } from '../../core/values/ruby.js';
import type { Drop } from '../../core/values/values.js';
import { prettyJson } from '../../core/values/write-json.js';
import type { DocumentState, World } from '../world.js';
import { jsonOf } from './document-json.js';
import { isMissing, pageKeys, rawContentOf, relativePath } from './document-members.js';
import { noteMember, readMember, readPageMember, readUnnamed } from './read-members.js';
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
    if (typeof key !== 'string') return readUnnamed(world, state, key);
    if (key !== 'content' || isMissing(state.document, key)) return readPageMember(world, state, key);
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
    if (typeof key !== 'string') return readUnnamed(this.#world, this.#state, key);
    return readMember(this.#world, this.#state, key);
  }

  keys(): readonly unknown[] {
    noteMember(this.#world, this.#state, '*');
    return this.#keys();
  }

  #keys(): readonly unknown[] {
    return [...new Set<unknown>([...documentKeys, ...this.#state.document.data.keys()])];
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
  const read = (key: unknown): unknown =>
    typeof key === 'string' ? readPageMember(world, state, key) : readUnnamed(world, state, key);
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
