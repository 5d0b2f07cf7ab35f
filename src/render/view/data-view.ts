import { isTruthy } from '../../core/values/ruby.js';
import type { World } from '../world.js';
import { TracedHash } from './traced-hash.js';

/** `_data`, each of its first keys a fact of its own. */
export function dataView(world: World): unknown {
  const given = world.site.config.values.get('data');
  if (isTruthy(given)) return given;
  return new DataHash(world);
}

/** Which keys there are is a fact, too: also that there are none. */
class DataHash extends TracedHash {
  readonly #world: World;

  constructor(world: World) {
    super(world.site.data.keys(), (key) => {
      world.facts.note('data', String(key));
      return world.site.data.get(key);
    });
    this.#world = world;
  }

  override get size(): number {
    this.#world.facts.note('site', 'data');
    return super.size;
  }

  override has(key: unknown): boolean {
    this.#world.facts.note('site', 'data');
    return super.has(key);
  }

  override keys(): MapIterator<unknown> {
    this.#world.facts.note('site', 'data');
    return super.keys();
  }
}
