import { listMethods } from '../../core/values/drop-members.js';
import type { World } from '../world.js';

/** What Jekyll gives to each page, set again each time, in its order. */
export const payloadNames: ReadonlySet<string> = new Set([
  'jekyll',
  'site',
  'page',
  'theme',
  'content',
  'paginator',
  'layout',
  'highlighter_prefix',
  'highlighter_suffix',
]);

/** Those of them that are the same for all documents. */
const sharedNames: ReadonlySet<string> = new Set(['jekyll', 'site', 'theme']);

/**
 * The variables of one document's render. Looking one up that each document has its own of is a read of the document, even
 * where it has none: an excerpt has no `content`, which its document has.
 */
export class PageVariables extends Map<string, unknown> {
  readonly #world: World;
  readonly #later = new Map<string, () => unknown>();
  #slot: string | undefined;

  /** @param globals variables that are the same for all documents */
  constructor(world: World, globals: ReadonlyMap<string, unknown>) {
    super();
    this.#world = world;
    for (const [name, value] of globals) this.set(name, value);
  }

  /** Sets a variable that is worked out when it is first looked up. */
  setLater(name: string, make: () => unknown): void {
    this.#later.set(name, make);
  }

  /** Sets `content`, and what may stand for it where it is printed as it is. */
  setContent(make: () => string, slot: string): void {
    this.setLater('content', make);
    this.#slot = slot;
  }

  slot(name: string): string | undefined {
    if (name !== 'content' || this.#slot === undefined) return undefined;
    this.#note(name);
    return this.#slot;
  }

  #note(name: string): void {
    const { rendering } = this.#world;
    if (rendering !== undefined && payloadNames.has(name) && !sharedNames.has(name)) rendering.readsItself = true;
  }

  override get(name: string): unknown {
    this.#note(name);
    const make = this.#later.get(name);
    if (make !== undefined) {
      this.#later.delete(name);
      this.set(name, make());
    }
    return super.get(name) ?? this.#method(name);
  }

  /**
   * To Ruby it is a drop, and a list of its names with their values: where nothing else is called so, a template can name,
   * count and sort them.
   */
  #method(name: string): unknown {
    if (name === 'keys' || name === 'content_methods') return [...payloadNames];
    if (name === 'first') return ['jekyll', this.get('jekyll') ?? null];
    const method = listMethods.get(name);
    return method?.({ keys: () => [...payloadNames], get: (key) => this.get(String(key)) });
  }
}
