/**
 * Writes one blog as equal sites for five generators.
 * npx tsx bench/make-blog.ts DIR [--posts 1000] [--shape prose|mixed|code] [--seed 1]
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { eleventyFiles } from './blog/eleventy.js';
import { hexoFiles } from './blog/hexo.js';
import { hugoFiles } from './blog/hugo.js';
import { jekyllFiles } from './blog/jekyll.js';
import { type Files, writeFiles } from './blog/parts.js';
import { makePosts, type Post, type Shape } from './blog/posts.js';

/** Each kind of site and how its files are made. `jekyll` is also Utterson's. */
export const SITE_KINDS: Readonly<Record<string, (posts: readonly Post[]) => Files>> = {
  jekyll: jekyllFiles,
  hugo: hugoFiles,
  eleventy: eleventyFiles,
  hexo: hexoFiles,
};

/** Writes `DIR/KIND` for each kind asked for. */
export function makeBlog(
  folder: string,
  count: number,
  shape: Shape,
  kinds: readonly string[] = Object.keys(SITE_KINDS),
  seed = 1,
): void {
  const posts = makePosts(count, shape, seed);
  for (const kind of kinds) writeFiles(join(folder, kind), SITE_KINDS[kind]!(posts));
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { posts: { type: 'string' }, shape: { type: 'string' }, seed: { type: 'string' } },
  });
  const folder = positionals[0];
  if (folder === undefined)
    throw new Error('usage: tsx bench/make-blog.ts DIR [--posts N] [--shape prose|mixed|code] [--seed N]');
  const shape = (values.shape ?? 'mixed') as Shape;
  makeBlog(resolve(folder), Number(values.posts ?? 1000), shape, Object.keys(SITE_KINDS), Number(values.seed ?? 1));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
