import type { Hash } from './values.js';

/**
 * Jekyll's `deep_merge_hashes`: a new hash with the keys of both, those of `base` first. Hashes within are merged; a nil
 * of `over` keeps what was there.
 */
export function mergeHashes(base: Hash, over: Hash): Hash {
  const merged: Hash = new Map(base);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (old instanceof Map && value instanceof Map) merged.set(key, mergeHashes(old, value));
    else if (value !== null && value !== undefined) merged.set(key, value);
    else if (!merged.has(key)) merged.set(key, null);
  }
  return merged;
}
