import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { versionsOnPages } from '../../src/build/pages-theme.js';
import { fetchThemeGem } from '../../src/config/fetched-gem.js';
import { themeLock } from '../../src/config/theme-locks.js';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Config, Theme } from '../../src/core/types.js';
import { type GemServer, layout, packGem, startGemServer } from './gem-server.js';
import { createConfig } from './helpers.js';

let root: string;
let config: Config;
let server: GemServer;
let baseUrl: string;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-gem-')));
  config = createConfig({}, { source: root, cacheDirectory: join(root, '.jekyll-cache') });
  vi.stubEnv('BUNDLE_GEMFILE', undefined);
  server = await startGemServer();
  baseUrl = server.url;
  server.publish('my-theme', '1.9.0', '1.10.0', '2.0.0.rc1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const find = (name = 'my-theme'): Promise<Theme | undefined> => fetchThemeGem(name, config, { baseUrl });
const layoutOf = (theme: Theme | undefined): string => readFileSync(join(theme!.root, '_layouts/default.html'), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

async function hint(name?: string): Promise<string> {
  const error: unknown = await find(name).catch((thrown: unknown) => thrown);
  if (!(error instanceof SiteError)) throw error;
  expect(error.diagnostic).toMatchObject({ code: 'config/theme-not-found', setting: ['theme'] });
  return error.diagnostic.hint!;
}

test('the newest release is fetched once, with what its gem says, and read from the disk ever after', async () => {
  const theme = await find(' My-Theme');
  expect(theme).toEqual({
    name: 'my-theme',
    root: join(root, '.jekyll-cache/themes/gem-my-theme-1.10.0'),
    version: '1.10.0',
    authors: 'Ann "é" O\'Neil, Bob',
    description: 'Two\nlines',
    dependencies: ['jekyll (>= 3.5, < 5.0)'],
    metadata: new Map([['plugin_type', 'theme']]),
  });
  expect(layoutOf(theme)).toBe(layout('1.10.0'));
  expect(readdirSync(join(root, '.jekyll-cache/themes')).sort()).toEqual([
    'gem-my-theme-1.10.0',
    'gem-my-theme-1.10.0.gemspec',
  ]);
  expect(JSON.parse(readFileSync(join(root, themeLock), 'utf8'))).toEqual({ 'my-theme': '1.10.0' });
  const asked = ['/info/my-theme', '/gems/my-theme-1.10.0.gem'];
  expect(server.requests).toEqual(asked);
  server.publish('my-theme', '1.9.0', '1.10.0', '1.11.0');
  expect((await find())!.version).toBe('1.10.0');
  expect(server.requests).toEqual(asked);
});

test('a version before a release is taken where there is nothing else', async () => {
  server.publish('my-theme', '2.0.0.rc1', '2.0.0.beta');
  server.answers.set('/info/my-theme', String(server.answers.get('/info/my-theme')).replace('0.1.0 |ruby:>= 0\n', ''));
  expect((await find())!.version).toBe('2.0.0.rc1');
});

test('a version that is pinned is fetched again where the cache is gone', async () => {
  write(themeLock, '{"my-theme": "1.9.0", "owner/repo": "main"}');
  expect(layoutOf(await find())).toBe(layout('1.9.0'));
  expect(JSON.parse(readFileSync(join(root, themeLock), 'utf8'))).toEqual({
    'my-theme': '1.9.0',
    'owner/repo': 'main',
  });
  write(themeLock, '{"my-theme": "1.8.0"}');
  expect(await hint()).toContain(
    `rubygems.org has no gem my-theme 1.8.0, which Gemfile.lock or ${themeLock} names. Put `,
  );
});

test('Gemfile.lock says which version, without another lock', async () => {
  write(themeLock, '{"my-theme": "1.10.0"}');
  write('Gemfile.lock', 'GEM\r\n  specs:\r\n    jekyll (4.3.1)\r\n    my-theme (1.9.0)\r\n      my-theme (~> 1.0)\r\n');
  expect(layoutOf(await find())).toBe(layout('1.9.0'));
  rmSync(join(root, themeLock));
  await find();
  expect(existsSync(join(root, themeLock))).toBe(false);
});

test.each([
  ['gem "my-theme", "~> 1.9.0"', '1.9.0'],
  [`group :jekyll_plugins do\n  gem 'my-theme', '>= 1', '< 1.10' # a note, "= 3"\nend`, '1.9.0'],
  ['gem "my-theme", "2.0.0.rc1"', '2.0.0.rc1'],
  ['gem("my-theme", ["~> 1.0", "!= 1.10.0"],\n  require: false)', '1.9.0'],
  ['# gem "my-theme", "1.9.0"\ngem "my-theme-x", "1.9.0"', '1.10.0'],
])('the Gemfile says which versions are taken: %s', async (gemfile, version) => {
  write('Gemfile', gemfile);
  expect((await find())!.version).toBe(version);
  // What was pinned before counts as far as the Gemfile takes it.
  write('Gemfile', 'gem "my-theme", "1.9.0"');
  expect((await find())!.version).toBe('1.9.0');
});

test('at GitHub Pages minima is the one that is there, unless the Gemfile says otherwise', async () => {
  server.publish('minima', '2.5.1', '2.5.2');
  const onPages = { baseUrl, requirements: versionsOnPages(' Minima') };
  expect((await fetchThemeGem('minima', config, onPages))!.version).toBe('2.5.1');
  write('Gemfile', 'gem "minima", "~> 2.5.2"');
  expect((await fetchThemeGem('minima', config, onPages))!.version).toBe('2.5.2');
  expect(versionsOnPages('jekyll-theme-slate')).toEqual([]);
});

test('a gem of a repository or a folder is no gem of the server, nor is a path', async () => {
  for (const from of ['github: "a/b"', ':path => "../x"', '"~> 1.0",\n  git: "https://example.com/x"']) {
    write('Gemfile', `gem "my-theme", ${from}\n`);
    expect(await find()).toBeUndefined();
  }
  for (const path of ['./my-theme', '../x', '/x', 'a b']) expect(await find(path)).toBeUndefined();
  expect(server.requests).toEqual([]);
});

test('what cannot be had is told, and leaves nothing behind', async () => {
  expect(await hint('nowhere')).toMatch(
    /^rubygems\.org has no gem nowhere either\. Put its folder into _themes\/nowhere,/,
  );
  write('Gemfile', 'gem "my-theme", "> 3"');
  expect(await hint()).toMatch(/^rubygems\.org has no gem my-theme that is > 3, as is wanted\. /);
  rmSync(join(root, 'Gemfile'));
  server.answers.set('/gems/my-theme-1.10.0.gem', packGem('my-theme', '1.9.0'));
  expect(await hint()).toContain('is not what the index of rubygems.org says it is');
  server.answers.set('/info/my-theme', '---\n1.10.0 |ruby:>= 0\n');
  server.answers.set('/gems/my-theme-1.10.0.gem', '<html>proxy</html>');
  expect(await hint()).toContain('is no gem; a proxy may have answered');
  server.answers.set('/info/my-theme', '---\n');
  expect(await hint()).toMatch(/^rubygems\.org has no gem my-theme at all\. /);
  baseUrl = 'http://127.0.0.1:9';
  expect(await hint()).toMatch(
    /info\/my-theme cannot be fetched \(.*\): connect to the network for one build, after which/,
  );
  expect(readdirSync(root)).toEqual([]);
});
