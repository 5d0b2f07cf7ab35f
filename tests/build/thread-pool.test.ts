import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createThreadPool, type OwnedThreadPool, startThreads } from '../../src/build/threads/thread-pool.js';
import { warmUpTask } from '../../src/core/process/thread-pool.js';
import { FolderTimes } from '../../src/output/folder-times.js';
import { temporaryFolder } from '../cli/call.js';

const file = new URL('../../dist/thread.js', import.meta.url);
let threadPool: OwnedThreadPool;

beforeEach(() => {
  process.env.UTTERSON_THREADS = '2';
  threadPool = createThreadPool(file);
});
afterEach(async () => {
  delete process.env.UTTERSON_THREADS;
  await threadPool.close();
});

it('starts threads with their first orders, or ahead of them', async () => {
  expect([threadPool.size, threadPool.isStarted]).toEqual([2, false]);
  startThreads(threadPool);
  expect(threadPool.isStarted).toBe(true);
  expect(await Promise.all([threadPool.send(0, warmUpTask), threadPool.send(1, warmUpTask)])).toEqual([
    undefined,
    undefined,
  ]);
});

it('leaves the work to the caller where the thread is not there, or no more', async () => {
  expect(await threadPool.send(2, warmUpTask)).toBe(undefined);
  expect(threadPool.isStarted).toBe(false);
  await threadPool.close();
  expect(await threadPool.send(0, warmUpTask)).toBe(undefined);
  expect(threadPool.isStarted).toBe(false);
});

it('keeps the bytecode of threads whose last answer is still on its way', async () => {
  const [folder, remove] = temporaryFolder();
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  cpSync(dist, join(folder, 'dist'), { recursive: true, filter: (path) => !/\.(?:bin|mjs)$/.test(path) });
  const other = createThreadPool(pathToFileURL(join(folder, 'dist', 'thread.js')));
  await other.send(0, warmUpTask);
  const folders = [...Array(300).keys()].map(String);
  // It waits for the thread without giving its answers their turn.
  new FolderTimes(folder, folders, other).finish();
  await other.close();
  expect(readdirSync(join(folder, 'dist', 'parts')).filter((name) => /^thread-.*\.bin$/.test(name))).toHaveLength(1);
  remove();
});
