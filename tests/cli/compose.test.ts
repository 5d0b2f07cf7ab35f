import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeFrontMatter, formatFrontMatter } from '../../src/cli/compose/front-matter.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { refuseChanges } from '../build/refusing-fs.mjs';
import { callIn, type Outcome, temporaryFolder } from './call.js';

let folder: string;
let remove: () => void;

beforeEach(() => {
  [folder, remove] = temporaryFolder();
  writeFileSync(path.join(folder, '_config.yml'), 'title: x\ntimezone: UTC\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  remove();
});

const call = (...argv: string[]): Promise<Outcome> => callIn(folder, ...argv);
const filesIn = (name: string): string[] =>
  existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)) : [];
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
/** What is said after the line on the configuration. */
const said = (outcome: Outcome): string => outcome.out.split('\n').slice(1).join('\n') + outcome.err;

describe('new files, as jekyll-compose makes them', () => {
  it('drafts', async () => {
    const outcome = await call('draft', "My: 'First' Draft");
    expect(said(outcome)).toBe('New draft created at _drafts/my-first-draft.md\n');
    expect(read('_drafts/my-first-draft.md')).toBe("---\nlayout: post\ntitle: 'My: ''First'' Draft'\n---\n");
  });

  it('posts', async () => {
    expect(said(await call('post', 'Dated', '--date', '2020-02-03', '-x', 'markdown', '-l', 'foo'))).toBe(
      'New post created at _posts/2020-02-03-dated.markdown\n',
    );
    expect(read('_posts/2020-02-03-dated.markdown')).toBe(
      '---\nlayout: foo\ntitle: Dated\ndate: 2020-02-03 00:00 +0000\n---\n',
    );
    const again = await call('post', 'Dated', '--date', '2020-02-03', '-x', 'markdown');
    expect([again.code, said(again)]).toEqual([0, 'A post already exists at _posts/2020-02-03-dated.markdown\n']);
  });

  it('with midnight of UTC where a day is given, whatever the zone of the site', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'timezone: America/New_York\n');
    await call('post', 'Given', '--date', '2024-07-04');
    expect(read('_posts/2024-07-04-given.md')).toContain('\ndate: 2024-07-04 00:00 +0000\n');
    const now = said(await call('post', 'Now'));
    expect(read(now.trim().slice('New post created at '.length))).toMatch(
      /\ndate: \d{4}-\d\d-\d\d \d\d:\d\d -0[45]00\n/,
    );
  });

  it('pages and others', async () => {
    expect(said(await call('page', 'About', 'Us'))).toBe('New page created at about-us.md\n');
    expect(read('about-us.md')).toBe('---\nlayout: page\ntitle: About Us\n---\n');
    expect(said(await call('compose', 'C', '-c', 'notes'))).toBe('New file created at _notes/c.md\n');
    expect(said(await call('compose', 'A B', '--draft'))).toBe('New draft created at _drafts/a-b.md\n');
    expect(said(await call('page', 'ünïcode näme'))).toBe('New page created at ünïcode-näme.md\n');
  });

  it('nowhere where the source is no folder', async () => {
    const { code, err } = await call('draft', 'x', '--source', 'stie');
    expect([code, err]).toEqual([1, expect.stringContaining('There is no folder')]);
    expect(existsSync(path.join(folder, 'stie'))).toBe(false);
  });

  it('with the front matter that the configuration asks for', async () => {
    const drafts = '{description: , tags: [a, b], x: {y: 1, z: [{a: 1, b: "@c"}]}, e: [], n: 5}';
    const config = `jekyll_compose: {default_front_matter: {drafts: ${drafts}}}\n`;
    writeFileSync(path.join(folder, '_config.yml'), config);
    await call('draft', 'x');
    // As the real jekyll-compose writes it.
    expect(read('_drafts/x.md')).toBe(
      '---\nlayout: post\ntitle: x\ndescription:\ntags:\n- a\n- b\nx:\n  "y": 1\n  z:\n  - a: 1\n    b: "@c"\ne: []\n"n": 5\n---\n',
    );
  });

  it('with keys of the configuration that are no text', async () => {
    writeFileSync(
      path.join(folder, '_config.yml'),
      'jekyll_compose: {default_front_matter: {drafts: {5: x, true: z}}}\n',
    );
    await call('draft', 'x');
    expect(read('_drafts/x.md')).toBe('---\nlayout: post\ntitle: x\n5: x\ntrue: z\n---\n');
  });

  it.skipIf(process.platform === 'win32')(
    'in the editor, which may fail, and those that were there as well',
    async () => {
      writeFileSync(path.join(folder, '_config.yml'), 'jekyll_compose: {auto_open: "yes"}\n');
      const opened = path.join(folder, 'opened');
      const script = path.join(folder, 'editor.cjs');
      writeFileSync(script, 'require("fs").appendFileSync(process.argv[2], process.argv[3] + "\\n");');
      vi.stubEnv('JEKYLL_EDITOR', [process.execPath, script, opened].map((part) => JSON.stringify(part)).join(' '));
      await call('draft', 'x');
      expect(said(await call('draft', 'x'))).toBe('A draft already exists at _drafts/x.md\n');
      expect(read('opened')).toBe(`${path.join(folder, '_drafts/x.md')}\n`.repeat(2));
      vi.stubEnv('JEKYLL_EDITOR', 'exit 3;');
      expect((await call('draft', 'y')).err).toBe('The editor `exit 3;` ended with exit code 3.\n');
      for (const name of ['JEKYLL_EDITOR', 'VISUAL', 'EDITOR']) vi.stubEnv(name, '');
      expect((await call('draft', 'z')).err).toContain('set JEKYLL_EDITOR, VISUAL or EDITOR');
    },
  );

  it('with long titles and rare characters as libyaml writes them', async () => {
    await call('draft', `${'A title that goes on '.repeat(5)}😀`, '-x', 'a');
    await call('draft', `${'A title that goes on '.repeat(5)}x`, '-x', 'b');
    expect(read(`_drafts/${'a-title-that-goes-on-'.repeat(5).slice(0, -1)}.a`)).toBe(
      '---\nlayout: post\ntitle: "A title that goes on A title that goes on A title that goes on A title that\n  goes on A title that goes on \\U0001F600"\n---\n',
    );
    expect(read(`_drafts/${'a-title-that-goes-on-'.repeat(5)}x.b`)).toBe(
      '---\nlayout: post\ntitle: A title that goes on A title that goes on A title that goes on A title that\n  goes on A title that goes on x\n---\n',
    );
    await call('draft', '1.', '-x', 'c');
    await call('draft', '1e5');
    expect([read('_drafts/1.c'), read('_drafts/1e5.md')]).toEqual([
      "---\nlayout: post\ntitle: '1.'\n---\n",
      '---\nlayout: post\ntitle: 1e5\n---\n',
    ]);
  });

  it.each([
    ['5 Mar 2020', '2020-03-05'],
    ['20200304', '2020-03-04'],
    ['2020-W05-1', '2020-01-27'],
    ['2020w531', '2020-12-28'],
    ['2021-W01', '2021-01-04'],
    ['2020-060', '2020-02-29'],
    ['2020-03-04T23:00:00-09:00', '2020-03-04'],
  ])('of the day that --date %s is', async (date, day) => {
    expect(said(await call('post', 'x', '--date', date))).toBe(`New post created at _posts/${day}-x.md\n`);
  });

  it('of today’s week where --date names a day of it', async () => {
    const sunday = said(await call('post', 'x', '--date', 'Sunday'));
    const [, day] = /New post created at _posts\/(\d+-\d+-\d+)-x\.md/.exec(sunday)!;
    expect(new Date(day!).getUTCDay()).toBe(0);
    const since = Date.now() - new Date(day!).getTime();
    expect([since >= 0, since < 7 * 86_400_000]).toEqual([true, true]);
  });

  it('without a layout where it is empty', async () => {
    await call('draft', 'x', '--layout', '');
    expect(read('_drafts/x.md')).toBe("---\nlayout: ''\ntitle: x\n---\n");
  });

  it('in collections_dir', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'collections_dir: all\n');
    expect(said(await call('draft', 'x'))).toBe('New draft created at all/_drafts/x.md\n');
  });

  it.each([
    [['post'], 'You must specify a name.'],
    [['post', '?!'], 'You must specify a name.'],
    [['publish'], 'You must specify a draft path.'],
    [['rename', '_config.yml', '?!'], 'You must specify a name.'],
    [['rename', 'a'], 'You must specify current path and the new title.'],
    [['post', 'x', '--date', '2020-02-30'], 'invalid date'],
    [['post', 'x', '--date', '2020-13-01'], 'invalid date'],
    [['post', 'x', '--date', '10:00'], 'invalid date'],
    [['post', 'x', '--date', '2021-W53-1'], 'invalid date'],
    [['post', 'x', '--date', ''], 'invalid date'],
    [['compose', 'x', '--draft', '--post'], 'You can only specify one of --post, --draft, or --collection COLLECTION.'],
  ])('refuse %j', async (argv, message) => {
    const outcome = await call(...argv);
    expect([outcome.code, outcome.err]).toEqual([1, `${message}\n`]);
  });
});

