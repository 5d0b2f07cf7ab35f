import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBuilder } from '../src/build.js';
import { createOnceBuilder } from '../src/build-once.js';
import { headline } from '../src/cli/printing/headline.js';
import type { BuildResult } from '../src/core/builder.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Built {
  readonly folder: string;
  readonly result: BuildResult;
  read(path: string): string;
}

function writeSite(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bad-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function buildFolder(folder: string): Promise<Built> {
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), disable_disk_cache: true });
  const result = await builder.build();
  await builder.close();
  return { folder, result, read: (path) => readFileSync(join(folder, '_site', path), 'utf8') };
}

async function buildSite(files: Readonly<Record<string, string | Uint8Array>>): Promise<Built> {
  return buildFolder(writeSite(files));
}

test('all errors are reported, each with its place, and the destination stays as it was', async () => {
  const folder = writeSite({ 'a.md': '---\n---\nfine', 'b.md': '---\n---\nfine' });
  await buildFolder(folder);
  writeFileSync(join(folder, 'a.md'), '---\ntitle: A\n---\nline\n{% nope %}\n');
  writeFileSync(join(folder, 'b.md'), '---\n---\n{% if x %}\nfoo');
  const { result, read } = await buildFolder(folder);
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'liquid/unknown-tag', path: 'a.md', position: { line: 5, column: 1 } },
    { severity: 'error', code: 'liquid/never-closed', path: 'b.md', position: { line: 3, column: 1 } },
  ]);
  expect(read('a.html')).toBe('<p>fine</p>\n');
});

test('an error of CoffeeScript has its place in the file, where Liquid left the line as it was', async () => {
  const { result } = await buildSite({
    '_config.yml': 'plugins: [jekyll-coffeescript]\n',
    'a.coffee': '---\ntitle: A\n---\na = 1\nb = = 2\n',
    'b.coffee': '---\n---\na = 1\nb = {{ "=" }} = 2\n',
  });
  expect(result.diagnostics).toMatchObject([
    { code: 'plugin/coffeescript', path: 'a.coffee', position: { line: 5, column: 5 } },
    { code: 'plugin/coffeescript', path: 'b.coffee' },
  ]);
  expect(result.diagnostics[1]).not.toHaveProperty('position');
});

test('an include that includes itself ends with its own place', async () => {
  const { result } = await buildSite({
    '_includes/a.html': '\n{% include a.html %}',
    'p.html': '---\n---\n{% include a.html %}',
  });
  expect(result.ok).toBe(false);
  expect(result.diagnostics[0]).toMatchObject({
    code: 'liquid/too-deep',
    path: '_includes/a.html',
    position: { line: 2 },
  });
});

test('layouts in a circle are each used once', async () => {
  const { result, read } = await buildSite({
    '_layouts/a.html': '---\nlayout: b\n---\na({{ content }})',
    '_layouts/b.html': '---\nlayout: a\n---\nb({{ content }})',
    'p.html': '---\nlayout: a\n---\nx',
  });
  expect(result.ok).toBe(true);
  expect(read('p.html')).toBe('b(a(x))');
});

test('what `link` and `post_url` find nothing of is compared with what there is', async () => {
  const tags = [
    '{% link abuot.md %}',
    '{% link /about.md %}',
    '{% link something_else.md %}',
    '{% post_url 2024-01-01-frist-post %}',
    '{% post_url 2024-01-01-first-post.md %}',
    '{% post_url 2023-12-31-first-post %}',
    '{% post_url 2023-12-31-another-one %}',
  ];
  const pages = Object.fromEntries(tags.map((tag, index) => [`p${index}.html`, `---\n---\n${tag}`]));
  const files = { ...pages, 'about.md': '---\n---\n', 'a/_posts/2024-01-01-first-post.md': '---\n---\n' };
  const { result } = await buildSite(files);
  expect(result.diagnostics.map(({ hint }) => hint)).toEqual([
    'Did you mean about.md?',
    'Did you mean about.md?',
    expect.stringContaining('relative to the source folder'),
    'Did you mean a/2024-01-01-first-post?',
    'Did you mean a/2024-01-01-first-post?',
    'Did you mean a/2024-01-01-first-post?',
    expect.stringContaining('not published yet'),
  ]);
});

