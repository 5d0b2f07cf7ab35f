import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Task, ThreadPool } from '../../src/core/process/thread-pool.js';
import { createDestination } from '../../src/output/destination.js';
import {
  type CheckTask,
  checkPortions,
  createDestinationCheck,
  createSavedManifest,
  type SavedManifest,
} from '../../src/output/manifest.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-look-'));
  for (let index = 0; index < 300; index++) {
    mkdirSync(join(root, `${index}`));
    writeFileSync(join(root, `${index}`, 'index.html'), `page ${index}`);
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A thread pool whose thread does this with the order to look. */
function threadPoolThat(
  carriesOut: (order: CheckTask) => boolean | undefined,
): ThreadPool & { readonly tasks: Task[] } {
  const tasks: Task[] = [];
  return {
    size: 1,
    isStarted: true,
    tasks,
    async send(_thread, order) {
      tasks.push(order);
      return carriesOut(order as CheckTask);
    },
  };
}

/** The manifest of what is there, as long as that of many files. */
function savedManifest(): SavedManifest {
  return createSavedManifest(JSON.stringify(createDestination(root).manifest()).padEnd(200_000), []);
}

/** What a look tells that a thread helps with from the start. */
function helpedLook(manifest: SavedManifest, threadPool: ThreadPool): Promise<boolean> {
  const look = createDestinationCheck(root, manifest, threadPool);
  look.begin();
  return look.isUnchanged();
}

test('folders with nothing in them go, but for those that are kept', async () => {
  for (const path of ['keep', 'a/b/c', '0/in']) mkdirSync(join(root, path), { recursive: true });
  const destination = createDestination(root);
  await destination.carryOut(destination.plan(new Map(), (path) => path !== '1/index.html'));
  expect(['keep', 'a', '0', '1'].map((path) => existsSync(join(root, path)))).toEqual([true, true, true, false]);
  const again = createDestination(root);
  await again.carryOut(again.plan(new Map(), (path) => /^(?:keep|\d)/.test(path) && path !== '0/in'));
  expect(['keep', 'a', '0/in', '0'].map((path) => existsSync(join(root, path)))).toEqual([true, false, false, true]);
});

test('a destination that came since the last look is no longer as it was', async () => {
  for (const isThere of [false, true]) {
    const folder = join(root, `late-${isThere}`);
    if (isThere) mkdirSync(folder);
    const saved = createSavedManifest(JSON.stringify(createDestination(folder).manifest()), []);
    const planned = (): readonly string[] => createDestination(folder, saved).plan(new Map(), () => false).removals;
    expect(planned()).toEqual([]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'foreign.html'), '');
    expect(planned()).toEqual(['foreign.html']);
  }
});

describe('a look at the destination', () => {
  const idle = threadPoolThat(() => undefined);

  test('finds what is as it was left, with and without help', async () => {
    const manifest = savedManifest();
    expect(await createDestinationCheck(root, manifest, idle).isUnchanged()).toBe(true);
    const half = threadPoolThat(({ begun }) => {
      // As if the thread had looked at all but the last portions.
      Atomics.store(new Int32Array(begun), 0, 2);
      return true;
    });
    expect(await helpedLook(manifest, half)).toBe(true);
    expect(half.tasks).toHaveLength(1);
  });

  test('has no help where files are few, where none was begun, and when it is over', async () => {
    const threadPool = threadPoolThat(() => true);
    createDestinationCheck(root, createSavedManifest('{"paths":[],"folders":[]}', []), threadPool).begin();
    const look = createDestinationCheck(root, savedManifest(), threadPool);
    await look.isUnchanged();
    look.begin();
    expect(threadPool.tasks).toEqual([]);
  });

  test.each(['0', '150', '299'])('finds a file of another time: %s', async (folder) => {
    const manifest = savedManifest();
    utimesSync(join(root, folder, 'index.html'), 1, 1);
    expect(await createDestinationCheck(root, manifest, idle).isUnchanged()).toBe(false);
  });

  test.each(['', '3', '299'])('finds a file that came into a folder: "%s"', async (folder) => {
    const manifest = savedManifest();
    writeFileSync(join(root, folder, 'other.txt'), '');
    expect(await createDestinationCheck(root, manifest, idle).isUnchanged()).toBe(false);
  });

  test('gives what the thread found', async () => {
    const manifest = savedManifest();
    utimesSync(join(root, '2', 'index.html'), 1, 1);
    const threadPool = threadPoolThat(({ root: folder, begun }) => checkPortions(folder, manifest.read(), begun));
    expect(await helpedLook(manifest, threadPool)).toBe(false);
  });

  test('looks once more at all where the thread could not go on', async () => {
    const manifest = savedManifest();
    utimesSync(join(root, '2', 'index.html'), 1, 1);
    const threadPool = threadPoolThat(({ begun }) => {
      Atomics.store(new Int32Array(begun), 0, 1);
      return undefined;
    });
    expect(await helpedLook(manifest, threadPool)).toBe(false);
  });
});
