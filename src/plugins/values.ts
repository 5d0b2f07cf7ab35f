import { compareByData, compareDocuments, hasUndatedPosts } from '../core/compare-documents.js';
import { mergeSort } from '../core/lists/merge-sort.js';
import { resort, type Sorted } from '../core/lists/resort.js';
import { markdownExtensions } from '../core/settings.js';
import type { Asset, Collection, Config, Document, Site } from '../core/types.js';
import { DocumentRef } from '../core/types.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import { type Hash, isDrop } from '../core/values/values.js';

/** The member of a hash or drop; undefined for anything else. */
export function member(value: unknown, key: string): unknown {
  if (value instanceof Map) return value.get(key);
  return isDrop(value) ? value.get(key) : undefined;
}

/** A setting of the configuration by the keys that lead to it: `feed`, `path`. */
export function setting(config: Config, ...keys: string[]): unknown {
  let value: unknown = config.values;
  for (const key of keys) value = value instanceof Map ? value.get(key) : undefined;
  return value ?? undefined;
}

/** A plugin's own options; undefined where the site turns it off, by `false` or by `enabled: false`. */
export function optionsOf(config: Config, name: string): Hash | undefined {
  const value = setting(config, name);
  const options = asHash(value);
  return value === false || options.get('enabled') === false ? undefined : options;
}

/** The value where it is a hash, else an empty one. */
export function asHash(value: unknown): Hash {
  return value instanceof Map ? value : new Map();
}

/** An array as it is, nothing as an empty one, anything else as an array of itself. */
export function asArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

/** The first value that Ruby takes for true, as `a || b` has it; the last one where none is. */
export function either(...values: unknown[]): unknown {
  for (const value of values) if (isTruthy(value)) return value;
  return values.at(-1);
}

/** A number as Ruby's `to_i` makes it of a setting. */
export function toInt(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value);
  const number = Number.parseInt(toS(value), 10);
  return Number.isNaN(number) ? 0 : number;
}

/** Documents of a collection, in its order. */
export function documentsOf(site: Site, label: string): readonly Document[] {
  return site.collections.get(label)?.documents ?? [];
}

/** Posts as `site.posts` has them: newest first. */
export function newestPosts(site: Site): readonly Document[] {
  // jekyll-archives reads every post's date, and runs before the plugins that need the newest.
  if (hasUndatedPosts(site) && !asArray(setting(site.config, 'plugins')).includes('jekyll-archives'))
    return mergeSort(documentsOf(site, 'posts'), (a, b) => compareByData(b, a));
  const sorted = resort(documentsOf(site, 'posts'), newest.get(site.config), (a, b) => compareDocuments(b, a));
  newest.set(site.config, sorted);
  return sorted.sorted;
}

const newest = new WeakMap<Config, Sorted<Document>>();

/** Jekyll's `site.tags` and `site.categories`: value → posts, newest first, in the order in which values are met. */
export function postsByAttribute(site: Site, attribute: string): Map<unknown, Document[]> {
  return groupPosts(site, (post) => asArray(post.data.get(attribute)));
}

/**
 * Posts by the values that `valuesOf` gives, newest first, in the order in which values are met among posts from the oldest on.
 * `compare` is the order where drafts have no date in their data yet.
 */
export function groupPosts<T>(
  site: Site,
  valuesOf: (post: Document) => readonly T[],
  compare: (a: Document, b: Document) => number = compareByData,
): Map<T, Document[]> {
  const found = new Map<T, Document[]>();
  const asRead = documentsOf(site, 'posts');
  const isOrdered = !hasUndatedPosts(site);
  for (const post of asRead) for (const value of valuesOf(post)) found.set(value, []);
  for (const post of isOrdered ? newestPosts(site) : asRead)
    for (const value of valuesOf(post)) found.get(value)!.push(post);
  if (!isOrdered) for (const [value, posts] of found) found.set(value, mergeSort(posts, compare).reverse());
  return found;
}

/** What comes of each document, made once for as long as the document and the key are the same. */
export function createDocumentMemo<T>(): (document: Document, key: unknown, make: (document: Document) => T) => T {
  const kept = new WeakMap<Document, { readonly key: unknown; readonly value: T }>();
  return (document, key, make) => {
    const last = kept.get(document);
    if (last !== undefined && last.key === key) return last.value;
    const value = make(document);
    kept.set(document, { key, value });
    return value;
  };
}

/** Documents as other documents' data shows them. */
export function referencesTo(documents: readonly Document[]): DocumentRef[] {
  return documents.map((document) => new DocumentRef(document.id));
}

/** All documents that are written: collections' in order, then pages where `pages` says so. */
export function writtenDocuments(site: Site): Document[] {
  const all: Document[] = [];
  for (const { documents } of site.collections.values()) all.push(...documents.filter(({ isWritten }) => isWritten));
  return all;
}

/** The site with each page and document put through `change`; the same site where none is different. */
export function mapDocuments(
  site: Site,
  change: (document: Document) => Document,
  options: { pagesOnly?: boolean } = {},
): Site {
  const pages = mapList(site.pages, change);
  let collections = site.collections;
  if (!options.pagesOnly) {
    for (const [label, collection] of site.collections) {
      const documents = mapList(collection.documents, change);
      if (documents === collection.documents) continue;
      if (collections === site.collections) collections = new Map(site.collections);
      (collections as Map<string, Collection>).set(label, { ...collection, documents });
    }
  }
  return pages === site.pages && collections === site.collections ? site : { ...site, pages, collections };
}

function mapList(list: readonly Document[], change: (document: Document) => Document): readonly Document[] {
  const changed = list.map(change);
  return changed.some((document, index) => document !== list[index]) ? changed : list;
}

/** A document's data without an excerpt of its own, so that its text has one. */
export function withoutExcerpt(data: Hash): Hash {
  if (!isTruthy(data.get('excerpt'))) return data;
  const rest = new Map(data);
  rest.delete('excerpt');
  return rest;
}

/** A changed document with the excerpt that it had before. */
export function withExcerptOf(document: Document, changed: Document): Document {
  const { excerpt } = document;
  return excerpt === undefined ? changed : { ...changed, excerpt, hash: `${changed.hash} ${document.hash}` };
}

/** Whether Jekyll's Markdown converter takes files with this extension (`.md`). */
export function isMarkdown(config: Config, extension: string): boolean {
  return markdownExtensions(config).has(extension.toLowerCase());
}

/** The URLs of all pages and static files. */
export function urlsOf(site: Site): Set<string> {
  const urls = new Set<string>();
  for (const { route } of site.pages) urls.add(route.url);
  for (const { route } of site.assets as readonly Asset[]) urls.add(route.url);
  return urls;
}

/** A path with one slash at its beginning, and none doubled. */
export function rootedPath(path: string): string {
  return `/${path}`.replace(/\/+/g, '/');
}

/** The same as a URL: percent-encoded. */
export function pathToUrl(path: string): string {
  return encodeURI(rootedPath(path)).replaceAll('#', '%23');
}
