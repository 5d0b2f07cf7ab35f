import type { Document } from '../core/types.js';
import type { Hash } from '../core/values/values.js';
import { parseFrontMatter } from '../read/documents/front-matter.js';
import type { ReadSettings } from '../read/settings.js';
import { fingerprint } from '../render/evidence/fingerprint.js';

/**
 * A page's data without what it has from the configuration's defaults alone. What its front matter leaves empty is
 * empty, where the defaults have something else, too.
 */
export function ownData(page: Document, settings: ReadSettings): Hash {
  const { path, file, data } = page;
  const defaults = settings.defaults.of(path, 'pages', file === undefined);
  if (defaults.size === 0) return data;
  const own = ownKeys(page);
  const kept: Hash = new Map();
  for (const [key, value] of data) {
    // Hashes of both are one in the data.
    if (own.has(key)) kept.set(key, isMerged(own.get(key), defaults.get(key)) ? own.get(key) : value);
    else if (!defaults.has(key) || fingerprint(defaults.get(key)) !== fingerprint(value)) kept.set(key, value);
  }
  return kept;
}

/** What a page says itself. One that a plugin made of a file has no other front matter than what differs from the defaults. */
function ownKeys({ path, file, bodyFile, data }: Document): Hash {
  if (file !== undefined) return parseFrontMatter(file.text, path).data;
  return bodyFile === path ? new Map() : data;
}

function isMerged(own: unknown, byDefault: unknown): boolean {
  return byDefault instanceof Map || own === null;
}
