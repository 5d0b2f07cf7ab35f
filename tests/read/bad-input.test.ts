import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles, readFolder, writeFiles } from './write-files.js';

const good = { '_posts/2020-01-01-good.md': '---\ntitle: Good\n---\nfine\n' };

function titles(site: ReturnType<typeof readFiles>['site']): unknown[] {
  return site.collections.get('posts')!.documents.map((post) => post.data.get('title'));
}

test.each([
  ['a,b\n1,"x" y\n', { line: 2, column: 6 }, 'write each quote in it twice'],
  ['a,b\n1,x "y"\n', { line: 2, column: 5 }, 'write each quote in it twice'],
  ['a,b\n1,"x\n', { line: 2, column: 3 }, 'write each quote in it twice'],
  ['a,b\n1,2\r\n', { line: 2, column: 4 }, 'the same line ends'],
])('%j is no CSV: said with its place and what to do', (text, position, hint) => {
  expect(readFiles({ '_data/a.csv': text }).diagnostics).toMatchObject([
    { severity: 'error', code: 'csv/syntax', path: '_data/a.csv', position, hint: expect.stringContaining(hint) },
  ]);
});

describe('front matter', () => {
  test('YAML that cannot be read: reported with its place, the post goes on without data', () => {
    const { site, diagnostics } = readFiles({
      ...good,
      '_posts/2020-01-02-bad.md': '---\nlayout: x\ntitle: a: b\n---\nbody\n',
    });
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'yaml/syntax', path: '_posts/2020-01-02-bad.md', position: { line: 3 } },
    ]);
    expect(site.collections.get('posts')!.documents.map((post) => post.body)).toContain('body\n');
  });

  test('with strict_front_matter it is an error', () => {
    const { diagnostics } = readFiles({ 'a.md': '---\ntitle: a: b\n---\n' }, { strict_front_matter: true });
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'yaml/syntax', path: 'a.md' }]);
  });

  test('a page whose front matter is a list is an error', () => {
    const { diagnostics } = readFiles({ 'a.md': '---\n- a\n---\n' });
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'front-matter/not-a-hash', path: 'a.md' }]);
  });

  test('no closing line: all of it is text', () => {
    const { site, diagnostics } = readFiles({ 'a.md': '---\ntitle: x\nbody' });
    expect(site.pages[0]).toMatchObject({ body: '---\ntitle: x\nbody', bodyLine: 1 });
    expect(diagnostics).toEqual([]);
  });

  test('a programming language after the dashes is no front matter, and nothing of it runs', () => {
    const { site } = readFiles({ 'a.md': '---js\n{ title: process.exit(3) }\n---\n', 'b.md': '---coffee\nx\n---\n' });
    expect(site.pages).toEqual([]);
    expect(site.assets.map((asset) => asset.path)).toEqual(['a.md', 'b.md']);
  });

  test('keys that objects have do no harm', () => {
    const { site } = readFiles({ 'a.md': '---\n__proto__: {polluted: yes}\nconstructor: 1\n---\n' });
    expect([...site.pages[0]!.data.keys()]).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('aliases that explode stop that file only', () => {
    const lines = Array.from(
      { length: 20 },
      (_, n) =>
        `a${n}: &a${n} [${Array(9)
          .fill(n ? `*a${n - 1}` : 'x')
          .join(',')}]`,
    );
    const { site, diagnostics } = readFiles({ ...good, 'a.md': `---\n${lines.join('\n')}\n---\n` });
    expect(diagnostics).toMatchObject([{ code: 'yaml/syntax', path: 'a.md' }]);
    expect(titles(site)).toEqual(['Good']);
  });

  test('an empty permalink of a page is an error', () => {
    const { diagnostics } = readFiles({ 'a.md': '---\na: b\npermalink: ""\n---\n' });
    const position = { line: 3, column: 1 };
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'read/permalink', path: 'a.md', position }]);
  });
});

describe('dates', () => {
  test.each([
    ['in the front matter', '_posts/2020-01-02-bad.md', '---\ndate: never\n---\n', "Invalid date 'never'", 2],
    ['in the name', '_posts/2020-13-45-bad.md', '---\n---\n', "Invalid date '2020-13-45'", undefined],
    ['left empty', '_posts/2020-01-02-bad.md', '---\ntitle: date\ndate:\n---\n', "Invalid date ''", 3],
  ])('that are none %s are errors, and the next post is read', (_, path, text, message, line) => {
    const { site, diagnostics } = readFiles({ ...good, [path]: text });
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'front-matter/date', path }]);
    expect(diagnostics[0]!.message).toContain(message);
    expect(diagnostics[0]!.position?.line).toBe(line);
    expect(titles(site)).toEqual(['Good']);
  });

  test('in the future are skipped with a word', () => {
    const { site, diagnostics } = readFiles({ ...good, '_posts/2999-01-01-later.md': 'x' });
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'read/future-date' }]);
    expect(titles(site)).toEqual(['Good']);
  });
});