test.each(['include', 'include_relative'])('%s does not leave its folder', async (tag) => {
  const { result } = await buildSite({ 'p.html': `---\n---\n{% ${tag} ../secret.txt %}`, 'secret.txt': 'secret' });
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([{ code: 'template/include-name', path: 'p.html', position: { line: 3 } }]);
});

test('no permalink leads out of the destination', async () => {
  const { folder } = await buildSite({
    'a.html': '---\npermalink: ../../leaves-the-site.html\n---\nx',
    'b.html': '---\npermalink: /../../y.html\n---\ny',
  });
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(['leaves-the-site.html', 'y.html']);
  expect(existsSync(join(folder, '..', 'leaves-the-site.html'))).toBe(false);
});

test('two pages with one address are named', async () => {
  const { result } = await buildSite({
    'a.html': '---\npermalink: /x/\n---\nA',
    'b.html': '---\npermalink: /x/\n---\nB',
  });
  expect(result.ok).toBe(true);
  expect(result.diagnostics).toMatchObject([{ severity: 'warning', code: 'output/conflict' }]);
  expect(result.diagnostics[0]!.hint).toMatch(/a\.html\n.*b\.html/);
});

test('of three pages with one address, all are named at once', async () => {
  const page = '---\npermalink: /x/\n---\nA';
  const { result } = await buildSite({ 'a.html': page, 'b.html': page, 'c.html': page });
  expect(result.diagnostics.map(({ hint }) => hint)).toEqual([
    expect.stringMatching(/ - a\.html\n - b\.html\n - c\.html, which is written\n/),
  ]);
});

test('pages that only send elsewhere may share an address', async () => {
  const { result } = await buildSite({
    '_config.yml': 'plugins: [jekyll-redirect-from]\n',
    'a.html': '---\nredirect_from: [/x/, /x/, /b.html]\n---\nA',
    'b.html': '---\n---\nB',
  });
  expect(result.diagnostics).toEqual([]);
});

test('a date that is none is an error for that post, with the file', async () => {
  const { result } = await buildSite({
    '_posts/2024-01-01-a.md': '---\ndate: not a date\n---\nx',
    '_posts/2024-13-45-b.md': '---\n---\nx',
  });
  expect(result.ok).toBe(false);
  expect(result.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['front-matter/date', '_posts/2024-01-01-a.md'],
    ['front-matter/date', '_posts/2024-13-45-b.md'],
  ]);
});

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test('what is not UTF-8 fails where something has to be made of it, and says where', async () => {
  const { result } = await buildSite({
    'a.md': latin('---\n---\nline\ncaf\xe9'),
    'b.html': latin('---\n---\n{{ 1 }} \xe9'),
    'c.html': '---\n---\n{% include part.html %}',
    'd.html': '---\nlayout: l\n---\n',
    '_includes/part.html': latin('\xe9'),
    '_layouts/l.html': latin('a\n\xe9'),
    '_data/d.yml': latin('a: \xe9'),
  });
  expect(
    result.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ path, position }) => `${path}:${position?.line}:${position?.column}`)
      .sort(),
  ).toEqual(['_data/d.yml:1:4', '_layouts/l.html:2:1', 'a.md:4:4', 'b.html:3:9', 'c.html:3:1']);
  await expect(buildSite({ '_config.yml': latin('title: x\nauthor: \xe9\n') })).rejects.toMatchObject({
    diagnostic: { code: 'config/not-utf-8', path: '_config.yml', position: { line: 2, column: 9 } },
  });
});

test('what is not UTF-8 is written as it is where nothing has to be made of it, posts are left out; an empty file is copied', async () => {
  const { result, folder } = await buildSite({
    'a.html': latin('---\n---\n\xe9'),
    '_layouts/unused.html': latin('\xe9'),
    '_posts/2020-01-01-a.md': latin('---\n---\n\xe9'),
    'empty.md': '',
    'p.html': '---\n---\nfine',
  });
  expect(result.diagnostics.map(({ severity, path }) => `${severity} ${path}`).sort()).toEqual([
    'warning _layouts/unused.html',
    'warning _posts/2020-01-01-a.md',
    'warning a.html',
  ]);
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(['a.html', 'empty.md', 'p.html']);
});

