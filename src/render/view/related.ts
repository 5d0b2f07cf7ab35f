import { stripHtml } from '../../core/text/strip-html.js';
import type { Document, Site } from '../../core/types.js';
import { isTruthy } from '../../core/values/ruby.js';

const maxRelated = 10;
/** Jekyll takes one of its eleven newest posts away, which the gem that compares words leaves out by itself. */
const maxRelatedByWords = 11;

/** The ids of a document's related posts: the newest others, or with `lsi` those whose words are most alike. */
export function relatedIds(site: Site, id: string): string[] {
  if (areRelatedByWords(site)) return likenessOf(postsOf(site)).get(id) ?? [];
  const newest = newestIds(site);
  return newest.length <= 1 ? [] : newest.filter((other) => other !== id).slice(0, maxRelated);
}

/** The ids of the newest posts: all that a document's related posts depend on without `lsi`. */
export function newestIds(site: Site): string[] {
  return postsOf(site)
    .slice(-maxRelated - 1)
    .reverse()
    .map((post) => post.id);
}

function postsOf(site: Site): readonly Document[] {
  return site.collections.get('posts')?.documents ?? [];
}

/** Whether the words of any post matter to which posts are related: `lsi`. */
export function areRelatedByWords({ config }: Site): boolean {
  return isTruthy(config.values.get('lsi'));
}

const known = new WeakMap<readonly Document[], ReadonlyMap<string, string[]>>();

/**
 * For each post the others by the cosine of their words' TF-IDF. Jekyll has the gem classifier-reborn reduce such
 * vectors by a singular value decomposition first; the order comes out alike, not the same.
 */
function likenessOf(posts: readonly Document[]): ReadonlyMap<string, string[]> {
  let found = known.get(posts);
  if (found === undefined) {
    found = compareAll(posts);
    known.set(posts, found);
  }
  return found;
}

interface Occurrence {
  readonly post: number;
  readonly weight: number;
}

function compareAll(posts: readonly Document[]): ReadonlyMap<string, string[]> {
  const byWord = new Map<string, Occurrence[]>();
  const counted = posts.map(countWords);
  const spread = new Map<string, number>();
  for (const counts of counted) for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const vectors = counted.map((counts) => weigh(counts, spread, posts.length));
  vectors.forEach((vector, post) => {
    for (const [word, weight] of vector) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [{ post, weight }]);
      else list.push({ post, weight });
    }
  });
  return new Map(posts.map((post, index) => [post.id, nearestTo(index, vectors[index]!, byWord, posts)]));
}

/** The other posts, the most alike first, newer ones first among equals. */
function nearestTo(
  own: number,
  vector: ReadonlyMap<string, number>,
  byWord: ReadonlyMap<string, readonly Occurrence[]>,
  posts: readonly Document[],
): string[] {
  const scores = new Float64Array(posts.length);
  for (const [word, weight] of vector) {
    for (const other of byWord.get(word) ?? []) scores[other.post]! += weight * other.weight;
  }
  const others = posts.map((_, index) => index).filter((index) => index !== own);
  others.sort((a, b) => scores[b]! - scores[a]! || b - a);
  return others.slice(0, maxRelatedByWords).map((index) => posts[index]!.id);
}

function countWords({ body, data }: Document): ReadonlyMap<string, number> {
  const text = stripHtml(`${String(data.get('title') ?? '')} ${body}`).replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ');
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words weighed by how seldom they are, as a vector of length 1. */
function weigh(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
  posts: number,
): ReadonlyMap<string, number> {
  const weights = [...counts].map(
    ([word, count]) => [word, (1 + Math.log(count)) * Math.log(posts / spread.get(word)!)] as const,
  );
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([word, weight]) => [word, weight / length]));
}
