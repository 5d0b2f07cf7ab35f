import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startThreadAhead } from '../../src/cli/start-thread-ahead.js';
import { manyPosts, takeStartedAhead } from '../../src/core/process/create-thread.js';
import { until } from '../dev/temporary-site.js';
import { temporaryFolder } from './call.js';

let folder: string;
let remove: () => void;

beforeEach(() => {
  [folder, remove] = temporaryFolder();
  mkdirSync(join(folder, '_posts'));
  for (let post = 0; post < manyPosts; post++) writeFileSync(join(folder, '_posts', `2024-01-01-${post}.md`), 'x');
  writeFileSync(join(folder, 'thread.js'), 'setInterval(() => undefined, 1000);\n');
});
afterEach(() => {
  delete process.env.UTTERSON_THREADS;
  remove();
});

/** Whether the arguments, `SITE` standing for the blog, start a thread. */
async function starts(...argv: string[]): Promise<boolean> {
  startThreadAhead(
    argv.map((each) => each.replace('SITE', folder)),
    folder,
  );
  const thread = takeStartedAhead();
  await thread?.terminate();
  return thread !== undefined;
}

it('starts a thread for a blog of many posts', async () => {
  expect(await starts('build', '-s', 'SITE')).toBe(true);
  expect(await starts('b', '--quiet', '--source=SITE')).toBe(true);
  expect(await starts('build', '--source', 'SITE', '--strict')).toBe(true);
});

it('starts none for other commands and other folders', async () => {
  expect(await starts('clean', '-s', 'SITE')).toBe(false);
  expect(await starts('build', '-s', join(folder, '_posts'))).toBe(false);
  expect(await starts('build', '-s')).toBe(false);
  expect(await starts()).toBe(false);
});

it('starts none where few posts are to be built, no threads are wanted, or the program has none', async () => {
  process.env.UTTERSON_THREADS = '0';
  expect(await starts('build', '-s', 'SITE')).toBe(false);
  delete process.env.UTTERSON_THREADS;
  rmSync(join(folder, 'thread.js'));
  expect(await starts('build', '-s', 'SITE')).toBe(false);
  writeFileSync(join(folder, 'thread.js'), '');
  rmSync(join(folder, '_posts', '2024-01-01-0.md'));
  expect(await starts('build', '-s', 'SITE')).toBe(false);
});

it('starts none where an earlier build has left what it knows', async () => {
  mkdirSync(join(folder, '.jekyll-cache', 'utterson'), { recursive: true });
  expect(await starts('build', '-s', 'SITE')).toBe(false);
});

it('gives the thread once, and none that has ended', async () => {
  expect([await starts('build', '-s', 'SITE'), takeStartedAhead()]).toEqual([true, undefined]);
  writeFileSync(join(folder, 'thread.js'), "throw new Error('It cannot be loaded.');\n");
  startThreadAhead(['build', '-s', folder], folder);
  const { [Symbol.for('utterson.thread')]: thread } = globalThis as Record<symbol, unknown>;
  await until('the end of the thread', () => (thread as Worker).threadId === -1);
  expect(takeStartedAhead()).toBe(undefined);
});
