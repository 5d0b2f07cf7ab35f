import type { World } from './world.js';

/** What Jekyll gives to each page, set anew each time, in its order. */
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

/** The variables of one document's render. Looking one up that is the document's own is a read of the document. */
export class PageVariables extends Map<string, unknown> {
  readonly #world: World;
  readonly #globals: ReadonlyMap<string, unknown>;
  readonly #later = new Map<string, () => unknown>();

  /** @param globals variables that are the same for all documents */
  constructor(world: World, globals: ReadonlyMap<string, unknown>) {
    super();
    this.#world = world;
    this.#globals = globals;
    for (const [name, value] of globals) this.set(name, value);
  }

  /** Sets a variable that is worked out when it is first looked up. */
  setLater(name: string, make: () => unknown): void {
    this.#later.set(name, make);
  }

  override get(name: string): unknown {
    if (this.#world.rendering !== undefined && !this.#globals.has(name) && (this.has(name) || this.#later.has(name)))
      this.#world.rendering.readsItself = true;
    const make = this.#later.get(name);
    if (make !== undefined) {
      this.#later.delete(name);
      this.set(name, make());
    }
    return super.get(name);
  }
}
