import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { headline } from '../../src/cli/printing/headline.js';
import { type Diagnostic, formatPlace } from '../../src/core/diagnostics.js';
import { createBuilder } from '../../src/index.js';

let folder = '';
let source = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'theme-places-')));
  source = join(folder, 'site');
  write('site/_config.yml', 'theme: mine\n');
  write('site/index.md', '---\nlayout: default\n---\nHello\n');
  vi.stubEnv('GEM_HOME', join(folder, 'gems'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function writeTheme(root: string, include: string): void {
  write(`${root}/_layouts/default.html`, '{{ x | nothing }}\n{% include part.html %}{{ content }}');
  write(`${root}/_includes/part.html`, include);
}

async function build(): Promise<readonly Diagnostic[]> {
  const builder = await createBuilder({ source, destination: join(source, '_site') });
  const { diagnostics } = await builder.build();
  await builder.close();
  return diagnostics;
}

const placesOf = ({ path, position, via = [] }: Diagnostic): string[] =>
  [{ path: path!, position }, ...via].map((place) => formatPlace(place as Parameters<typeof formatPlace>[0]));

test('what is wrong in a theme is named where the theme is, in Jekyll’s words', async () => {
  const root = join(folder, 'gems/gems/mine-1.0').replaceAll('\\', '/');
  write('gems/specifications/mine-1.0.gemspec', '');
  writeTheme('gems/gems/mine-1.0', 'a\n{% bad %}');
  const [error] = (await build()).filter(({ severity }) => severity === 'error');
  expect(placesOf(error!)).toEqual([
    `${root}/_includes/part.html:2:1`,
    `${root}/_layouts/default.html:2:1`,
    'index.md',
  ]);
  if (process.platform !== 'win32') {
    expect(headline(error!, source).text).toBe(
      `Liquid syntax error (${root}/_includes/part.html line 2): Unknown tag 'bad' included in ${root}/_layouts/default.html`,
    );
  }
  // The site's own file stands in its place.
  write('site/_includes/part.html', '{% worse %}');
  const [own] = (await build()).filter(({ severity }) => severity === 'error');
  expect(placesOf(own!)).toEqual(['_includes/part.html:1:1', `${root}/_layouts/default.html:2:1`, 'index.md']);
});

test('a theme within the site has its path there, from process to process', async () => {
  writeTheme('site/_themes/mine', 'fine');
  const places = [['_themes/mine/_layouts/default.html:1:8']];
  expect((await build()).map(placesOf)).toEqual(places);
  expect((await build()).map(placesOf)).toEqual(places);
  appendFileSync(join(source, 'index.md'), 'More.\n');
  expect((await build()).map(placesOf)).toEqual(places);
});

test('data that is wrong is named where the theme is', async () => {
  writeTheme('site/_themes/mine', 'fine');
  write('site/_themes/mine/_data/a.yml', 'a: [\n');
  expect((await build()).map(placesOf)).toContainEqual(['_themes/mine/_data/a.yml:1:4']);
});
