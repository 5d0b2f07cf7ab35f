import type { RenderContext } from '../../core/template.js';
import { countSideEffects } from '../renderer.js';
import { sheetsBefore } from '../sheets.js';
import type { World } from '../world.js';
import { type Fact, noteRead, readsOfFailure, recordReads } from './trace.js';

/** A result that renders share, and its facts. */
interface SharedResult {
  readonly result: unknown;
  readonly facts: ReadonlySet<Fact>;
  /** Variables that it looked up outside of itself. */
  readonly reads: ReadonlyMap<unknown, unknown>;
}

/** As {@link RenderContext.fenced}, where no variables are looked up. */
function withoutFence<T>(
  run: () => T,
  isShared: () => boolean,
): { result: T; reads: SharedResult['reads'] | undefined } {
  return { result: run(), reads: isShared() ? noReads : undefined };
}

const noReads: SharedResult['reads'] = new Map();

/** Results that renders share for one version of the site, by name. */
export class SharedResults {
  private site: unknown;
  private results = new Map<string, SharedResult>();

  constructor(private readonly world: World) {}

  /** @param context where a result looks up variables */
  get<T>(name: string, make: () => T, context: RenderContext | undefined): T {
    const { world } = this;
    // A result made before a counter came up may have looked for that counter.
    const key = `${sheetsBefore(world).length} ${world.counting.names.size} ${name}`;
    if (this.site !== world.site) {
      this.site = world.site;
      this.results = new Map();
    }
    const kept = this.results.get(key);
    if (kept === undefined || context?.findsAgain?.(kept.reads) === false) return this.make(key, make, context);
    for (const fact of kept.facts) noteRead(fact);
    return kept.result as T;
  }

  private make<T>(key: string, make: () => T, context: RenderContext | undefined): T {
    const { world } = this;
    const outer = world.rendering;
    if (outer === undefined) return make();
    const shared = { ...outer, isShared: true, readsItself: false };
    world.rendering = shared;
    try {
      const before = countSideEffects();
      // A result that depends on the page is not shared, nor one with diagnostics.
      const isShared = (): boolean => !shared.readsItself && countSideEffects() === before;
      const fenced = context?.fenced?.bind(context) ?? withoutFence;
      const { result: made, facts } = recordReads(() => fenced(make, isShared));
      for (const fact of facts) noteRead(fact);
      const { result, reads } = made;
      if (reads !== undefined) this.results.set(key, { result, facts, reads });
      return result;
    } catch (error) {
      for (const fact of readsOfFailure()) noteRead(fact);
      throw error;
    } finally {
      world.rendering = outer;
    }
  }
}
