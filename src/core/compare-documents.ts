import { compareTexts } from './text/compare-texts.js';
import { compareTimes } from './time/time.js';
import type { Document, Site } from './types.js';
import { compareValues } from './values/compare-values.js';
import { isTruthy } from './values/ruby.js';

/** Jekyll's order of documents: by date where both have one, then by path. */
export function compareDocuments(a: Document, b: Document): number {
  const dates = a.date && b.date ? compareTimes(a.date, b.date) : 0;
  return dates || compareTexts(a.path, b.path);
}

/**
 * The same by the date that is in their data, which some have not before they are rendered: then it is no order. Those of
 * YAML files can be texts, which are compared as such.
 */
export function compareByData(a: Document, b: Document): number {
  return compareValues(a.data.get('date'), b.data.get('date')) || compareTexts(a.path, b.path);
}

/**
 * Whether posts may have been put in order without a date, which they have once they are rendered: drafts, and posts that
 * could not be read, where nothing asked whether they are in the future.
 */
export function hasUndatedPosts({ config, collections }: Site): boolean {
  if (!isTruthy(config.values.get('future'))) return false;
  return isTruthy(config.values.get('show_drafts')) || someLacksDate(collections.get('posts')?.documents ?? []);
}

const lacking = new WeakMap<readonly Document[], boolean>();

function someLacksDate(posts: readonly Document[]): boolean {
  const known = lacking.get(posts);
  if (known !== undefined) return known;
  const found = posts.some(({ data }) => !data.has('date'));
  lacking.set(posts, found);
  return found;
}
