import { nearest } from '../../core/text/nearest.js';

/** Which filter was meant; undefined where none is near. */
export function nearFilter(name: string, filters: ReadonlyMap<string, unknown>): string | undefined {
  const close = nearest(name, filters.keys());
  return close === undefined ? undefined : `Did you mean '${close}'?`;
}
