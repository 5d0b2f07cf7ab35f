import { nearest } from '../core/text/nearest.js';
import type { Site } from '../core/types.js';

/** What was meant by a path or a post's name that the site has nothing of; asked only for errors. */
export interface NearPaths {
  nearPath(path: string): string | undefined;
  nearPost(name: string): string | undefined;
}

/** So many names are compared with all that is there, for one version of the site. */
const maxCompared = 20;

/**
 * What is near in whatever site `current` gives at the time.
 *
 * @param shape the same object as long as no document has another path
 */
export function createNearPaths(current: () => Site, shape: () => object = current): NearPaths {
  let madeFor: object | undefined;
  let found = new Map<string, string | undefined>();
  const once = (key: string, find: (site: Site) => string | undefined): string | undefined => {
    if (madeFor !== shape()) [madeFor, found] = [shape(), new Map()];
    if (!found.has(key)) found.set(key, found.size < maxCompared ? find(current()) : undefined);
    return found.get(key);
  };
  return {
    nearPath: (path) => once(`path ${path}`, (site) => nearPath(path, pathsOf(site))),
    nearPost: (name) => once(`post ${name}`, (site) => nearPost(name, postNames(site))),
  };
}

function pathsOf({ pages, assets, collections }: Site): string[] {
  const written = [...collections.values()].flatMap(({ documents }) => documents.filter(({ isWritten }) => isWritten));
  return [...pages, ...assets, ...written].map(({ path }) => path);
}

function nearPath(path: string, known: readonly string[]): string | undefined {
  const plain = path.trim().replace(/^(?:\.?\/)+/, '');
  return known.includes(plain) ? plain : nearest(plain, known);
}

/** As `post_url` takes them: `folder/2020-01-02-title`. */
function postNames(site: Site): string[] {
  const posts = site.collections.get('posts')?.documents ?? [];
  return posts.map(({ path }) => path.replace(/(^|\/)_posts\//, '$1').replace(/\.[^./]+$/, ''));
}

/** A name with its extension, one of another day, or a misspelt one. */
function nearPost(name: string, known: readonly string[]): string | undefined {
  const plain = name.replace(/^\/?(?:_posts\/)?/, '').replace(/\.(?:md|markdown|html?)$/, '');
  if (known.includes(plain)) return plain;
  const slug = slugOf(plain);
  const named = known.filter((each) => slugOf(each) === slug);
  return named.length === 1 ? named[0] : nearest(plain, known);
}

const slugOf = (name: string): string => name.replace(/^.*\//, '').replace(/^\d+-\d+-\d+-/, '');
