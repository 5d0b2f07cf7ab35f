import { dropMember } from '../../core/values/drop-members.js';
import { type Drop, isDrop } from '../../core/values/values.js';
import { hiddenInNeighbours, kept } from '../../core/values/write-json.js';

/** A document as JSON: the hash of its members. */
export function jsonOf(drop: Drop, keys: readonly unknown[], depth: number): unknown {
  const hash = new Map<unknown, unknown>();
  for (const key of keys) {
    const value = dropMember(drop, key);
    if ((key === 'next' || key === 'previous') && isDrop(value)) hash.set(key, jsonOfNeighbour(value, depth + 1));
    else hash.set(key, kept(value));
  }
  return hash;
}

/** Jekyll prints a neighbour that is three levels deep without its texts and neighbours. */
function jsonOfNeighbour(drop: Drop, depth: number): unknown {
  const keys = drop.keys?.() ?? [];
  const shown = depth > 2 ? keys.filter((key) => !hiddenInNeighbours.has(key)) : keys;
  return jsonOf(drop, shown, depth);
}
