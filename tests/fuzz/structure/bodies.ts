import type { Random } from '../liquid/random.js';

const members = [
  'title',
  'url',
  'id',
  'date',
  'path',
  'relative_path',
  'dir',
  'name',
  'slug',
  'ext',
  'categories',
  'tags',
  'category',
  'tag',
  'layout',
  'collection',
  'draft',
  'published',
  'permalink',
  'excerpt_separator',
  'next.url',
  'previous.url',
  'next.title',
  'x',
  'order',
  'basename',
  'last_modified_at',
  'author',
  'image',
  'redirect_from',
];

/** Lines that show members of a page or document. */
export function memberLines(random: Random, variable: string, all: boolean): string[] {
  const lines = members
    .filter(() => all || random.chance(0.3))
    .map((member) => `${member}={{ ${variable}.${member} | jsonify }}`);
  if (all || random.chance(0.3)) lines.push(`date={{ ${variable}.date | date: "%F %T %z" }}`);
  return lines;
}

const documents = `{{ d.url }} {{ d.title | jsonify }} {{ d.date }} {{ d.path }} {{ d.categories | jsonify }} {{ d.tags | jsonify }} p={{ d.previous.url }} n={{ d.next.url }} [{{ d.excerpt | strip }}] {{ d.x | jsonify }} {{ d.slug }} {{ d.id }} {{ d.collection }} {{ d.relative_path }} {{ d.name }} {{ d.layout | jsonify }} {{ d.draft | jsonify }}`;
const pages = `{{ d.url }} {{ d.title | jsonify }} {{ d.path }} {{ d.name }} {{ d.dir }} {{ d.layout | jsonify }} {{ d.x | jsonify }} {{ d.excerpt | jsonify }} {{ d.permalink | jsonify }} {{ d.categories | jsonify }} {{ d.date | jsonify }}`;
const files = `{{ d.path }} {{ d.name }} {{ d.basename }} {{ d.extname }} {{ d.modified_time | date: "%s" }} {{ d.collection | jsonify }} {{ d.x | jsonify }} {{ d.layout | jsonify }} {{ d.title | jsonify }} {{ d.url }}`;

const loop = (list: string, text: string): string => `${list}: {% for d in ${list} %}\n- ${text}{% endfor %}`;

const listings = [
  loop('site.posts', documents),
  loop('site.documents', documents),
  loop('site.drafts', documents),
  loop('site.docs', documents),
  loop('site.pages', pages),
  loop('site.html_pages', pages),
  loop('site.static_files', files),
  loop('site.html_files', '{{ d.path }} {{ d.url }}'),
  `{% for c in site.collections %}{{ c.label }} {{ c.docs.size }} {{ c.files.size }} {{ c.directory | split: "/source" | last }} {{ c.relative_directory }} {{ c.output | jsonify }} {{ c.permalink | jsonify }} {{ c.title | jsonify }} {{ c.sort_by | jsonify }}\n{% for d in c.docs %}- ${documents}\n{% endfor %}{% for d in c.files %}- ${files}\n{% endfor %}{% endfor %}`,
  '{% for c in site.categories %}{{ c[0] | jsonify }} {{ c[1] | map: "url" | join: " " }}\n{% endfor %}',
  '{% for c in site.tags %}{{ c[0] | jsonify }} {{ c[1] | map: "url" | join: " " }}\n{% endfor %}',
  '{{ site.data | jsonify }}',
  '{{ site.title | jsonify }} {{ site.url | jsonify }} {{ site.baseurl | jsonify }} {{ site.permalink | jsonify }} {{ site.timezone | jsonify }} {{ site.time | date: "%F %T %z" }}',
  '{{ site.include | jsonify }} {{ site.exclude | jsonify }} {{ site.plugins | jsonify }} {{ site.keep_files | jsonify }} {{ site.limit_posts }} {{ site.future }} {{ site.show_drafts }}',
  '{{ site.collections_dir | jsonify }} {{ site.data_dir | jsonify }} {{ site.markdown_ext | jsonify }} {{ site.sass | jsonify }} {{ site.liquid | jsonify }} {{ site.x | jsonify }}',
  '{{ site.related_posts | map: "url" | join: " " }} {{ page.url | relative_url }} {{ page.url | absolute_url }} {{ "/a b/ü" | relative_url }}',
  '{{ paginator.page }} {{ paginator.per_page }} {{ paginator.total_posts }} {{ paginator.total_pages }} {{ paginator.previous_page_path | jsonify }} {{ paginator.next_page_path | jsonify }} {% for d in paginator.posts %}{{ d.url }} {% endfor %}{{ paginator.page_trail | jsonify }}',
  '{% seo %}',
  '{% feed_meta %}',
  '{% for d in site.pages %}{{ d | jsonify | size | times: 0 }}{% endfor %}',
  '{% include part.html a=page.title b="x" %}',
  '{% include_cached part.html a="y" %}',
  '{{ "*md* _q_ -- x" | markdownify }}{{ "X y. Z" | slugify }}{{ "2020-01-02" | date_to_long_string: "ordinal" }}',
];

