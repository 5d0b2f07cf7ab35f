import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One kind of edit of a site. */
export interface Edit {
  readonly name: string;
  /** The page that a browser has open, as a path. */
  readonly page: string;
  /** Makes the edit with this token in it. */
  write(token: string): void;
}

/** Where a generator's site has what is edited. */
export interface SiteShape {
  readonly posts: string;
  readonly include: string;
  readonly style: string;
  /** File name of a post, from its date and slug. */
  nameOf(date: string, slug: string): string;
}

export const SHAPES: Readonly<Record<'jekyll' | 'hugo' | 'eleventy', SiteShape>> = {
  jekyll: {
    posts: '_posts',
    include: '_includes/nav.html',
    style: 'css/main.scss',
    nameOf: (date, slug) => `${date}-${slug}.md`,
  },
  hugo: {
    posts: 'content/posts',
    include: 'layouts/partials/nav.html',
    style: 'assets/css/main.scss',
    nameOf: (_date, slug) => `${slug}.md`,
  },
  eleventy: {
    posts: 'src/posts',
    include: 'src/_includes/nav.njk',
    style: 'src/css/main.scss',
    nameOf: (date, slug) => `${date}-${slug}.md`,
  },
};

/** The edits that are measured, of a site of that shape; `jekyllFolder` names its posts. */
export function makeEdits(folder: string, shape: SiteShape, jekyllFolder: string): Readonly<Record<string, Edit>> {
  const names = readdirSync(join(jekyllFolder, '_posts')).sort();
  const [, date = '', slug = ''] = /^(\d{4}-\d{2}-\d{2})-(.*)\.md$/.exec(names[names.length >> 1]!) ?? [];
  const page = `/${date.replaceAll('-', '/')}/${slug}/`;
  const post = join(folder, shape.posts, shape.nameOf(date, slug));
  const postText = readFileSync(post, 'utf8');
  const include = join(folder, shape.include);
  const includeText = readFileSync(include, 'utf8');
  const style = join(folder, shape.style);
  const styleText = readFileSync(style, 'utf8');
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(postText)![0];
  return {
    a: {
      name: 'a word in a post',
      page,
      write: (token) => writeFileSync(post, `${postText}\nThe word ${token} is new.\n`),
    },
    b: {
      name: "a post's title",
      page,
      write: (token) => writeFileSync(post, postText.replace(/^(title: ).*$/m, `$1"A title ${token}"`)),
    },
    c: {
      name: 'an include of every page',
      page,
      write: (token) => writeFileSync(include, includeText.replace('<nav>', `<nav><b>${token}</b>`)),
    },
    d: {
      name: 'a new post',
      page: '/',
      write: (token) => {
        const minutes = Number(/\d+/.exec(token)![0]) % 1440;
        const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
        const moment = `2024-06-14 ${clock}:00 +0000`;
        const head = frontMatter
          .replace(/^title: .*$/m, `title: "New ${token}"`)
          .replace(/^date: .*$/m, `date: "${moment}"`);
        writeFileSync(
          join(folder, shape.posts, shape.nameOf('2024-06-14', `new-${token}`)),
          `${head}\nA post.\n\n<!--more-->\n`,
        );
      },
    },
    e: {
      name: 'a style sheet',
      page,
      write: (token) => writeFileSync(style, `${styleText}\n:root { --bench: "${token}" }\n`),
    },
  };
}
