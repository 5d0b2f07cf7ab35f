import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TemplateHost, TemplateSource } from '../../src/core/template.js';
import { compareTexts } from '../../src/core/text/compare-texts.js';
import { Time } from '../../src/core/time/time.js';
import { createZone } from '../../src/core/time/zone.js';
import type { Drop, Hash } from '../../src/core/values/values.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { applyOptions } from '../../src/markdown/highlight/html.js';
import { escapeCode } from '../../src/markdown/highlight/span-writer.js';

const folder = join(import.meta.dirname, 'site');
export const zone = createZone('UTC');

function readYaml(text: string): Hash {
  return (parseYaml(text, { path: 'fixture', line: 1, zone } as never) ?? new Map()) as Hash;
}

function readText(path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function frontMatter(path: string): Hash {
  return readYaml(/^---\n([\s\S]*?)^---\n/m.exec(readText(path)!)![1]!);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : String(value).split(' ');
}

/** A post as templates see it; only what the fixtures ask for. */
function readPost(path: string): Map<string, unknown> {
  const data = frontMatter(path);
  const [, year, month, day, slug] = /(\d+)-(\d+)-(\d+)-(.*)\.md$/.exec(path)!;
  const above = path.startsWith('_') ? [] : [path.slice(0, path.indexOf('/'))];
  const own = data.has('category') ? [data.get('category')] : listOf(data.get('categories'));
  const categories = [...above, ...own];
  const url = `/${[...categories, year, month, day, slug].join('/')}.html`;
  const date = new Time(Date.UTC(Number(year), Number(month) - 1, Number(day)), 0, zone);
  const members = new Map<string, unknown>([
    ['path', path],
    ['url', url],
    ['date', date],
    ['collection', 'posts'],
  ]);
  for (const [key, value] of data) members.set(String(key), value);
  return members.set('categories', categories).set('tags', listOf(data.get('tags')));
}

function createDrop(className: string, members: Map<string, unknown>): Drop {
  return { isDrop: true, className, get: (key) => members.get(key as string), keys: () => [...members.keys()] };
}

const paths = ['_posts/2020-01-01-first.md', '_posts/2020-01-02-second-post.md', 'folder/_posts/2021-06-07-third.md'];
const members = paths.map(readPost);
const posts = members.map((post) => createDrop('Jekyll::Drops::DocumentDrop', post));
for (const [index, post] of members.entries()) post.set('next', posts[index + 1]).set('previous', posts[index - 1]);

function pageOf(path: string): Hash {
  const page = frontMatter(path);
  return page.set('url', `/${path.replace(/\.md$/, '.html')}`).set('path', path);
}
export const page = pageOf('folder/page.html');
const urls = new Map<string, string>([
  ...members.map((post) => [String(post.get('path')), String(post.get('url'))] as const),
  ['about.md', '/about.html'],
  ['_docs/one.md', '/docs/one.html'],
  ['assets/file.txt', '/assets/file.txt'],
  ['/assets/file.txt', '/assets/file.txt'],
]);

function readData(): Hash {
  const files = readdirSync(join(folder, '_data')).sort(compareTexts);
  return new Map(files.map((file) => [basename(file, '.yml'), readYaml(readText(`_data/${file}`)!)]));
}

/** What the templates of the fixtures ask of their site, with settings in place of its own. */
export function createHost(settings: string, said: string[] = []): TemplateHost {
  const config = readYaml(readText('_config.yml')!);
  const defaults = new Map<unknown, unknown>([['highlighter', 'rouge']]);
  const values = new Map([...defaults, ...config, ...(settings === '' ? new Map() : readYaml(settings))]);
  const site = new Map<string, unknown>([...values] as [string, unknown][]);
  const memos = new Map<string, unknown>();
  const sources = new Map<string, TemplateSource>();
  site.set('data', readData());
  site.set('posts', [...posts].reverse());
  site.set('pages', [pageOf('about.md'), page]);
  const read = (path: string): TemplateSource | undefined => {
    const text = readText(path);
    if (text === undefined) return undefined;
    const source = sources.get(path) ?? { path, text, line: 1 };
    sources.set(path, source);
    return source;
  };
  return {
    site: createDrop('Jekyll::Drops::SiteDrop', site),
    config: (key) => values.get(key),
    now: () => values.get('time'),
    readInclude: (name) => read(`_includes/${name}`),
    nearInclude: (name) => (name === 'parms.html' ? 'params.html' : undefined),
    readLayout: (name) => read(`_layouts/${name}.njk`),
    includeFolders: ['_includes'],
    readRelative: read,
    urlOfPath: (path) => urls.get(path),
    nearPath: (path) => (path === 'abuot.md' ? 'about.md' : undefined),
    nearPost: () => undefined,
    urlOfPost(name) {
      const paths = [...urls.keys()].filter((path) => /_posts\//.test(path));
      const exact = paths.find((path) => path.replace(/_posts\/|\.md$/g, '') === name);
      return urls.get(exact ?? paths.find((path) => basename(path, '.md') === name) ?? '');
    },
    markdownify: (text) => `<p>${text}</p>\n`,
    smartify: (text) => text.replaceAll("'", '’'),
    sassify: (text) => text,
    highlight: (code, _language, options) => applyOptions(escapeCode(code), options),
    warn: (message) => void said.push(message),
    noteChance: () => void said.push('chance'),
    memo<T>(key: string, make: () => T): T {
      if (!memos.has(key)) memos.set(key, make());
      return memos.get(key) as T;
    },
  };
}

/** The outermost variables of a fixture's template. */
export function variablesOf(host: TemplateHost): Map<string, unknown> {
  return new Map<string, unknown>([
    ['site', host.site],
    ['page', page],
  ]);
}
