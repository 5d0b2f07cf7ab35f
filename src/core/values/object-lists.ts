/** Lists whose documents, pages and files are Jekyll's own objects, with what was added to each as a template holds it. */
const lists = new WeakMap<readonly unknown[], readonly unknown[]>();

const nothing: readonly unknown[] = [];

/**
 * Notes that a list holds Jekyll's own objects. Templates get a drop or hash of each as soon as they name it, which to
 * Ruby's `include?` is another thing: `site.posts contains post` is never true. Gives that list.
 *
 * @param added what is in it as templates hold it
 */
export function asObjects<T extends readonly unknown[]>(list: T, added: readonly unknown[] = nothing): T {
  lists.set(list, added);
  return list;
}

/** What a list that holds objects has besides, as templates hold it; undefined for other lists. */
export function addedToObjects(list: unknown): readonly unknown[] | undefined {
  return Array.isArray(list) ? lists.get(list) : undefined;
}

/** Notes that a list was made of items of another, and of some that a template held. Gives that list. */
export function asObjectsOf<T>(from: unknown, made: T, added: readonly unknown[] = nothing): T {
  const before = addedToObjects(from);
  if (before !== undefined && Array.isArray(made) && made !== from) {
    asObjects(made, added.length === 0 ? before : [...before, ...added]);
  }
  return made;
}
