import { compareDocuments } from '../core/compare-documents.js';
import { SiteError } from '../core/diagnostics.js';
import { mergeHashes } from '../core/merge.js';
import type { GenerateTools, Plugin } from '../core/plugin.js';
import { toS } from '../core/ruby.js';
import { formatTime } from '../core/strftime.js';
import { CalendarDate } from '../core/time.js';
import type { Document, Site } from '../core/types.js';
import type { Hash } from '../core/values.js';
import { asArray, asHash, documentsOf, hashOf, pathToUrl, postsByAttribute, referencesTo, setting } from './values.js';

const defaults = hashOf({
  layout: 'archive',
  enabled: [],
  permalinks: {
    year: '/:year/',
    month: '/:year/:month/',
    day: '/:year/:month/:day/',
    tag: '/tag/:name/',
    category: '/category/:name/',
  },
});

/** jekyll-archives: a page for each tag, category, year, month and day. */
export const archives: Plugin = {
  name: 'jekyll-archives',
  generate(site, tools) {
    const config = mergeHashes(defaults, asHash(setting(site.config, 'jekyll-archives')));
    const pages = collectArchives(site, config).map((archive) => createArchive(tools, config, archive));
    const members = new Map(site.members).set('jekyll-archives', config).set('archives', referencesTo(pages));
    return { ...site, members, pages: [...site.pages, ...pages] };
  },
};

/** What an archive is of: a title for tags and categories, parts of a date (`2024`, `05`) for the others. */
interface Archive {
  readonly type: 'tag' | 'category' | 'year' | 'month' | 'day';
  readonly posts: readonly Document[];
  readonly title?: string;
  readonly date?: Readonly<Record<string, string>>;
}

function collectArchives(site: Site, config: Hash): Archive[] {
  const enabled = config.get('enabled');
  const isOn = (kind: string): boolean => enabled === true || enabled === 'all' || asArray(enabled).includes(kind);
  const found: Archive[] = [];
  for (const [kind, type] of [
    ['tags', 'tag'],
    ['categories', 'category'],
  ] as const) {
    if (!isOn(kind)) continue;
    for (const [title, posts] of postsByAttribute(site, kind)) found.push({ type, title: toS(title), posts });
  }
  for (const [year, posts] of groupByDate(documentsOf(site, 'posts'), '%Y')) {
    if (isOn('year')) found.push({ type: 'year', date: { year }, posts });
    for (const [month, ofMonth] of groupByDate(posts, '%m')) {
      if (isOn('month')) found.push({ type: 'month', date: { year, month }, posts: ofMonth });
      if (!isOn('day')) continue;
      for (const [day, ofDay] of groupByDate(ofMonth, '%d'))
        found.push({ type: 'day', date: { year, month, day }, posts: ofDay });
    }
  }
  return found;
}

function groupByDate(posts: readonly Document[], format: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    if (post.date === undefined) continue;
    const key = formatTime(post.date, format);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [post]);
    else group.push(post);
  }
  for (const group of groups.values()) group.sort((a, b) => compareDocuments(b, a));
  return groups;
}

function createArchive(tools: GenerateTools, config: Hash, archive: Archive): Document {
  const { type, title, date, posts } = archive;
  const mode = config.get('slug_mode');
  const slug = title === undefined ? '' : tools.slugify(title, typeof mode === 'string' ? mode : undefined);
  const url = archiveUrl(config, type, { ...(date ?? { name: slug }), type });
  const path = decodeURI(url).replace(/^\//, '');
  const file = url.endsWith('/') ? `${path}index.html` : path;
  const layout = asHash(config.get('layouts')).get(type) ?? config.get('layout');
  const data = new Map<unknown, unknown>([
    ['layout', layout],
    ['posts', referencesTo(posts)],
    ['type', type],
    ['title', title ?? null],
    [
      'date',
      date === undefined ? null : new CalendarDate(Number(date.year), Number(date.month ?? 1), Number(date.day ?? 1)),
    ],
  ]);
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return tools.createPage({ path: file, id: `generated:archive:${type}:${title ?? url}`, name, data, body: '', url });
}

function archiveUrl(config: Hash, type: string, placeholders: Readonly<Record<string, string>>): string {
  const template = toS(asHash(config.get('permalinks')).get(type));
  const url = template.replace(/:([a-z]+)/g, (whole, name: string) => {
    const value = placeholders[name];
    if (value !== undefined) return pathToUrl(value).slice(1);
    throw new SiteError({
      code: 'plugin/archives-permalink',
      setting: ['jekyll-archives', 'permalinks', type],
      message: `The template "${template}" of jekyll-archives has no placeholder ${whole}.`,
      hint: `Archives of a ${type} know ${Object.keys(placeholders)
        .map((key) => `:${key}`)
        .join(', ')}.`,
      path: '_config.yml',
    });
  });
  return `/${url}`.replace(/\/+/g, '/');
}
