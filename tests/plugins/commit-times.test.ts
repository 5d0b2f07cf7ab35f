import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitTimes } from '../../src/plugins/last-modified/commit-times.js';
import { createTools } from './helpers.js';

let root = '';
let now = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-git-'));
  now = 1_600_000_000;
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const date = `${now} +0000`;
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: join(root, 'none'),
  };
  const user = ['-c', 'user.name=a', '-c', 'user.email=a@b.c'];
  return spawnSync('git', [...user, ...args], { cwd: root, encoding: 'utf8', env }).stdout;
}

/** Writes files and commits them, a thousand seconds later; gives the time. */
function commit(files: Readonly<Record<string, string>>, ...options: readonly string[]): number {
  now += 1000;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '-m', 'x', ...options);
  return now;
}

function merge(...branches: readonly string[]): number {
  now += 1000;
  git('merge', '--quiet', '--no-ff', '-m', 'merge', ...branches);
  return now;
}

/** What the gem asks for each file by itself, and what one look at the history gives. */
function bothTimes(folder: string, files: readonly string[]): [alone: unknown[], together: unknown[]] {
  const ask = (...args: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', args, { cwd: join(root, folder), encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  };
  const times = commitTimes({ ...createTools(), git: ask });
  const alone = files.map((file) => Number(ask('log', '-n', '1', '--format=%ct', '--', file)) || undefined);
  return [alone, files.map((file) => times.get(file))];
}

test.each(['', 'a site/'])(
  'of merged branches, a file has the time of the one that it was taken from: %j',
  (folder) => {
    const at = (files: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));
    commit(at({ 'a.md': '1', 'ü.md': '1', 'b c.md': '1\n\n2\n\n3\n' }));
    git('checkout', '--quiet', '-b', 'side');
    const side = commit(at({ 'a.md': 'same', 'side.md': '1', 'b c.md': '1\n\n2\n\n3 side\n' }));
    const later = commit(at({ 'later.md': '1' }));
    git('checkout', '--quiet', 'main');
    const main = commit(at({ 'a.md': 'same', 'b c.md': '1 main\n\n2\n\n3\n' }));
    const merged = merge('side');
    const files = ['a.md', 'ü.md', 'b c.md', 'side.md', 'later.md', 'nothing.md'];
    const [alone, together] = bothTimes(folder, files);
    expect(together).toEqual(alone);
    expect(together).toEqual([main, 1_600_001_000, merged, side, later, undefined]);
  },
);

test('a change that a merge left out, and files of three branches at once', () => {
  const first = commit({ 'a.md': '1', 'b.md': '1' });
  for (const name of ['one', 'two']) {
    git('checkout', '--quiet', '-b', name, 'main');
    commit({ [`${name}.md`]: '1' });
  }
  git('checkout', '--quiet', '-b', 'ours', 'main');
  commit({ 'a.md': '2' });
  git('checkout', '--quiet', 'main');
  now += 1000;
  git('merge', '--quiet', '--no-ff', '--strategy=ours', '-m', 'x', 'ours');
  merge('one', 'two');
  const [alone, together] = bothTimes('', ['a.md', 'b.md', 'one.md', 'two.md']);
  expect(together).toEqual(alone);
  expect(together).toEqual([first, first, 1_600_002_000, 1_600_003_000]);
});
