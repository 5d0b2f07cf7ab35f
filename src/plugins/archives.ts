import { compareDocuments } from '../core/compare-documents.js';
import { areAlike } from '../core/lists/changed-range.js';
import { baseName, extensionOf } from '../core/paths.js';
import type { GenerateTools, Plugin } from '../core/plugin.js';
import { unescapePath } from '../core/text/url-escape.js';
import { formatTime } from '../core/time/strftime.js';
import { CalendarDate } from '../core/time/time.js';
import type { Config, Document, Site } from '../core/types.js';
import { mergeHashes } from '../core/values/merge.js';
import { inspect, toS } from '../core/values/ruby.js';
import { type Hash, toHash } from '../core/values/values.js';
import {
  asArray,
  asHash,
  createDocumentMemo,
  documentsOf,
  groupPosts,
  pathToUrl,
  postsByAttribute,
  referencesTo,
  rootedPath,
  setting,
} from './values.js';

const defaults = toHash({
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
    const posts = documentsOf(site, 'posts');
    const before = lastArchives.get(site.config);
    const isAsBefore = before !== undefined && areAlike(before.posts, posts, isSameToArchives);
    const made = isAsBefore ? before.made : makeArchives(site, tools, config, before?.made);
    lastArchives.set(site.config, { posts, made });
    reportUnknownPlaceholders(tools, config, made);
    const pages = made.map(({ page }) => page);
    const members = new Map(site.members).set('jekyll-archives', config).set('archives', referencesTo(pages));
    return { ...site, members, pages: [...site.pages, ...pages] };
  },
};

/** What an archive is of: a title for tags and categories, parts of a date (`2024`, `05`) for the others. */
interface Archive {
  readonly type: 'tag' | 'category' | 'year' | 'month' | 'day';
  readonly posts: readonly Document[];
  readonly title?: string;
  /** Distinguishes it from others where its title is no text. */
  readonly value?: string;
  readonly date?: Readonly<Record<string, string>>;
}

/** A page that was made, and for which posts. */
interface MadeArchive {
  readonly key: string;
  readonly type: Archive['type'];
  readonly posts: readonly Document[];
  readonly page: Document;
}

/** All that was made last, and the posts that it was made of. */
interface LastArchives {
  readonly posts: readonly Document[];
  readonly made: readonly MadeArchive[];
}

const lastArchives = new WeakMap<Config, LastArchives>();

function makeArchives(
  site: Site,
  tools: GenerateTools,
  config: Hash,
  before: readonly MadeArchive[] = [],
): MadeArchive[] {
  const known = new Map(before.map((made) => [made.key, made]));
  return collectArchives(site, config).map((archive) => {
    const { type, title, value, date, posts } = archive;
    const key = `${type}:${title ?? value ?? Object.values(date ?? {}).join('-')}`;
    const last = known.get(key);
    // Archives hold only references to their posts.
    const isSame = last !== undefined && sameItems(last.posts.map(idOf), posts.map(idOf));
    return isSame ? last : { key, type, posts, page: createArchive(tools, config, archive) };
  });
}

const idOf = ({ id }: Document): string => id;

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether two versions of a post differ in nothing that archives go by. */
function isSameToArchives(a: Document, b: Document): boolean {
  return (
    a.id === b.id &&
    a.path === b.path &&
    a.date?.epochMs === b.date?.epochMs &&
    sameItems(datePartsOf(a), datePartsOf(b)) &&
    ['tags', 'categories'].every((key) => sameItems(asArray(a.data.get(key)), asArray(b.data.get(key))))
  );
}

