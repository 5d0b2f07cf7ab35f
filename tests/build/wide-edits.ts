import {
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** One change of a site's files. A folder in the way of a file goes, and so does a file in the way of a folder. */
export type WideEdit =
  | Write
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'touch'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'link'; readonly path: string; readonly to: string };

/** With an old time, as of a file that is taken from somewhere else, where `seconds` are given. */
interface Write {
  readonly kind: 'write';
  readonly path: string;
  readonly text: string;
  readonly seconds?: number;
}

const plugins = [
  ...['jekyll-paginate-v2', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag', 'jekyll-archives', 'jekyll-toc'],
  ...['jekyll-redirect-from', 'jekyll-relative-links', 'jekyll-titles-from-headings', 'jekyll-last-modified-at'],
  ...['jekyll-optional-front-matter', 'jekyll-readme-index', 'jekyll-default-layout', 'jemoji', 'jekyll-mentions'],
];
const scopes = [
  '{scope: {path: "", type: posts}, values: {layout: post}}',
  '{scope: {path: "sub/*.md"}, values: {kind: globbed, layout: base}}',
  '{scope: {path: _notes, type: notes}, values: {mood: calm, tags: [x]}}',
  '{scope: {path: "", type: drafts}, values: {tags: [wip]}}',
  '{scope: {path: assets}, values: {label: asset}}',
];
const settings = [
  ...['permalink: pretty', 'show_drafts: true', 'future: true', 'unpublished: true', 'limit_posts: 2'],
  ...['data_dir: _more', 'excerpt_separator: "<!--more-->"', 'theme: own', 'timezone: Asia/Tokyo', 'mood: glad'],
  ...['feed: {tags: true, categories: [p]}', 'feed: {collections: [notes], excerpt_only: true}'],
];
const config = fc
  .record({
    plugins: fc.subarray(plugins),
    scopes: fc.subarray(scopes),
    settings: fc.subarray(settings, { maxLength: 4 }),
    notes: fc.constantFrom(
      'output: true',
      'output: false',
      'output: true, sort_by: rank',
      'output: true, order: [m.md]',
    ),
    archives: fc.constantFrom('all', '[tags, year]'),
  })
  .map((chosen) =>
    [
      `plugins: [jekyll-include-cache, ${chosen.plugins.join(', ')}]`,
      'time: 2024-06-01 12:00:00 +0000',
      'url: https://example.com',
      'pagination: {enabled: true, per_page: 1, sort_field: title}',
      'autopages: {enabled: true, tags: {layouts: [list.html]}, categories: {enabled: false}, collections: {enabled: false}}',
      'relative_links: {collections: true}',
      'titles_from_headings: {collections: true, strip_title: true}',
      `jekyll-archives: {enabled: ${chosen.archives}, layout: list}`,
      `collections: {notes: {${chosen.notes}}, docs: {output: true}}`,
      `defaults: [${chosen.scopes.join(', ')}]`,
      ...chosen.settings,
      '',
    ].join('\n'),
  );

const includes = [
  ...['{% include nav.html %}', '{% include_cached nav.html %}', '{% include_cached given.html x="1" %}'],
  ...['{% assign q = "1" %}{% include_cached given.html x=q %}', '{% include_relative part.txt %}'],
];
const shown = [
  ...['{{ site.data | jsonify }}', '{{ site.data.team | jsonify }}', '{{ site.title }}{{ site.mood }}'],
  ...['{{ page.title }} {{ page.path }} {{ page.kind }} {{ page.tags | jsonify }}', '{{ page.last_modified_at }}'],
  ...[
    '{{ page.next.title }}',
    '{{ page.previous.output | size }}',
    '{{ page.previous.content }}',
    '{{ page.next.excerpt }}',
  ],
  ...[
    '{% for p in site.posts %}{{ p.title }}{{ p.url }}{% endfor %}',
    '{% for p in site.posts %}{{ p.excerpt }}{% endfor %}',
  ],
  ...[
    '{% for p in site.pages %}{{ p.title }}{{ p.url }}{% endfor %}',
    '{{ site.documents | map: "relative_path" | join }}',
  ],
  ...['{% for n in site.notes %}{{ n.content }}{{ n.mood }}{% endfor %}', '{{ content | size }} {{ layout.mood }}'],
  ...['{% for f in site.static_files %}{{ f.path }}{{ f.label }}{{ f.modified_time | date: "%s" }}{% endfor %}'],
  ...['{% for c in site.collections %}{{ c.label }}{{ c.docs.size }}{{ c.files.size }}{{ c.output }}{% endfor %}'],
  ...['{% for t in site.tags %}{{ t[0] }}{{ t[1].size }}{% endfor %}', '{{ site.categories.p | map: "title" | join }}'],
  ...[
    '{{ site.pages | where: "kind", "globbed" | map: "url" | join }}',
    '{{ site.posts | group_by: "layout" | map: "size" }}',
  ],
  ...[
    '{% for p in paginator.posts %}{{ p.title }}{% endfor %}{{ paginator.next_page_path }}',
    '{{ site.time | date: "%m" }}',
  ],
];
const words = [
  ...[
    'words',
    '*more* words',
    '# Heading',
    '## Second',
    '<!--more-->',
    ':smile: @user',
    '[b](2024-01-02-b.md)',
    '[about](about.md)',
  ],
  ...[
    '[ref]\n\n[ref]: https://x.org',
    'Foot[^1].\n\n[^1]: Note.',
    '~~~ruby\nputs 1\n~~~',
    '* TOC\n{:toc}',
    '[r](README.md)',
  ],
];
const matter = [
  ...['title: A', 'title: B', 'tags: [x]', 'tags: [x, y]', 'categories: p', 'published: false', 'permalink: /there/'],
  ...[
    'date: 2024-01-02',
    'date: 2030-01-01',
    'excerpt: Given',
    'redirect_from: /old/',
    'redirect_to: https://else.org',
  ],
  ...['pagination: {enabled: true}', 'rank: 1', 'rank: 2', 'slug: other', 'toc: true', 'last_modified_at: 2023-02-02'],
  ...[
    'layout: post',
    'layout: base',
    'layout: fancy',
    'layout: absent',
    'layout: none',
    'layout: themed',
    'hidden: true',
  ],
];
const body = fc
  .array(fc.constantFrom(...words, ...shown, ...includes), { minLength: 1, maxLength: 3 })
  .map((all) => `${all.join('\n\n')}\n`);
const keyOf = (line: string): string => line.slice(0, line.indexOf(':'));
const document = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...matter), { maxLength: 4, selector: keyOf }), body)
  .map(([lines, text]) => ['---', ...lines, '---', text].join('\n'));
