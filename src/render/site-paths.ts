import { pathInCollections } from '../core/settings.js';
import { parseTime } from '../core/time/parse-time.js';
import { type Time, timeFields } from '../core/time/time.js';
import { createZone } from '../core/time/zone.js';
import type { Document, Site } from '../core/types.js';
import { newestFirst } from './view/site-lists.js';

/** Finds URLs by source path, for `link` and `post_url`; the tables are made once for each version of the site. */
export interface SitePaths {
  urlOfPath(path: string): string | undefined;
  urlOfPost(name: string): string | undefined;
  /** Whether only the older rule finds the post of that name, which Jekyll warns of. */
  isOldName(name: string): boolean;
}

/**
 * Paths of whatever site `current` gives at the time.
 *
 * @param shape the same object as long as no document has another URL
 */
export function createSitePaths(current: () => Site, shape: () => object = current): SitePaths {
  let madeFor: object | undefined;
  let urls: Map<string, string> | undefined;
  let posts = new Map<string, FoundPost | undefined>();
  let named: Map<string, Document[]> | undefined;
  const settle = (): void => {
    if (madeFor === shape()) return;
    madeFor = shape();
    urls = undefined;
    named = undefined;
    posts = new Map();
  };
  const findOnce = (name: string): FoundPost | undefined => {
    settle();
    // Templates, their warnings and the evidence ask for the same name.
    if (!posts.has(name)) {
      named ??= nameTable(postsOf(current()));
      posts.set(name, findPost(current(), name, named));
    }
    return posts.get(name);
  };
  return {
    urlOfPath(path) {
      settle();
      urls ??= pathTable(current());
      return urls.get(path);
    },
    urlOfPost: (name) => findOnce(name)?.url,
    isOldName: (name) => findOnce(name)?.isOld === true,
  };
}

interface FoundPost {
  readonly url: string;
  readonly isOld: boolean;
}

/**
 * As `each_site_file` goes: pages, static files, documents; the first of a path wins. Static files outside of collections
 * are known with a slash before their path, too.
 */
function pathTable(site: Site): Map<string, string> {
  const urls = new Map<string, string>();
  const add = (path: string, url: string): void => {
    if (!urls.has(path)) urls.set(path, url);
  };
  for (const page of site.pages) add(page.path, page.route.url);
  for (const { path, route, collection } of site.assets) {
    add(path, route.url);
    if (collection === undefined) add(`/${path}`, route.url);
  }
  for (const { documents } of site.collections.values()) {
    for (const { path, route, isWritten } of documents) {
      if (!isWritten) continue;
      add(path, route.url);
      add(pathInCollections(site.config, path), route.url);
    }
  }
  return urls;
}

function postsOf(site: Site): readonly Document[] {
  return site.collections.get('posts')?.documents ?? [];
}

/** Posts by what is before a dot in any part of their paths: `2020-01-02-title` for `a/_posts/2020-01-02-title.md`. */
function nameTable(posts: readonly Document[]): Map<string, Document[]> {
  const table = new Map<string, Document[]>();
  for (const post of posts) {
    for (const part of post.path.split('/')) {
      for (let dot = part.indexOf('.'); dot >= 0; dot = part.indexOf('.', dot + 1)) {
        const name = part.slice(0, dot);
        const known = table.get(name);
        if (known === undefined) table.set(name, [post]);
        else if (known.at(-1) !== post) known.push(post);
      }
    }
  }
  return table;
}

const utc = createZone('UTC');
const postName = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/;

/**
 * The post that Jekyll's `post_url` finds for a name such as `2020-01-02-title` or `folder/2020-01-02-title`; `named` saves it the
 * way through all posts.
 */
function findPost(site: Site, name: string, named: ReadonlyMap<string, Document[]>): FoundPost | undefined {
  const parts = postName.exec(name.replace(/^\//, ''));
  if (parts === null) return undefined;
  const [, folder = '', date = '', slug = ''] = parts;
  const escaped = `${date}-${slug.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`;
  const start = site.config.compat === '4' ? '^' : '';
  // In Ruby, one more sign has a quantifier keep what it took.
  const within = folder.replace(/([*+?])\+/g, '$1');
  const pattern = toPattern(`${start}_posts/${within}${escaped}\\.[^.]+|^${within}_posts/?${escaped}\\.[^.]+`);
  if (pattern === undefined) return undefined;
  const candidates = slug.includes('/') ? postsOf(site) : (named.get(`${date}-${slug}`) ?? []);
  const exact = candidates.find(({ path }) => pattern.test(pathInCollections(site.config, path)));
  if (exact !== undefined) return { url: exact.route.url, isOld: false };
  const day = parseTime(date, utc);
  if (day === undefined) return undefined;
  const post = newestFirst(site).findLast((one) => hasDayAndSlug(one, day, slug));
  return post && { url: post.route.url, isOld: true };
}

/** Jekyll takes the folder of a name as a regular expression; undefined where it is none. */
function toPattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

/** The older rule: the slug in the front matter, and the day of the date. */
function hasDayAndSlug(post: Document, day: Time, slug: string): boolean {
  if (post.data.get('slug') !== slug || post.date === undefined) return false;
  const [own, named] = [timeFields(post.date), timeFields(day)];
  return own.year === named.year && own.month === named.month && own.day === named.day;
}
