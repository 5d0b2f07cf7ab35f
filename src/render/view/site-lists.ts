import { compareDocuments, hasUndatedPosts } from '../../core/compare-documents.js';
import type { Document, Site } from '../../core/types.js';

const htmlExtensions = new Set(['.html', '.xhtml', '.htm']);

/** Posts as `site.posts` has them: the newest first; of one moment, the later path first. */
export function newestFirst(site: Site): Document[] {
  const posts = site.collections.get('posts')?.documents ?? [];
  const result = posts.slice().reverse();
  return areSortedAnew(site) ? result.sort((a, b) => compareDocuments(b, a)) : result;
}

/** Whether templates see posts in another order than the collection has them in, one that follows their dates. */
export function areSortedAnew(site: Site): boolean {
  return site.collections.get('posts')?.metadata.has('sort_by') === true || hasUndatedPosts(site);
}

/** Pages whose output is HTML. */
export function htmlPages(site: Site): Document[] {
  return site.pages.filter((page) => htmlExtensions.has(page.outputExtension) || page.route.url.endsWith('/'));
}