const template = (before = ''): fc.Arbitrary<string> =>
  fc.constantFrom(...shown, '{% include nav.html %}', '').map((more) => `${before}{{ content }}${more}\n`);
const choice = (...choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

const documents = [
  ...['_posts/2024-01-01-a.md', '_posts/2024-01-02-b.md', '_posts/sub/2024-01-03-c.html', 'cat/_posts/2024-01-04-d.md'],
  ...[
    '_posts/2031-01-01-future.md',
    '_drafts/e.md',
    'sub/_drafts/f.md',
    '_notes/n.md',
    '_notes/m.md',
    '_notes/in/o.md',
  ],
  ...['_docs/x.md', 'about.md', 'sub/p.md', 'sub/q.md', 'sub/index.html', 'README.md', 'index.html', 'list.xml'],
];
/** Every file that there may be, and what may be in it. */
const files: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '_config.yml': config,
  ...Object.fromEntries(documents.map((path) => [path, document])),
  '_layouts/base.html': fc.oneof(template('base '), template('---\nmood: dark\n---\n')),
  '_layouts/post.html': fc.oneof(template('---\nlayout: base\n---\n'), template('---\nlayout: fancy\n---\n')),
  '_layouts/list.html': template('---\nlayout: base\npagination: {per_page: 2}\n---\n{{ page.posts | map: "title" }}'),
  '_layouts/fancy.njk': choice(
    '---\nlayout: base\n---\n{% extends "frame.njk" %}{% block b %}{{ content }}{% endblock %}',
    '{% import "macros.njk" as m %}{{ m.hi(page.title) }}{{ content }}{% include_cached "side.njk" %}',
  ),
  '_layouts/frame.njk': choice('F{% block b %}{% endblock %}{{ page.title }}', 'G{% block b %}{% endblock %}'),
  '_layouts/default.html': choice('default {{ content }}', 'other default {{ content }}'),
  '_layouts/themed.html': choice('own {{ content }}'),
  '_includes/nav.html': choice('nav', ...shown),
  '_includes/given.html': choice(
    '[{{ include.x }}{{ q }}]',
    '[{{ include.x }}{{ page.title }}]',
    '{{ content | size }}',
  ),
  '_includes/side.njk': choice('{{ content }}', '{{ page.title }}', '{{ site.mood }}'),
  '_includes/macros.njk': choice(
    '{% macro hi(x) %}hi {{ x }}{% endmacro %}',
    '{% macro hi(x) %}HI {{ x }}{% endmacro %}',
  ),
  '_data/team.yml': choice('- name: Y\n', 'k: v\n'),
  '_data/team.csv': choice('name,role\nAnn,dev\n', 'name,role\nBob,ops\n'),
  '_data/team.json': choice('[{"name": "J"}]', '{"a": [1.0, 2]}'),
  '_data/team/x.yml': choice('name: px\n', 'name: py\n'),
  '_data/deep/one.toml': choice('v = 1\n', 'v = 2\n'),
  '_more/team.tsv': choice('name\tDan\n', 'name\nEve\n'),
  'part.txt': choice('part\n', '---\nx: y\n---\npart {{ page.title }}\n'),
  '_posts/part.txt': choice('part\n', '{{ page.url }}\n'),
  '_notes/part.txt': choice('part\n', 'other part\n'),
  'sub/part.txt': choice('part\n', 'other part\n'),
  'assets/s.txt': choice('static', '---\ntitle: T\n---\n{{ page.title }}'),
  'there/index.html': choice('static', '---\ntitle: There\n---\nthere\n'),
  '_themes/own/_layouts/themed.html': template('theme '),
  '_themes/own/_layouts/base.html': template('theme base '),
  '_themes/own/_includes/nav.html': choice('theme nav', '{{ page.title }}'),
  '_themes/own/_data/team.yml': choice('- name: T\n', '- name: U\n'),
  '_themes/own/assets/s.txt': choice('theme static', '---\n---\n{{ site.mood }}'),
};
const paths = Object.keys(files).filter((path) => path !== '_config.yml');
const folders = [
  'sub',
  'sub2',
  '_notes',
  '_notes/in',
  '_drafts',
  '_posts/sub',
  'cat',
  '_data/deep',
  '_data/team',
  'assets',
];
const links = ['about.md', 'sub', '_data/deep', 'nowhere'];

