import { compareTexts } from '../text/compare-texts.js';
import { toS } from './ruby.js';
import type { Drop } from './values.js';

/** What lists its members by their names. */
type Listed = Required<Pick<Drop, 'get' | 'keys'>>;

/**
 * Methods by whose names Jekyll's drops are asked for what they have no member for. A member of such a name comes first
 * here; Ruby's `count`, `sort` and their like would go through it, and so through themselves without end.
 */
export const listMethods: ReadonlyMap<unknown, (listed: Listed) => unknown> = new Map([
  ['count', (listed: Listed): unknown => listed.keys().length],
  ['min', (listed) => pairOf(listed, sortedKeys(listed)[0])],
  ['max', (listed) => pairOf(listed, sortedKeys(listed).at(-1))],
  ['sort', (listed) => sortedKeys(listed).map((key) => pairOf(listed, key))],
  ['to_hash', hashOf],
  ['hash_for_json', hashOf],
]);

/** `drop[key]`: `keys` and `first` are methods of Jekyll's drops, which come before their data; others come after it. */
export function dropMember(drop: Pick<Drop, 'get' | 'keys'>, key: unknown): unknown {
  if (!isListed(drop)) return drop.get(key);
  if (key === 'keys') return drop.keys();
  if (key === 'first') {
    const [first] = drop.keys();
    return first === undefined ? undefined : [first, drop.get(first) ?? null];
  }
  const value = drop.get(key);
  if (value !== undefined) return value;
  return key === 'to_liquid' ? drop : listMethods.get(key)?.(drop);
}

function isListed(drop: Pick<Drop, 'get' | 'keys'>): drop is Listed {
  return drop.keys !== undefined;
}

function pairOf(drop: Listed, key: unknown): unknown {
  return key === undefined ? undefined : [key, dropMember(drop, key) ?? null];
}

function hashOf(drop: Listed): unknown {
  return new Map(drop.keys().map((key) => [key, dropMember(drop, key) ?? null]));
}

function sortedKeys(drop: Listed): unknown[] {
  return [...drop.keys()].sort((a, b) => compareTexts(toS(a), toS(b)));
}
