import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';

const page = (text: string, matter = ''): string => `---\n${matter}---\n${text}\n`;
const files: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Early\n',
  '_layouts/plain.html': '{{ content }}',
  'open.md': page('first', 'layout: plain\n'),
  'other.md': page('other', 'layout: plain\n'),
  'third.html': page('third'),
  'told.txt': '',
  '_plugins/told.js': `import { appendFileSync } from 'node:fs';
export default {
  name: 'told',
  hooks: { 'pages:post_write'(page) { appendFileSync(new URL('../told.txt', import.meta.url), page.path + '\\n'); } },
};
`,
};

let folder: string;
let builder: Builder;
/** What browsers were told of, a list for each time. */
let told: (readonly string[])[];
/** How many lists browsers had been told of when the open page was said to be made, and with which errors. */
let made: readonly [number, ...string[]] | undefined;

const at = (name: string): string => path.join(folder, name);
const shown = (name = 'open.html'): string => readFileSync(at(`_site/${name}`), 'utf8');

/** Saves a file as an author does whose browser shows `open.html`. */
async function save(name: string, text: string): Promise<BuildResult> {
  writeFileSync(at(name), text);
  told = [];
  made = undefined;
  return builder.build({
    changed: [at(name)],
    first: ['open.html'],
    onWritten: (paths) => told.push(paths),
    onFirst: (errors) => {
      made = [told.length, ...errors.map(({ message }) => message)];
    },
  });
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'utterson-early-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
  const flags = { source: folder, destination: at('_site'), exclude: ['told.txt'], disable_disk_cache: true };
  builder = await createBuilder(flags);
  expect((await builder.build()).ok).toBe(true);
});
afterEach(async () => {
  await builder.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['a tag', 'other.md', page('{% nothing %}')],
  ['a page that fails after the open one', 'third.html', page('{% include none.html %}')],
  ['a permalink', 'other.md', page('other', 'permalink: [1]\n')],
  ['a data file', '_data/links.yml', 'a: [\n'],
  ['a file where a folder is to be', 'other.md', page('other', 'permalink: /open.html/deeper/\n')],
])('a page that is open stays as it was while an error stands: %s', async (_name, broken, text) => {
  mkdirSync(at('_data'));
  expect((await save(broken, text)).ok).toBe(false);
  const { mtimeMs } = statSync(at('_site/open.html'));
  expect((await save('open.md', page('second', 'layout: plain\n'))).ok).toBe(false);
  expect(told).toEqual([]);
  expect(statSync(at('_site/open.html')).mtimeMs).toBe(mtimeMs);
  expect(shown()).toContain('first');
  expect((await save(broken, files[broken] ?? 'a: []\n')).ok).toBe(true);
  expect(shown()).toContain('second');
});

it('the open page comes first where the error is mended', async () => {
  await save('_layouts/plain.html', '{% nothing %}{{ content }}');
  expect((await save('_layouts/plain.html', '<b>{{ content }}</b>')).ok).toBe(true);
  expect(told).toEqual([['open.html'], ['other.html']]);
});

it('what is written first counts as rendered, and plugins get it', async () => {
  writeFileSync(at('told.txt'), '');
  const { ok, rendered, written } = await save('open.md', page('second', 'layout: plain\n'));
  expect({ ok, rendered, written }).toEqual({ ok: true, rendered: 1, written: ['open.html'] });
  expect(readFileSync(at('told.txt'), 'utf8')).toBe('open.md\n');
});

it('plugins get what a failed build has rendered once one goes well', async () => {
  await save('other.md', page('{% nothing %}'));
  await save('open.md', page('second', 'layout: plain\n'));
  writeFileSync(at('told.txt'), '');
  expect((await save('other.md', page('mended', 'layout: plain\n'))).ok).toBe(true);
  expect(readFileSync(at('told.txt'), 'utf8')).toBe('open.md\nother.md\n');
});

it.each([
  ['in a layout', '_layouts/plain.html', '{% nothing %}{{ content }}'],
  ['in another page', 'third.html', page('{% include none.html %}')],
  ['in a data file', '_data/links.yml', 'a: [\n'],
])(
  'says that the open page is right before the rest is made, where an error is gone: %s',
  async (_name, broken, text) => {
    mkdirSync(at('_data'));
    writeFileSync(at('_data/links.yml'), '');
    await save(broken, text);
    await save('open.md', files['open.md']!);
    expect(made).toBeUndefined();
    await save(broken, files[broken] ?? '');
    // The open page may be as it was, so that nothing of it is written.
    expect(made).toEqual([0]);
  },
);

it('does not say that the open page is right while another error stands', async () => {
  await save('_layouts/plain.html', '{% nothing %}{{ content }}');
  await save('third.html', page('{% include none.html %}'));
  await save('_layouts/plain.html', '<b>{{ content }}</b>');
  expect(made).toBeUndefined();
  await save('open.md', page('{% include none.html %}'));
  await save('third.html', files['third.html']!);
  expect(made).toBeUndefined();
});

it('tells of an error in the open page before the rest is made', async () => {
  await save('_layouts/plain.html', '{% nothing %}{{ content }}');
  expect(made).toEqual([0, "Unknown tag 'nothing'"]);
});
