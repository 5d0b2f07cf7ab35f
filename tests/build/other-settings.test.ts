import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder } from '../../src/core/builder.js';
import { makeBlogFolder, makeEdit, readTree, type SiteEdit } from './site-edits.js';

vi.setConfig({ testTimeout: 180_000 });

const { folder, remove } = makeBlogFolder();
afterAll(remove);

const base: Readonly<Record<string, string>> = {
  title: 'Edits',
  time: '2024-06-01 12:00:00 +0000',
  url: 'https://example.com',
  paginate: '2',
  plugins:
    '[jekyll-paginate, jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-archives, jekyll-redirect-from, jekyll-titles-from-headings, jekyll-relative-links, jekyll-mentions, jemoji, jekyll-avatar]',
  collections: '{notes: {output: true}}',
  defaults: '[{scope: {path: "", type: posts}, values: {layout: post}}]',
  'jekyll-archives': '{enabled: [tags, year], layout: archive}',
  exclude: '[_clean, _site]',
};

/** Edits that only templates can see, or nobody. */
const shown: Readonly<Record<string, readonly string[]>> = {
  title: ['Other', '"{{ 1 }}"', 'null'],
  description: ['Words.', '[not, a, text]'],
  nobody: ['1', '{deep: {er: [1, 2]}}', 'true'],
  author: ['Somebody', '{name: Somebody, email: a@example.com}'],
  social: ['{name: S, links: [https://example.com/s]}'],
  tagline: ['A line'],
  twitter: ['{username: a}'],
  lang: ['de'],
  logo: ['/logo.png'],
};
/** Edits of what is read, and with what. */
const reading: Readonly<Record<string, readonly string[]>> = {
  exclude: ['[_clean, _site, list.html]', '[_clean, _site, _posts/2024-01-01-a.md, css]'],
  include: ['[_data]', '[_layouts, .hidden]'],
  defaults: [
    '[{scope: {path: ""}, values: {title: By default}}]',
    '[{scope: {path: "", type: notes}, values: {layout: post, permalink: "/n/:title/"}}, {scope: {path: css}, values: {x: 1}}]',
    '[{scope: {path: "", type: pages}, values: {layout: post, sitemap: false}}]',
  ],
  future: ['true'],
  unpublished: ['true'],
  show_drafts: ['true'],
  limit_posts: ['1', '2'],
  excerpt_separator: ['"More"', '"\\n"', '""'],
  page_excerpts: ['true'],
  strict_front_matter: ['true'],
};
const others: Readonly<Record<string, string>> = {
  url: 'https://example.org',
  baseurl: '/blog',
  paginate: '1',
  permalink: 'pretty',
  collections: '{notes: {output: false}}',
  'jekyll-archives': '{enabled: [tags], layouts: {tag: archive}}',
  feed: '{path: atom.xml}',
  plugins: '[jekyll-paginate, jekyll-archives, jekyll-seo-tag]',
  markdown: 'GFM',
  kramdown: '{hard_wrap: true}',
  timezone: 'Asia/Tokyo',
  liquid: '{strict_filters: true}',
  sass: '{style: compressed}',
  time: '2023-01-01 00:00:00 +0000',
  markdown_ext: '"txt"',
  layouts_dir: '_elsewhere',
  collections_dir: 'elsewhere',
  titles_from_headings: '{strip_title: true}',
  relative_links: '{enabled: false}',
  'jekyll-mentions': '{base_url: https://example.net}',
  show_excerpts: 'true',
  paginate_path: '/p:num/',
  highlighter: 'null',
  template_engine: 'nunjucks',
  data: '{links: [given]}',
  posts: 'given',
  includes_dir: '_elsewhere',
  data_dir: '_elsewhere',
  keep_files: '[kept]',
  lsi: 'false',
  encoding: 'utf-8',
  emoji: '{src: /assets}',
  redirect_from: '{json: true}',
  profile: 'false',
  safe: 'false',
  webrick: '{headers: {a: b}}',
};

const destination = join(folder, '_site');
const textOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

/** Clean builds by their configurations: nothing else of the site changes. */
const cleanBuilds = new Map<string, Record<string, string>>();

async function clean(config: string): Promise<Record<string, string>> {
  const known = cleanBuilds.get(config);
  if (known !== undefined) return known;
  const other = join(folder, '_clean');
  rmSync(other, { recursive: true, force: true });
  const fresh = await createBuilder({ source: folder, destination: other });
  const { ok } = await fresh.build();
  await fresh.close();
  const tree = ok ? readTree(other) : {};
  cleanBuilds.set(config, tree);
  return tree;
}

let builder: Builder;

