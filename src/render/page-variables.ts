import type { World } from './world.js';

/** The variables of one document's render. Looking one up that is the document's own is a read of the document. */
export class PageVariables extends Map<string, unknown> {
  readonly #world: World;
  readonly #globals: ReadonlyMap<string, unknown>;

  /** @param globals variables that are the same for all documents */
  constructor(world: World, globals: ReadonlyMap<string, unknown>) {
    super();
    this.#world = world;
    this.#globals = globals;
    for (const [name, value] of globals) this.set(name, value);
  }

  override get(name: string): unknown {
    if (this.#world.rendering !== undefined && !this.#globals.has(name)) this.#world.rendering.readsItself = true;
    return super.get(name);
  }
}