describe('moves', () => {
  it('publish a draft and take it back, comments kept', async () => {
    await call('draft', 'One');
    writeFileSync(path.join(folder, '_drafts/one.md'), '---\ntitle: One # the first\n---\nText\n');
    expect(said(await call('publish', '_drafts/one.md', '--date', '2021-05-06'))).toBe(
      'Draft _drafts/one.md was moved to _posts/2021-05-06-one.md\n',
    );
    expect(read('_posts/2021-05-06-one.md')).toBe(
      '---\ntitle: One # the first\ndate: 2021-05-06 00:00 +0000\n---\nText\n',
    );
    expect(existsSync(path.join(folder, '_drafts/one.md'))).toBe(false);
    expect(said(await call('unpublish', '_posts/2021-05-06-one.md'))).toBe(
      'Post _posts/2021-05-06-one.md was moved to _drafts/one.md\n',
    );
    expect(read('_drafts/one.md')).toBe('---\ntitle: One # the first\n---\nText\n');
  });

  it.each(['date:', 'date: ~', 'date: false'])('publish a draft with `%s`, which is none', async (line) => {
    await call('draft', 'One');
    writeFileSync(path.join(folder, '_drafts/one.md'), `---\n${line}\ntitle: One\n---\nText\n`);
    await call('publish', '_drafts/one.md', '--date', '2021-05-06');
    expect(read('_posts/2021-05-06-one.md')).toBe('---\ndate: 2021-05-06 00:00 +0000\ntitle: One\n---\nText\n');
  });

  it('rename', async () => {
    await call('post', 'Old', '--date', '2020-02-03');
    expect(said(await call('rename', '_posts/2020-02-03-old.md', 'New', 'Name', '--date', '2021-05-05'))).toBe(
      'Post _posts/2020-02-03-old.md was moved to _posts/2021-05-05-new-name.md\n',
    );
    expect(read('_posts/2021-05-05-new-name.md')).toBe(
      '---\nlayout: post\ntitle: New Name\ndate: 2021-05-05 00:00 +0000\n---\n',
    );
  });

  it('leave front matter that is none as it is, and say so', async () => {
    const texts = { list: '---\n- a\n---\nText\n', open: '---\ntitle: [a\n---\nText\n' };
    await call('draft', 'x');
    for (const [name, text] of Object.entries(texts)) {
      writeFileSync(path.join(folder, `_drafts/${name}.md`), text);
      const outcome = await call('publish', `_drafts/${name}.md`, '--date', '2020-01-01');
      expect(outcome.err).toContain(`The front matter of _drafts/${name}.md stays as it is.`);
      expect(read(`_posts/2020-01-01-${name}.md`)).toBe(text);
    }
  });

  it('lose nothing, and leave nothing behind, where the system refuses to write', async () => {
    const text = '---\ntitle: One\n---\nText\n';
    const changes = [
      ['rename', '_drafts/one.md', 'ONE'],
      ['draft', 'One', '--force'],
      ['draft', 'Two'],
      ['publish', '_drafts/one.md', '--date', '2020-01-01'],
    ];
    for (const words of changes) {
      for (let from = 0; ; from++) {
        for (const name of ['_drafts', '_posts']) rmSync(path.join(folder, name), { recursive: true, force: true });
        mkdirSync(path.join(folder, '_drafts'));
        writeFileSync(path.join(folder, '_drafts/one.md'), text);
        const { told, end } = refuseChanges(folder, { from, count: 1, code: 'ENOSPC' });
        const outcome = await call(...words);
        end();
        if (told.refused === 0) break;
        // A folder that is there need not be made.
        if (outcome.code === 0) continue;
        expect([outcome.code, outcome.err]).toEqual([1, expect.stringContaining('ENOSPC: refused')]);
        expect(readdirSync(path.join(folder, '_drafts'))).toEqual(['one.md']);
        expect(read('_drafts/one.md')).toBe(text);
        // What only was to be taken away is there twice.
        if (!outcome.err.includes('rmSync')) expect(filesIn('_posts')).toEqual([]);
      }
    }
  });

  it('say what is not there or in the way', async () => {
    const absent = await call('publish', '_drafts/nope.md');
    expect([absent.code, said(absent)]).toEqual([0, "There was no draft found at '_drafts/nope.md'.\n"]);
    const folderItself = await call('publish', '.');
    expect([folderItself.code, folderItself.err]).toEqual([1, '. is a folder.\n']);
    await call('draft', 'a');
    await call('post', 'a', '--date', '2020-01-01');
    const taken = await call('publish', '_drafts/a.md', '--date', '2020-01-01');
    expect(said(taken)).toBe('A post already exists at _posts/2020-01-01-a.md\n');
    expect(existsSync(path.join(folder, '_drafts/a.md'))).toBe(true);
    await call('publish', '_drafts/a.md', '--date', '2020-01-01', '--force');
    expect(existsSync(path.join(folder, '_drafts/a.md'))).toBe(false);
  });
});

