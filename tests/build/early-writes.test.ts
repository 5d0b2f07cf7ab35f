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

const at = (name: string): string => path.join(folder, name);
const shown = (name = 'open.html'): string => readFileSync(at(`_site/${name}`), 'utf8');

/** Saves a file as an author does whose browser shows `open.html`. */
async function save(name: string, text: string): Promise<BuildResult> {
  writeFileSync(at(name), text);
  told = [];
  return builder.build({ changed: [at(name)], first: ['open.html'], onWritten: (paths) => told.push(paths) });
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