function collectArchives(site: Site, config: Hash): Archive[] {
  const enabled = config.get('enabled');
  const isOn = (kind: string): boolean =>
    enabled === true || enabled === 'all' || (Array.isArray(enabled) && enabled.includes(kind));
  const found: Archive[] = [];
  for (const [kind, type] of [
    ['tags', 'tag'],
    ['categories', 'category'],
  ] as const) {
    if (!isOn(kind)) continue;
    for (const [title, posts] of postsByAttribute(site, kind)) {
      // As in the gem, what is no text has neither a title nor a name.
      found.push(
        typeof title === 'string' ? { type, title, posts } : { type, value: `value ${inspect(title)}`, posts },
      );
    }
  }
  // By then the gem has asked each post for its date.
  const years = groupPosts(site, (post) => datePartsOf(post).slice(0, 1), compareDocuments);
  for (const [year, posts] of years) {
    if (isOn('year')) found.push({ type: 'year', date: { year }, posts });
    for (const [month, ofMonth] of groupByPart(posts, 1)) {
      if (isOn('month')) found.push({ type: 'month', date: { year, month }, posts: ofMonth });
      if (!isOn('day')) continue;
      for (const [day, ofDay] of groupByPart(ofMonth, 2))
        found.push({ type: 'day', date: { year, month, day }, posts: ofDay });
    }
  }
  return found;
}

const dateParts = createDocumentMemo<readonly string[]>();

/** Year, month and day; nothing for a post without a date. */
function datePartsOf(post: Document): readonly string[] {
  return dateParts(post, post.date, ({ date }) => (date === undefined ? [] : formatTime(date, '%Y %m %d').split(' ')));
}

function groupByPart(posts: readonly Document[], part: number): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const key = datePartsOf(post)[part]!;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [post]);
    else group.push(post);
  }
  return groups;
}

/** What stands for each in an address; undefined where there is nothing for it, so that its part of the path is left out. */
type Placeholders = Readonly<Record<string, string | undefined>>;

/** What an archive shows in the place of Jekyll's own members of pages. */
const shownMembers = ['posts', 'type', 'title', 'date', 'name', 'path', 'url', 'permalink'];

function createArchive(tools: GenerateTools, config: Hash, archive: Archive): Document {
  const { type, title, value, date, posts } = archive;
  const mode = config.get('slug_mode');
  const slug = title === undefined ? undefined : tools.slugify(title, typeof mode === 'string' ? mode : undefined);
  const url = archiveUrl(config, type, { ...(date ?? { name: slug }), type });
  const path = unescapePath(url).replace(/^\//, '');
  // In the root, the slash that joins folder and file stays.
  const file = url.endsWith('/') ? `${path || '/'}index.html` : path;
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
  const name = baseName(file);
  return tools.createPage({
    path: file,
    id: `generated:archive:${type}:${title ?? value ?? Object.values(date ?? {}).join('-')}`,
    name: name.slice(0, name.length - extensionOf(name).length),
    members: shownMembers,
    type,
    data,
    body: '',
    url,
  });
}

function archiveUrl(config: Hash, type: string, placeholders: Placeholders): string {
  let url = templateOf(config, type);
  for (const [name, value] of Object.entries(placeholders))
    url =
      value === undefined
        ? url.replaceAll(`/:${name}`, '')
        : url.replaceAll(`:${name}`, () => pathToUrl(value).slice(1));
  return rootedPath(url);
}

function templateOf(config: Hash, type: string): string {
  return toS(asHash(config.get('permalinks')).get(type));
}

/** The gem leaves what it does not know in the address. */
function reportUnknownPlaceholders(tools: GenerateTools, config: Hash, made: readonly MadeArchive[]): void {
  for (const type of new Set(made.map((archive) => archive.type))) {
    const template = templateOf(config, type);
    const known = [...(['tag', 'category'].includes(type) ? ['name'] : ['year', 'month', 'day']), 'type'];
    const unknown = (template.match(/:[a-z]+/g) ?? []).find((name) => !known.some((key) => name.startsWith(`:${key}`)));
    if (unknown === undefined) continue;
    tools.report({
      severity: 'warning',
      code: 'plugin/archives-permalink',
      setting: ['jekyll-archives', 'permalinks', type],
      message: `The template "${template}" of jekyll-archives has no placeholder ${unknown}, which stays as it is.`,
      hint: `Archives of a ${type} know ${known.map((key) => `:${key}`).join(', ')}.`,
      path: '_config.yml',
    });
  }
}