test('an unknown Markdown processor is reported once, with its place', async () => {
  const { result } = await buildSite({
    '_config.yml': 'title: x\nmarkdown: nope\n',
    'a.md': '---\n---\nx',
    '_posts/2020-01-01-b.md': '---\n---\nx',
  });
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'markdown/processor', path: '_config.yml', position: { line: 2, column: 1 } },
  ]);
  expect(result.diagnostics).toHaveLength(1);
});

test('a Markdown file without front matter that is not UTF-8 is an error where a plugin makes a page of it', async () => {
  const { result } = await buildSite({
    '_config.yml': 'plugins: [jekyll-optional-front-matter, jekyll-readme-index]\n',
    'a.md': Buffer.from('# caf\xe9\n', 'latin1'),
    'README.md': Buffer.from('# A\n\ncaf\xe9\n', 'latin1'),
  });
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'read/not-utf-8', path: 'a.md', position: { line: 1, column: 6 } },
    { severity: 'error', code: 'read/not-utf-8', path: 'README.md', position: { line: 3, column: 4 } },
  ]);
});

test('options where the name of a Markdown processor belongs are shown as Ruby shows them', async () => {
  const { result } = await buildSite({ '_config.yml': 'markdown:\n  breaks: false\n', 'a.md': '---\n---\nx' });
  expect(result.diagnostics).toMatchObject([
    {
      message: 'Invalid Markdown processor given: {"breaks"=>false}',
      hint: expect.stringContaining('below `kramdown:`'),
      position: { line: 1, column: 1 },
    },
  ]);
});

test('names of objects in front matter and templates do no harm', async () => {
  const { read } = await buildSite({
    'p.html':
      '---\n__proto__: {polluted: yes}\nconstructor: c\n---\n{{ page.constructor }}|{{ page.polluted }}|{{ site.constructor }}|{{ page.toString }}',
  });
  expect(read('p.html')).toBe('c|||');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a link to the folder it lies in is not followed', async () => {
  const folder = writeSite({ 'p.html': '---\n---\nx' });
  symlinkSync('.', join(folder, 'loop'));
  const { result } = await buildFolder(folder);
  expect(result.written).toEqual(['p.html']);
  expect(result.diagnostics).toMatchObject([{ severity: 'warning', code: 'read/link-loop', path: 'loop' }]);
});

test('a long file and long lines take time in proportion', async () => {
  const paragraphs = 'word *em* text.\n\n'.repeat(60_000);
  const { result, read } = await buildSite({
    'a.md': `---\n---\n${paragraphs}`,
    'b.html': `---\ntitle: "${'x'.repeat(1e6)}"\n---\n{{ page.title | size }}`,
  });
  expect(result.ok).toBe(true);
  expect(read('b.html')).toBe('1000000');
  expect(result.milliseconds).toBeLessThan(15_000);
});

test('the same source gives the same bytes, however it lies on disk', async () => {
  const files = {
    '_config.yml':
      'time: 2024-06-15 12:00:00 +0000\nplugins: [jekyll-feed, jekyll-sitemap]\nurl: https://example.com\n',
    '_posts/2024-01-01-a.md': '---\ntags: [b, a]\n---\nA',
    '_posts/2024-01-01-b.md': '---\ntags: [a]\n---\nB',
    '_data/z.yml': 'x: 1',
    '_data/a.yml': 'y: 2',
    'index.html':
      '---\n---\n{{ site.data | jsonify }}{% for t in site.tags %}{{ t[0] }}{% endfor %}{% for p in site.posts %}{{ p.url }}{% endfor %}',
  };
  const one = await buildSite(files);
  const other = await buildSite(Object.fromEntries(Object.entries(files).reverse()));
  const paths = [...one.result.written].sort();
  expect([...other.result.written].sort()).toEqual(paths);
  for (const path of paths) expect(other.read(path), path).toBe(one.read(path));
});

test('a configuration that no build can begin with is reported once, not when the builder is closed again', async () => {
  const folder = writeSite({ '_config.yml': 'kramdown: {toc_levels: nine}\n', 'a.md': '---\n---\nfine' });
  const builder = await createOnceBuilder({ source: folder, destination: join(folder, '_site') });
  await expect(builder.build()).rejects.toThrow('toc_levels');
  await builder.close();
  expect(existsSync(join(folder, '_site'))).toBe(false);
});

