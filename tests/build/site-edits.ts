import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import fc from 'fast-check';

/** A change of one file of a site: its new text, or null where it is taken away. `to` is its new place, where it moves. */
export interface SiteEdit {
  readonly path: string;
  readonly text: string | null;
  readonly to?: string;
}

const config = [
  'title: Edits',
  'time: 2024-06-01 12:00:00 +0000',
  'url: https://example.com',
  'paginate: 2',
  'plugins: [jekyll-paginate, jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-archives]',
  'collections: {notes: {output: true}}',
  'defaults: [{scope: {path: "", type: posts}, values: {layout: post}}]',
  'jekyll-archives: {enabled: [tags, year], layout: archive}',
  'exclude: [_clean, _site]',
  '',
].join('\n');
const plugin = (end: string): string =>
  `export default { name: "shout", filters: { shout: (_context, text) => text + "${end}" } };\n`;

/**
 * A blog with all kinds of parts: layouts, includes, data, collections, pagination, archives, a feed, Nunjucks, a plugin.
 */
export const blog: Readonly<Record<string, string>> = {
  '_config.yml': config,
  '_layouts/base.html': '<html>{% seo %}{% include nav.html %}{{ content }}{{ site.time | date: "%Y" }}</html>\n',
  '_layouts/post.html':
    '---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ content }}{{ page.previous.title }} {{ page.next.url }}\n',
  '_layouts/archive.html': '{{ page.type }} {{ page.title }}: {{ page.posts | map: "title" | join: ", " }}\n',
  '_layouts/fancy.njk':
    '---\nlayout: base\n---\n<b>{{ page.title | upcase }}</b>{{ content }}{% include "nav.html" %}\n',
  '_includes/nav.html': '{% for p in site.pages %}{{ p.title }} {% endfor %}{{ site.data.links.first }}\n',
  '_data/links.yml': '- one\n- two\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\ntags: [x]\n---\nFirst *post*.\n\nMore of it.\n',
  '_posts/2024-01-02-b.md': '---\ntitle: B\ntags: [x, y]\n---\n{{ page.previous.content | strip_html }}\n\n`code`\n',
  '_posts/2024-01-03-c.md': '---\ntitle: C\nlayout: fancy\n---\nThird.\n',
  '_drafts/d.md': '---\ntitle: D\n---\nA draft.\n',
  '_notes/n.md': '---\ntitle: N\n---\nNote {{ site.posts.size }}\n',
  '_plugins/shout.js': plugin('!'),
  'index.html':
    '---\ntitle: Home\nlayout: base\n---\n{% for post in paginator.posts %}{{ post.title }} {{ post.excerpt }}{% endfor %}{{ paginator.page }}\n',
  'tags.html':
    '---\ntitle: Tags\n---\n{% for tag in site.tags %}{{ tag[0] }}: {% for p in tag[1] %}{{ p.title }} {% endfor %}{% endfor %}\n',
  'list.html':
    '---\n---\n{% for n in site.notes %}{{ n.content }}{% endfor %}{{ site.static_files | map: "path" | join: " " }}\n',
  'loud.html': '---\n---\n{{ site.title | shout }}{% include_relative part.txt %}\n',
  'part.txt': 'part\n',
};

/** What a site with Sass has besides. */
export const styles: Readonly<Record<string, string>> = {
  'css/main.scss': '---\n---\n@use "colours";\nbody { color: colours.$ink; }\n',
  '_sass/_colours.scss': '$ink: black;\n',
};

const word = fc.constantFrom(
  'alpha',
  'beta',
  'gamma',
  '**delta**',
  '{{ site.data.links[1] }}',
  '{{ page.next.title }}',
  '{{ content | strip_html | truncate: 40 }} {{ layout.layout }}',
  '{{ page.previous.output | strip_html | truncate: 40 }}',
);
const title = fc.constantFrom('A', 'B', 'Other', '"C: d"');
const layout = fc.constantFrom('post', 'base', 'fancy', 'absent', 'none');
const postPath = fc.constantFrom(
  '_posts/2024-01-01-a.md',
  '_posts/2024-01-02-b.md',
  '_posts/2024-01-03-c.md',
  '_posts/2024-02-01-new.md',
);
const post = fc
  .tuple(
    title,
    layout,
    fc.subarray(['x', 'y', 'z']),
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', 'hidden: true\n'),
  )
  .map(
    ([name, chosen, tags, words, more]) =>
      `---\ntitle: ${name}\nlayout: ${chosen}\ntags: [${tags}]\n${more}---\n${words.join('\n\n')}\n`,
  );

