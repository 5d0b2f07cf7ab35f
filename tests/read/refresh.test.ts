import { mkdirSync, opendirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import type { Site } from '../../src/core/types.js';
import { readSite } from '../../src/read/read-site.js';
import { createSource } from '../../src/read/source.js';
import { writeFiles, writeOne } from './write-files.js';

const files: [string, string][] = [
  ['_config.yml', 'collections: {docs: {output: true}}\n'],
  ['index.html', '---\n---\n'],
  ['css/site.css', 'x'],
  ['_posts/2020-01-01-a.md', '---\ntitle: A\n---\na'],
  ['_posts/2020-01-02-b.md', '---\ntitle: B\n---\nb'],
  ['_docs/one.md', '---\n---\n'],
  ['_docs/pic.png', 'x'],
  ['_layouts/post.html', '{{ content }}'],
  ['_includes/head.html', 'x'],
  ['_data/a.yml', 'x: 1'],
];

/** A site that is read again and again. */
function watched(more: [string, string][] = []): { root: string; read: (changed?: string[]) => Site } {
  const root = writeFiles([...files, ...more]);
  const { config } = loadConfig({ source: root, destination: join(root, '_site') }, {});
  const source = createSource(config);
  let site: Site | undefined;
  const read = (changed?: string[]): Site => {
    site = readSite(config, source.refresh(changed), site).site;
    return site;
  };
  return { root, read };
}

function expectSame(next: Site, last: Site, except: readonly (keyof Site)[] = []): void {
  const keys: (keyof Site)[] = ['collections', 'pages', 'layouts', 'includes', 'assets', 'data'];
  for (const key of keys) expect([key, next[key] === last[key]]).toEqual([key, !except.includes(key)]);
}

describe('what did not change keeps its identity', () => {
  test('when nothing did', () => {
    const { read } = watched();
    const first = read();
    expectSame(read([]), first);
    expectSame(read(), first);
  });

  test('when a post did', () => {
    const { root, read } = watched();
    const first = read();
    const second = read([writeOne(root, '_posts/2020-01-02-b.md', '---\ntitle: New\n---\nb')]);
    expectSame(second, first, ['collections']);
    const [a, b] = second.collections.get('posts')!.documents;
    expect(a).toBe(first.collections.get('posts')!.documents[0]);
    expect(b!.data.get('title')).toBe('New');
    expect(b!.hash).not.toBe(first.collections.get('posts')!.documents[1]!.hash);
    expect(second.collections.get('docs')).toBe(first.collections.get('docs'));
  });

  test.each<[string, string, string, keyof Site]>([
    ['a layout', '_layouts/post.html', 'new', 'layouts'],
    ['an include', '_includes/head.html', 'new', 'includes'],
    ['a data file', '_data/a.yml', 'x: 2', 'data'],
    ['a page', 'index.html', '---\ntitle: new\n---\n', 'pages'],
    ['a static file', 'css/site.css', 'longer', 'assets'],
  ])('when %s did', (_, path, text, key) => {
    const { root, read } = watched();
    const first = read();
    expectSame(read([writeOne(root, path, text)]), first, [key]);
  });

  test('without knowing what changed', () => {
    const { root, read } = watched();
    const first = read();
    writeOne(root, '_data/a.yml', 'x: something longer');
    expectSame(read(), first, ['data']);
  });
});

describe('a file in a folder that serves twice', () => {
  const config = 'includes_dir: parts\nexclude: [parts/hidden]\n';
  const page = (text: string): [string, string] => ['parts/deep/page.html', `---\n---\n${text}`];
  const bodies = ({ pages }: Site): string[] => pages.map(({ path, body }) => `${path} ${body}`);

  test('is both include and page after it changed, came and went', () => {
    const { root, read } = watched([['_config.yml', config], page('one'), ['parts/hidden/a.html', 'x']]);
    expect(bodies(read())).toContain('parts/deep/page.html one');
    const next = read([writeOne(root, ...page('other'))]);
    expect(bodies(next)).toContain('parts/deep/page.html other');
    expect(next.includes.get('deep/page.html')?.text).toContain('other');
    const more = read([writeOne(root, 'parts/more/new.html', '---\n---\nnew')]);
    expect(bodies(more)).toContain('parts/more/new.html new');
    rmSync(join(root, 'parts/deep/page.html'));
    expect(bodies(read([join(root, 'parts/deep/page.html')]))).toEqual(['index.html ', 'parts/more/new.html new']);
    const hidden = read([writeOne(root, 'parts/hidden/a.html', 'longer')]);
    expect(hidden.includes.get('hidden/a.html')?.text).toBe('longer');
  });
});

describe('files come and go', () => {
  const posts = (site: Site): string[] => site.collections.get('posts')!.documents.map((post) => post.path);

  test('a post', () => {
    const { root, read } = watched();
    read();
    const path = writeOne(root, '_posts/2020-01-01-between.md', 'x');
    expect(posts(read([path]))).toEqual([
      '_posts/2020-01-01-a.md',
      '_posts/2020-01-01-between.md',
      '_posts/2020-01-02-b.md',
    ]);
    rmSync(path);
    expect(posts(read([path]))).toEqual(['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md']);
  });

  test('a folder of pages, and posts in it', () => {
    const { root, read } = watched();
    const first = read();
    const paths = [writeOne(root, 'news/x.md', '---\n---\n'), writeOne(root, 'news/_posts/2021-01-01-c.md', 'x')];
    const second = read(paths);
    expect(second.pages.map((page) => page.path)).toContain('news/x.md');
    expect(posts(second)).toContain('news/_posts/2021-01-01-c.md');
    rmSync(join(root, 'news'), { recursive: true });
    const third = read(paths);
    expect(third.pages.map((page) => page.path)).toEqual(first.pages.map((page) => page.path));
    expect(posts(third)).toEqual(posts(first));
  });

  test('a collection’s and a data folder’s first file', () => {
    const { root, read } = watched();
    rmSync(join(root, '_data'), { recursive: true });
    rmSync(join(root, '_docs'), { recursive: true });
    const first = read();
    expect(first.data.size).toBe(0);
    const second = read([writeOne(root, '_data/sub/n.yml', 'x: 1'), writeOne(root, '_docs/n.md', '---\n---\n')]);
    expect([...second.data.keys()]).toEqual(['sub']);
    expect(second.collections.get('docs')!.documents).toHaveLength(1);
  });

  test('folders of data that nothing is in, which Jekyll has as empty hashes', () => {
    const { root, read } = watched();
    const first = read();
    const folder = (name: string): string => {
      mkdirSync(join(root, name), { recursive: true });
      return join(root, name);
    };
    const second = read([folder('_data/B c/d'), folder('_data/.hidden/e'), folder('_data/Z/.f')]);
    expect([...second.data]).toEqual([
      ['a', new Map([['x', 1]])],
      ['B_c', new Map([['d', new Map()]])],
      ['Z', new Map()],
    ]);
    expect(read([folder('_data/Z')]).data).toBe(second.data);
    const paths = ['_data/B c', '_data/Z'].map((name) => join(root, name));
    for (const path of paths) rmSync(path, { recursive: true });
    expect([...read(paths).data]).toEqual([...first.data]);
  });

  test('front matter: a page becomes a static file', () => {
    const { root, read } = watched();
    read();
    const site = read([writeOne(root, 'index.html', 'no front matter')]);
    expect(site.pages).toEqual([]);
    expect(site.assets.map((asset) => asset.path)).toContain('index.html');
  });

  test('a changed reading equals a first one', () => {
    const { root, read } = watched();
    read();
    const changed = [
      writeOne(root, '_posts/2020-01-01-a.md', '---\ndate: 2022-01-01\n---\nmoved'),
      writeOne(root, 'css/more.css', 'y'),
      writeOne(root, '_docs/two.md', '---\n---\n'),
    ];
    const again = read(changed);
    const { config } = loadConfig({ source: root, destination: join(root, '_site') }, {});
    const fresh = readSite(config, createSource(config).refresh()).site;
    const hashes = (site: Site): string[] =>
      [...site.collections.values()].flatMap((c) => c.documents.map((d) => d.hash));
    expect(hashes(again)).toEqual(hashes(fresh));
    expect(again.assets.map((asset) => asset.path)).toEqual(fresh.assets.map((asset) => asset.path));
  });
});

test('pages of one name are in the order that the disk has their folders in, as Jekyll reads them', () => {
  const names = Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(108 - index)}${index}`);
  const { root, read } = watched(names.map((name) => [`docs/${name}/page.html`, '---\n---\n']));
  const onDisk: string[] = [];
  const folder = opendirSync(join(root, 'docs'));
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) onDisk.push(entry.name);
  folder.closeSync();
  const pages = read().pages.filter(({ path }) => path.startsWith('docs/'));
  expect(pages.map(({ path }) => path)).toEqual(onDisk.map((name) => `docs/${name}/page.html`));
});