test('pages are named by their path in the source folder, and documents of collections by their whole one, as in Jekyll', async () => {
  const { folder, result } = await buildSite({
    '_config.yml': 'collections: {c: {output: true}}\ninclude: [_pages]\n',
    '_includes/i.html': '{{ 1 | divided_by: 0 }}',
    '_c/a.md': '---\n---\n{% link no.md %}',
    '_pages/b.md': '---\n---\n{% link no.md %}',
    '_pages/c.md': '---\n---\n{% include i.html %}',
    '_pages/d.md': '---\n---\n{{ 1 2 }}',
  });
  const said = result.diagnostics.map((one) => headline(one, folder).text.replaceAll('\\', '/'));
  const whole = (path: string): string => join(folder, path).replaceAll('\\', '/');
  expect(said.map((text) => text.replace(/^.*(?= in )/, ''))).toEqual(
    expect.arrayContaining([` in ${whole('_c/a.md')}`, ' in _pages/b.md', ' in _pages/c.md', ' in _pages/d.md']),
  );
});

test('what a tag and a filter read as Liquid is as strict as the rest, and has a place', async () => {
  const { result } = await buildSite({
    '_config.yml': 'liquid: {error_mode: strict, strict_filters: true, strict_variables: true}',
    '_includes/i.html': '',
    'a.html': '---\nlist: [1]\n---\n{{ page.list | group_by_exp: "n", "n | nope" }}',
    'b.html': '---\nlist: [1]\n---\n\n{{ page.list | group_by_exp: "n", "n.nope" }}',
    'c.html': '---\nlist: [1]\n---\n{{ page.list | group_by_exp: "n", "n n" }}',
    'd.html': '---\nfile: i\n---\n\nthe {% include {{ page.file | nope }}.html %}',
    'e.html': '---\nfile: i\n---\n{% if page.file == nil %}{{ 1 | nope }}{% endif %}{{ page.file | upcsae }}',
  });
  expect(result.diagnostics).toMatchObject([
    { code: 'liquid/undefined-filter', path: 'a.html', position: { line: 4 } },
    { code: 'liquid/undefined-variable', path: 'b.html', position: { line: 5 } },
    { code: 'liquid/syntax', path: 'c.html', message: expect.stringContaining('found id in "{{n n}}"') },
    { code: 'liquid/undefined-filter', path: 'd.html', position: { line: 5, column: 16 } },
    { code: 'liquid/undefined-filter', path: 'e.html', hint: "Did you mean 'upcase'?" },
  ]);
});

test.each([
  'plugins: [jekyll-paginate]\npaginate: 1\n',
  'plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 1}\n',
])('a mistake on a page of a series has its place in the template: %s', async (config) => {
  const { result } = await buildSite({
    '_config.yml': config,
    '_posts/2020-01-01-a.md': '---\n---\na',
    '_posts/2020-01-02-b.md': '---\n---\nb',
    'index.html':
      '---\npagination: {enabled: true}\n---\nfine\n{% if paginator.page == 2 %}{{ nothing | sort }}{% endif %}\n',
  });
  expect(result.diagnostics).toMatchObject([
    { code: 'liquid/argument', path: 'index.html', position: { line: 5, column: 42 } },
  ]);
});

test("warnings of Liquid's say what to do as well", async () => {
  const { result } = await buildSite({
    'a.html': '---\n---\n{{ page.title | upcsae }}',
    'b.html': '---\n---\n{{\u00a0page.title }}',
  });
  expect(result.diagnostics).toMatchObject([
    { severity: 'warning', code: 'liquid/unknown-filter', path: 'a.html', hint: "Did you mean 'upcase'?" },
    { severity: 'warning', code: 'liquid/syntax', path: 'b.html', hint: expect.stringContaining('no-break space') },
  ]);
});

test('a name of one letter is taken for no other', async () => {
  const { result } = await buildSite({ 'a.md': '---\n---\n{% t page.title %}' });
  expect(result.diagnostics).toMatchObject([{ code: 'liquid/unknown-tag' }]);
  expect(result.diagnostics[0]?.hint).not.toContain('Did you mean');
});

