import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchThemeGem } from '../../src/config/fetched-gem.js';
import { themeLock } from '../../src/config/theme-locks.js';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Config, Theme } from '../../src/core/types.js';
import { createConfig } from './helpers.js';
import { tar } from './tar.js';

let root: string;
let config: Config;
let server: Server;
let baseUrl: string;
let requests: string[];
let answers: Map<string, string | Uint8Array>;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-gem-')));
  config = createConfig({}, { source: root, cacheDirectory: join(root, '.jekyll-cache') });
  vi.stubEnv('BUNDLE_GEMFILE', undefined);
  requests = [];
  answers = new Map();
  server = createServer((request, response) => {
    requests.push(request.url!);
    const body = answers.get(request.url!);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  publish('1.9.0', '1.10.0', '2.0.0.rc1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

/** As RubyGems 3.3 packs it. */
const metadata = (version: string): string => `--- !ruby/object:Gem::Specification
name: my-theme
version: !ruby/object:Gem::Version
  version: ${version}
platform: ruby
authors:
- Ann "é" O'Neil
- Bob
autorequire:
cert_chain: []
date: 2026-11-30 00:00:00.000000000 Z
dependencies:
- !ruby/object:Gem::Dependency
  name: jekyll
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - ">="
      - !ruby/object:Gem::Version
        version: '3.5'
    - - "<"
      - !ruby/object:Gem::Version
        version: '5.0'
  type: :runtime
  prerelease: false
  version_requirements: !ruby/object:Gem::Requirement
    requirements:
    - - ">="
      - !ruby/object:Gem::Version
        version: '3.5'
- !ruby/object:Gem::Dependency
  name: bundler
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - ">"
      - !ruby/object:Gem::Version
        version: '1'
  type: :development
  prerelease: false
description: |-
  Two
  lines
metadata:
  plugin_type: theme
post_install_message:
summary: 'Short: a \\ theme'
`;

const layout = (version: string): string => `${version} {{ content }}`;

function gem(version: string): Uint8Array {
  const files = [
    { name: './_layouts/default.html', text: layout(version) },
    { name: '../evil.txt', text: '' },
  ];
  return tar([
    { name: 'metadata.gz', text: gzipSync(metadata(version)) },
    { name: 'data.tar.gz', text: gzipSync(tar(files)) },
    { name: 'checksums.yaml.gz', text: gzipSync('---\n') },
  ]);
}

/** Puts versions on the server. */
function publish(...versions: string[]): void {
  const lines = versions.map((version) => {
    const file = gem(version);
    answers.set(`/gems/my-theme-${version}.gem`, file);
    return `${version} jekyll:>= 3.5&< 5.0|checksum:${createHash('sha256').update(file).digest('hex')},ruby:>= 2.5`;
  });
  answers.set('/info/my-theme', `---\n0.1.0 |ruby:>= 0\n3.0.0-java |\n${lines.join('\n')}\n`);
}

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
  expect(requests).toEqual(asked);
  publish('1.9.0', '1.10.0', '1.11.0');
  expect((await find())!.version).toBe('1.10.0');
  expect(requests).toEqual(asked);
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

test('a gem of a repository or a folder is no gem of the server, nor is a path', async () => {
  for (const from of ['github: "a/b"', ':path => "../x"', '"~> 1.0",\n  git: "https://example.com/x"']) {
    write('Gemfile', `gem "my-theme", ${from}\n`);
    expect(await find()).toBeUndefined();
  }
  for (const path of ['./my-theme', '../x', '/x', 'a b']) expect(await find(path)).toBeUndefined();
  expect(requests).toEqual([]);
});

test('what cannot be had is told, and leaves nothing behind', async () => {
  expect(await hint('nowhere')).toMatch(
    /^rubygems\.org has no gem nowhere either\. Put its folder into _themes\/nowhere,/,
  );
  write('Gemfile', 'gem "my-theme", "> 3"');
  expect(await hint()).toMatch(/^rubygems\.org has no gem my-theme that is > 3, as the Gemfile asks\. /);
  rmSync(join(root, 'Gemfile'));
  answers.set('/gems/my-theme-1.10.0.gem', gem('1.9.0'));
  expect(await hint()).toContain('is not what the index of rubygems.org says it is');
  answers.set('/info/my-theme', '---\n1.10.0 |ruby:>= 0\n');
  answers.set('/gems/my-theme-1.10.0.gem', '<html>proxy</html>');
  expect(await hint()).toContain('is no gem; a proxy may have answered');
  baseUrl = 'http://127.0.0.1:9';
  expect(await hint()).toMatch(
    /info\/my-theme cannot be fetched \(.*\): connect to the network for one build, after which/,
  );
  expect(readdirSync(root)).toEqual([]);
});
