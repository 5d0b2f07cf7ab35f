import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/index.js';
import { startGemServer } from '../plugins/gem-server.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(folder, 'index.md'), '---\nlayout: default\n---\nHello\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function build(config: string): Promise<{ html: string; codes: string[] }> {
  writeFileSync(join(folder, '_config.yml'), config);
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site') });
  const { diagnostics } = await builder.build();
  await builder.close();
  return { html: readFileSync(join(folder, '_site/index.html'), 'utf8'), codes: diagnostics.map(({ code }) => code) };
}

test('GitHub Pages shows a site without a theme in its own', async () => {
  const without = await build('plugins: [github-pages]\nrepository: a/b\n');
  expect(without.codes).toContain('config/pages-theme');
  mkdirSync(join(folder, '_themes/jekyll-theme-primer/_layouts'), { recursive: true });
  writeFileSync(join(folder, '_themes/jekyll-theme-primer/_layouts/default.html'), '<main>{{ content }}</main>');
  const found = await build('plugins: [github-pages]\nrepository: a/b\n');
  expect(found).toEqual({ html: '<main><p>Hello</p>\n</main>', codes: [] });
  const refused = await build('plugins: [github-pages]\nrepository: a/b\ntheme: null\n');
  expect(refused.html).toBe('<p>Hello</p>\n');
  expect((await build('plugins: []\n')).html).toBe('<p>Hello</p>\n');
});

test('its theme is fetched; where it cannot be, that is tried again after an hour', async () => {
  const pages = 'plugins: [github-pages]\nrepository: a/b\n';
  const server = await startGemServer();
  try {
    server.publish('jekyll-theme-primer', '0.6.0');
    expect((await build(pages)).codes).toContain('config/pages-theme');
    vi.stubEnv('UTTERSON_RUBYGEMS_URL', server.url);
    expect((await build(pages)).codes).toContain('config/pages-theme');
    expect(server.requests).toEqual([]);
    const tried = join(folder, '.jekyll-cache/themes/jekyll-theme-primer.tried');
    utimesSync(tried, Date.now() / 1000, Date.now() / 1000 - 3601);
    expect(await build(pages)).toEqual({ html: '0.6.0 <p>Hello</p>\n', codes: [] });
    expect(existsSync(tried)).toBe(false);
    // Once it is pinned, no site is written without it.
    rmSync(join(folder, '.jekyll-cache'), { recursive: true });
    vi.stubEnv('UTTERSON_RUBYGEMS_URL', 'http://127.0.0.1:9');
    await expect(build(pages)).rejects.toThrow('The jekyll-theme-primer theme could not be found');
  } finally {
    await server.close();
  }
});