test("Sass's usual errors say what to do", async () => {
  const sheet = (text: string): string => `---\n---\n${text}\n`;
  const { result } = await buildSite({
    'a.scss': sheet('a { color: $none; }'),
    'b.scss': sheet('a { color: red;'),
    'c.scss': sheet('a { color: {{ site.none }}; }'),
    'd.sass': sheet('  a\n    b: c'),
  });
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ path, hint }) => [path, hint])).toEqual([
    ['a.scss', expect.stringContaining('Define it before it is used')],
    ['b.scss', expect.stringContaining('Look for a missing or needless ; or brace')],
    ['c.scss', expect.stringContaining('where Liquid puts it in, it is empty')],
    ['d.sass', expect.stringContaining('Indent with spaces alone or with tabs alone')],
  ]);
});

test('a path that goes on below a file leads to nothing', async () => {
  const { result } = await buildSite({ part: 'a file', 'a.html': '---\n---\n{% include_relative part/b.html %}' });
  expect(result.diagnostics).toMatchObject([{ code: 'template/missing-include', path: 'a.html' }]);
});

test.each([
  ['all documents', 'title: x\npermalink: /:nope/\n', '_posts/2020-01-01-a.md', 2],
  ['a collection', 'collections:\n  tips:\n    output: true\n    permalink: /:nope/\n', '_tips/a.md', 4],
])(
  'an unknown placeholder in the permalink of %s has its place in the configuration',
  async (_what, config, path, line) => {
    const { result } = await buildSite({ '_config.yml': config, [path]: '---\n---\nx\n' });
    expect(result.ok).toBe(false);
    expect(result.diagnostics[0]).toMatchObject({ code: 'read/permalink', path: '_config.yml', position: { line } });
  },
);

test('an error in a Sass file that a style sheet loads through another goes away with the next build', async () => {
  const good = '@mixin m { color: red; }\n';
  const folder = writeSite({
    's.scss': '---\n---\n@import "v";\na { @include m; }\n',
    '_sass/_v.scss': '@import "w";\n',
    '_sass/_w.scss': good,
  });
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), disable_disk_cache: true });
  const partial = join(folder, '_sass/_w.scss');
  const buildWith = async (text: string): Promise<readonly string[]> => {
    writeFileSync(partial, text);
    const { diagnostics } = await builder.build({ changed: [partial] });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return errors.map(({ message, path, position }) => `${message} ${path}:${position?.line}:${position?.column}`);
  };
  expect(await buildWith(good)).toEqual([]);
  expect(await buildWith('@mixin m {\n  color: $none; }\n')).toEqual(['Undefined variable. _sass/_w.scss:2:10']);
  expect(await buildWith('\n@import "none";\n')).toEqual(["Can't find stylesheet to import. _sass/_w.scss:2:9"]);
  writeFileSync(join(folder, '_sass/_none.scss'), good);
  const { ok } = await builder.build({ changed: [join(folder, '_sass/_none.scss')] });
  expect(ok).toBe(true);
  expect(await buildWith(good)).toEqual([]);
  await builder.close();
});

test('a path that would be a file and a folder at once is an error, and nothing is written', async () => {
  const folder = writeSite({ 'static.txt': 'x', 'a.html': '---\n---\nA' });
  await buildFolder(folder);
  writeFileSync(join(folder, 'b.html'), '---\ntitle: b\npermalink: /static.txt/b.html\n---\nB');
  const { result, read } = await buildFolder(folder);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'output/file-and-folder', path: 'b.html', position: { line: 3, column: 1 } },
  ]);
  expect(result.diagnostics[0]!.hint).toMatch(
    /static\.txt goes to static\.txt\n.*b\.html goes to static\.txt\/b\.html/,
  );
  expect(read('static.txt')).toBe('x');
});

async function buildWarm(folder: string): Promise<BuildResult> {
  const builder = await createOnceBuilder({ source: folder, destination: join(folder, '_site') });
  const result = await builder.build();
  await builder.close();
  return result;
}

