import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ThreadPool } from '../../src/core/process/thread-pool.js';
import { createDestination } from '../../src/output/destination.js';
import { FolderTimes, type FolderTimesTask, lookUpFolderTimes } from '../../src/output/folder-times.js';
import { createSavedManifest, isUnchanged } from '../../src/output/manifest.js';
import type { WantedFile } from '../../src/output/plan-writes.js';
import { type WriteTask, writeBatch } from '../../src/output/write-batch.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-folders-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Longer than the clock of a file system takes to tick. */
function waitForClock(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8);
}

/** A file that is not written in the moment of the one before. */
function wanted(path: string): WantedFile {
  return {
    path,
    fingerprint: `"${path}`,
    content() {
      waitForClock();
      return path;
    },
  };
}

/** One that is. */
const quick = (path: string): WantedFile => ({ path, fingerprint: `"${path}`, content: () => path });

/** Writes as a thread does, one order after another; tells of the orders in this order. */
function threadPoolAnswering(order: readonly number[]): ThreadPool {
  const told: (() => void)[] = [];
  let count = 0;
  return {
    size: 3,
    isStarted: true,
    send(_thread, write) {
      waitForClock();
      const result = writeBatch(write as WriteTask);
      return new Promise((resolve) => {
        told[order.indexOf(count++)] = () => resolve(result);
        if (count === order.length) for (const setHash of told) setImmediate(setHash);
      });
    },
  };
}

const paths = ['a/index.html', 'a/more.html', 'b/index.html', 'b/c/index.html', 'd/e/f/index.html', 'd/g.html'];

describe('the times of folders in the manifest', () => {
  test.each([paths, paths.toReversed()])('are those of the disk: written here (%#)', async (...order) => {
    const destination = createDestination(root);
    destination.plan(new Map(), () => false);
    await destination.carryOut({ writes: order.map(wanted), removals: [] });
    expect(isUnchanged(root, destination.manifest())).toBe(true);
    await destination.carryOut({ writes: [wanted('a/last.html'), wanted('d/e/h/i.html')], removals: [] });
    expect(isUnchanged(root, destination.manifest())).toBe(true);
  });

  test('are not that of a destination where a build that was killed meanwhile has left backups', async () => {
    const destination = createDestination(root);
    destination.plan(new Map(), () => false);
    await destination.carryOut({ writes: [wanted('index.html')], removals: [] });
    mkdirSync(join(root, '.utterson-1'));
    writeFileSync(join(root, '.utterson-1/2'), 'old');
    const saved = createSavedManifest(JSON.stringify(destination.manifest()), []);
    const next = createDestination(root, saved);
    const files = new Map([['index.html', wanted('index.html')]]);
    expect(next.plan(files, () => false)).toMatchObject({ writes: [], removals: ['.utterson-1/2'] });
  });

  test.each([
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ])('are those of the disk: written by threads, told of in order %i, %i, %i', async (...order) => {
    const filler = (name: string): string[] => Array.from({ length: 30 }, (_, index) => `${name}/${index}.html`);
    // An order has 32 files.
    const all = [...paths.slice(0, 1), ...filler('x'), 'b/index.html'].concat(
      ...['a/more.html', ...filler('y'), 'b/c/index.html'],
      ...['a/e/f.html', ...filler('z'), 'b/c/d/index.html'],
    );
    const destination = createDestination(root, undefined, threadPoolAnswering(order));
    const ahead = destination.writeInBackground(() => {})!;
    for (const path of all) ahead.add(quick(path));
    expect(await ahead.finish()).toHaveLength(96);
    expect(isUnchanged(root, destination.manifest())).toBe(true);
  });
});

describe('times of folders that threads look up', () => {
  const names = Array.from({ length: 300 }, (_, index) => `${index}`);
  const threadPoolThat = (carriesOut: (task: FolderTimesTask) => void): ThreadPool => ({
    size: 1,
    isStarted: true,
    send: async (_thread, task) => carriesOut(task as FolderTimesTask),
  });
  const make = (): Map<string, number> => {
    for (const name of names) {
      mkdirSync(join(root, name));
      utimesSync(join(root, name), 1000, 1000 + Number(name));
    }
    return new Map(names.map((name) => [name, 1000 * (1000 + Number(name))]));
  };

  test.each([
    ['a thread', lookUpFolderTimes],
    ['nobody else', (): void => {}],
    // As if it had been ended in the middle of its first portion.
    ['a thread that ends', ({ progress }: FolderTimesTask): unknown => Atomics.add(new Int32Array(progress), 0, 1)],
  ])('are those of the disk, with the help of %s', (who, carriesOut) => {
    const expected = make();
    const found = new FolderTimes(root, [...names, 'missing'], threadPoolThat(carriesOut)).finish();
    // Those are read one by one when the manifest is made.
    const lost = who === 'a thread that ends' ? 64 : 0;
    expect(found).toEqual(new Map([...expected].slice(lost)));
  });

  test('are not taken where something was written since', async () => {
    const destination = createDestination(root, undefined, threadPoolThat(lookUpFolderTimes));
    destination.plan(new Map(), () => false);
    destination.replace(names.map((name) => quick(`x/${name}/y/index.html`)));
    destination.beginManifest();
    destination.replace(['x/0/y/other.html', 'x/0/z/index.html', 'x/new/index.html'].map(wanted));
    expect(isUnchanged(root, destination.manifest())).toBe(true);
  });
});
