import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { watchFolder } from '../../src/dev/watch/watcher.js';
import { createTemporarySite, until } from './temporary-site.js';

/** Where set, looks at files are counted, and wait for it. */
const hold = { until: undefined as Promise<void> | undefined, looks: 0, release: () => {} };

const { stat } = promises;
const putInPlace = (one: unknown): void => {
  Object.assign(promises, { stat: one });
  syncBuiltinESMExports();
};
putInPlace(async (...given: Parameters<typeof stat>): Promise<unknown> => {
  if (hold.until !== undefined) {
    hold.looks++;
    await hold.until;
  }
  return stat(...given);
});
afterAll(() => putInPlace(stat));

it.each([
  ['at what changed', 0],
  ['once more at what was told', 1],
])('tells nothing once it is closed, though it was looking %s', async (_, toldBefore) => {
  const site = createTemporarySite({ 'a.md': 'a' });
  const reported: unknown[] = [];
  const watcher = await watchFolder({ paths: [site.folder], ignored: [], onChange: (paths) => reported.push(paths) });
  if (toldBefore === 0) holdLooks();
  site.write('a.md', 'b');
  if (toldBefore > 0) {
    await until('the change', () => reported.length === toldBefore);
    holdLooks();
  }
  await until('a look', () => hold.looks > 0);
  if (toldBefore > 0) site.remove();
  await watcher.close();
  hold.release();
  await rest(100);
  site.remove();
  expect(reported).toHaveLength(toldBefore);
});

function holdLooks(): void {
  hold.looks = 0;
  hold.until = new Promise((resolve) => {
    hold.release = () => {
      hold.until = undefined;
      resolve();
    };
  });
}
