import type { RenderContext } from '../../core/template.js';
import { pureFilters } from '../../liquid/filter-table.js';
import type { Liquid } from '../../liquid/liquid.js';
import { toRubyValue } from './values.js';

/** A filter as compiled templates call it. */
export type NunjucksFilter = (...args: unknown[]) => unknown;

/** Filters of nunjucks' own that keep to texts, numbers and lists, and that Liquid has none of the same name for. */
const stock = [
  ...['batch', 'center', 'd', 'e', 'float', 'forceescape', 'indent', 'int', 'list', 'lower', 'nl2br', 'safe', 'string'],
  ...['striptags', 'title', 'trim', 'upper', 'urlencode', 'urlize', 'wordcount'],
];

/** Other names for filters of Liquid and Jekyll, as Nunjucks has them. */
const aliases: Readonly<Record<string, string>> = {
  length: 'size',
  dump: 'jsonify',
  random: 'sample',
  e: 'escape',
  d: 'default',
};

/** All filters of a site's Nunjucks: those of Liquid first, then nunjucks' own. */
export function createFilters(
  own: Readonly<Record<string, NunjucksFilter>>,
  options: { readonly liquid: Liquid; readonly filterNames: Iterable<string> },
  context: () => RenderContext,
): Map<string, NunjucksFilter> {
  const filters = new Map<string, NunjucksFilter>();
  for (const name of stock) if (own[name] !== undefined) filters.set(name, ownFilter(own[name]));
  for (const name of [...Object.keys(pureFilters), 'date', ...options.filterNames]) {
    const filter = options.liquid.filter(name);
    if (filter === undefined) continue;
    filters.set(name, (input, ...args) => filter(context(), toRubyValue(input), ...args.map(toRubyValue)));
  }
  for (const [name, target] of Object.entries(aliases)) {
    const filter = filters.get(target);
    if (filter !== undefined) filters.set(name, filter);
  }
  return filters;
}

/** Nunjucks' own give texts marked as safe, which nothing here asks for. */
function ownFilter(filter: NunjucksFilter): NunjucksFilter {
  return function (this: unknown, ...args) {
    const result = filter.apply(this, args);
    return result instanceof String ? String(result) : result;
  };
}
