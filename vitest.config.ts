import { accessSync, constants, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { bundledProgram } from './tests/bundled-program.js';

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

/** What changes nothing outside of itself, and is quick. */
const plain = [
  'tests/{config,core,liquid,plugins,read,template}/**/*.test.ts',
  'tests/markdown/{commonmark,kramdown,markdown,plain-kramdown}.test.ts',
  'tests/cli/{flags,print}.test.ts',
];
/** What puts other modules in place of the program's, or measures time: what others left behind in a process would count too. */
const apart = [
  'tests/build/{check-free-space,few-changes,kept-lists,outside,sheets-ahead,time-goes-on}.test.ts',
  'tests/dev/watcher-{closing,exhausted}.test.ts',
  'tests/highlight/hostile.test.ts',
  'tests/markdown/pathological.test.ts',
  'tests/render/{evidence-needed,wide-reads}.test.ts',
];
const nothing = ['node_modules/**', 'dist/**', '_site/**', 'tests/sites/**'];

export default defineConfig({
  test: {
    // Vitest leaves a core free by itself, which on two cores halves its speed.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // No test asks a server on the network for anything.
    env: {
      ...memoryFolder(),
      UTTERSON_RUBYGEMS_URL: 'http://127.0.0.1:9',
      UTTERSON_CODELOAD_URL: 'http://127.0.0.1:9',
    },
    // Files of a project that is not isolated run one after another in one process, which is sooner.
    projects: [
      {
        extends: true,
        plugins: [bundledProgram],
        test: { name: 'plain', include: plain, isolate: false, sequence: { groupOrder: 1 } },
      },
      // These first, as they take longest: the last ones end together.
      {
        extends: true,
        plugins: [bundledProgram],
        test: { name: 'apart', include: apart, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        plugins: [bundledProgram],
        test: {
          name: 'whole',
          isolate: false,
          sequence: { groupOrder: 0 },
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: [...nothing, ...plain, ...apart],
        },
      },
    ],
  },
});