test('where a folder that was read is a file now, a warm build says what a cold one says', async () => {
  const files = {
    '_posts/2020-01-01-a.md': '---\n---\nA',
    '_data/d.yml': 'a: 1',
    '_layouts/l.html': '{{ content }}',
    '_includes/i.html': 'I',
    'p.html': '---\nlayout: l\n---\n{{ site.data.d.a }}{{ site.posts.size }}',
  };
  for (const name of ['_posts', '_data', '_layouts', '_includes']) {
    const folder = writeSite(files);
    expect((await buildWarm(folder)).ok).toBe(true);
    rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name), 'a file');
    const warm = await buildWarm(folder);
    const cold = (await buildFolder(folder)).result;
    expect([name, warm.ok, warm.diagnostics]).toEqual([name, true, cold.diagnostics]);
  }
});

test('where the folder of the cache is a file, the site is built all the same', async () => {
  const folder = writeSite({ 'p.html': '---\n---\nfine', '.jekyll-cache': 'a file' });
  expect(await buildWarm(folder)).toMatchObject({ ok: true, diagnostics: [], written: ['p.html'] });
});

test('a source that is not there is an error; the destination stays as it was', async () => {
  const folder = writeSite({ 'p.html': '---\n---\nfine', file: '' });
  await buildFolder(folder);
  const destination = join(folder, '_site');
  for (const source of ['none', 'file']) {
    const building = createBuilder({ source: join(folder, source), destination, disable_disk_cache: true });
    await expect(building).rejects.toMatchObject({ diagnostic: { code: 'config/source' } });
  }
  expect(readFileSync(join(destination, 'p.html'), 'utf8')).toBe('fine');
});

test('a destination among the sources is refused, where Jekyll removes them; so is one that is a file', async () => {
  const folder = writeSite({
    '_config.yml': 'collections: {tips: {}}\ndestination: _tips\n',
    '_posts/2020-01-01-a.md': '---\n---\nA',
    '_tips/a.md': '---\n---\nA',
    file: '',
  });
  const refused = { diagnostic: { code: 'config/destination', hint: expect.stringContaining('--destination') } };
  for (const name of ['_posts', '_posts/deep', 'file', 'file/a/b']) {
    const building = createBuilder({ source: folder, destination: join(folder, name), disable_disk_cache: true });
    await expect(building, name).rejects.toMatchObject(refused);
  }
  await expect(
    createBuilder({ source: folder, destination: join(folder, '_tips'), disable_disk_cache: true }),
  ).rejects.toMatchObject({ diagnostic: { ...refused.diagnostic, path: '_config.yml', position: { line: 2 } } });
  expect(existsSync(join(folder, '_posts/2020-01-01-a.md'))).toBe(true);
});

test('a configuration that is a folder is named as one', async () => {
  const folder = writeSite({ '_config.yml/a.txt': '' });
  await expect(createBuilder({ source: folder })).rejects.toMatchObject({
    diagnostic: { code: 'config/not-found', message: expect.stringContaining('is a folder') },
  });
});

test.skipIf(process.platform === 'win32')('a layout that is a link to nothing is said, as in Jekyll', async () => {
  const folder = writeSite({ 'p.html': '---\n---\nx', '_layouts/l.html': '' });
  symlinkSync('nowhere', join(folder, '_layouts/dead.html'));
  const { result } = await buildFolder(folder);
  expect(result.ok).toBe(true);
  expect(result.diagnostics).toMatchObject([
    { severity: 'warning', code: 'read/dead-link', path: '_layouts/dead.html' },
  ]);
});

test.each([
  ['front matter that cannot be read', 'title: a: b'],
  ['an empty separator', 'excerpt_separator: ""'],
])('a post without an excerpt, for %s, has one for others once it is mended', async (_why, matter) => {
  const post = (lines: string): string => `---\n${lines}\n---\nfirst\n\nsecond\n`;
  const folder = writeSite({
    '_posts/2020-01-01-a.md': post('title: A'),
    'index.html': '---\n---\n{{ site.posts.first.excerpt }}',
  });
  const file = join(folder, '_posts/2020-01-01-a.md');
  const builder = await createBuilder({ source: folder, destination: join(folder, 'live'), disable_disk_cache: true });
  await builder.build();
  await buildWarm(folder);
  const shown = async (lines: string): Promise<string[]> => {
    writeFileSync(file, post(lines));
    await builder.build({ changed: [file] });
    await buildWarm(folder);
    return ['live', '_site'].map((name) => readFileSync(join(folder, name, 'index.html'), 'utf8'));
  };
  expect(await shown(matter)).toEqual(['', '']);
  expect(await shown('title: B')).toEqual(['<p>first</p>\n', '<p>first</p>\n']);
  await builder.close();
});

