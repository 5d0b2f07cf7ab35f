import { ABOUT, type Files, frontMatter, NAVIGATION, SCSS } from './parts.js';
import type { Post } from './posts.js';

const CONFIG = `title: Measured
description: A blog to measure with
url: https://example.com
root: /
permalink: :year/:month/:day/:title/
timezone: UTC
theme: plain
per_page: 10
pagination_dir: page
future: true
index_generator: {path: '', per_page: 10, order_by: -date}
archive_generator: {enabled: true, per_page: 0, yearly: false, monthly: false}
archive_dir: archive
syntax_highlighter: highlight.js
highlight: {line_number: false, hljs: true}
feed: {type: atom, path: feed.xml, limit: 10, content: true}
sitemap: {path: sitemap.xml, tags: false, categories: false}
navigation:
${NAVIGATION.map(([title, url]) => `  - {title: ${title}, url: ${url}}`).join('\n')}
`;

const LAYOUT = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title><%= page.title || config.title %></title>
<link rel="stylesheet" href="<%= url_for('/css/main.css') %>">
</head>
<body>
<div class="page">
<nav>
<% config.navigation.forEach(function (item) { %><a href="<%= url_for(item.url) %>"<% if ('/' + page.path === item.url + 'index.html') { %> aria-current="page"<% } %>><%= item.title %></a>
<% }) %></nav>
<main>
<%- body %>
</main>
<footer><%= config.description %></footer>
</div>
</body>
</html>
`;

const POST = `<article>
<h1><%= page.title %></h1>
<p><time datetime="<%= date_xml(page.date) %>"><%= date(page.date, 'D MMMM YYYY') %></time>
<% page.tags.forEach(function (tag) { %><span class="tag"><%= tag.name %></span> <% }) %></p>
<%- page.content %>
<p class="text-small">
<% if (page.next) { %><a rel="prev" href="<%= url_for(page.next.path) %>"><%= page.next.title %></a><% } %>
<% if (page.prev) { %><a rel="next" href="<%= url_for(page.prev.path) %>"><%= page.prev.title %></a><% } %>
</p>
</article>
`;

const INDEX = `<% page.posts.each(function (post) { %>
<section>
<h2><a href="<%= url_for(post.path) %>"><%= post.title %></a></h2>
<time datetime="<%= date_xml(post.date) %>"><%= date(post.date, 'D MMMM YYYY') %></time>
<%- post.excerpt %>
</section>
<% }) %>
<p>Page <%= page.current %> of <%= page.total %>
<% if (page.prev) { %><a href="<%= url_for(page.prev_link) %>">Newer</a><% } %>
<% if (page.next) { %><a href="<%= url_for(page.next_link) %>">Older</a><% } %></p>
`;

const ARCHIVE = `<% var year; page.posts.each(function (post) { if (post.date.year() !== year) { if (year) { %></ul><% } year = post.date.year(); %>
<h2><%= year %></h2>
<ul>
<% } %><li><a href="<%= url_for(post.path) %>"><%= post.title %></a></li>
<% }) %></ul>
`;

const SCRIPT = `const sass = require('sass');
hexo.extend.renderer.register('scss', 'css', (data) => sass.compileString(data.text).css, true);
`;

/** The packages that the site is built with. */
export const HEXO_PACKAGES = {
  hexo: '7',
  'hexo-renderer-ejs': '2',
  'hexo-renderer-marked': '7',
  'hexo-generator-index': '4',
  'hexo-generator-archive': '2',
  'hexo-generator-feed': '3',
  'hexo-generator-sitemap': '3',
  sass: '1',
};

/** The blog as a Hexo site. */
export function hexoFiles(posts: readonly Post[]): Files {
  const theme = 'themes/plain';
  const files: Record<string, string> = {
    '_config.yml': CONFIG,
    'package.json': JSON.stringify({
      name: 'measured',
      private: true,
      hexo: { version: '' },
      dependencies: HEXO_PACKAGES,
    }),
    'scripts/sass.js': SCRIPT,
    [`${theme}/layout/layout.ejs`]: LAYOUT,
    [`${theme}/layout/post.ejs`]: POST,
    [`${theme}/layout/page.ejs`]: '<%- page.content %>\n',
    [`${theme}/layout/index.ejs`]: INDEX,
    [`${theme}/layout/archive.ejs`]: ARCHIVE,
    [`${theme}/source/css/main.scss`]: SCSS,
    'source/about/index.md': `${frontMatter({ title: 'About' })}${ABOUT}`,
  };
  for (const { title, slug, date, tags, body } of posts) {
    const day = date.toISOString().slice(0, 19).replace('T', ' ');
    files[`source/_posts/${slug}.md`] = frontMatter({ title, date: day, tags }) + body;
  }
  return files;
}
