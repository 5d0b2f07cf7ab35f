import { compareTexts } from '../text/compare-texts.js';
import { toS } from './ruby.js';
import type { Drop } from './values.js';

/** What a drop's method of Ruby's gives. */
type DropMethod = (drop: Drop) => unknown;

/**
 * Methods by whose names Jekyll's drops are asked for what they have no member for. A member of such a name comes first
 * here; Ruby's `count`, `sort` and their like would go through it, and so through themselves without end.
 */
const methods: ReadonlyMap<unknown, DropMethod> = new Map<unknown, DropMethod>([
  ['count', (drop) => drop.keys!().length],
  ['min', (drop) => pairOf(drop, sortedKeys(drop)[0])],
  ['max', (drop) => pairOf(drop, sortedKeys(drop).at(-1))],
  ['sort', (drop) => sortedKeys(drop).map((key) => pairOf(drop, key))],
  ['to_hash', hashOf],
  ['hash_for_json', hashOf],
  ['to_liquid', (drop) => drop],
]);

/** `drop[key]`: `keys` and `first` are methods of Jekyll's drops, which come before their data; others come after it. */
export function dropMember(drop: Drop, key: unknown): unknown {
  if (drop.keys === undefined) return drop.get(key);
  if (key === 'keys') return drop.keys();
  if (key === 'first') {
    const [first] = drop.keys();
    return first === undefined ? undefined : [first, drop.get(first) ?? null];
  }
  const value = drop.get(key);
  return value === undefined ? methods.get(key)?.(drop) : value;
}

function pairOf(drop: Drop, key: unknown): unknown {
  return key === undefined ? undefined : [key, dropMember(drop, key) ?? null];
}

function hashOf(drop: Drop): unknown {
  return new Map(drop.keys!().map((key) => [key, dropMember(drop, key) ?? null]));
}

function sortedKeys(drop: Drop): unknown[] {
  return [...drop.keys!()].sort((a, b) => compareTexts(toS(a), toS(b)));
}