describe('files', () => {
  test('in UTF-16 that are posts are skipped, as in Jekyll, with what to do', () => {
    const { site, diagnostics } = readFiles({
      ...good,
      '_posts/2020-01-02-a.md': Buffer.from('\ufeff---\n---\nx', 'utf16le'),
    });
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'read/utf-16', hint: 'Save it as UTF-8.' }]);
    expect(titles(site)).toEqual(['Good']);
  });

  test('that are no text are errors with `strict_front_matter`', () => {
    const { diagnostics } = readFiles({
      '_config.yml': 'strict_front_matter: true',
      '_posts/2020-01-01-a.md': Buffer.from('\ufeff---\n---\nx', 'utf16le'),
      '_posts/2020-01-02-b.md': Buffer.from('---\n---\n\xe9', 'latin1'),
      '_layouts/l.html': Buffer.from('\xe9', 'latin1'),
      'p.html': Buffer.from('---\n---\n\xe9', 'latin1'),
    });
    expect(diagnostics.map(({ severity, path }) => `${severity} ${path}`).sort()).toEqual([
      'error _layouts/l.html',
      'error _posts/2020-01-01-a.md',
      'error _posts/2020-01-02-b.md',
      'error p.html',
    ]);
  });

  test('a binary post is skipped', () => {
    const { site, diagnostics } = readFiles({
      ...good,
      '_posts/2020-01-02-a.md': Buffer.from([0xc3, 0x28, 0, 1, 0xff]),
    });
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'read/not-utf-8' }]);
    expect(titles(site)).toEqual(['Good']);
  });

  test('a binary file that is no post is copied', () => {
    const { site } = readFiles({ 'a.md': Buffer.from([0x89, 0x50, 0x4e, 0x47]) });
    expect(site.assets.map((asset) => asset.path)).toEqual(['a.md']);
  });

  test('an empty post', () => {
    const { site } = readFiles({ '_posts/2020-01-02-empty.md': '' });
    expect(site.collections.get('posts')!.documents[0]).toMatchObject({ body: '', excerpt: { text: '' } });
  });

  test('other encodings as the configuration says', () => {
    const latin = Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1');
    const { site } = readFiles({ 'a.md': latin }, { encoding: 'iso-8859-1' });
    expect(site.pages[0]!.data.get('title')).toBe('café');
  });

  test('a slug that is no text, where the address has it', () => {
    const told = (permalink: string): unknown =>
      readFiles({ '_posts/2020-01-02-a.md': `---\ntitle: A\nslug: 5\npermalink: ${permalink}\n---\n` }).diagnostics;
    expect(told('/:year/:slug')).toMatchObject([{ code: 'front-matter/slug', position: { line: 3, column: 1 } }]);
    expect(told('/:year/x')).toEqual([]);
  });

  test('categories that are no list are reported with their place', () => {
    const { diagnostics } = readFiles({ '_posts/2020-01-02-a.md': '---\ntitle: A\ncategories: 5\n---\n' });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/categories', position: { line: 3, column: 1 } }]);
  });

  test('an unknown encoding is UTF-8, with a warning', () => {
    const latin = Buffer.from('---\n---\ncaf\xe9\n', 'latin1');
    const { diagnostics } = readFiles({ '_posts/2020-01-02-a.md': latin }, { encoding: 'bogus' });
    expect(diagnostics).toMatchObject([{ code: 'read/not-utf-8', position: { line: 3, column: 4 } }]);
  });

  test('the quotes and the euro of windows-1252', () => {
    const bytes = Buffer.from('---\ntitle: \x93ten \x80\x94\n---\n', 'latin1');
    const { site } = readFiles({ 'a.md': bytes }, { encoding: 'windows-1252' });
    expect(site.pages[0]!.data.get('title')).toBe('“ten €”');
  });

  test('20 MB', () => {
    const body = 'A line of text.\n'.repeat(1_300_000);
    const { site } = readFiles({ '_posts/2020-01-02-big.md': `---\n---\n${body}` });
    expect(site.collections.get('posts')!.documents[0]!.body.length).toBe(body.length);
  });

  test.skipIf(process.platform === 'win32')('links in a circle and links to nothing', () => {
    const root = writeFiles([
      ['a/page.md', '---\n---\n'],
      ['_includes/x.html', 'x'],
    ]);
    symlinkSync(root, join(root, 'a', 'loop'));
    symlinkSync(join(root, '_includes'), join(root, '_includes', 'loop'));
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling.md'));
    symlinkSync(join(root, 'nowhere'), join(root, '_includes', 'dangling.html'));
    symlinkSync(join(root, 'nowhere'), join(root, '.#locked.md'));
    for (const folder of ['_data', '_posts']) mkdirSync(join(root, folder));
    symlinkSync(join(root, 'nowhere'), join(root, '_data', 'dangling.json'));
    symlinkSync(join(root, 'nowhere'), join(root, '_data', 'dangling.txt'));
    symlinkSync(join(root, 'nowhere'), join(root, '_posts', '2020-01-01-dangling.md'));
    symlinkSync(join(root, 'a', 'page.md'), join(root, 'linked.md'));
    const { site, diagnostics } = readFolder(root);
    expect(diagnostics).toMatchObject([
      { severity: 'error', code: 'read/dead-link', path: 'dangling.md' },
      { severity: 'warning', code: 'read/link-loop', path: 'a/loop', hint: expect.stringContaining('`exclude`') },
      { severity: 'warning', code: 'read/dead-link', path: '_posts/2020-01-01-dangling.md' },
      { severity: 'error', code: 'read/dead-link', path: '_data/dangling.json' },
    ]);
    expect(site.pages.map((page) => page.path)).toEqual(['linked.md', 'a/page.md']);
    expect([...site.includes.keys()]).toEqual(['x.html']);
  });

  test.skipIf(process.platform === 'win32')(
    'a link to itself is a file that cannot be read, where it is read at all',
    () => {
      const root = writeFiles([['p.html', '---\n---\n']]);
      symlinkSync('_loop/', join(root, '_loop'));
      expect(readFolder(root, { includes_dir: '.' }).diagnostics).toEqual([]);
      symlinkSync('loop', join(root, 'loop'));
      expect(readFolder(root).diagnostics).toMatchObject([{ code: 'read/unreadable', path: 'loop' }]);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'links that lead out of the folder are not followed in a safe build',
    () => {
      const outside = writeFiles([
        ['secret.txt', 'x'],
        ['posts/2020-01-01-x.md', 'x'],
      ]);
      const root = writeFiles([['inside.txt', 'x']]);
      symlinkSync(join(outside, 'secret.txt'), join(root, 'out.txt'));
      symlinkSync(join(root, 'inside.txt'), join(root, 'in.txt'));
      const assets = (safe: boolean): string[] => readFolder(root, { safe }).site.assets.map((asset) => asset.path);
      expect(assets(false)).toEqual(['in.txt', 'inside.txt', 'out.txt']);
      expect(assets(true)).toEqual(['in.txt', 'inside.txt']);
    },
  );

  test.skipIf(process.platform === 'win32')('nor are folders that are such links, nor includes from elsewhere', () => {
    const outside = writeFiles([
      ['note.md', '---\ntitle: Note\n---\n'],
      ['data.yml', 'a: 1\n'],
    ]);
    const root = writeFiles([
      ['_config.yml', 'collections: [notes]\n'],
      ['inside.txt', 'x'],
      ['_includes/own.html', 'x'],
    ]);
    for (const name of ['_notes', '_data']) symlinkSync(outside, join(root, name));
    symlinkSync('../inside.txt', join(root, '_includes/linked.html'));
    symlinkSync('own.html', join(root, '_includes/same.html'));
    const found = (safe: boolean): unknown => {
      const { site } = readFolder(root, { safe });
      const notes = site.collections.get('notes')?.documents.map((document) => document.path);
      return { notes, data: [...site.data.keys()], includes: [...site.includes.keys()].sort() };
    };
    // As Jekyll: `--safe` says of linked.html that it could not be located.
    expect(found(false)).toEqual({
      notes: ['_notes/note.md'],
      data: ['data'],
      includes: ['linked.html', 'own.html', 'same.html'],
    });
    expect(found(true)).toEqual({ notes: [], data: [], includes: ['own.html', 'same.html'] });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read', () => {
    const root = writeFiles([...Object.entries(good), ['secret.md', '---\n---\n']]);
    chmodSync(join(root, 'secret.md'), 0);
    const { site, diagnostics } = readFolder(root);
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'read/unreadable', path: 'secret.md' }]);
    expect(titles(site)).toEqual(['Good']);
  });

  test('broken data files are named one by one', () => {
    const { site, diagnostics } = readFiles({
      '_data/a.yml': 'a: b: c',
      '_data/b.json': '{"a": [1, }',
      '_data/c.csv': 'a,b\n"x,1\n',
      '_data/d.toml': 'a = ',
      '_data/e.yml': 'a: 1',
    });
    expect(diagnostics.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'error _data/a.yml',
      'error _data/b.json',
      'error _data/c.csv',
      'error _data/d.toml',
    ]);
    expect([...site.data.keys()]).toEqual(['e']);
  });
});

describe('outputs', () => {
  test('cannot leave the destination', () => {
    const links = ['../../x', '/a/../../../x', '/%2e%2e/%2e%2e/x', '..\\..\\x', '/x/%2e%2e/'];
    const { site } = readFiles(
      Object.fromEntries(links.map((link, n) => [`p${n}.md`, `---\npermalink: '${link}'\n---\n`])),
    );
    for (const { route } of site.pages) {
      expect(route.output.startsWith('/')).toBe(false);
      expect(route.output.split('/')).not.toContain('..');
    }
  });

  test('an unknown placeholder is an error', () => {
    const { diagnostics } = readFiles({ '_posts/2020-01-02-a.md': '---\npermalink: /:nope/\n---\n' });
    const position = { line: 2, column: 1 };
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'read/permalink', position }]);
    expect(diagnostics[0]!.message).toContain('nope');
  });
});
