import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilder, readWholeSite } from '../../src/build.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-included-'));
  cpSync('tests/sites/include-pages/source', join(root, 'source'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const page = (folder: string): string => readFileSync(join(root, folder, 'z.html'), 'utf8');

test.each(['', '.', './'])(
  'an edit of an included page is as in a clean build, where includes_dir is %j',
  async (dir) => {
    const source = join(root, 'source');
    const flags = { source, destination: join(root, 'site'), includes_dir: dir, quiet: true };
    const builder = await createBuilder(flags);
    await builder.build();
    appendFileSync(join(source, 'lessons/part.txt'), 'More.\n');
    appendFileSync(join(source, '_docs/with.md'), 'The end.');
    await builder.build({ changed: [join(source, 'lessons/part.txt'), join(source, '_docs/with.md')] });
    await builder.close();
    const fresh = await createBuilder({ ...flags, destination: join(root, 'clean'), disable_disk_cache: true });
    await fresh.build();
    await fresh.close();
    expect(page('site')).toBe(page('clean'));
    expect(page('site')).toContain('More.');
    expect(page('site')).not.toContain('title: With');
  },
);

test.each(['', '.', './'])('an include has the path of a page, where includes_dir is %j', async (dir) => {
  const flags = { source: join(root, 'source'), includes_dir: dir, exclude: ['lessons'], quiet: true };
  const { includes } = await readWholeSite(flags);
  expect(includes.get('lessons/part.txt')?.path).toBe('lessons/part.txt');
});