test('an address whose parts no file can be called by is an error with its place, and nothing is written', async () => {
  const folder = writeSite({ 'a.html': '---\n---\nA', 'b.html': '---\n---\nB' });
  await buildFolder(folder);
  writeFileSync(join(folder, 'a.html'), `---\npermalink: /${'x'.repeat(256)}/\n---\nA`);
  writeFileSync(join(folder, 'b.html'), '---\ntitle: b\npermalink: "/b\\0/"\n---\nB');
  const { result, folder: built } = await buildFolder(folder);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'output/name', path: 'a.html', position: { line: 2 } },
    { severity: 'error', code: 'output/name', path: 'b.html', position: { line: 3 } },
  ]);
  expect(readdirSync(join(built, '_site')).sort()).toEqual(['a.html', 'b.html']);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder, or a file to be copied, that may not be read is an error, and the destination stays as it was',
  async () => {
    const post = '_posts/2020-01-01-a.md';
    const folder = writeSite({ [post]: '---\n---\nA', 'sub/a.txt': 'a', 'a.txt': 'a' });
    await buildWarm(folder);
    const before = readdirSync(join(folder, '_site'), { recursive: true });
    for (const path of ['_posts', 'sub', 'a.txt']) {
      if (path === 'a.txt') writeFileSync(join(folder, path), 'edited');
      chmodSync(join(folder, path), 0);
      const warm = await buildWarm(folder);
      const cold = await buildFolder(folder);
      chmodSync(join(folder, path), 0o755);
      for (const { ok, diagnostics } of [warm, cold.result]) {
        expect(ok).toBe(false);
        expect(diagnostics).toMatchObject([
          { severity: 'error', path: expect.stringContaining(path), hint: expect.stringContaining('permission') },
        ]);
      }
      expect(readdirSync(join(folder, '_site'), { recursive: true })).toEqual(before);
    }
    expect(readFileSync(join(folder, '_site/a.txt'), 'utf8')).toBe('a');
    expect(await buildWarm(folder)).toMatchObject({ ok: true, written: ['a.txt'] });
  },
);

test('a post_url whose folder is no regular expression is an error with its place', async () => {
  const { result } = await buildSite({
    '_posts/2020-01-01-a.md': 'x',
    'index.html': '---\n---\n{% post_url (x/2020-01-01-a %}',
  });
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', code: 'template/missing-post', path: 'index.html', position: { line: 3, column: 13 } },
  ]);
});

test('an error in a variable of an avatar is one of the page, at its place', async () => {
  const { result } = await buildSite({
    '_config.yml': 'plugins: [jekyll-avatar]\n',
    'a.md': '---\n---\n\n  {% avatar {{ 1 | divided_by: 0 }} %}\n',
  });
  expect(result.diagnostics).toMatchObject([
    { code: 'liquid/divided-by-zero', path: 'a.md', position: { line: 4, column: 13 } },
  ]);
});

test('a setting that every document meets is reported once', async () => {
  const { result } = await buildSite({
    '_config.yml': 'permalink: /:nothing/\n',
    '_posts/2020-01-01-a.md': 'x',
    '_posts/2020-01-02-b.md': 'x',
  });
  expect(result.diagnostics).toMatchObject([{ severity: 'error', path: '_config.yml', position: { line: 1 } }]);
});

