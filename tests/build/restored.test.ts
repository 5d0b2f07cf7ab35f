import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { createOnceBuilder } from '../../src/build-once.js';
import type { BuildResult } from '../../src/core/builder.js';
import { fingerprint, fingerprintOfFile } from '../../src/render/evidence/fingerprint.js';
import { readTree } from './site-edits.js';

vi.setConfig({ testTimeout: 60_000 });
const root = mkdtempSync(join(tmpdir(), 'utterson-restored-'));
const folder = join(root, 'source');
const destination = join(root, 'site');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const long = 'A text that is longer than what is its own fingerprint. '.repeat(3);
const files: Readonly<Record<string, string>> = {
  '_config.yml': 'time: 2024-01-01\n',
  '_posts/2024-01-01-a.md': `---\ntitle: A\n---\n${long}\ufffd *é*\n`,
  'short.txt': '---\n---\nshort \ufffd\n',
  'list.html': '---\n---\n{% for p in site.posts %}{{ p.content }}{% endfor %}\n',
};

async function build(): Promise<BuildResult> {
  const builder = await createOnceBuilder({ source: folder, destination, quiet: true });
  const result = await builder.build();
  await builder.close();
  expect(result.ok).toBe(true);
  return result;
}

/** As CI does that keeps a folder from one run to the next: all bytes, but no times. */
function restore(path: string): void {
  cpSync(path, `${path}-kept`, { recursive: true });
  rmSync(path, { recursive: true });
  cpSync(`${path}-kept`, path, { recursive: true });
  rmSync(`${path}-kept`, { recursive: true });
}

let tree: Record<string, string> = {};
beforeEach(async () => {
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  }
  await build();
  tree = readTree(destination);
});

it('what was copied, as it is in CI, is known by its bytes', async () => {
  restore(folder);
  restore(destination);
  expect(await build()).toMatchObject({ rendered: 0, written: [], removed: [], unchanged: 3 });
  expect(readTree(destination)).toEqual(tree);
});

it.each([
  ['a letter', '2024/01/01/a.html', 'A text', 'a text'],
  ['what is no UTF-8 in a long file', '2024/01/01/a.html', '\ufffd', ''],
  ['what is no UTF-8 in a short file', 'short.txt', '\ufffd', ''],
])('where %s is another in the copy, the file is written again', async (_, path, text, other) => {
  restore(destination);
  const file = join(destination, path);
  const bytes = readFileSync(file, 'latin1');
  const from = Buffer.from(text).toString('latin1');
  // A byte alone that decodes to the same character as the three of it.
  writeFileSync(file, bytes.replace(from, other === '' ? '\xff' : other), 'latin1');
  expect((await build()).written).toEqual([path]);
  expect(readTree(destination)).toEqual(tree);
});

it('where nothing is left of the destination, all is built as from nothing', async () => {
  rmSync(destination, { recursive: true });
  expect(await build()).toMatchObject({ rendered: 3, documents: 3, unchanged: 0 });
  expect(readTree(destination)).toEqual(tree);
  expect(await build()).toMatchObject({ rendered: 0, written: [] });
});

it('the fingerprint of a file is that of its text', () => {
  for (const text of ['', 'a', 'é'.repeat(64), 'é'.repeat(65), '😀'.repeat(32), '😀'.repeat(33), 'x'.repeat(200), long])
    expect(fingerprintOfFile(Buffer.from(text))).toBe(fingerprint(text));
  expect(fingerprintOfFile(Buffer.from([0x61, 0xff]))).not.toBe(fingerprint('a\ufffd'));
});
