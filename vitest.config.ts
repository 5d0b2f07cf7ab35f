import { accessSync, constants, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Linux's folder in memory, where it has room: a hundred sequences of edits took 17 s there and 29 on a disk, most of it removing folders. */
function memoryFolder(): { TMPDIR?: string } {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 1_000_000_000 ? { TMPDIR: folder } : {};
  } catch {
    return {};
  }
}

/** What changes nothing outside of itself: files of these folders run one after another in one process, which is sooner. */
const plain = [
  'tests/{config,core,liquid,plugins,read,template}/**/*.test.ts',
  'tests/markdown/{commonmark,kramdown,markdown,plain-kramdown}.test.ts',
  'tests/cli/{flags,print}.test.ts',
];

export default defineConfig({
  test: {
    // Vitest leaves a core free by itself, which on two cores halves its speed.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: memoryFolder(),
    projects: [
      { extends: true, test: { name: 'plain', include: plain, isolate: false, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          // First, as they take longest: the last ones end together.
          name: 'whole',
          sequence: { groupOrder: 0 },
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', '_site/**', 'tests/sites/**', ...plain],
        },
      },
    ],
  },
});