/** Builds with some settings as a preview does; whether the builder went on. */
async function change(settings: Readonly<Record<string, string>>): Promise<boolean> {
  const config = textOf(settings);
  writeFileSync(join(folder, '_config.yml'), config);
  const goesOn = await builder.takeSettings!();
  if (!goesOn) {
    const next = await createBuilder({ source: folder, destination }, undefined, builder);
    await builder.close();
    builder = next;
  }
  const { ok } = await builder.build();
  const wanted = await clean(config);
  if (ok || Object.keys(wanted).length > 0) expect(readTree(destination)).toEqual(wanted);
  return goesOn;
}

const files: readonly SiteEdit[] = [
  { path: '_plugins/shout.js', text: null },
  { path: 'loud.html', text: '---\n---\n{{ site.title }} {{ site.description | inspect }} {{ site.author }}\n' },
  {
    path: 'all.html',
    text: '---\n---\n{% for pair in site %}{{ pair | first }} {% endfor %}{{ site.nobody | jsonify }}\n',
  },
  { path: 'names.njk', text: '---\n---\n{{ site.title }} {{ site.tagline }}\n' },
  {
    path: 'rest.md',
    text: '# First :+1: @somebody\n\n[A](_posts/2024-01-01-a.md) {{ site[page.name] }} {% avatar a %}\n',
  },
  {
    path: '_posts/2024-01-04-e.md',
    text: '---\nredirect_from: /old/\n---\n{{ site.title }} @somebody\n\nMore {{ site.lang }}\n',
  },
  { path: '_posts/2999-01-01-later.md', text: '---\npublished: false\n---\nLater.\n' },
  {
    path: 'excerpts.txt',
    text: '---\n---\n{% for p in site.pages %}{{ p.name }} {{ p.excerpt }} {% endfor %}{% for p in site.posts %}{{ p.excerpt }}{% endfor %}\n',
  },
  { path: 'css/main.scss', text: '---\n---\n/* {{ site.title }} */ b { color: red }\n' },
];

beforeAll(async () => {
  for (const edit of files) makeEdit(folder, edit);
  writeFileSync(join(folder, '_config.yml'), textOf(base));
  builder = await createBuilder({ source: folder, destination });
  expect((await builder.build()).ok).toBe(true);
});
afterAll(() => builder.close());

describe('a configuration that is changed while a preview goes on', () => {
  it.each(Object.keys(shown))('%s renders only what shows it again', async (key) => {
    await change(base);
    for (const value of [...shown[key]!, undefined]) {
      const { [key]: _old, ...rest } = base;
      expect(await change(value === undefined ? rest : { ...base, [key]: value })).toBe(true);
    }
    expect(await change(base)).toBe(true);
  });

  it.each(Object.keys(reading))('%s has files read again, and the builder go on', async (key) => {
    await change(base);
    for (const value of [...reading[key]!, undefined]) {
      const { [key]: _old, ...rest } = base;
      const settings = value === undefined ? rest : { ...base, [key]: value };
      expect(await change(settings)).toBe(true);
      expect(await change({ ...settings, title: 'Besides', nobody: '2' })).toBe(true);
    }
    expect(await change({ ...base, exclude: '[_clean, _site, about.md]', title: 'Both' })).toBe(true);
    await builder.close();
    builder = await createBuilder({ source: folder, destination });
    expect(await builder.build()).toMatchObject({ ok: true, rendered: 0, written: [] });
    expect(await change(base)).toBe(true);
  });

  it.each(Object.keys(others))('%s is that of a clean build', async (key) => {
    await change({ ...base, [key]: others[key]!, title: 'Besides', nobody: '2' });
  });

  it('is that of a clean build where a plugin of the site has looked at it', async () => {
    makeEdit(folder, {
      path: '_plugins/kept.js',
      text: `let title;
export default { name: 'kept', hooks: { 'site:after_init'(site) { title = site.config.title; } }, filters: { kept: () => title } };
`,
    });
    makeEdit(folder, { path: 'kept.html', text: '---\n---\n{{ "" | kept }}\n' });
    cleanBuilds.clear();
    // By the filter's builder from now on.
    await builder.close();
    builder = await createBuilder({ source: folder, destination });
    for (const title of ['First', 'Second']) expect(await change({ ...base, title })).toBe(false);
    for (const path of ['_plugins/kept.js', 'kept.html']) makeEdit(folder, { path, text: null });
    cleanBuilds.clear();
    await builder.close();
    builder = await createBuilder({ source: folder, destination });
    await change(base);
  });

  it('goes on where a broken one is mended, and is known to the next process', async () => {
    await change(base);
    writeFileSync(join(folder, '_config.yml'), 'title: [\n');
    expect(await builder.takeSettings!()).toBe(false);
    expect(await change({ ...base, title: 'Mended' })).toBe(true);
    await builder.close();
    builder = await createBuilder({ source: folder, destination });
    expect(await builder.build()).toMatchObject({ ok: true, rendered: 0, written: [] });
    expect(readTree(destination)).toEqual(await clean(textOf({ ...base, title: 'Mended' })));
  });
});
