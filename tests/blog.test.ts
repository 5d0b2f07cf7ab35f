import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuilder } from '../src/build.js';
import type { BuildResult } from '../src/core/builder.js';

const root = resolve(import.meta.dirname, '..');
const destination = mkdtempSync(join(tmpdir(), 'utterson-blog-'));
let result: BuildResult;

beforeAll(async () => {
  const builder = await createBuilder({ source: root, destination, disable_disk_cache: true });
  result = await builder.build();
  await builder.close();
});

afterAll(() => rmSync(destination, { recursive: true, force: true }));

function pages(): string[] {
  return readdirSync(destination, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}

function read(path: string): string {
  return readFileSync(join(destination, path), 'utf8');
}

test('the blog of this repository builds without a word of warning', () => {
  expect(result.diagnostics).toEqual([]);
  expect(result.ok).toBe(true);
});

test('it has its pages, its feed and its styles', () => {
  const wanted = ['index.html', 'page/2/index.html', 'archive/index.html', 'tags/index.html', 'tags/basics/index.html'];
  for (const path of [...wanted, 'about/index.html', '404.html', 'feed.xml', 'sitemap.xml', 'assets/css/main.css']) {
    expect(existsSync(join(destination, path)), path).toBe(true);
  }
  expect(pages().filter((path) => /^\d{4}/.test(path)).length).toBeGreaterThanOrEqual(6);
  expect(existsSync(join(destination, 'package.json'))).toBe(false);
  expect(existsSync(join(destination, 'README.md'))).toBe(false);
});

test('every link inside the blog leads somewhere', () => {
  const lost: string[] = [];
  for (const page of pages()) {
    // Addresses in code are examples.
    const html = read(page).replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '');
    for (const [, address] of html.matchAll(/\b(?:href|src)="(\/[^"#?]*)/g)) {
      const path = decodeURIComponent(address!).replace(/\/$/, '/index.html').slice(1);
      if (!existsSync(join(destination, path))) lost.push(`${page}: ${address}`);
    }
  }
  expect(lost).toEqual([]);
});

test('nothing is loaded from elsewhere', () => {
  for (const page of pages()) {
    expect(read(page), page).not.toMatch(/<(?:script|img|iframe)\b[^>]*\bsrc="(?:https?:)?\/\//);
    expect(read(page), page).not.toMatch(/<link[^>]*rel="stylesheet"[^>]*href="(?:https?:)?\/\//);
  }
  expect(read('assets/css/main.css')).not.toMatch(/@import|url\(["']?(?:https?:)?\/\//);
});
