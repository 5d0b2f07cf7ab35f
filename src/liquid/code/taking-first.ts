import type { FilterCall } from '../syntax/pipeline.js';
import type { Generator } from '../syntax/syntax.js';

/** Liquid's own filters that give a text in the encoding of the one that they are given, in Ruby. */
const keepingEncoding = new Set(
  'append capitalize downcase escape escape_once lstrip newline_to_br remove remove_first replace replace_first rstrip slice strip strip_html strip_newlines truncate truncatewords upcase'.split(
    ' ',
  ),
);

/**
 * Where a pipeline has a filter that takes its first value, too, with nothing before it but what makes a text of that
 * value; -1 where it has none.
 */
export function findTakingFirst({ options }: Generator, filters: readonly FilterCall[]): number {
  const at = filters.findIndex(({ name }) => options.filters.get(name)?.takesFirst === true);
  const isKeeping = ({ name }: FilterCall): boolean => keepingEncoding.has(name) && options.filters.get(name)!.isPure;
  return at > 0 && filters.slice(0, at).every(isKeeping) ? at : -1;
}
