import { ABOUT, type Files, frontMatter, isoDay, NAVIGATION, SCSS } from './parts.js';
import type { Post } from './posts.js';

const CONFIG = `const syntaxHighlight = require('@11ty/eleventy-plugin-syntaxhighlight');
const sass = require('sass');
const path = require('node:path');
module.exports = (config) => {
  config.addPlugin(syntaxHighlight);
  config.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: '<!--more-->' });
  config.addTemplateFormats('scss');
  config.addExtension('scss', {
    outputFileExtension: 'css',
    compile: (text, file) => {
      const css = sass.compileString(text, { loadPaths: [path.dirname(file)] }).css;
      return () => css;
    },
  });
  const markdown = require('markdown-it')({ html: true });
  config.addFilter('markdown', (text) => markdown.render(text || ''));
  config.addFilter('day', (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date));
  config.addFilter('iso', (date) => date.toISOString());
  config.addFilter('newest', (list) => list.slice(-10).reverse());
  config.addFilter('years', (list) => Object.entries(Object.groupBy ? Object.groupBy(list, (p) => p.date.getUTCFullYear()) : group(list)).reverse());
  config.addFilter('neighbour', (list, url, step) => {
    if (list.places === undefined) list.places = new Map(list.map((one, i) => [one.url, i]));
    return list[list.places.get(url) + step];
  });
  config.addCollection('newestFirst', (api) => api.getFilteredByTag('post').slice().reverse());
  return { dir: { input: 'src', output: '_site' }, markdownTemplateEngine: false };
};
function group(list) {
  const years = {};
  for (const one of list) (years[one.date.getUTCFullYear()] ??= []).push(one);
  return years;
}
`;

const BASE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ title or 'Measured' }}</title>
<link rel="stylesheet" href="/css/main.css">
</head>
<body>
<div class="page">
{% include "nav.njk" %}
<main>
{{ content | safe }}
</main>
<footer>A blog to measure with</footer>
</div>
</body>
</html>
`;

const NAV = `<nav>
{%- for item in navigation %}
<a href="{{ item.url }}"{% if page.url == item.url %} aria-current="page"{% endif %}>{{ item.title }}</a>
{%- endfor %}
</nav>
`;

const POST = `---
layout: base.njk
---
<article>
<h1>{{ title }}</h1>
<p><time datetime="{{ page.date | iso }}">{{ page.date | day }}</time>
{% for tag in topics %}<span class="tag">{{ tag }}</span> {% endfor %}</p>
{{ content | safe }}
<p class="text-small">
{% set previous = collections.post | neighbour(page.url, -1) %}{% if previous %}<a rel="prev" href="{{ previous.url }}">{{ previous.data.title }}</a>{% endif %}
{% set next = collections.post | neighbour(page.url, 1) %}{% if next %}<a rel="next" href="{{ next.url }}">{{ next.data.title }}</a>{% endif %}
</p>
</article>
`;

const INDEX = `---
layout: base.njk
pagination: {data: collections.newestFirst, size: 10, alias: posts}
permalink: "{% if pagination.pageNumber > 0 %}/page/{{ pagination.pageNumber + 1 }}{% endif %}/index.html"
---
{% for post in posts %}
<section>
<h2><a href="{{ post.url }}">{{ post.data.title }}</a></h2>
<time datetime="{{ post.date | iso }}">{{ post.date | day }}</time>
{{ post.page.excerpt | markdown | safe }}
</section>
{% endfor %}
<p>Page {{ pagination.pageNumber + 1 }} of {{ pagination.pages.length }}
{% if pagination.href.previous %}<a href="{{ pagination.href.previous }}">Newer</a>{% endif %}
{% if pagination.href.next %}<a href="{{ pagination.href.next }}">Older</a>{% endif %}</p>
`;

const ARCHIVE = `---
layout: base.njk
title: Archive
permalink: /archive/index.html
---
{% for year, posts in collections.newestFirst | years %}
<h2>{{ year }}</h2>
<ul>
{% for post in posts %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>
{% endfor %}</ul>
{% endfor %}
`;

const FEED = `---
permalink: /feed.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Measured</title><id>https://example.com/</id>
{% for post in collections.post | newest %}<entry><title>{{ post.data.title }}</title><id>https://example.com{{ post.url }}</id>
<updated>{{ post.date | iso }}</updated><content type="html">{{ post.content }}</content></entry>
{% endfor %}</feed>
`;

const SITEMAP = `---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for page in collections.all %}<url><loc>https://example.com{{ page.url }}</loc><lastmod>{{ page.date | iso }}</lastmod></url>
{% endfor %}</urlset>
`;

const POST_DATA = `module.exports = {
  layout: 'post.njk',
  tags: ['post'],
  permalink: (data) => \`/\${data.page.date.toISOString().slice(0, 10).replaceAll('-', '/')}/\${data.slug}/index.html\`,
};
`;

/** The packages that the site is built with. */
export const ELEVENTY_PACKAGES = {
  '@11ty/eleventy': '3',
  '@11ty/eleventy-plugin-syntaxhighlight': '5',
  'markdown-it': '14',
  sass: '1',
};

/** The blog as an Eleventy site. */
export function eleventyFiles(posts: readonly Post[]): Files {
  const files: Record<string, string> = {
    '.eleventy.js': CONFIG,
    'src/_data/navigation.json': JSON.stringify(NAVIGATION.map(([title, url]) => ({ title, url }))),
    'src/_includes/base.njk': BASE,
    'src/_includes/nav.njk': NAV,
    'src/_includes/post.njk': POST,
    'src/index.njk': INDEX,
    'src/archive.njk': ARCHIVE,
    'src/feed.njk': FEED,
    'src/sitemap.njk': SITEMAP,
    'src/about.md': `${frontMatter({ layout: 'base.njk', title: 'About', permalink: '/about/index.html' })}${ABOUT}`,
    'src/css/main.scss': SCSS,
    'src/posts/posts.11tydata.js': POST_DATA,
  };
  for (const { title, slug, date, tags, body } of posts) {
    const front = frontMatter({ title, slug, date: date.toISOString(), topics: tags });
    files[`src/posts/${isoDay(date)}-${slug}.md`] = front + body;
  }
  return files;
}
