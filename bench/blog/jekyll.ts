import { ABOUT, type Files, frontMatter, isoDay, NAVIGATION, SCSS } from './parts.js';
import type { Post } from './posts.js';

const CONFIG = `title: Measured
description: A blog to measure with
url: https://example.com
permalink: /:year/:month/:day/:slug/
excerpt_separator: <!--more-->
paginate: 10
paginate_path: /page/:num/
plugins: [jekyll-paginate, jekyll-feed, jekyll-sitemap]
time: 2024-06-15 12:00:00 +0000
future: true
sass: {style: expanded, sourcemap: never}
navigation:
${NAVIGATION.map(([title, url]) => `  - {title: ${title}, url: ${url}}`).join('\n')}
`;

const DEFAULT = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ page.title | default: site.title | escape }}</title>
<link rel="stylesheet" href="{{ '/css/main.css' | relative_url }}">
</head>
<body>
<div class="page">
{% include nav.html %}
<main>
{{ content }}
</main>
<footer>{{ site.description }}</footer>
</div>
</body>
</html>
`;

const NAV = `<nav>
{%- for item in site.navigation %}
<a href="{{ item.url | relative_url }}"{% if page.url == item.url %} aria-current="page"{% endif %}>{{ item.title }}</a>
{%- endfor %}
</nav>
`;

const POST = `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
<p><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d %B %Y" }}</time>
{% for tag in page.tags %}<span class="tag">{{ tag }}</span> {% endfor %}</p>
{{ content }}
<p class="text-small">
{% if page.previous %}<a rel="prev" href="{{ page.previous.url | relative_url }}">{{ page.previous.title | escape }}</a>{% endif %}
{% if page.next %}<a rel="next" href="{{ page.next.url | relative_url }}">{{ page.next.title | escape }}</a>{% endif %}
</p>
</article>
`;

const INDEX = `---
layout: default
---
{% for post in paginator.posts %}
<section>
<h2><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></h2>
<time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%-d %B %Y" }}</time>
{{ post.excerpt }}
</section>
{% endfor %}
<p>Page {{ paginator.page }} of {{ paginator.total_pages }}
{% if paginator.previous_page %}<a href="{{ paginator.previous_page_path | relative_url }}">Newer</a>{% endif %}
{% if paginator.next_page %}<a href="{{ paginator.next_page_path | relative_url }}">Older</a>{% endif %}</p>
`;

const ARCHIVE = `---
layout: default
title: Archive
permalink: /archive/
---
{% assign years = site.posts | group_by_exp: "post", "post.date | date: '%Y'" %}
{% for year in years %}
<h2>{{ year.name }}</h2>
<ul>
{% for post in year.items %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul>
{% endfor %}
`;

/** The blog as a Jekyll site, which is Utterson's too. */
export function jekyllFiles(posts: readonly Post[]): Files {
  return {
    '_config.yml': CONFIG,
    '_layouts/default.html': DEFAULT,
    '_layouts/post.html': POST,
    '_includes/nav.html': NAV,
    'index.html': INDEX,
    'archive.html': ARCHIVE,
    'about.md': `${frontMatter({ layout: 'default', title: 'About', permalink: '/about/' })}${ABOUT}`,
    'css/main.scss': `---\n---\n${SCSS}`,
    ...jekyllPosts(posts),
  };
}

/** The files of `_posts`. */
export function jekyllPosts(posts: readonly Post[]): Files {
  const files: Record<string, string> = {};
  for (const { title, slug, date, tags, body } of posts) {
    const front = frontMatter({
      layout: 'post',
      title,
      date: `${date.toISOString().slice(0, 19).replace('T', ' ')} +0000`,
      tags,
    });
    files[`_posts/${isoDay(date)}-${slug}.md`] = front + body;
  }
  return files;
}
