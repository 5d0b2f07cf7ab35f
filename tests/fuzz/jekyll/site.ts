import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const post = (title: string, more: string, body: string): string => `---\ntitle: ${title}\n${more}\n---\n${body}\n`;

/** A small site with much of what templates ask for. */
const files: Readonly<Record<string, string>> = {
  '_data/nav.yml': `main:
- {title: Home, url: /}
- {title: About, url: /about/, children: [{title: Team, url: /about/team}, {title: "Q&A", url: /qa?x=1&y=2}]}
- {title: Ünï, url: "https://example.com/ü b", weight: 3}
- {title: ~, url: ~, weight: -1}
footer: []
`,
  '_data/authors.json': `{"ann": {"name": "Ann O'Neil", "bio": "<b>Writes</b> & *reads*", "links": ["https://a.example", "mailto:a@example.com"], "age": 41}, "bob": {"name": "Bob", "bio": null, "links": [], "age": 3.0}}`,
  '_data/strings.yml': `en: {hello: Hello, read_more: "Read more »", date_format: "%b %-d, %Y"}\nde: {hello: Grüß Gott, read_more: Weiter, date_format: "%-d. %B %Y"}\n`,
  '_data/table.csv': 'name,count,note\nalpha,3,"a, ""b"""\nbeta,,x\n"multi\nline",10,é\n',
  '_data/odd.yml': `nil: ~
yes: true
no: false
int: 42
neg: -7
zero: 0
big: 123456789012345678901234567890
float: 1.5
whole: 3.0
tiny: 0.00001
huge: 1.0e+20
inf: .inf
text: "a \\"quoted\\" <b>text</b> & more's"
uni: "Ünïcödé – “quotes” … 日本語 한국어 текст ß ﬁ 👩‍👩‍👧 İ"
rtl: "שלום \\u202eمرحبا"
empty: ""
blank: " \\t "
lines: "line one\\nline two\\r\\n\\ttabbed\\n\\n"
number: "12"
padded: " 012 "
floaty: "1e3"
date: 2020-02-03
time: 2021-04-05 06:07:08.9 +0200
datetext: "2019-12-31 23:59:59 -0500"
array: [3, 1, 2]
words: [banana, Apple, cherry, apple, ""]
mixed: [1, "a", ~, 2.5, true, [1, [2]], {k: v}]
nested: [[1, [2, 3]], [4]]
hash: {b: 1, a: two, c: {d: [1, 2], e: ~}, 5: five, 1.5: x}
rows: [{n: 2, t: b, d: 2020-01-02}, {n: ~, t: a}, {n: 10, t: B, d: 2019-05-06 07:08:09 +0000}, {t: ~, n: 1.5}, {n: "3", t: [x, y]}]
emptyarray: []
emptyhash: {}
control: "\\u2028\\u0001\\e\\\\ / \\b\\f"
md: "# Head\\n\\n* *a*\\n* \`b\`\\n\\n> \\"q\\" -- 'r'..."
css: "a{b:c;d{e:f}}"
sass: "a\\n  b: c\\n"
url: "https://user@example.com:8080/a b/ü?q=1&r=%20#frag"
path: "//x/../y/./index.html"
`,
  '_data/sub/deep.yml': 'key: {list: [a, b]}\n',
  '_posts/2020-01-01-first-post.md': post(
    'First & "Post"',
    'tags: [jekyll, Web Dev]\ncategories: [News, updates]\nauthor: ann\nimage: /assets/img/a b.png\nrank: 2\nmeta: {views: 10, stars: 4.5}',
    'First *paragraph* with [a link](/x "t").\n\nSecond `code`.\n\n## Head\n\n- a\n- b',
  ),
  '_posts/2020-01-02-second.md': post(
    'Second',
    'tags: jekyll\ncategory: news\nauthor: [ann, bob]\nimage: {path: x.png, alt: "A <b>"}\nfeatured: true\nrank: ~',
    'Only paragraph -- "quoted" &amp; <em>raw</em>.',
  ),
  '_posts/2021-06-15-ünï-cödé.md': post(
    '"Ünï cödé: <i>日本</i>"',
    'tags: [日本, é]\ndate: 2021-06-15 23:30:00 +0200\ndescription: "  spaced\\n text "\nexcerpt: Own *excerpt*\nrank: 10\ndraft: false',
    'Text {{ "a" | upcase }} {{ page.title }}.\n<!--more-->\nRest',
  ),
  '_posts/2022-12-31-last.html': post(
    '~',
    'published: true\nlang: de\nrank: -1.5\nlayout: base',
    '<p>html {{ page.date | date: "%s" }}</p>',
  ),
  '_docs/intro.md': post('Intro', 'order: 2\nparent: ~\ntags: [a]', '# Intro\n\nWords here.'),
  '_docs/sub/second.md': post('"Second doc"', 'order: 1\nlink: /x\ndate: 2019-03-04', 'More words.'),
  '_docs/plain.txt': 'no front matter\n',
  '_docs/data.yml': '---\ntitle: Yaml doc\norder: ~\n---\na: 1\n',
  '_people/ann.md': post('Ann', 'short_name: ann\nposition: Dev', 'About Ann.'),
  '_people/bob.md': post('Bob', 'short_name: bob\nposition: ~', 'About Bob.'),
  'about.md': post('About', 'permalink: /about/\nnav: true\norder: 1\nlang: en', '# About\n\n{{ site.title }}'),
  'contact.html': post('Contact', 'nav: true\norder: 10\ndescription: Write us', '<form></form>'),
  'sub/index.md': post('Sub', 'nav: false', 'Sub *page*'),
  'sub/beside.md': 'beside {{ page.title }} {% include small.html x="rel" %}\n',
  'sub/relative.html': post(
    'Relative',
    'x: 1',
    '{% include_relative beside.md %}{% include_relative deep/part.html y=page.x %}',
  ),
  'sub/deep/part.html': '<u>{{ include.y }}</u>',
  'style.scss': '---\n---\n$a: 1px;\nb { c: $a * 2 }\n',
  'assets/img/a b.png': 'x',
  'assets/app.js': 'let a;\n',
  'robots.txt': 'x\n',
  '_layouts/base.html':
    '---\nname: base layout\nkind: [outer]\n---\n<title>{{ page.title }}|{{ layout.name }}</title>\n{{ content }}\nend',
  '_layouts/inner.html':
    '---\nlayout: base\nkind: [inner]\nextra: {a: 1}\n---\n<main class="{{ layout.kind | join: "," }}">{{ content | strip }}</main>{{ layout | jsonify }}',
  '_includes/small.html': '[{{ include.x }}{{ include.y | default: "-" }}]',
  '_includes/head.html':
    '<title>{{ include.title | default: page.title | escape }}</title>{% if include.meta %}{{ include.meta | jsonify }}{% endif %}\n',
  '_includes/nav.html':
    '{% for i in site.data.nav.main %}{% assign cls = nil %}{% if i.url == page.url %}{% assign cls = "on" %}{% endif %}<a class="{{ cls }}" href="{{ i.url | relative_url }}">{{ i.title }}</a>{% endfor %}',
  '_includes/rec.html':
    '{% assign d = include.depth | plus: 0 %}{{ d }}{% if d > 0 %}{% assign e = d | minus: 1 %}{% include rec.html depth=e %}{% endif %}',
  '_includes/loop.html':
    '{% for x in include.items %}{% if forloop.index > 2 %}{% break %}{% endif %}{{ x | inspect }}{% endfor %}{{ forloop.index }}',
  '_includes/fails.html': 'a\n{{ page.title | divided_by: 0 }}\n',
  '_includes/warns.html': 'a\n{{ page.title ! }}\n{% if x = 1 %}y{% endif %}',
  '_includes/sub/deep file.html': 'deep',
  '_includes/sub/figure.md':
    '![{{ include.caption | xml_escape }}]({{ include.src | relative_url }}){: .{{ include.class | slugify }}}\n',
};

