import { SiteError } from '../core/diagnostics.js';
import { mergeHashes } from '../core/values/merge.js';
import { isTruthy } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { checkCollections } from './check-types.js';
import { permalinkStyles } from './defaults.js';

/** The values with `collections` as a hash that has `posts` in it, whose permalink is the site's where it has none. */
export function addDefaultCollections(values: Hash): Hash {
  const given = values.get('collections');
  if (given === null || given === undefined) return values;
  const own = toCollections(given);
  checkCollections(own);
  const collections = mergeHashes(new Map([['posts', new Map()]]), own);
  const posts: Hash = new Map(collections.get('posts') as Hash);
  posts.set('output', true);
  const permalink = values.get('permalink');
  if (isTruthy(permalink) && !isTruthy(posts.get('permalink'))) {
    posts.set('permalink', permalinkStyles[String(permalink)] ?? String(permalink));
  }
  collections.set('posts', posts);
  return new Map(values).set('collections', collections);
}

function toCollections(given: unknown): Hash {
  if (given instanceof Map) return given;
  if (Array.isArray(given)) return new Map(given.map((label) => [label, new Map()]));
  const message = 'Your `collections` key must be a hash or an array.';
  const hint = 'Write `collections: {NAME: {output: true}}`.';
  throw new SiteError({ code: 'config/collections', message, hint, setting: ['collections'] });
}