const texts = (path: string, ...choices: readonly (string | null)[]): fc.Arbitrary<SiteEdit> =>
  fc.constantFrom(...choices).map((text) => ({ path, text }));

/** Any edit of the blog. */
export const anySiteEdit: fc.Arbitrary<SiteEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: postPath, text: fc.option(post, { freq: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      path: fc.constantFrom('_notes/n.md', '_notes/m.md', 'about.md'),
      text: fc.option(post, { freq: 3 }),
    }),
  },
  texts(
    '_includes/nav.html',
    '<nav>{{ site.posts.first.title }}</nav>',
    '{% for c in site.collections %}{{ c.docs.size }}{% endfor %}',
    'plain',
    null,
  ),
  texts(
    '_layouts/base.html',
    '<p>{{ content }}</p>',
    '{{ page.url }}{{ content }}{% include nav.html %}',
    blog['_layouts/base.html']!,
  ),
  texts('_layouts/post.html', '---\nlayout: base\n---\n{{ content }}', '{{ content }}{{ page.excerpt }}', null),
  texts('_data/links.yml', '- three\n- four\n', '- one\n', null),
  texts('_data/more.json', '{"a": [1.0, 2]}', null),
  texts('part.txt', 'other part\n', 'third part\n'),
  texts('file.bin', 'static', 'static too', null),
  texts('folder/page.html', '---\ntitle: In\n---\n{{ site.posts | map: "title" | join: "," }}', null),
  fc.constant({ path: '_drafts/d.md', text: blog['_drafts/d.md']!, to: '_posts/2024-03-03-d.md' }),
  fc.constant({ path: '_posts/2024-03-03-d.md', text: blog['_drafts/d.md']!, to: '_drafts/d.md' }),
  fc.constant({ path: '_posts/2024-01-01-a.md', text: blog['_posts/2024-01-01-a.md']!, to: '_posts/2024-05-05-a.md' }),
  fc.constant({ path: '_posts/2024-05-05-a.md', text: blog['_posts/2024-01-01-a.md']!, to: '_posts/2024-01-01-a.md' }),
  fc.constant({ path: 'index.html', text: blog['index.html']!, to: 'blog/index.html' }),
);

/** What makes another builder: the configuration and the plugins. */
export const anyFoundationEdit: fc.Arbitrary<SiteEdit> = fc.oneof(
  texts(
    '_config.yml',
    config,
    config.replace('Edits', 'Other'),
    config.replace('paginate: 2', 'paginate: 1'),
    `${config}permalink: pretty\n`,
    `${config}show_drafts: true\n`,
    `${config}limit_posts: 2\n`,
  ),
  texts('_plugins/shout.js', plugin('!'), plugin('?')),
);

/** Edits of style sheets and of what they use. */
export const anyStyleEdit: fc.Arbitrary<SiteEdit> = fc.oneof(
  texts('_sass/_colours.scss', '$ink: black;\n', '$ink: red;\n', '$paper: white;\n$ink: blue;\n'),
  texts('css/_colours.scss', '$ink: green;\n', '$ink: gold;\n'),
  texts('_sass/colours.scss', '$ink: grey;\n'),
  texts('css/main.scss', styles['css/main.scss']!, '---\n---\nh1 { color: red; }\n', '---\n---\nbroken {\n'),
);

const counted = '{% increment n %}{% decrement m %}{{ n }}{{ other }} ';
const uncounted = '---\nlayout: base\n---\n{{ content }}\n';

/** What a site has besides that counts. */
export const counting: Readonly<Record<string, string>> = {
  '_includes/count.html': counted,
  '_layouts/post.html': `---\nlayout: base\n---\n{{ content }}{% include count.html %}\n`,
  'some.html': '---\nlayout: base\n---\n{% increment n %} {{ n }} {{ m }}\n',
  'twice.html':
    '---\nlayout: base\n---\n{% increment n %}{% for p in site.posts %}{{ p.excerpt }}{{ p.content }}{% endfor %}{{ n }}{% increment n %}\n',
};

