import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { routeOf } from '../../src/core/route.js';
import type { Document } from '../../src/core/types.js';
import { compareValues } from '../../src/core/values/compare-values.js';
import type { Hash } from '../../src/core/values/values.js';
import { createDocument } from '../../src/read/documents/document.js';
import { expandPermalink, UnknownPlaceholder } from '../../src/read/documents/permalink.js';
import { readSettings } from '../../src/read/settings.js';
import { readFiles } from './write-files.js';

function page(path: string, data: Record<string, unknown> = {}, config: Record<string, unknown> = {}): Document {
  const loaded = loadConfig({ source: '/nowhere', destination: '/nowhere/_site', ...config }, {});
  const hash: Hash = new Map(Object.entries(data));
  return createDocument({ kind: 'page', path, data: hash, body: '' }, readSettings(loaded.config));
}

test('settings stay the same for the same options, whatever was asked between', () => {
  const { config } = loadConfig({ source: '/nowhere', destination: '/nowhere/_site' }, {});
  const options = { outputExtension: () => undefined };
  const settings = readSettings(config, options);
  expect(readSettings(config)).not.toBe(settings);
  expect(readSettings(config, options)).toBe(settings);
});

describe('a page that no file made', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['feed.xml', {}, '/feed.xml', 'feed.xml'],
    ['index.html', {}, '/', 'index.html'],
    ['tags/a b.html', {}, '/tags/a%20b.html', 'tags/a b.html'],
    ['page2/index.html', {}, '/page2/', 'page2/index.html'],
    ['x.html', { permalink: '/old/place/' }, '/old/place/', 'old/place/index.html'],
    ['x.md', { permalink: '/old/place' }, '/old/place', 'old/place.html'],
    ['x.md', { permalink: '/old/feed.json' }, '/old/feed.json', 'old/feed.json'],
    ['x.md', { permalink: false }, '/x.html', 'x.html'],
    ['about.njk', {}, '/about.html', 'about.html'],
    ['sub/index.njk', {}, '/sub/', 'sub/index.html'],
    ['feed.xml.njk', {}, '/feed.xml', 'feed.xml'],
  ])('%s %j is at %s', (path, data, url, output) => {
    const document = page(path, data);
    expect(document.route).toEqual({ url, output });
    expect(document.id).toBe(path);
  });

  test('follows the site’s permalink style where it is HTML', () => {
    expect(page('about.md', {}, { permalink: 'pretty' }).route.url).toBe('/about/');
    expect(page('feed.xml', {}, { permalink: 'pretty' }).route.url).toBe('/feed.xml');
    expect(page('about.md', {}, { permalink: '/:title' }).route.url).toBe('/about');
  });

  test('its hash is different for other data, another body or URL', () => {
    const hashes = [
      page('a.html').hash,
      page('a.html', { title: 'x' }).hash,
      page('a.html', { title: ['x'] }).hash,
      page('a.html', { permalink: '/b.html' }).hash,
      page('b.html').hash,
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(page('a.html', { title: 'x' }).hash).toBe(hashes[1]);
  });
});

test('permalinks take placeholders, and an underscore behind them', () => {
  const values: Record<string, string> = { a: 'x y', b_c: '1' };
  const expand = (template: string): string => expandPermalink(template, (name) => values[name]);
  expect(expand('/:a/:b_c/:a_:b_c.html')).toBe('/x%20y/1/x%20y_1.html');
  expect(expand('no//slash')).toBe('/no/slash');
  expect(() => expand('/:d')).toThrow(UnknownPlaceholder);
});

test('outputs of URLs', () => {
  expect(routeOf('/a/', '.html').output).toBe('a/index.html');
  expect(routeOf('/', '.html').output).toBe('index.html');
  expect(routeOf('/caf%C3%A9', '.html').output).toBe('café.html');
  expect(routeOf('/feed/', '.xml', 'page').output).toBe('feed/index.xml');
});

test('values compare as Ruby’s', () => {
  expect(compareValues('b', 'a')).toBeGreaterThan(0);
  expect(compareValues('\u{1f600}', '\uffee')).toBeGreaterThan(0);
  expect(compareValues(1, 2n)).toBeLessThan(0);
  expect(compareValues([1, 'b'], [1, 'a'])).toBeGreaterThan(0);
  expect(compareValues(1, 'a')).toBeUndefined();
  expect(compareValues(null, undefined)).toBe(0);
});

