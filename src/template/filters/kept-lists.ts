import type { Filter, RenderContext } from '../../core/template.js';
import { worthKeeping } from './worth-keeping.js';

/** What was made so often, and each time found to be of use to one page alone, is made without more ado. */
const maxTries = 8;

interface ListUse {
  readonly id: number;
  /** What was asked of the list, and how often it had to be made. */
  readonly asked: Map<string, number>;
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
  if (use === undefined) uses.set(list, (use = { id: lists++, asked: new Map() }));
  const { id, asked } = use;
  const times = asked.get(what);
  if (times === undefined) asked.set(what, 0);
  if (times === undefined || times >= maxTries) return undefined;
  return context.host.memo(
    `${what} of list ${id}`,
    () => {
      asked.set(what, asked.get(what)! + 1);
      return make();
    },
    context,
  );
}

/** A filter that follows from its input, some texts and variables alone, with its results for long lists kept. */
export function keeping(name: string, filter: Filter): Filter {
  return (context, input, ...args) => {
    const make = (): unknown => filter(context, input, ...args);
    if (context.fenced === undefined || !args.every((arg) => typeof arg === 'string')) return make();
    const kept = keptOf(context, input, `${name} ${JSON.stringify(args)}`, make);
    return kept === undefined ? make() : kept;
  };
}