const settings = `title: "A <Test> & Site's"
url: https://example.org
baseurl: /base
description: >-
  Long text
  folded
author: {name: "Ann O'Neil", email: a@example.com, twitter: ann, links: [{label: x, url: "http://x"}]}
lang: en
locale: en-US
email: me@example.com
timezone: TIMEZONE
time: 2024-05-06 07:08:09 +0000
future: true
show_excerpts: true
nav: [home, about]
social: {github: ann, rss: ~, twitter: "@ann"}
defaults:
- scope: {path: "", type: posts}
  values: {comments: true, lang: en}
- scope: {path: "", type: zz}
  values: {toc: true, kind: case}
collections:
  docs: {output: true, label_text: "The docs", permalink: "/d/:path/"}
  people: {output: false}
  zz: {output: true}
permalink: pretty
excerpt_separator: "\\n\\n"
exclude: [_site]
`;

/** Writes the site, with more settings, into a folder. */
export function writeSite(folder: string, more: string, timezone: string): void {
  for (const [path, text] of Object.entries(files)) writeText(join(folder, path), text);
  writeText(join(folder, '_config.yml'), settings.replace('TIMEZONE', timezone) + more);
}

/** Writes a file and the folders above it. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Names that templates of the site may ask for. */
export const paths: readonly string[] = [
  ...[
    'site.title',
    'site.url',
    'site.baseurl',
    'site.description',
    'site.author',
    'site.author.name',
    'site.time',
    'site.posts',
  ],
  ...[
    'site.posts[0]',
    'site.posts.first',
    'site.posts.last',
    'site.posts.size',
    'site.tags',
    'site.categories',
    'site.categories.news',
  ],
  ...[
    'site.tags["Web Dev"]',
    "site.tags['jekyll']",
    'site.html_pages.size',
    'site.static_files.size',
    'site.static_files.first.path',
  ],
  ...[
    'site.docs',
    'site.docs[0]',
    'site.docs.last',
    'site.people',
    'site.data',
    'site.data.nav',
    'site.data.nav.main',
    'site.data.nav.main[1].children',
  ],
  ...[
    'site.data.authors',
    'site.data.authors.ann',
    'site.data.authors[page.author]',
    'site.data.authors[post.author].name',
    'site.data.strings[site.lang].hello',
  ],
  ...[
    'site.data.table',
    'site.data.table[0]',
    'site.data.sub.deep.key.list',
    'site.data.missing',
    'site.collections[1].label',
    'site.lang',
    'site.nav',
  ],
  ...[
    'site.social',
    'site.show_excerpts',
    'site.missing',
    'site.missing.deep',
    'site.email',
    'site.locale',
    'site.related_posts',
    'site.permalink',
  ],
  ...[
    'page.title',
    'page.url',
    'page.date',
    'page.tags',
    'page.categories',
    'page.excerpt',
    'page.content',
    'page.path',
    'page.id',
    'page.collection',
    'page.excerpt',
  ],
  ...[
    'page.next',
    'page.previous',
    'page.next.url',
    'page.previous.title',
    'page.author',
    'page.image',
    'page.image.path',
    'page.slug',
    'page.ext',
    'page.layout',
  ],
  ...[
    'page.toc',
    'page.kind',
    'page.lang',
    'page.items',
    'page.num',
    'page.missing',
    'page.relative_path',
    'page.name',
    'page.draft',
    'page.deep.list',
    'page',
  ],
  ...[
    'post.title',
    'post.url',
    'post.date',
    'post.tags',
    'post.excerpt',
    'post.content',
    'post',
    'post.rank',
    'post.categories',
    'post.author',
    'post.image.path',
  ],
  ...[
    'item',
    'item.title',
    'item.url',
    'item.children',
    'item[0]',
    'item[1].size',
    'item.weight',
    'tag',
    'tag[0]',
    'tag[1]',
    'category',
    'p',
    'i',
    'x',
  ],
  ...['include.x', 'include.title', 'include', 'paginator', 'paginator.page', 'paginator.posts', 'jekyll.environment'],
  ...[
    'jekyll.version',
    'forloop.index',
    'forloop.last',
    'forloop.length',
    'forloop.parentloop.index0',
    'forloop',
    'theme',
    'site.theme',
    'empty',
    'blank',
    'nil',
    'true',
  ],
  ...'nil yes no int neg zero big float whole tiny huge inf text uni rtl empty blank lines number padded floaty date time datetext array words mixed nested hash rows emptyarray emptyhash control md css sass url path'
    .split(' ')
    .map((name) => `site.data.odd.${name}`),
];