describe('a path with nothing at it', () => {
  it.each([
    ['publish', 'my-draft.md', '_drafts/my-draft.md'],
    ['publish', 'all/_drafts/my-draft.md', '_drafts/my-draft.md'],
    ['publish', 'My Draft', '_drafts/my-draft.md'],
    ['publish', '_drafts/my-daft.md', '_drafts/my-draft.md'],
    ['publish', 'other', undefined],
    ['unpublish', 'a-post', '_posts/2020-01-01-a-post.md'],
    ['rename', '_posts/a-post.md', '_posts/2020-01-01-a-post.md'],
    ['rename', 'a-post.md', '_posts/2020-01-01-a-post.md'],
    ['rename', 'notes/nte.md', 'notes/note.md'],
  ])('%s %s', async (command, wanted, meant) => {
    writeFileSync(path.join(folder, '_config.yml'), 'collections_dir: all\n');
    await call('draft', 'My Draft');
    await call('post', 'A Post', '--date', '2020-01-01');
    mkdirSync(path.join(folder, 'all/notes'));
    writeFileSync(path.join(folder, 'all/notes/note.md'), '');
    const { code, err } = await call(command, wanted, ...(command === 'rename' ? ['New'] : []));
    const [first, second] = err.split('\n');
    expect([code, first, second]).toEqual([
      0,
      expect.stringContaining(`found at 'all/${wanted}'.`),
      meant === undefined ? '' : `Did you mean '${meant}'?`,
    ]);
  });
});

