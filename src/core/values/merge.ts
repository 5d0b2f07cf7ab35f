import type { Hash } from './values.js';

/**
 * Jekyll's `deep_merge_hashes`: a new hash with the keys of both, those of `base` first. Hashes within are merged; a nil
 * of `over` keeps what was there.
 */
export function mergeHashes(base: Hash, over: Hash): Hash {
  const merged: Hash = new Map(base);
  for (const [key, value] of over) mergeKey(merged, key, value);
  return merged;
}

/** Puts one key of another hash into a hash, as {@link mergeHashes} does. */
export function mergeKey(hash: Hash, key: unknown, value: unknown): void {
  if (value === null || value === undefined) {
    if (!hash.has(key)) hash.set(key, null);
    return;
  }
  const old = value instanceof Map ? hash.get(key) : undefined;
  hash.set(key, old instanceof Map ? mergeHashes(old, value as Hash) : value);
}
