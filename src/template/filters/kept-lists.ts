import type { Filter, RenderContext } from '../../core/template.js';
import { worthKeeping } from './worth-keeping.js';

interface ListUse {
  readonly id: number;
  /** What was asked of the list. */
  readonly asked: Set<string>;
}

const uses = new WeakMap<readonly unknown[], ListUse>();
let lists = 0;

/**
 * What is made of a list, kept for the whole build from the second time on that the same is asked of the same list: many
 * layouts sort all pages, or search all of a collection, for every page. Undefined the first time, and for short lists.
 */
export function keptOf<T>(context: RenderContext, list: unknown, what: string, make: () => T): T | undefined {
  if (!Array.isArray(list) || list.length < worthKeeping) return undefined;
  let use = uses.get(list);
  if (use === undefined) uses.set(list, (use = { id: lists++, asked: new Set() }));
  if (use.asked.has(what)) return context.host.memo(`${what} of list ${use.id}`, make);
  use.asked.add(what);
  return undefined;
}

/** A filter that follows from its input and some texts alone, with its results for long lists kept. */
export function keeping(name: string, filter: Filter): Filter {
  return (context, input, ...args) => {
    const isTold = args.every((arg) => arg === null || arg === undefined || typeof arg === 'string');
    const what = isTold ? `${name} ${JSON.stringify(args)}` : undefined;
    const kept = what && keptOf(context, input, what, () => filter(context, input, ...args));
    return kept ?? filter(context, input, ...args);
  };
}
