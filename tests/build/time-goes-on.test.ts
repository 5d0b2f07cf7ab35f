import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { BuildResult } from '../../src/core/builder.js';
import { replaceModule } from '../replaced-modules.js';
import { makeEdit, readTree } from './site-edits.js';

vi.setConfig({ testTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), 'utterson-time-'));
const folder = join(root, 'source');
const destination = join(root, 'site');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const blog: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Time\nurl: https://example.com\nplugins: [jekyll-feed, jekyll-sitemap]\n',
  '_layouts/post.html': '{{ content }}{% include year.html %}\n',
  '_includes/year.html': '{{ site.time | date: "%Y-%m-%d" }}',
  '_posts/2024-01-01-a.md': '---\ntitle: A\nlayout: post\n---\nFirst.\n',
  '_posts/2024-01-02-b.md': '---\ntitle: B\n---\nSecond.\n',
};
const day = 86_400_000;
const start = Date.now() + day;

let isWhole = false;
// What asks for it looks at the whole site.
replaceModule('build.ts', (real) => {
  isWhole = true;
  return real;
});

const file = inject('bundle')!;
const program = new Script(`(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
});

/** The program as a new process begins it. */
function beginAnew(): Promise<typeof import('../../src/build-once.js')> {
  const module = { exports: {} as { modules: Record<string, () => Promise<never>> } };
  program.runInThisContext()(module.exports, createRequire(file), module);
  return module.exports.modules[join(import.meta.dirname, '../../src/build-once.ts')]!();
}

/** A build by a process that began at a moment; whether it looked at the whole site. */
async function buildAt(now: number, into = destination, isCached = true): Promise<BuildResult & { isWhole: boolean }> {
  vi.setSystemTime(now);
  isWhole = false;
  const { createOnceBuilder } = await beginAnew();
  const builder = await createOnceBuilder({ source: folder, destination: into, disable_disk_cache: !isCached });
  try {
    return { ...(await builder.build()), isWhole };
  } finally {
    await builder.close();
  }
}

async function expectClean(now: number): Promise<BuildResult & { isWhole: boolean }> {
  const result = await buildAt(now);
  const clean = join(root, 'clean');
  rmSync(clean, { recursive: true, force: true });
  await buildAt(now, clean, false);
  expect(readTree(destination)).toEqual(readTree(clean));
  return result;
}

describe('as time goes on', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubEnv('UTTERSON_BUILD', 'one');
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(blog)) makeEdit(folder, { path, text });
    await expectClean(start);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('only what shows the time is rendered again', async () => {
    for (let second = 1; second < 3; second++) {
      const result = await expectClean(start + 1000 * second);
      expect(result).toMatchObject({ isWhole: false, written: ['feed.xml'], rendered: 1 });
    }
    expect(await expectClean(start + day)).toMatchObject({
      isWhole: false,
      written: ['2024/01/01/a.html', 'feed.xml'],
    });
    expect(readFileSync(join(destination, 'feed.xml'), 'utf8')).toContain(
      new Date(start + day).toISOString().slice(0, 19),
    );
    expect(await expectClean(start + day)).toMatchObject({ isWhole: false, written: [] });
  });

  it('now goes on where the configuration gives the time of the site', async () => {
    const config = `${blog['_config.yml']}time: 2025-02-03 04:05:06\n`;
    makeEdit(folder, { path: '_config.yml', text: config });
    makeEdit(folder, { path: 'day.html', text: '---\n---\n{{ site.time | date: "%Y" }} {{ "now" | date: "%F" }}' });
    const shown = () => readFileSync(join(destination, 'day.html'), 'utf8');
    const dayAt = (now: number) => new Date(now).toISOString().slice(0, 10);
    await expectClean(start);
    expect(shown()).toBe(`2025 ${dayAt(start)}`);
    expect(await expectClean(start)).toMatchObject({ isWhole: false, written: [] });
    expect(await expectClean(start + day)).toMatchObject({ isWhole: false, written: ['day.html'] });
    expect(shown()).toBe(`2025 ${dayAt(start + day)}`);
    makeEdit(folder, { path: '_posts/2024-01-02-b.md', text: '---\ntitle: B\n---\nAnother.\n' });
    const edited = await expectClean(start + 2 * day);
    expect([edited.isWhole, [...edited.written].sort()]).toEqual([
      false,
      ['2024/01/02/b.html', 'day.html', 'feed.xml'],
    ]);
    expect(await expectClean(start + 2 * day)).toMatchObject({ isWhole: false, written: [] });
    makeEdit(folder, { path: 'day.html', text: '---\n---\n{{ "now" | date_to_xmlschema }}' });
    await expectClean(start + 2 * day + 1000);
    expect(await expectClean(start + 2 * day + 2000)).toMatchObject({ isWhole: false, written: ['day.html'] });
  });

  it('now goes on, too, where the configuration gives the time that it was', async () => {
    makeEdit(folder, { path: 'day.html', text: '---\n---\n{{ site.time | date: "%F" }} {{ "now" | date: "%F" }}' });
    const today = new Date(start).toISOString().slice(0, 10);
    await expectClean(start);
    expect(readFileSync(join(destination, 'day.html'), 'utf8')).toBe(`${today} ${today}`);
    makeEdit(folder, { path: '_config.yml', text: `${blog['_config.yml']}time: ${new Date(start).toISOString()}\n` });
    expect((await expectClean(start + day)).written).toContain('day.html');
    const tomorrow = new Date(start + day).toISOString().slice(0, 10);
    expect(readFileSync(join(destination, 'day.html'), 'utf8')).toBe(`${today} ${tomorrow}`);
  });

  it('a text that changes at the same time is seen', async () => {
    makeEdit(folder, { path: '_posts/2024-01-01-a.md', text: '---\ntitle: A\nlayout: post\n---\nAnother.\n' });
    expect(await expectClean(start + 2 * day)).toMatchObject({ isWhole: false, rendered: 2 });
    makeEdit(folder, { path: '_includes/year.html', text: 'Never.' });
    expect(await expectClean(start + 3 * day)).toMatchObject({ isWhole: true });
    expect(await expectClean(start + 4 * day)).toMatchObject({ isWhole: false, written: ['feed.xml'] });
  });

  it('a post of the future comes when its time has come', async () => {
    const date = new Date(start + 5 * day).toISOString();
    makeEdit(folder, { path: '_posts/2024-01-03-c.md', text: `---\ntitle: C\ndate: ${date}\n---\nThird.\n` });
    expect((await expectClean(start + 1000)).diagnostics).toHaveLength(1);
    expect((await expectClean(start + 2000)).written).toEqual(['feed.xml']);
    expect((await expectClean(start + 6 * day)).written).toContain(`${date.slice(0, 10).replaceAll('-', '/')}/c.html`);
  });

  it('documents without a date are looked at no more than others, but for who shows it', async () => {
    const config = `${blog['_config.yml']}collections: {notes: {output: true}}\n`;
    makeEdit(folder, { path: '_config.yml', text: config });
    makeEdit(folder, { path: '_notes/n.md', text: '---\ntitle: N\n---\nNote.\n' });
    makeEdit(folder, { path: '_notes/dated.md', text: '---\ntitle: D\ndate: 2024-05-05\n---\nDated.\n' });
    makeEdit(folder, { path: 'list.html', text: '---\n---\n{{ site.notes | map: "title" | join }}' });
    await expectClean(start + day);
    // The sitemap shows their dates.
    const live = ['feed.xml', 'sitemap.xml'];
    expect(await expectClean(start + day + 1000)).toMatchObject({ isWhole: false, written: live });
    makeEdit(folder, { path: '_notes/n.md', text: '---\ntitle: N\n---\nAnother.\n' });
    const edited = await expectClean(start + day + 4000);
    expect([edited.isWhole, [...edited.written].sort()]).toEqual([false, ['feed.xml', 'notes/n.html', 'sitemap.xml']]);
    makeEdit(folder, { path: 'list.html', text: '---\n---\n{{ site.notes.last.date }} {{ site.notes.first.date }}' });
    for (const second of [8, 12])
      expect((await expectClean(start + day + 1000 * second)).written).toContain('list.html');
    makeEdit(folder, {
      path: '_config.yml',
      text: config.replace('true', 'true, permalink: "/notes/:month-:day/:name"'),
    });
    for (const days of [1, 2, 2, 3]) await expectClean(start + days * day + 16_000);
  });

  it.each([
    ['that is the time of a build', ''],
    ['that will be the time of a build', 'future: true\n'],
  ])('a date %s is the one of its file name in that build alone', async (_, setting) => {
    const moment = Math.floor(start / 1000) * 1000 + 5 * day;
    const date = new Date(moment).toISOString();
    const text = `---\ntitle: C\ndate: ${date}\n---\nThird.\n`;
    makeEdit(folder, { path: '_config.yml', text: blog['_config.yml']! + setting });
    makeEdit(folder, { path: '_posts/2024-01-03-c.md', text });
    makeEdit(folder, { path: 'when.html', text: '---\n---\n{{ site.posts.first.date | date_to_xmlschema }}' });
    if (setting !== '') await expectClean(moment - 1000);
    await expectClean(moment);
    expect(readFileSync(join(destination, 'when.html'), 'utf8')).toContain('2024-01-03T00:00:00');
    await expectClean(moment + 1000);
    expect(readFileSync(join(destination, 'when.html'), 'utf8')).toContain(date.slice(0, 19));
    expect((await expectClean(moment + 2000)).isWhole).toBe(false);
  });
});
