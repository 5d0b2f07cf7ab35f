import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';

const here = await vi.hoisted(async () => {
  const { replaceModule } = await import('../replaced-modules.js');
  const noted = { compiled: [] as string[] };
  replaceModule<typeof import('../../src/styles/sass.js')>('styles/sass.ts', (library) => ({
    ...library,
    createSass(options) {
      const sass = library.createSass(options);
      const compile: typeof sass.compile = (text, request) => {
        noted.compiled.push(request.path ?? text);
        return sass.compile(text, request);
      };
      return Object.defineProperties({ ...sass }, Object.getOwnPropertyDescriptors({ ...sass, compile }));
    },
  }));
  return noted;
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-sheets-'));
  here.compiled = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function build() {
  const builder = await createBuilder({ source: root, destination: join(root, '_site') });
  try {
    return await builder.build();
  } finally {
    await builder.close();
  }
}

const read = (path: string): string => readFileSync(join(root, '_site', path), 'utf8');

test('style sheets with Liquid are compiled beside rendering, and reported once', async () => {
  write({
    '_config.yml': 'color: red\nsass: {style: compressed, sourcemap: never}\nliquid: {error_mode: warn}\n',
    '_includes/width.scss': '$width: {{ include.width }}px;',
    'main.scss':
      '---\n---\n{% include width.scss width=3 %}\n.a { color: {{ site.color }}; width: $width; n: {% increment n %} }\n',
    'said.scss': '---\n---\n.b { color: {{ site.color | upcase, }} }\n',
    'plain.scss': '---\n---\n.c { d: e }\n',
  });
  const { ok, diagnostics } = await build();
  expect(ok).toBe(true);
  expect(here.compiled).toEqual([]);
  expect(read('main.css')).toBe('.a{color:red;width:3px;n:0}');
  expect(diagnostics.map(({ path }) => path)).toEqual(['said.scss']);
});

test('so is what filters are given on pages, but for texts of others that they show', async () => {
  write({
    '_posts/2024-01-01-a.md': '---\n---\n{% capture s %}.post { a: b }{% endcapture %}{{ s | scssify }}\n',
    'page.css': '---\n---\n{% capture s %}.page { a: b }{% endcapture %}{{ s | scssify }}\n',
    'show.html':
      '---\n---\n{{ site.posts.first.content }}{% capture s %}.show { a: b }{% endcapture %}{{ s | scssify }}\n',
  });
  const { ok, diagnostics } = await build();
  expect([ok, diagnostics]).toEqual([true, []]);
  expect(here.compiled).toEqual(['.post { a: b }']);
  expect(read('show.html')).toContain('.post {');
  expect(read('show.html')).toContain('.show {');
});

test('one that comes to another text each time is compiled as it is at last', async () => {
  write({ 'main.scss': '---\n---\n.a { n: {{ "1,2,3" | split: "," | sample: 3 | join: "" | times: 1 }} }\n' });
  expect((await build()).ok).toBe(true);
  expect(read('main.css')).toMatch(/n: [1-3]{3};/);
});

test('one that fails is reported once, with its place', async () => {
  write({ 'main.scss': '---\n---\n.a { color: red }\n{% include none.scss %}\n' });
  const { ok, diagnostics } = await build();
  expect(ok).toBe(false);
  expect(diagnostics).toMatchObject([{ path: 'main.scss', position: { line: 4 } }]);
});

test('source maps go where Jekyll writes them as pages, but never over their sheets', async () => {
  write({
    'a.scss': '---\npermalink: /style\n---\na { b: c }',
    'b.scss': '---\npermalink: /x.y/\n---\na { b: c }',
    'c.scss': '---\npermalink: /css/c.css\n---\na { b: c }',
    'd.scss': '---\n---\na { b: c }',
  });
  const { written } = await build();
  const sheets = ['style.css', 'x.y/index.css', 'css/c.css', 'd.css'];
  const maps = ['style.map', 'x.y/index.map', 'css/c.css.map', 'd.css.map'];
  expect([...written].sort()).toEqual([...sheets, ...maps].sort());
});
