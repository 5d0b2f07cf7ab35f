import { identityKey } from '../run/compare.js';

/** The items at the front of a list that are known to be all different. */
interface Known {
  readonly count: number;
  /** Those that are texts, and the keys of others; also of what was found since in lists that grew out of this one. */
  readonly texts: Set<string>;
  readonly keys: Set<unknown>;
}

const known = new WeakMap<readonly unknown[], Known>();

/** Items without those that came before: a list that grows by one and is made unique again, as loops do, is not gone through again. */
export function uniqueItems(items: readonly unknown[]): unknown[] {
  const front = known.get(items);
  const isUsable = front !== undefined && front.texts.size + front.keys.size === front.count;
  const { texts, keys } = isUsable ? front : { texts: new Set<string>(), keys: new Set<unknown>() };
  const kept = isUsable ? items.slice(0, front.count) : [];
  for (let index = kept.length; index < items.length; index++) {
    const item = items[index];
    if (typeof item === 'string') {
      if (texts.has(item)) continue;
      texts.add(item);
    } else {
      const key = identityKey(item);
      if (keys.has(key)) continue;
      keys.add(key);
    }
    kept.push(item);
  }
  known.set(kept, { count: kept.length, texts, keys });
  return kept;
}

/** Notes that a list begins with all items of another. Gives that list. */
export function grown(from: readonly unknown[], list: unknown[]): unknown[] {
  const front = known.get(from);
  if (front !== undefined) known.set(list, front);
  return list;
}