test.each(['markdown: rdiscount', 'sass: []'])(
  'an error about a setting is where the setting is by now: %s',
  async (setting) => {
    const folder = writeSite({
      '_config.yml': `title: x\n${setting}\n`,
      'a.md': '---\n---\nx',
      'b.scss': '---\n---\na { b: c }',
      'c.md': '---\n---\nx',
    });
    const builder = await createBuilder({
      source: folder,
      destination: join(folder, '_site'),
      disable_disk_cache: true,
    });
    const saidAt = async (changed?: string): Promise<readonly unknown[]> => {
      const files = changed === undefined ? undefined : [join(folder, changed)];
      const { diagnostics } = await builder.build({ ...(files && { changed: files }) });
      return diagnostics.map(({ path, position }) => `${path}:${position?.line}`);
    };
    expect(await saidAt()).toEqual(['_config.yml:2']);
    writeFileSync(join(folder, '_config.yml'), `# A comment.\ntitle: x\n${setting}\n`);
    expect(await builder.takeSettings?.()).toBe(true);
    writeFileSync(join(folder, 'a.md'), '---\n---\ny');
    expect(await saidAt('a.md')).toEqual(['_config.yml:3']);
    await builder.close();
  },
);

test('what shows a text that fails follows its error, though there is no text either way', async () => {
  const shown = '_posts/2020-01-02-b.html';
  const folder = writeSite({
    '_posts/2020-01-01-a.html': '---\n---\n{{ page.next.excerpt }}',
    [shown]: '---\n---\n{% include one.html %}\n\nText',
  });
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), disable_disk_cache: true });
  const saidAfter = async (text: string): Promise<readonly string[]> => {
    writeFileSync(join(folder, shown), text);
    const { diagnostics } = await builder.build({ changed: [join(folder, shown)] });
    return diagnostics.map(({ message }) => /'.*?'/.exec(message)![0]);
  };
  expect((await builder.build()).ok).toBe(false);
  expect(await saidAfter('---\n---\n{% include two.html %}\n\nText')).toEqual(["'two.html'"]);
  expect(await saidAfter('---\n---\n{{ page.nothing }}\n\nText')).toEqual([]);
  await builder.close();
});

test('what was meant by the name of a layout or include is said, as in a clean build', async () => {
  const folder = writeSite({
    '_layouts/page.html': '{{ content }}',
    '_layouts/other.html': '{{ content }}',
    'a.md': '---\nlayout: pagee\n---\n',
  });
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), disable_disk_cache: true });
  const hintAfter = async (path: string, text?: string): Promise<string | undefined> => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    return (await builder.build({ changed: [file] })).diagnostics[0]?.hint;
  };
  await builder.build();
  const hint = (name: string): string =>
    `Did you mean ${name}? Otherwise, add a file pagee.html to the layouts folder.`;
  expect(await hintAfter('b.md', 'x')).toBe(hint('page'));
  expect(await hintAfter('_layouts/pages.html', 'x')).toBe(hint('page'));
  expect(await hintAfter('_layouts/page.html')).toBe(hint('pages'));
  expect(await hintAfter('_layouts/pages.html')).toMatch(/^Add a file pagee\.html/);
  expect(await hintAfter('a.md', '---\n---\n{% include nva.html %}')).toMatch(/^Make the file/);
  expect(await hintAfter('_includes/nav.html', 'x')).toBe('Did you mean nav.html?');
  expect(await hintAfter('_includes/nav.html')).toMatch(/^Make the file/);
  await builder.close();
});

test.each([
  ['no list of keys', {}, '- a', { code: 'front-matter/not-a-hash', position: { line: 2, column: 1 } }],
  ['an empty permalink', {}, 'permalink: ""', { code: 'read/permalink' }],
  ['no YAML, and is to be', { '_config.yml': 'strict_front_matter: true\n' }, 'a: [', { code: 'yaml/syntax' }],
])('a layout whose front matter is %s stops the build, whoever uses it', async (_what, files, matter, expected) => {
  const { result } = await buildSite({
    ...files,
    'a.html': '---\n---\na',
    '_layouts/l.html': `---\n${matter}\n---\n{{ content }}`,
  });
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([{ severity: 'error', path: '_layouts/l.html', ...expected }]);
});

test('what a page says of mentions and cannot be is told of that page', async () => {
  const { result } = await buildSite({
    '_config.yml': 'plugins: [jekyll-mentions]\n',
    'a.md': '---\njekyll-mentions: 5\n---\n@bob',
    'b.md': '---\n---\n@bob',
  });
  expect(result.diagnostics).toMatchObject([{ severity: 'error', code: 'plugin/mentions-config', path: 'a.md' }]);
});