describe('front matter', () => {
  it.each([
    'plain',
    'yes',
    '12',
    '1.5',
    '2020-01-01',
    "it's",
    'a: b',
    'a #b',
    '- a',
    '"q"',
    '',
    ' x ',
    'two\nlines',
    'null',
    '~',
    '0x1f',
    '1e5',
    '1.',
    '😀 x',
    '12:30',
    '#',
    '@x',
    'a:',
    'é: ü',
    '*a',
    '!t',
    '%',
    '`',
  ])('of %j is read back as that text', (text) => {
    const yaml = formatFrontMatter(new Map([['key', text]])).replaceAll('---\n', '');
    expect(parseYaml(yaml, { path: 'x' })).toEqual(new Map([['key', text]]));
  });

  it('is written as Ruby writes it', () => {
    const fixture = new URL('fixtures/front-matter.json', import.meta.url);
    const cases = JSON.parse(readFileSync(fixture, 'utf8')) as [text: string, written: string][];
    expect(cases.length).toBeGreaterThan(900);
    for (const [text, written] of cases) {
      const list = [text, [text], new Map([['x', text]])];
      const values = new Map<string, unknown>([
        ['title', text],
        ['list', list],
        ['hash', new Map([[text, []]])],
      ]);
      expect(formatFrontMatter(values), JSON.stringify(text)).toBe(written);
    }
  });

  it('is changed in place', () => {
    const text = '---\r\na: 1\r\ndate: >-\r\n  folded\r\n  more\r\nb: 2\r\n---\r\ndate: body\r\n';
    expect(changeFrontMatter(text, 'date', 'x')).toBe('---\r\na: 1\r\ndate: x\r\nb: 2\r\n---\r\ndate: body\r\n');
    expect(changeFrontMatter(text, 'date', undefined)).toBe('---\r\na: 1\r\nb: 2\r\n---\r\ndate: body\r\n');
    expect(changeFrontMatter('no front matter', 'date', 'x')).toBe('no front matter');
    expect(changeFrontMatter('---\n---\n', 'date', 'x')).toBe('---\ndate: x\n---\n');
    const same = '---\n# none\n{a: 1}\n---\n';
    expect(changeFrontMatter(same, 'date', undefined)).toBe(same);
  });

  it.each([
    ['{date: a, b: [1]}\n', '---\ndate: x\nb:\n- 1\n---\nBody', '---\nb:\n- 1\n---\nBody'],
    ['? date\n: a\nb: 1\n', '---\ndate: x\nb: 1\n---\nBody', '---\nb: 1\n---\nBody'],
    ['date: &d a\nb: *d\n', '---\ndate: x\nb: a\n---\nBody', '---\nb: a\n---\nBody'],
    ['date:\n- a\nb: 1\n', '---\ndate: x\nb: 1\n---\nBody', '---\nb: 1\n---\nBody'],
    ['b: |\n\n  c\ndate: [a,\nb]\n', '---\nb: |2\n\n  c\ndate: x\n---\nBody', '---\nb: |2\n\n  c\n---\nBody'],
  ])('%j, of which no line is the key’s alone, is written anew', (yaml, set, removed) => {
    const text = `---\n${yaml}---\nBody`;
    expect(changeFrontMatter(text, 'date', 'x')).toBe(set);
    expect(changeFrontMatter(text, 'date', undefined)).toBe(removed);
  });
});
