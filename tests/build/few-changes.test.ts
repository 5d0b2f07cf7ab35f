import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { BuildResult } from '../../src/core/builder.js';
import { makeEdit, readTree, type SiteEdit } from './site-edits.js';

// Who asks for it looked at the whole site.
const wholeLook = await vi.hoisted(async () => (await import('./whole-look.js')).watchWholeLooks());
vi.setConfig({ testTimeout: 180_000 });
// Else each build asks git, which takes as long as the rest of it.
process.env.JEKYLL_BUILD_REVISION = 'r1';

const post = (title: string, body: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n${body}\n`;

/** A blog whose parts show each other in all ways. */
const blog: Readonly<Record<string, string>> = {
  '_config.yml': [
    'title: Few',
    'url: https://example.com',
    'paginate: 2',
    'repository: ann/few',
    'plugins: [jekyll-paginate, jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-archives, jekyll-redirect-from,',
    '  jekyll-github-metadata, jekyll-mentions, jekyll-avatar]',
    'collections: {notes: {output: true}, parts: {}}',
    'defaults: [{scope: {path: "", type: posts}, values: {layout: post}}]',
    'jekyll-archives: {enabled: [tags, year], layout: archive}',
    '',
  ].join('\n'),
  '_layouts/base.html': '<html>{% seo %}{% include nav.html %}{{ content }}</html>\n',
  '_layouts/post.html':
    '---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ content }}{{ page.previous.title }} {{ page.next.url }}\n',
  '_layouts/archive.html': '{{ page.title }}: {{ page.posts | map: "title" | join: ", " }}\n',
  '_layouts/redirect.html': '{{ page.redirect.to }} {{ site.posts.first.excerpt }}\n',
  '_includes/nav.html': '{{ site.data.links.first }}{% for p in site.related_posts %}{{ p.url }} {% endfor %}\n',
  '_data/links.yml': '- one\n- two\n',
  '_posts/2024-01-01-a.md': post('A', 'First *post*.\n\nMore of it.', 'tags: [x]\nredirect_from: [/old/a/, /old/a/]\n'),
  '_posts/2024-01-02-b.md': post('B', '{{ page.previous.content | strip_html }}\n\n`code`', 'tags: [x, y]\n'),
  '_posts/2024-01-03-c.md': post('C', '{% include_relative part.txt %}\n\n{% link _notes/n.md %}'),
  '_posts/2024-01-04-d.md': post(
    'D',
    '```nosuchlanguage\ntext\n```\n\nEnd of @bob {{ site.github.owner_name }} {% avatar bob %}.',
  ),
  '_posts/2024-01-05-e.md': post('E', '{{ layout.layout }} {{ content | size }}'),
  '_posts/part.txt': 'part\n',
  '_notes/n.md': post('N', 'Note {{ site.posts.size }}', 'date: 2023-01-01\n'),
  '_notes/bare.md': '---\n---\nA note without anything.\n',
  '_parts/p.md': post('P', 'A part, *not written*.', 'date: 2023-01-02\n'),
  '_notes/u.md': post('U', 'A note without a date.'),
  'index.html': post(
    'Home',
    '{% for post in paginator.posts %}{{ post.title }} {{ post.excerpt }}{% endfor %}',
    'layout: base\n',
  ),
  'tags.html': post(
    'Tags',
    '{% for t in site.tags %}{{ t[0] }}: {% for p in t[1] %}{{ p.title }} {% endfor %}{% endfor %}',
  ),
  'list.html': post('List', '{% for n in site.notes %}{{ n.content }}{% endfor %}{{ site.parts.first.content }}'),
  'raw.json':
    '---\n---\n{% for p in site.pages %}{{ p.content | size }} {% endfor %}{{ site.posts.last.output | size }}\n',
  'all.html': post(
    'All',
    '{{ site.documents | map: "title" | join: "," }}{{ site.static_files | map: "path" | join: " " }}',
  ),
  'about.md': post('About', 'About {% post_url 2024-01-02-b %}.'),
  'file.bin': 'static',
};

/** Apart, as Sass takes longer to start than all else takes together. */
const sheets: Readonly<Record<string, string>> = {
  'css/main.scss': '---\n---\n@use "ink";\nbody { color: ink.$ink; }\n',
  '_sass/_ink.scss': '$ink: black;\n',
};

const root = mkdtempSync(join(tmpdir(), 'utterson-few-'));
const folder = join(root, 'source');
const destination = join(root, 'site');
afterAll(() => rmSync(root, { recursive: true, force: true }));

let seconds = Math.floor(Date.now() / 1000) - 1_000_000;

/** Makes an edit, long ago. */
function edit(one: SiteEdit): void {
  for (const path of makeEdit(folder, one)) {
    seconds += 3;
    try {
      utimesSync(path, seconds, seconds);
    } catch {
      // Taken away by the edit.
    }
  }
}

const cacheFolder = join(folder, '.jekyll-cache', 'utterson');
const fixedTime = 'time: 2024-06-01 12:00:00 +0000\n';

function startAnew(companions: Readonly<Record<string, string>> = {}): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(destination, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...blog, ...companions })) {
    edit({ path, text: path === '_config.yml' ? text + fixedTime : text });
  }
}

async function build(): Promise<{ readonly result: BuildResult; readonly isWhole: boolean }> {
  wholeLook.mockClear();
  const builder = await createOnceBuilder({ source: folder, destination, quiet: true });
  try {
    const result = await builder.build();
    return { result, isWhole: wholeLook.mock.calls.length > 0 };
  } finally {
    await builder.close();
  }
}

interface CleanBuild {
  readonly result: BuildResult;
  readonly tree: Record<string, string>;
}

/** Clean builds by the files of the site: where its time is given, tests come back to what others had. */
const cleanBuilds = new Map<string, Promise<CleanBuild>>();

function cleanBuild(): Promise<CleanBuild> {
  if (!readFileSync(join(folder, '_config.yml'), 'utf8').includes(fixedTime)) return buildClean();
  const files = Object.entries(readTree(folder)).filter(([path]) => !path.startsWith('.jekyll-cache'));
  const key = JSON.stringify(files.sort());
  const known = cleanBuilds.get(key) ?? buildClean();
  cleanBuilds.set(key, known);
  return known;
}

async function buildClean(): Promise<CleanBuild> {
  const clean = join(root, 'clean');
  rmSync(clean, { recursive: true, force: true });
  const builder = await createBuilder({ source: folder, destination: clean, disable_disk_cache: true, quiet: true });
  const result = await builder.build();
  await builder.close();
  return { result, tree: result.ok ? readTree(clean) : {} };
}

/** Builds in a new process's way and compares with a clean build; whether the whole site was looked at. */
async function expectClean(): Promise<boolean> {
  const before = existsSync(destination) ? readTree(destination) : {};
  const { result, isWhole } = await build();
  const clean = await cleanBuild();
  expect(result.ok).toBe(clean.result.ok);
  expect(readTree(destination)).toEqual(clean.result.ok ? clean.tree : before);
  expect(result.diagnostics).toEqual(clean.result.diagnostics);
  expect(result.documents).toBe(clean.result.documents);
  if (result.ok) expect(result.written.length + result.unchanged).toBe(Object.keys(clean.tree).length);
  return isWhole;
}

describe('a new process after a change of some texts', () => {
  beforeEach(async () => {
    startAnew();
    expect((await build()).isWhole).toBe(true);
  });

  it('looks at nothing where nothing is different', async () => {
    expect(await expectClean()).toBe(false);
    expect(await build()).toMatchObject({ isWhole: false, result: { written: [], rendered: 0 } });
    expect(await expectClean()).toBe(false);
  });

  it.each([
    ['a post', '_posts/2024-01-03-c.md', post('C', 'Another text.')],
    ['its excerpt, which a page shows', '_posts/2024-01-05-e.md', post('E', 'Another beginning.\n\nEnd.')],
    [
      'a post that another shows',
      '_posts/2024-01-01-a.md',
      post('A', 'Changed.', 'tags: [x]\nredirect_from: [/old/a/, /old/a/]\n'),
    ],
    ['a note that a page shows', '_notes/n.md', post('N', 'Another note.', 'date: 2023-01-01\n')],
    ['a document without a date', '_notes/u.md', post('U', 'Another one, and {{ page.title }}.')],
    ['a document that is not written', '_parts/p.md', post('P', 'Another part.', 'date: 2023-01-02\n')],
    ['a page', 'about.md', post('About', '{{ site.pages | size }} {{ site.posts | map: "excerpt" }}')],
    [
      'a post that reads a file anew',
      '_posts/2024-01-02-b.md',
      post('B', '{% include_relative part.txt %}', 'tags: [x, y]\n'),
    ],
    ['a post that says something else', '_posts/2024-01-04-d.md', post('D', '```neither\ntext\n```')],
    ['a post that says nothing any more', '_posts/2024-01-04-d.md', post('D', 'Nothing.')],
  ])('looks at nothing else: %s', async (_, path, text) => {
    edit({ path, text });
    expect(await expectClean()).toBe(false);
    expect((await build()).result.written).toEqual([]);
    edit({ path, text: blog[path]! });
    expect(await expectClean()).toBe(false);
    edit({ path, text: `${blog[path]}/* more */\n` });
    edit({ path: 'about.md', text: post('About', 'Two at once.') });
    expect(await expectClean()).toBe(false);
  });

  it('looks at nothing else where a text was saved just now', async () => {
    for (const text of ['Now.', 'And now.']) {
      makeEdit(folder, { path: 'about.md', text: post('About', text) });
      expect(await build()).toMatchObject({ isWhole: false, result: { ok: true } });
      expect(await build()).toMatchObject({ isWhole: false, result: { rendered: 0 } });
    }
    expect(await expectClean()).toBe(false);
  });

  it('looks at nothing else: a style sheet', async () => {
    startAnew(sheets);
    await build();
    edit({ path: 'css/main.scss', text: '---\n---\nbody { color: red; }\n' });
    edit({ path: 'about.md', text: post('About', 'Two at once.') });
    expect(await expectClean()).toBe(false);
    edit({ path: 'css/main.scss', text: `${sheets['css/main.scss']}/* more */\n` });
    expect(await expectClean()).toBe(false);
    edit({ path: 'about.md', text: post('About', 'No sheet.') });
    expect(await expectClean()).toBe(false);
  });

  it('looks at all where more is different: a style sheet that is used', async () => {
    startAnew(sheets);
    await build();
    edit({ path: '_sass/_ink.scss', text: '$ink: red;\n' });
    expect(await expectClean()).toBe(true);
    edit({ path: 'about.md', text: post('About', 'After.') });
    expect(await expectClean()).toBe(false);
  });

  it('looks at nothing else where a file was touched', async () => {
    edit({ path: 'about.md', text: blog['about.md']! });
    expect(await expectClean()).toBe(false);
    expect(await build()).toMatchObject({ isWhole: false, result: { written: [], rendered: 0 } });
  });

  it('sees a file that a changed text began to read', async () => {
    edit({ path: 'about.md', text: post('About', '{% include_relative later.txt %}') });
    edit({ path: 'later.txt', text: 'later' });
    await expectClean();
    edit({ path: 'about.md', text: post('About', '{% include_relative _drafts/x.txt %}') });
    edit({ path: '_drafts/x.txt', text: 'draft' });
    await expectClean();
    edit({ path: '_drafts/x.txt', text: 'another draft' });
    await expectClean();
    expect(readFileSync(join(destination, 'about.html'), 'utf8')).toContain('another draft');
  });

  it.each<[string, SiteEdit]>([
    ['a title', { path: '_posts/2024-01-03-c.md', text: post('Other', 'Text.') }],
    ['a date', { path: '_posts/2024-01-03-c.md', text: post('C', 'Text.', 'date: 2020-02-02\n') }],
    ['a tag', { path: '_posts/2024-01-03-c.md', text: post('C', 'Text.', 'tags: [z]\n') }],
    ['a file that went', { path: '_posts/2024-01-03-c.md', text: null }],
    ['a file that moved', { path: '_posts/2024-01-03-c.md', text: post('C', 'Text.'), to: '_posts/2024-02-03-f.md' }],
    ['a file that came', { path: '_posts/2023-01-03-z.md', text: post('Z', 'Text.') }],
    ['a layout', { path: '_layouts/post.html', text: '{{ content }}' }],
    ['an include', { path: '_includes/nav.html', text: 'nav' }],
    ['data', { path: '_data/links.yml', text: '- three\n' }],
    ['a file that is copied', { path: 'file.bin', text: 'another' }],
    ['a file that is included', { path: '_posts/part.txt', text: 'another part\n' }],
    ['the page of a series', { path: 'index.html', text: post('Home', '{{ paginator.page }}', 'layout: base\n') }],
    ['an error', { path: 'about.md', text: post('About', '{% include nothing.html %}') }],
    ['a front matter that is wrong', { path: 'about.md', text: '---\ntitle: [\n---\nText.\n' }],
    ['a byte order mark, with which a page is copied', { path: 'raw.json', text: `\ufeff${blog['raw.json']}` }],
    ['a front matter that goes, with nothing in it', { path: 'raw.json', text: '{}\n' }],
    ['the same of a collection', { path: '_notes/bare.md', text: 'Bare.\n' }],
  ])('looks at all where more is different: %s', async (_, one) => {
    edit({ path: 'about.md', text: post('About', 'Before.') });
    await expectClean();
    edit(one);
    expect(await expectClean()).toBe(true);
    edit({ path: 'about.md', text: post('About', 'After.') });
    await expectClean();
  });

  it('says of texts that need each other what a clean build says', async () => {
    edit({ path: '_posts/2024-01-02-b.md', text: post('B', '{{ page.next.excerpt }}', 'tags: [x, y]\n') });
    expect(await expectClean()).toBe(false);
    edit({ path: '_posts/2024-01-03-c.md', text: post('C', '{{ site.tags.x | map: "excerpt" }}') });
    await expectClean();
  });

  it('says from nothing of texts that need each other what a clean build says', async () => {
    startAnew({
      '_posts/2024-01-02-b.md': post('B', '{{ page.next.excerpt }}', 'tags: [x, y]\n'),
      '_posts/2024-01-03-c.md': post('C', '{{ site.tags.x | map: "excerpt" }}'),
    });
    const { result } = await build();
    expect(result.diagnostics.map(({ code }) => code)).toContain('render/circular');
    expect(result.diagnostics).toEqual((await buildClean()).result.diagnostics);
  });

  it('says from nothing what is odd in an excerpt alone, where it is shown', async () => {
    startAnew({
      '_config.yml': `${blog['_config.yml']}kramdown: {show_warnings: true}\n`,
      '_posts/2024-01-01-a.md': post('A', 'A note.[^1]\n\n[^1]:\n    The note.'),
    });
    const { result } = await build();
    expect(result.diagnostics.map(({ code }) => code)).toContain('markdown/warning');
    expect(result.diagnostics).toEqual((await buildClean()).result.diagnostics);
  });

  it('removes what the site no longer has after a failed build', async () => {
    edit({ path: 'about.md', text: post('About', '{% include nothing.html %}') });
    expect(await expectClean()).toBe(true);
    edit({ path: 'about.md', text: null });
    expect(await expectClean()).toBe(true);
    expect(existsSync(join(destination, 'about.html'))).toBe(false);
  });

  it.each<[string, () => void]>([
    ['a cache that is damaged', () => damageCache(0.6)],
    ['a cache that is cut off', () => truncateCache()],
    ['a file in the destination that was changed', () => writeFileSync(join(destination, 'about.html'), 'meddled')],
    ['a file in the destination that went', () => rmSync(join(destination, 'all.html'))],
    ['a file in the destination that came', () => cpSync(join(destination, 'all.html'), join(destination, 'x.html'))],
    ['a destination that went', () => rmSync(destination, { recursive: true })],
  ])('puts right what is wrong: %s', async (_, meddle) => {
    meddle();
    edit({ path: '_posts/2024-01-03-c.md', text: post('C', 'Another text.') });
    expect(await expectClean()).toBe(true);
    expect(await expectClean()).toBe(false);
  });

  it('goes on from many records, and from a rewritten file', async () => {
    for (let round = 0; round < 24; round++) {
      const path = round % 2 === 0 ? '_posts/2024-01-05-e.md' : '_posts/2024-01-01-a.md';
      edit({ path, text: `${blog[path]}${'Round '.repeat(round)}\n` });
      const { result, isWhole } = await build();
      expect([result.ok, isWhole, result.written.length > 0]).toEqual([true, false, true]);
    }
    expect(await expectClean()).toBe(false);
  });
});

function cacheFile(): string {
  return join(cacheFolder, readdirSync(cacheFolder)[0]!);
}

function damageCache(where: number): void {
  const bytes = readFileSync(cacheFile());
  bytes[Math.floor(bytes.length * where)]! ^= 1;
  writeFileSync(cacheFile(), bytes);
}

function truncateCache(): void {
  const bytes = readFileSync(cacheFile());
  writeFileSync(cacheFile(), bytes.subarray(0, bytes.length >> 1));
}

describe('any changes between builds', () => {
  const words = fc.constantFrom(
    'alpha',
    '**beta**',
    '{{ page.previous.content }}',
    '{{ page.next.excerpt }}',
    '{{ site.posts.first.content | size }}',
    '{% for p in site.pages %}{{ p.title }}{% endfor %}',
    '{% include_relative part.txt %}',
    '{{ content | strip_html | truncate: 40 }} {{ layout.layout }}',
    '```strange\ncode\n```',
    '{{ site.related_posts | map: "title" | join: " " }}',
    '{{ site.tags.x | map: "excerpt" | join: " " }}',
    '{{ page | jsonify }}',
  );
  const paths = Object.keys(blog).filter((path) => /^_posts.*md$|^_notes|^_parts|^(list|all|about)\./.test(path));
  const textEdit = fc
    .tuple(fc.constantFrom(...paths), fc.array(words, { minLength: 1, maxLength: 3 }))
    .map(([path, body]): SiteEdit => {
      const front = /^---\n[\s\S]*?^---\n/m.exec(blog[path]!)![0];
      return { path, text: `${front}${body.join('\n\n')}\n` };
    });
  const otherEdit = fc.constantFrom<SiteEdit>(
    { path: '_posts/2024-01-03-c.md', text: null },
    { path: '_posts/2024-01-03-c.md', text: post('Other', 'Text.') },
    { path: '_includes/nav.html', text: 'plain' },
    { path: '_includes/nav.html', text: blog['_includes/nav.html']! },
    { path: '_posts/part.txt', text: 'another part\n' },
    { path: '_data/links.yml', text: '- three\n' },
    { path: 'about.md', text: post('Abouts', 'Text.') },
  );

  it.each([
    ['where the time is given', fixedTime, sheets],
    ['where it is not', '', {}],
  ])('come to a clean build, %s', async (_, time, companions) => {
    const config = { path: '_config.yml', text: blog['_config.yml']! + time };
    let few = 0;
    const parts = Object.fromEntries(paths.map((path) => [join(dirname(path), 'part.txt'), 'part\n']));
    const property = fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: textEdit }, otherEdit), { minLength: 4, maxLength: 10 }),
      async (edits) => {
        startAnew({ ...parts, ...companions });
        edit(config);
        await build();
        for (const one of edits) {
          edit(one);
          if (!(await expectClean())) few++;
        }
      },
    );
    await fc.assert(property, { numRuns: Number(process.env.SEQUENCES ?? 3), endOnFailure: false });
    expect(few).toBeGreaterThan(0);
  });
});
