import { nearest } from '../core/text/nearest.js';
import type { Document, Site } from '../core/types.js';

/** What builds look at in front matter whatever the templates are. */
const known = [
  ...['layout', 'permalink', 'published', 'date', 'title', 'categories', 'category', 'tags', 'tag', 'excerpt'],
  ...['excerpt_separator', 'render_with_liquid', 'redirect_from', 'redirect_to', 'pagination', 'sitemap'],
];

/** A key of front matter that is nearly one that counts. */
export interface MisspeltKey {
  readonly document: Document;
  readonly key: string;
  readonly meant: string;
  /** Within the file's text. */
  readonly offset: number;
}

/** Finds keys of a site's documents that are nearly some that count, which the document lacks, and which no template ever names. */
export function findMisspeltKeys(documents: readonly Document[], { layouts, includes }: Site): MisspeltKey[] {
  const found = documents.flatMap((document) => misspeltIn(document));
  if (found.length === 0) return [];
  const templates = [
    ...[...layouts.values()].map(({ body }) => body),
    ...[...includes.values()].map(({ text }) => text),
    ...documents.map(({ body }) => body),
  ];
  const isUsed = (key: string): boolean =>
    templates.some((text) => text.includes(`.${key}`) || text.includes(`"${key}"`));
  return found.filter(({ key }) => !isUsed(key));
}

function misspeltIn(document: Document): MisspeltKey[] {
  const { file, bodyLine } = document;
  if (file === undefined || bodyLine < 2) return [];
  const matter = file.text.split('\n', bodyLine - 1).join('\n');
  const keys = [...matter.matchAll(/^([\w-]+)[ \t]*:/gm)];
  const own = new Set(keys.map(([, key]) => key!));
  return keys.flatMap(({ 1: key, index: offset }) => {
    const meant = known.includes(key!) ? undefined : nearest(key!, known);
    return meant === undefined || own.has(meant) ? [] : [{ document, key: key!, meant, offset }];
  });
}
