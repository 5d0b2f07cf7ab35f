import { compareTexts } from '../../core/text/compare-texts.js';
import { downcase } from '../../core/text/letter-case.js';
import { strip } from '../../core/text/strip.js';
import { CalendarDate, compareTimes, dateToTime, Time } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import type { Document, Site } from '../../core/types.js';
import { compareValues } from '../../core/values/compare-values.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { type Hash, isDrop } from '../../core/values/values.js';
import { asArray, toInt } from '../values.js';
import { splitValues } from './autopages.js';

/** The documents that a page's `pagination` asks for, in order. */
export function selectDocuments(site: Site, config: Hash): Document[] {
  const all = inCollections(site, config.get('collection'));
  let chosen = all;
  for (const [filter, key] of [
    ['category', 'categories'],
    ['tag', 'tags'],
    ['locale', 'locale'],
  ] as const) {
    chosen = filterBy(chosen, config.get(filter), key);
  }
  const field = config.get('sort_field');
  if (!isTruthy(field)) return chosen;
  const sorted = [...chosen].sort((a, b) =>
    compareFields(site, fieldOf(site, a, toS(field)), fieldOf(site, b, toS(field))),
  );
  const offset = Math.max(0, toInt(config.get('offset')));
  if (offset > 0) sorted.splice(Math.max(0, sorted.length - offset));
  return isTruthy(config.get('sort_reverse')) ? sorted.reverse() : sorted;
}

function inCollections(site: Site, names: unknown): Document[] {
  const labels = typeof names === 'string' ? names.split(/[;, \t-\r]/) : asArray(names).map(toS);
  const found: Document[] = [];
  for (const label of labels) {
    const wanted = strip(downcase(label));
    for (const [name, { documents }] of site.collections) {
      if (wanted === 'all' ? name !== 'posts' : name === wanted) found.push(...documents);
    }
  }
  return found.filter(({ data }) => !data.has('pagination') && !isTruthy(data.get('hidden')));
}

function filterBy(documents: readonly Document[], wanted: unknown, key: string): Document[] {
  if (wanted === null || wanted === undefined) return [...documents];
  const values = typeof wanted === 'string' ? splitFilter(wanted) : asArray(wanted).map(toS);
  return values.reduce<Document[]>(
    (chosen, value) => {
      const clean = strip(downcase(value));
      if (key === 'categories' && clean === 'posts') return chosen;
      return chosen.filter(({ data }) => splitValues(data.get(key)).some((own) => strip(downcase(own)) === clean));
    },
    // What is listed twice, as a collection that is named twice, is there once then.
    [...new Set(documents)],
  );
}

/** The values of a filter written as one text; as Ruby splits, an empty one has none, and marks at the end give none. */
function splitFilter(text: string): string[] {
  const plain = text.replace(/[;,]+$/, '');
  return plain === '' ? [] : plain.split(/[;,]/);
}

/** The value of a field, `author:name` for one within another; dates of documents without one are the site's time. */
function fieldOf(site: Site, document: Document, field: string): unknown {
  let value: unknown = document.data;
  for (const part of field.split(':')) {
    const key = strip(downcase(part));
    if (!(value instanceof Map) || !value.has(key)) return field === 'date' ? (document.date ?? site.time) : null;
    value = value.get(key);
  }
  return value instanceof Map || isDrop(value) ? null : value;
}

function compareFields(site: Site, a: unknown, b: unknown): number {
  const [hasA, hasB] = [a !== null && a !== undefined, b !== null && b !== undefined];
  if (!hasA || !hasB) return Number(hasA) - Number(hasB);
  const [one, other] = [asTime(site, a), asTime(site, b)];
  if (one !== undefined && other !== undefined) return compareTimes(one, other);
  const order = typeof a === 'string' ? undefined : compareValues(a, b);
  // The gem stops at values that cannot be compared.
  return order ?? compareTexts(downcase(toS(a)), downcase(toS(b)));
}

function asTime(site: Site, value: unknown): Time | undefined {
  if (value instanceof CalendarDate) return dateToTime(value, createZone(site.config.timezone));
  return value instanceof Time ? value : undefined;
}