const plugged = new Map([
  ['{% seo %}', 'jekyll-seo-tag'],
  ['{% feed_meta %}', 'jekyll-feed'],
  ['{% include_cached part.html a="y" %}', 'jekyll-include-cache'],
]);

/** Lines that list what the site has; tags of plugins only where those are there. */
export function siteLines(random: Random, plugins: ReadonlySet<string>, all = false): string[] {
  const isThere = (text: string): boolean => !plugged.has(text) || plugins.has(plugged.get(text)!);
  return listings.filter((text) => isThere(text) && (all || random.chance(0.15)));
}

const prose = [
  'First *paragraph* with "quotes" -- and a [link](/x).\n',
  'Second paragraph.\n',
  '<!--more-->\n',
  '## A heading\n',
  '# Top & <b>heading</b>\n',
  'Setext\n======\n',
  '- a\n- b\n',
  '> quoted\n',
  '```ruby\nputs "x"\n```\n',
  '[there](../a.md) and [here](about.md#x) [r]\n\n[r]: one.md\n',
  '@someone wrote to me@x.example\n',
  '{% raw %}{{ raw }}{% endraw %}\n',
  '<p>html *md*</p>\n',
  'Ünï 日本 :smile:\n',
  'a | b\n--|--\nc | d\n',
  '\n\n',
  '{::comment}gone{:/comment}\n',
  'Foot[^1]\n\n[^1]: note\n',
  '{% if page.title %}\n\nsplit\n\n{% else %}\nx\n{% endif %}\n',
  '{% highlight ruby %}\nx = 1\n\ny = 2\n{% endhighlight %}\n',
  '{%- for t in page.tags %}\n\n- {{ t }}\n{%- endfor %}\n',
  '{% comment %}\n\ngone\n\n{% endcomment %}\n',
  '* toc\n{:toc}\n',
  '{: .lead}\nA paragraph with *attributes*{: #own}.\n',
  '$$ x^2 $$ and `code`\n',
  '[a][ref] and [ref]\n\n[ref]: /url "T"\n',
  '<div markdown="1">\n\n*in* div\n\n</div>\n',
  '![image](/i.png){: width="1"}\n',
  'Line one  \nline two\\\nline three\n',
  '{% assign y = page.date | date: "%Y" %}{{ y }} {{ page.url | absolute_url }}\n',
  'Term\n: definition\n',
  '*[HTML]: Hyper Text\n\nHTML\n',
  '{% for p in site.posts limit: 2 %}{{ p.url }} {{ p.title }}{% endfor %}\n',
];

/** Some paragraphs. */
export function paragraphs(random: Random): string[] {
  const lines: string[] = [];
  for (let count = random.below(4); count > 0; count--) lines.push(random.pick(prose));
  return lines;
}
