import type { NewPage } from '../core/plugin.js';

/** Ids of pages as plugins make them: those that are made alike are told apart, as for an address that a document redirects from twice. */
export function createPageIds(): (page: Pick<NewPage, 'id' | 'path'>) => string {
  const given = new Set<string>();
  return ({ path, id: wanted = `generated:${path}` }) => {
    let id = wanted;
    for (let number = 2; given.has(id); number++) id = `${wanted} (${number})`;
    given.add(id);
    return id;
  };
}
