import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type Watcher, watchFolder } from '../../src/dev/watch/watcher.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

/** So many watches the system has to give yet. */
let left = Number.POSITIVE_INFINITY;
const { watch } = fs;
const putInPlace = (one: unknown): void => {
  Object.assign(fs, { watch: one });
  syncBuiltinESMExports();
};
putInPlace((...given: Parameters<typeof watch>): fs.FSWatcher => {
  if (left-- <= 0)
    throw Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' });
  return watch(...given);
});
afterAll(() => putInPlace(watch));

let site: TemporarySite;
let watcher: Watcher;
let batches: (readonly string[] | undefined)[];
let exhausted: number;

async function start(watches: number): Promise<void> {
  left = watches;
  batches = [];
  exhausted = 0;
  site = createTemporarySite({ 'a.md': 'a', 'one/b.md': 'b', 'two/c.md': 'c' });
  watcher = await watchFolder({
    paths: [site.folder],
    ignored: [],
    onChange: (paths) => batches.push(paths?.map((each) => path.relative(site.folder, each))),
    onExhausted: () => exhausted++,
  });
}

afterEach(async () => {
  await watcher.close();
  site.remove();
});

const tells = async (name: string): Promise<void> => {
  site.write(name, `other ${name}`);
  await until(name, () => batches.some((batch) => batch?.includes(name)));
};

it.skipIf(process.platform !== 'linux').each([0, 2])(
  'looks again and again where the system has only %i watches to give',
  async (watches) => {
    await start(watches);
    expect([watcher.isPolling, exhausted]).toEqual([true, 1]);
    for (const name of ['a.md', 'one/b.md', 'two/c.md']) await tells(name);
  },
);

it.skipIf(process.platform !== 'linux')('does so as well where it has none for a folder that comes later', async () => {
  await start(3);
  await tells('one/b.md');
  expect([watcher.isPolling, exhausted]).toEqual([false, 0]);
  site.write('late/d.md', 'd');
  await until('the folder', () => exhausted === 1 && batches.includes(undefined));
  expect(watcher.isPolling).toBe(true);
  await until('a look', () => batches.filter((batch) => batch === undefined).length > 1);
  await tells('late/d.md');
  await tells('a.md');
  expect(exhausted).toBe(1);
});
