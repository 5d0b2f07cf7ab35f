import fs, { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRemoteTheme, remoteThemeOf, remoteThemeWarning } from '../../src/config/remote-theme.js';
import { themeLock } from '../../src/config/theme-locks.js';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Config } from '../../src/core/types.js';
import { createConfig } from './helpers.js';
import { type Entry, record, tar } from './tar.js';

const commit = 'a'.repeat(40);
let root: string;
let config: Config;
let server: Server;
let baseUrl: string;
let requests: string[];
let answer: { status: number; body: Uint8Array };

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'utterson-remote-'));
  config = createConfig({}, { source: root, cacheDirectory: join(root, '.jekyll-cache') });
  requests = [];
  answer = { status: 200, body: gzipSync(tar([header(commit), ...theme])) };
  server = createServer((request, response) => {
    requests.push(request.url!);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

const header = (id: string): Entry => ({ name: 'pax_global_header', text: record('comment', id), kind: 'g' });
const theme: Entry[] = [
  { name: 'repo-abc/', text: '', kind: '5' },
  { name: 'repo-abc/_layouts/default.html', text: 'Layout {{ content }}' },
  { name: 'repo-abc/_config.yml', text: 'remote_theme: owner/repo\ntheme: other\n' },
];

const find = (spec: string) => findRemoteTheme(spec, config, { baseUrl });

async function failure(spec = 'owner/repo'): Promise<SiteError['diagnostic']> {
  const error: unknown = await find(spec).catch((thrown: unknown) => thrown);
  if (error instanceof SiteError) return error.diagnostic;
  throw error;
}

test('a theme is fetched once, pinned, and read from the disk ever after', async () => {
  const found = await find('owner/repo@v1');
  expect(found.name).toBe('repo');
  expect(readFileSync(join(found.root, '_layouts/default.html'), 'utf8')).toBe('Layout {{ content }}');
  expect(JSON.parse(readFileSync(join(root, themeLock), 'utf8'))).toEqual({ 'owner/repo@v1': commit });
  answer = { status: 500, body: Buffer.alloc(0) };
  expect((await find('owner/repo@v1')).root).toBe(found.root);
  expect(requests).toEqual(['/owner/repo/tar.gz/v1']);
});

test('a theme whose own configuration names itself is followed no further', async () => {
  await find('owner/repo');
  expect(requests).toEqual(['/owner/repo/tar.gz/HEAD']);
});

test('a cache that is gone is filled with the commit that is pinned', async () => {
  await find('owner/repo');
  rmSync(config.cacheDirectory, { recursive: true });
  await find('owner/repo');
  expect(requests.at(-1)).toBe(`/owner/repo/tar.gz/${commit}`);
  rmSync(config.cacheDirectory, { recursive: true });
  answer.body = gzipSync(tar([header('b'.repeat(40)), ...theme]));
  expect((await failure()).message).toContain(`is not the ${commit} that ${themeLock} names`);
  const updated = await findRemoteTheme('owner/repo', config, { baseUrl, update: true });
  expect(updated.root).toContain('b'.repeat(40));
});

test('nothing is written outside the theme’s folder', async () => {
  const outside = ['repo/../../../evil.txt', 'repo/..\\evil.txt', '/evil.txt', 'repo/C:evil.txt'];
  answer.body = gzipSync(tar([header('../../evil'), ...outside.map((name) => ({ name, text: 'x' })), ...theme]));
  const found = await find('owner/repo');
  expect(found.root).toMatch(/owner-repo-sha256-[0-9a-f]{32}$/);
  for (const folder of [root, config.cacheDirectory, join(config.cacheDirectory, 'themes')]) {
    expect(existsSync(join(folder, 'evil.txt'))).toBe(false);
  }
});

test('long names and links are met', async () => {
  const long = `repo/_includes/${'deep/'.repeat(30)}a.html`;
  const entries: Entry[] = [
    { name: 'x', text: record('path', long), kind: 'x' },
    { name: 'short', text: 'pax' },
    { name: '././@LongLink', text: `repo/_includes/${'g'.repeat(120)}.html\0`, kind: 'L' },
    { name: 'short', text: 'gnu' },
    { name: 'repo/link', text: '', kind: '2' },
  ];
  answer.body = gzipSync(tar([...entries, ...theme]));
  const { root: folder } = await find('owner/repo');
  expect(readFileSync(join(folder, long.slice(5)), 'utf8')).toBe('pax');
  expect(readFileSync(join(folder, `_includes/${'g'.repeat(120)}.html`), 'utf8')).toBe('gnu');
  expect(existsSync(join(folder, 'link'))).toBe(false);
});

test('a theme that cannot be fetched is reported', async () => {
  answer = { status: 404, body: Buffer.alloc(0) };
  expect((await failure()).message).toMatch(/tar\.gz\/HEAD answers 404\.$/);
  answer = { status: 200, body: Buffer.from('<html>proxy</html>') };
  expect((await failure()).message).toContain('what was fetched is no archive');
  answer.body = gzipSync(tar(theme).subarray(0, 600));
  expect((await failure()).code).toBe('config/remote-theme');
  for (const spec of ['nothing', 'a/b/c', 'a/..', '../x'])
    expect((await failure(spec)).message).toContain('it is no `owner/repository`');
  const offline = findRemoteTheme('owner/repo', config, { baseUrl: 'http://127.0.0.1:9' });
  await expect(offline).rejects.toThrow('cannot be fetched');
  expect(existsSync(join(root, themeLock))).toBe(false);
  writeFileSync(join(root, themeLock), '{');
  expect((await failure()).message).toContain('is damaged');
});

/** Does something else while a folder should get its name. */
async function findWhile(renaming: (from: string, to: string, count: number) => void): Promise<number> {
  const { renameSync } = fs;
  let count = 0;
  fs.renameSync = (from, to) => {
    renaming(String(from), String(to), ++count);
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  try {
    const found = await find('owner/repo');
    expect(readFileSync(join(found.root, '_layouts/default.html'), 'utf8')).toBe('Layout {{ content }}');
  } finally {
    Object.assign(fs, { renameSync });
    syncBuiltinESMExports();
  }
  return count;
}

test('a theme gets its name once nobody looks at its files any more, as Windows wants it', async () => {
  const refuse = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  expect(await findWhile((_from, _to, count) => count < 3 && refuse('EPERM'))).toBe(3);
  rmSync(config.cacheDirectory, { recursive: true });
  await expect(findWhile(() => refuse('EIO'))).rejects.toThrow('EIO');
});

test('two builds may fetch a theme at once', async () => {
  expect(await findWhile((from, to) => cpSync(from, to, { recursive: true }))).toBe(1);
  expect(readdirSync(join(config.cacheDirectory, 'themes'))).toHaveLength(1);
});

test('remote_theme counts where its plugin is named', () => {
  const of = (values: object): string | undefined => remoteThemeOf(createConfig({ remote_theme: 'a/b', ...values }));
  expect(of({ plugins: ['jekyll-remote-theme'] })).toBe('a/b');
  expect(of({ gems: ['github-pages'] })).toBe('a/b');
  expect(of({ plugins: ['jekyll-feed'] })).toBeUndefined();
  expect(of({ remote_theme: false, plugins: ['jekyll-remote-theme'] })).toBeUndefined();
});

test('remote_theme that nothing reads is warned of, unless there is another theme', () => {
  const warned = (values: object): string | undefined => remoteThemeWarning(createConfig(values))?.code;
  expect(warned({ remote_theme: 'a/b', plugins: ['jekyll-feed'] })).toBe('config/remote-theme-unread');
  expect(warned({ remote_theme: 'a/b', plugins: ['jekyll-remote-theme'] })).toBeUndefined();
  expect(warned({ remote_theme: 'a/b', theme: 'minima' })).toBeUndefined();
  expect(warned({ remote_theme: false })).toBeUndefined();
});
