import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilder } from '../../src/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(folder, 'index.md'), '---\nlayout: default\n---\nHello\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