describe('layout', () => {
  const config = 'defaults:\n  - {scope: {path: ""}, values: {layout: base, author: me}}\n';
  test('left empty: none for a page, the default’s for a post', () => {
    const text = '---\nlayout:\nauthor:\n---\n';
    const { site } = readFiles({ '_config.yml': config, 'a.md': text, '_posts/2020-01-01-a.md': text });
    const post = site.collections.get('posts')!.documents[0]!;
    expect([site.pages[0]!.data.get('layout'), site.pages[0]!.data.get('author')]).toEqual([null, 'me']);
    expect([post.data.get('layout'), post.data.get('author')]).toEqual(['base', 'me']);
  });
});

test('Jekyll 3 knows neither the newer placeholders nor sort_by', () => {
  const files = {
    '_config.yml': 'compat: 3.10\ncollections: {docs: {output: true, sort_by: weight}}\n',
    '_docs/a.md': '---\nweight: 2\n---\n',
    '_docs/b.md': '---\nweight: 1\n---\n',
    '_posts/2020-01-01-a.md': '---\npermalink: /:long_month/\n---\n',
  };
  const { site, diagnostics } = readFiles(files);
  expect(site.collections.get('docs')!.documents.map((document) => document.path)).toEqual([
    '_docs/a.md',
    '_docs/b.md',
  ]);
  expect(diagnostics).toMatchObject([{ code: 'read/permalink', path: '_posts/2020-01-01-a.md' }]);
});

test('lines of a category are lines of the URL', () => {
  const { site } = readFiles({ '_posts/2020-03-06-x.md': '---\ncategory: "a\\nb c"\n---\n' });
  expect(site.collections.get('posts')!.documents.map(({ route }) => route.url)).toEqual(['/a\nb c/2020/03/06/x.html']);
});

test('a document that says to be a draft and has no date has that of its file', () => {
  const { site } = readFiles({
    '_config.yml': 'collections: {docs: {output: true, permalink: "/:year/:title"}}\n',
    '_docs/a.md': '---\ndraft: true\n---\n',
    '_docs/b.md': '---\ndraft: false\n---\n',
    '_docs/c.md': '---\ndraft: true\ndate: 2020-02-02\n---\n',
  });
  const { documents } = site.collections.get('docs')!;
  expect(documents.map(({ route }) => route.url)).toEqual(['/2019/a', '/2024/b', '/2020/c']);
});

test('a draft of a collection whose file is of the future is not written', () => {
  const files = { '_docs/a.md': '---\ndraft: true\n---\n', '_docs/b.md': '---\n---\n' };
  const written = (time: string): unknown[] => {
    const { site } = readFiles({ '_config.yml': 'collections: {docs: {output: true}}\n', ...files }, { time });
    return site.collections.get('docs')!.documents.map(({ isWritten }) => isWritten);
  };
  expect(written('2018-01-01')).toEqual([false, true]);
  expect(written('2020-01-01')).toEqual([true, true]);
});

test('a folder of includes is looked for in the source alone', () => {
  const { site } = readFiles({ '_config.yml': 'includes_dir: ../up\n', 'up/a.html': 'a' });
  expect([...site.includes.keys()]).toEqual(['a.html']);
});

test('a folder that is named for two uses has the files of both', () => {
  const { site } = readFiles({
    '_config.yml': 'layouts_dir: _parts\nincludes_dir: _parts\ndata_dir: _posts\n',
    '_parts/a.html': '',
    '_parts/plain': '',
    '_posts/2020-01-01-a.md': '---\n---\n',
    '_posts/more/b.yml': 'c: 1\n',
  });
  expect([...site.layouts.keys()]).toEqual(['a']);
  expect([...site.includes.keys()].sort()).toEqual(['a.html', 'plain']);
  expect([...site.data]).toEqual([['more', new Map([['b', new Map([['c', 1]])]])]]);
  expect(site.collections.get('posts')!.documents).toHaveLength(1);
});

test('a folder of collections outside of the source is one within', () => {
  const { site } = readFiles({
    '_config.yml': 'collections_dir: ../c\ncollections: [docs]\n',
    'c/_docs/a.md': '---\n---\n',
  });
  expect(site.collections.get('docs')!.documents.map(({ path }) => path)).toEqual(['c/_docs/a.md']);
});