/** The files that a site begins with. */
export const anyWideSite: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(files, {
  // Without them, most sites could not be built.
  requiredKeys: [
    'part.txt',
    'sub/part.txt',
    '_posts/part.txt',
    '_notes/part.txt',
    '_config.yml',
    '_layouts/base.html',
    '_includes/nav.html',
    '_includes/given.html',
  ],
});

const anyText = (path: string): fc.Arbitrary<Write> => files[path]!.map((text) => ({ kind: 'write', path, text }));
const anyPath = fc.constantFrom(...paths);
const seconds = fc.integer({ min: 1_600_000_000, max: 1_700_000_000 });

const anyMove = (path: fc.Arbitrary<string>): fc.Arbitrary<WideEdit> =>
  fc.record({ kind: fc.constant('move' as const), path, to: path });
const anyLink: fc.Arbitrary<WideEdit> = fc.record({
  kind: fc.constant('link' as const),
  path: fc.constantFrom('linked', 'linked.md', '_data/linked'),
  to: fc.constantFrom(...links),
});
const anyOf = (kind: 'remove' | 'touch' | 'folder', path: fc.Arbitrary<string>): fc.Arbitrary<WideEdit> =>
  fc.record({ kind: fc.constant(kind), path });
const anyFolder = fc.constantFrom(...folders);

/** Any change of its files. */
export const anyWideEdit: fc.Arbitrary<WideEdit> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...documents).chain(anyText) },
  { weight: 5, arbitrary: anyPath.chain(anyText) },
  {
    weight: 2,
    arbitrary: fc.tuple(anyPath.chain(anyText), seconds).map(([edit, at]): WideEdit => ({ ...edit, seconds: at })),
  },
  { weight: 2, arbitrary: anyText('_config.yml') },
  { weight: 2, arbitrary: anyOf('remove', anyPath) },
  anyOf('touch', anyPath),
  anyMove(anyPath),
  anyMove(anyFolder),
  anyFolder.map((path): WideEdit => ({ kind: 'write', path, text: '---\n---\nno folder\n' })),
  anyOf('folder', fc.constantFrom('about.md', 'assets/s.txt', '_data/team.yml', 'empty')),
  anyLink,
);

/** What is at a path itself; nothing below a file. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function makeRoom(folder: string, path: string): void {
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    if (lookAt(join(folder, above))?.isDirectory() === false) rmSync(join(folder, above));
  }
  rmSync(join(folder, path), { recursive: true, force: true });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
}

/** Makes an edit on disk; gives the absolute paths that a watcher would tell, undefined where it would tell of a folder. */
export function makeWideEdit(folder: string, edit: WideEdit): string[] | undefined {
  const file = join(folder, edit.path);
  const before = lookAt(file);
  const isFile = before?.isFile() ?? existsSync(dirname(file));
  if (before === undefined && ['touch', 'remove', 'move'].includes(edit.kind)) return [];
  if (edit.kind === 'move' && areWithin(edit.path, edit.to)) return [];
  makeEdit(folder, edit);
  return isFile && ['touch', 'remove', 'write'].includes(edit.kind) ? [file] : undefined;
}

function areWithin(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

function makeEdit(folder: string, edit: WideEdit): void {
  const file = join(folder, edit.path);
  if (edit.kind === 'touch') utimesSync(file, 1_650_000_000, 1_650_000_000);
  else if (edit.kind === 'remove') rmSync(file, { recursive: true });
  else if (edit.kind === 'move') {
    makeRoom(folder, edit.to);
    renameSync(file, join(folder, edit.to));
  } else {
    makeRoom(folder, edit.path);
    if (edit.kind === 'link') symlinkSync(edit.to, file);
    else if (edit.kind === 'folder') mkdirSync(file);
    else {
      writeFileSync(file, edit.text);
      if (edit.seconds !== undefined) utimesSync(file, edit.seconds, edit.seconds);
    }
  }
}
