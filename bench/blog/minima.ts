import { jekyllPosts } from './jekyll.js';
import { ABOUT, type Files, frontMatter } from './parts.js';
import type { Post } from './posts.js';

const CONFIG = `title: Measured
description: A blog to measure with
url: https://example.com
theme: minima
permalink: /:year/:month/:day/:slug/
excerpt_separator: <!--more-->
show_excerpts: true
plugins: [jekyll-feed, jekyll-seo-tag, jekyll-sitemap]
time: 2024-06-15 12:00:00 +0000
future: true
`;

/** The blog under Jekyll's usual theme, which has to be on the machine as a gem. */
export function minimaFiles(posts: readonly Post[]): Files {
  return {
    '_config.yml': CONFIG,
    'index.md': frontMatter({ layout: 'home' }),
    'about.md': `${frontMatter({ layout: 'page', title: 'About', permalink: '/about/' })}${ABOUT}`,
    ...jekyllPosts(posts),
  };
}
