import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { type Backup, nothing } from '../../src/output/undo/backup.js';
import { createUndo } from '../../src/output/undo/undo.js';
import { refuseName, writeFile } from '../../src/output/write-file.js';

let root: string;
const platform = process.platform;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-write-'));
});

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  rmSync(root, { recursive: true, force: true });
});

/** Where a file of so many bytes leaves what was before it. */
function backUp(size: number): Backup {
  return createUndo(root, { has: () => true, timeOf: () => undefined }).prepareWrites(['file'], [size]);
}

const impossible = ['a:b.html', 'C:/x.html', 'what?/index.html', '..\\..\\out.html', 'a|b', 'a\nb', '*', 'a"b', '<a>'];

test.each(impossible)('Windows has no file %j', (path) => {
  expect(() => refuseName(path, 'win32')).toThrow(SiteError);
  expect(() => refuseName(path, 'linux')).not.toThrow();
});

test.each(['index.html', 'con.html', 'é #1/a b.html', 'a./b.html', `${'long/'.repeat(80)}x`])('but %j', (path) => {
  expect(() => refuseName(path, 'win32')).not.toThrow();
});

test.each([false, true])('nothing is written under such a name (there: %s)', (isThere) => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  expect(() => writeFile(root, 'a:b.html', 'text', new Set(), backUp(isThere ? 4 : nothing), 0)).toThrow(
    /^Cannot write a:b\.html .*Windows/,
  );
});

test.each(['a', 'a/b', 'a/b/c'])(
  'folders that were known to be there are made again, where %s was removed',
  (removed) => {
    const folders = new Set<string>();
    for (const name of ['one', 'two']) {
      writeFile(root, `a/b/c/${name}/file`, name, folders, backUp(nothing), 0);
      expect(readFileSync(join(root, `a/b/c/${name}/file`), 'utf8')).toBe(name);
      rmSync(join(root, removed), { recursive: true });
    }
  },
);

test.each(['the same size', 'shorter', 'a longer text than before'])('%j is written over a file', (text) => {
  const folders = new Set<string>();
  const before = 'the same size';
  writeFile(root, 'a/b.html', before, folders, backUp(nothing), 0);
  const [size] = writeFile(root, 'a/b.html', text, folders, backUp(before.length), 0);
  expect(readFileSync(join(root, 'a/b.html'), 'utf8')).toBe(text);
  expect(size).toBe(text.length);
});
