import { areAlike } from '../core/lists/changed-range.js';
import { CalendarDate, Time } from '../core/time/time.js';
import type { Config, Document, Site } from '../core/types.js';

/** A site's documents without their texts: the same object for as long as that is the same. */
export interface SettledData {
  /** The site that it was last found to be that of. */
  site: Site;
}

const last = new WeakMap<Config, SettledData>();

/** Tells by its identity whether the documents of collections are as before in all but their texts, so that what was made of the rest is kept. */
export function settledData(site: Site): SettledData {
  const before = last.get(site.config);
  if (before !== undefined && isSettled(before.site, site)) {
    before.site = site;
    return before;
  }
  const data = { site };
  last.set(site.config, data);
  return data;
}

function isSettled(old: Site, next: Site): boolean {
  if (old.layouts !== next.layouts || old.collections.size !== next.collections.size) return false;
  let isUndated = false;
  for (const [label, { documents }] of next.collections) {
    const before = old.collections.get(label);
    if (before === undefined || !areAlike(before.documents, documents, isSameButForText)) return false;
    isUndated ||= documents.some(({ date }) => date === undefined);
  }
  // Documents without a date have the site's.
  return !isUndated || old.time.epochMs === next.time.epochMs;
}

function isSameButForText(a: Document, b: Document): boolean {
  return (
    a.id === b.id &&
    a.path === b.path &&
    a.isWritten === b.isWritten &&
    a.route.url === b.route.url &&
    isSame(a.date, b.date) &&
    isSame(a.data, b.data)
  );
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (a instanceof Time)
    return b instanceof Time && a.epochMs === b.epochMs && a.nanos === b.nanos && a.zone === b.zone;
  if (a instanceof CalendarDate)
    return b instanceof CalendarDate && a.year === b.year && a.month === b.month && a.day === b.day;
  if (!(a instanceof Map && b instanceof Map) || a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, other] = others.next().value as [unknown, unknown];
    if (!isSame(key, otherKey) || !isSame(value, other)) return false;
  }
  return true;
}