/** Edits of where a site counts, and under which names. */
export const anyCountingEdit: fc.Arbitrary<SiteEdit> = fc.oneof(
  texts(
    '_includes/count.html',
    counted,
    'none',
    '{{ n }}',
    '{% increment other %}',
    '{% if n == 3 %}{% increment n %}{% endif %}',
  ),
  texts('_layouts/post.html', counting['_layouts/post.html']!, uncounted),
  texts('some.html', counting['some.html']!, uncounted, '---\n---\n{{ m }}', null),
  texts('_notes/n.md', '---\n---\n{% increment n %}\n\n{% include count.html %}', '---\n---\n{{ n }}', null),
  texts('twice.html', counting['twice.html']!, '---\n---\n{{ content }} {{ layout }} {{ n }}', null),
  fc.record({
    path: postPath,
    text: fc.constantFrom(
      '---\n---\n{% increment n %}',
      '---\nlayout: post\n---\n{{ n }}\n\n{% increment m %}',
      '---\n---\nplain',
    ),
  }),
);

/** What a site has besides whose plugins make documents of documents. */
export const changers: Readonly<Record<string, string>> = {
  '_config.yml': [
    config
      .replace('jekyll-paginate', 'jekyll-paginate-v2, jekyll-relative-links, jekyll-titles-from-headings')
      .replace('jekyll-archives]', 'jekyll-archives, jekyll-last-modified-at]')
      .replace('paginate: 2', 'pagination: {enabled: true, per_page: 2, sort_field: title}')
      .replace('enabled: [tags, year]', 'enabled: all'),
    'autopages: {enabled: true, tags: {layouts: [post.html]}, categories: {layouts: [post.html]}, collections: {enabled: false}}',
    'relative_links: {collections: true}',
    'titles_from_headings: {collections: true, strip_title: true}',
    '',
  ].join('\n'),
  'index.html': blog['index.html']!.replace('layout:', 'pagination: {enabled: true}\nlayout:'),
  'links.md': '# Links\n\n[a](_posts/2024-01-01-a.md) [n](_notes/n.md#x) [c]\n\n[c]: about.md\n',
  'about.md': '---\n---\nAbout\n=====\n\n[links](links.md)\n',
};

const changerPage: fc.Arbitrary<SiteEdit> = fc
  .record({
    path: fc.oneof(postPath, fc.constantFrom('links.md', 'about.md', '_notes/n.md')),
    matter: fc.subarray(['permalink: /there/', 'title: Own', 'categories: [p, q]', 'tags: x', 'date: 2024-01-02']),
    words: fc.array(
      fc.constantFrom(
        '# Heading',
        '[a](2024-01-01-a.md)',
        '[a](/_posts/2024-01-01-a.md#b)',
        '[n](_notes/n.md)',
        '[about](about.md)',
        'Text {{ page.last_modified_at | date: "%Y" }} {{ page.title }}',
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ path, matter, words }) => ({ path, text: ['---', ...matter, '---', '', words.join('\n\n'), ''].join('\n') }));

/** Edits that such plugins follow. */
export const anyChangerEdit: fc.Arbitrary<SiteEdit> = fc.oneof(
  { weight: 8, arbitrary: changerPage },
  texts(
    '_layouts/post.html',
    '---\nlayout: base\npagination: {per_page: 1}\n---\n{{ content }}{{ paginator.total_pages }}',
    blog['_layouts/post.html']!,
  ),
);

/** A folder with the blog in it; `remove` takes it away again. */
export function makeBlogFolder(companions: Readonly<Record<string, string>> = {}): {
  readonly folder: string;
  remove(): void;
} {
  return makeFolder({ ...blog, ...companions });
}

/** A folder with files in it, by their paths in it. */
export function makeFolder(files: Readonly<Record<string, string>>): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-edits-'));
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Makes an edit on disk; gives the absolute paths that a watcher would tell. */
export function makeEdit(folder: string, { path, text, to }: SiteEdit): string[] {
  rmSync(join(folder, path), { force: true });
  if (to !== undefined) rmSync(join(folder, to), { force: true });
  if (text !== null) write(folder, to ?? path, text);
  return [path, ...(to === undefined ? [] : [to])].map((one) => join(folder, one));
}

/** All files below a folder with their texts. */
export function readTree(folder: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    tree[
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/')
    ] = readFileSync(path, 'latin1');
  }
  return tree;
}
