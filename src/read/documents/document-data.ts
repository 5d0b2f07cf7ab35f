import { SiteError } from '../../core/diagnostics.js';
import { baseName, extensionOf } from '../../core/paths.js';
import { capitalize } from '../../core/text/letter-case.js';
import { parseTime } from '../../core/time/parse-time.js';
import { CalendarDate, localMs, offsetOf, Time } from '../../core/time/time.js';
import { mergeKey } from '../../core/values/merge.js';
import { inspect, isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { nameWithoutExtension, withoutTrailingDots } from '../paths.js';
import type { ReadSettings } from '../settings.js';

const datedName = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/;
const undatedName = /^(.*)(\.[^.]+)$/;
const dates = new Map<string, Time | undefined>();

/** What the data of a post or another collection's document is made of. */
export interface DocumentOrigin {
  /** Relative to the folder of the collections: `_posts/2020-01-02-a.md`. */
  readonly relativePath: string;
  readonly collection: string;
  readonly isDraft: boolean;
  readonly frontMatter: Hash;
  /** Whether the front matter could not be read: as in Jekyll, nothing is added to the data then. */
  readonly isBroken?: boolean;
  readonly settings: ReadSettings;
}

/** What a document has for data. */
export interface DocumentData {
  readonly data: Hash;
  /** Whether its date is that of its name only because the one that was given is the time of this build. */
  readonly isOfMoment: boolean;
}

/**
 * The data of a document in Jekyll's order: what its path says, the defaults, the front matter, then title, slug,
 * extension, categories and tags. Throws SiteError for a date that is none.
 */
export function documentData(origin: DocumentOrigin): DocumentData {
  const { relativePath, collection, settings } = origin;
  const data: Hash = new Map<unknown, unknown>([
    ['draft', origin.isDraft],
    ['categories', foldersAbove(relativePath, origin.isDraft ? '_drafts' : `_${collection}`)],
  ]);
  const defaults = settings.defaults.of(relativePath, collection);
  if (defaults.size > 0) merge(data, defaults, origin, 'front matter defaults');
  if (origin.frontMatter.size > 0) merge(data, origin.frontMatter, origin, 'YAML front matter');
  if (origin.isBroken) return { data, isOfMoment: false };
  const isOfMoment = isNow(data.get('date'), settings) && datedName.test(baseName(relativePath));
  addNames(data, origin);
  data.set('categories', allCategories(data));
  data.set('tags', oneOrMany(data, 'tag', 'tags'));
  const date = data.get('date');
  // Jekyll reads the date again from its text with the categories, and once more with the tags.
  if (date instanceof Time) data.set('date', rereadDate(rereadDate(date)));
  return { data, isOfMoment };
}

/** The folders above the special one are categories; those below it are not. */
function foldersAbove(relativePath: string, special: string): string[] {
  if (relativePath.startsWith(special)) return [];
  const at = relativePath.indexOf(special);
  const above = at === -1 ? relativePath : relativePath.slice(0, at);
  const own = baseName(relativePath);
  return unique(above.split('/').filter((name) => name !== '' && name !== special && name !== own));
}

function merge(data: Hash, more: Hash, origin: DocumentOrigin, source: string): void {
  for (const [key, value] of more) {
    const isUnion = key === 'categories' && value !== null && value !== undefined;
    mergeKey(data, key, isUnion ? union(data.get(key), value, origin) : value);
  }
  if (data.has('date')) data.set('date', toDate(data.get('date'), origin, source));
}

function union(old: unknown, given: unknown, origin: DocumentOrigin): unknown[] {
  const next = typeof given === 'string' ? splitWords(given) : given;
  if (!Array.isArray(next)) {
    const hint = 'Write `categories: [ONE, TWO]`.';
    const message = `The categories should be a list, but are ${inspect(given)}.`;
    const path = origin.settings.collectionsPrefix + origin.relativePath;
    throw new SiteError({ code: 'front-matter/categories', message, hint, path, setting: ['categories'] });
  }
  return Array.isArray(old) && old.length > 0 ? [...new Set([...old, ...next])] : unique(next);
}

function unique<T>(items: readonly T[]): T[] {
  return items.length < 2 ? [...items] : [...new Set(items)];
}

/** Ruby's `split` without argument. */
function splitWords(text: string): string[] {
  return text.split(/[ \t\n\v\f\r\0]+/).filter((word) => word !== '');
}

/** A date in the site's zone, without a fraction of a second, which Jekyll loses where it takes up the categories. */
function toDate(value: unknown, origin: DocumentOrigin, source: string): Time {
  const { zone } = origin.settings;
  if (value instanceof Time) return toWholeSecond(rereadDate(value), zone);
  if (value instanceof CalendarDate) {
    return new Time(zone.localToEpoch(localMs(value.year, value.month, value.day)), 0, zone);
  }
  const text = toS(value);
  const time = parseDate(text, origin.settings);
  if (time !== undefined) return time;
  const message = `Invalid date '${text}': Document '${origin.relativePath}' does not have a valid date in the ${source}.`;
  const hint = 'Write it as 2024-01-31 or 2024-01-31 10:00:00 +0100.';
  const path = origin.settings.collectionsPrefix + origin.relativePath;
  throw new SiteError({ code: 'front-matter/date', message, hint, path, setting: ['date'] });
}

/** What a time's text is read as: it gives the offset in minutes, and local mean times before standard ones have seconds. */
function rereadDate(time: Time): Time {
  const lost = offsetOf(time) % 60;
  return lost === 0 ? time : new Time(time.epochMs + lost * 1000, time.nanos, time.zone);
}

function toWholeSecond({ epochMs }: Time, zone: Time['zone']): Time {
  return new Time(Math.floor(epochMs / 1000) * 1000, 0, zone);
}

function parseDate(text: string, { zone }: ReadSettings): Time | undefined {
  const key = `${zone.name} ${text}`;
  if (dates.has(key)) return dates.get(key);
  const time = parseTime(text, zone);
  const local = time === undefined ? undefined : toWholeSecond(time, zone);
  if (dates.size > 50_000) dates.clear();
  dates.set(key, local);
  return local;
}

function addNames(data: Hash, origin: DocumentOrigin): void {
  const { relativePath, settings } = origin;
  const name = baseName(relativePath);
  const dated = datedName.exec(name);
  const parts = dated === null ? undatedName.exec(name) : [dated[0], dated[2], dated[3]];
  const date = data.get('date');
  if (dated !== null && (!(date instanceof Time) || isNow(date, settings))) {
    data.set('date', toDate(dated[1], origin, 'filename'));
  }
  const slug = withoutTrailingDots(parts?.[1] ?? nameWithoutExtension(name));
  if (!isTruthy(data.get('title'))) data.set('title', titleOf(slug));
  if (!isTruthy(data.get('slug'))) data.set('slug', slug);
  if (!isTruthy(data.get('ext'))) data.set('ext', parts?.[2] ?? (extensionOf(name) || null));
}

/** Whether a date is the time of the build, to the second: Jekyll takes it for one that was not given. */
export function isNow(date: unknown, settings: ReadSettings): boolean {
  return date instanceof Time && Math.floor(date.epochMs / 1000) === Math.floor(settings.time.epochMs / 1000);
}

/** `hello-big-world` as `Hello Big World`. */
function titleOf(slug: string): string {
  const words = slug.split('-');
  while (words.length > 0 && words.at(-1) === '') words.pop();
  return words.map(capitalize).join(' ');
}

function allCategories(data: Hash): unknown[] {
  const own = data.get('categories');
  const old = Array.isArray(own) ? own : [];
  if (!isTruthy(data.get('category')) && old.every((item) => typeof item === 'string')) return old;
  return unique([...old, ...[...old, ...oneOrMany(data, 'category', 'categories')].map(toS)]);
}

/** The value of the singular key, or those of the plural one; a text there is words. */
function oneOrMany(data: Hash, singular: string, plural: string): unknown[] {
  const one = data.get(singular);
  const many = isTruthy(one) ? one : data.get(plural);
  if (!isTruthy(many)) return [];
  if (!isTruthy(one) && typeof many === 'string') return splitWords(many);
  if (!isTruthy(one) && !Array.isArray(many)) return [];
  if (Array.isArray(many) && many.every((item) => typeof item === 'string')) return many;
  return [many].flat(Infinity).filter((item) => item !== null && item !== undefined);
}
