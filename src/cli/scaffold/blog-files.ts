const config = `# What stands here is read once; \`utterson serve\` takes it up again whenever you save.
title: My blog
description: >-
  Write a sentence or two about your blog here. It shows on the home page, in search engines
  and in the feed.
author: Your name
lang: en
url: "" # the address it is published at, such as https://example.com
baseurl: "" # the folder it is in there, such as /blog

theme: utterson
permalink: pretty

# Code in an editor's colours; any two of Shiki's themes. Without these lines, in the theme's own.
highlighter: shiki
shiki:
  themes: { light: github-light, dark: github-dark }

plugins:
  - jekyll-feed
  - jekyll-sitemap

# Links in the footer.
# links:
#   - title: GitHub
#     url: https://github.com/you

exclude:
  - README.md
  - package.json
  - package-lock.json
`;

const index = `---
layout: home
---
`;

const about = `---
layout: page
title: About
---

This is a page. Pages with a title show in the menu; \`nav: false\` in their front matter leaves them out.

The files of the theme can be replaced one by one: put a file of the same name into this folder, such as
\`_layouts/post.html\` or \`_sass/utterson/custom.scss\`, and it is used instead.
`;

const missing = `---
layout: page
title: Not found
permalink: /404.html
nav: false
sitemap: false
---

<p>There is no page at this address. It may have moved; the <a href="{{ '/' | relative_url }}">home page</a> lists all posts.</p>
`;

function post(date: string): string {
  return `---
layout: post
title: "Welcome to your blog"
date: ${date}
categories: notes
tags: [first, writing]
---

You find this post in the \`_posts\` folder. Change a word, save, and watch the page in the browser.

A post is a Markdown file named \`YEAR-MONTH-DAY-title.markdown\` (or \`.md\`) that begins with a few lines of *front matter*: its layout,
title and date, and whatever else your templates use. \`utterson post "A title"\` makes one for you, and
\`utterson draft "A title"\` one that is not published yet.

## Code

Fenced code is highlighted:

\`\`\`ruby
def print_hi(name)
  puts "Hi, #{name}"
end

print_hi('Tom')
# => prints 'Hi, Tom' to STDOUT.
\`\`\`

## And the rest of it

| What        | How                                 |
|-------------|-------------------------------------|
| A quotation | \`> \` before its lines               |
| A footnote  | \`[^1]\` and what it says below[^1]    |
| A link      | \`[text](address)\`                   |

> Pages, posts and data work as Jekyll's documentation describes them.

[^1]: Like this.
`;
}

const manifest = `{
  "private": true,
  "type": "module",
  "scripts": {
    "start": "utterson serve",
    "build": "utterson build"
  },
  "devDependencies": {
    "utterson": "^VERSION"
  }
}
`;

const gitignore = `_site/
.jekyll-cache/
.jekyll-metadata
.sass-cache/
node_modules/
`;

/**
 * The files of a new blog, by path.
 *
 * @param date as in front matter, such as `2026-01-31 12:00:00 +0100`
 * @param excluded what is no part of the site, besides what never is
 */
export function blogFiles(date: string, version: string, excluded: readonly string[]): Record<string, string> {
  return {
    '_config.yml': config + excluded.map((name) => `  - ${name}\n`).join(''),
    'index.markdown': index,
    'about.markdown': about,
    '404.html': missing,
    [`_posts/${date.slice(0, 10)}-welcome-to-your-blog.markdown`]: post(date),
    'package.json': manifest.replace('VERSION', version),
    '.gitignore': gitignore,
  };
}

/** The files of a blank site, by path; names that end in a slash are empty folders. */
export function blankFiles(excluded: readonly string[]): Readonly<Record<string, string>> {
  const exclude = excluded.length === 0 ? '' : `exclude: [${excluded.join(', ')}]\n`;
  return { ...blank, '_config.yml': blank['_config.yml'] + exclude };
}

const blank = {
  '_config.yml': `url: "" # the address it is published at, such as https://example.com
baseurl: "" # the folder it is in there, such as /blog
title: "" # the name of your site
`,
  'index.md': `---
layout: default
title: "A new site"
---

# {{ page.title }}

Write here.
`,
  '_layouts/default.html': `<!DOCTYPE html>
<html lang="{{ site.lang | default: "en-US" }}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ page.title }} - {{ site.title }}</title>
    <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
  </head>
  <body>
    {{ content }}
  </body>
</html>
`,
  '_sass/base.scss': `body {
  margin: 2rem auto;
  max-width: 40rem;
  padding: 0 1rem;
  font: 1rem/1.6 system-ui, sans-serif;
}
`,
  'assets/css/main.scss': `---
---

@use "base";
`,
  '.gitignore': gitignore,
  '_data/': '',
  '_drafts/': '',
  '_includes/': '',
  '_posts/': '',
};
