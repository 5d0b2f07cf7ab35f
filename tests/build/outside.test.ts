import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { gitState } from '../../src/build/saved/git-state.js';
import { answersAreUnchanged, createOutside } from '../../src/build/saved/outside.js';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import { readTree } from './site-edits.js';

// Who asks for it looked at the whole site.
const wholeLook = await vi.hoisted(async () => (await import('./whole-look.js')).watchWholeLooks());
vi.setConfig({ testTimeout: 60_000 });

const root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-outside-')));
const folder = join(root, 'source');
const destination = join(root, 'site');
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function git(...args: string[]): void {
  const names = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...names, ...args], { cwd: folder, stdio: 'ignore' });
}

/** Writes the files of a site, long ago, so that their times tell whether they changed. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  }
}

async function build(): Promise<{ tree: Record<string, string>; isWhole: boolean }> {
  wholeLook.mockClear();
  const builder = await createOnceBuilder({ source: folder, destination, quiet: true });
  const { ok } = await builder.build();
  await builder.close();
  expect(ok).toBe(true);
  return { tree: readTree(destination), isWhole: wholeLook.mock.calls.length > 0 };
}

async function buildClean(): Promise<Record<string, string>> {
  const clean = join(root, 'clean');
  rmSync(clean, { recursive: true, force: true });
  const builder = await createBuilder({ source: folder, destination: clean, quiet: true, disable_disk_cache: true });
  await builder.build();
  await builder.close();
  return readTree(clean);
}

/** Expects another site after a change, and nothing to be looked at once more after that. */
async function expectOther(before: Record<string, string>): Promise<Record<string, string>> {
  const { tree } = await build();
  expect(tree).not.toEqual(before);
  expect(tree).toEqual(await buildClean());
  expect(await build()).toEqual({ tree, isWhole: false });
  return tree;
}

describe('variables of the environment', () => {
  const page = '---\n---\n<body>:smile: @hubot {% avatar hubot %}</body>\n';

  it('that rendering goes by are part of what a site is built from', async () => {
    write({ '_config.yml': 'time: 2024-01-01\nplugins: [jemoji, jekyll-avatar, jekyll-mentions]\n', 'a.html': page });
    let { tree } = await build();
    expect(await build()).toEqual({ tree, isWhole: false });
    vi.stubEnv('ASSET_HOST_URL', 'https://assets.example');
    tree = await expectOther(tree);
    vi.stubEnv('PAGES_AVATARS_URL', 'https://avatars.example');
    tree = await expectOther(tree);
    vi.stubEnv('SSL', 'true');
    vi.stubEnv('GITHUB_HOSTNAME', 'git.example');
    tree = await expectOther(tree);
    expect(tree['a.html']).toContain('https://git.example/hubot');
  });

  it('that generators ask for are, and leave what does not show them as it is', async () => {
    write({
      '_config.yml': 'time: 2024-01-01\nplugins: [github-pages]\ntheme: null\nrepository: ann/site\n',
      'a.html': '---\n---\n{{ site.github.owner_name }} {{ site.github.build_revision }}\n',
      'b.html': '---\n---\nb\n',
    });
    vi.stubEnv('JEKYLL_BUILD_REVISION', '1');
    const { tree } = await build();
    expect(await build()).toEqual({ tree, isWhole: false });
    vi.stubEnv('JEKYLL_BUILD_REVISION', '2');
    const builder = await createOnceBuilder({ source: folder, destination, quiet: true });
    expect((await builder.build()).written).toEqual(['a.html']);
    await builder.close();
    vi.stubEnv('PAGES_REPO_NWO', 'bob/site');
    const other = await expectOther(tree);
    expect(other['a.html']).toBe('bob 2\n');
  });
});

describe('what git says', () => {
  it('is part of what a site is built from', async () => {
    write({
      '_config.yml':
        'time: 2024-01-01\nplugins: [jekyll-last-modified-at, jekyll-github-metadata]\nrepository: ann/site\n',
      'a.html': '---\n---\n{{ page.last_modified_at | date: "%s" }} {{ site.github.build_revision }}\n',
    });
    git('init', '-q');
    const { tree: before } = await build();
    expect(await build()).toEqual({ tree: before, isWhole: false });
    git('add', 'a.html');
    git('commit', '-qm', 'a', '--date', '2020-01-01T00:00:00Z');
    const tree = await expectOther(before);
    vi.stubEnv('GIT_COMMITTER_DATE', '2021-01-01T00:00:00Z');
    git('commit', '-qm', 'a', '--amend');
    expect((await expectOther(tree))['a.html']).toMatch(/^1609459200 [0-9a-f]{40}\n$/);
  });

  it('is asked once, and again where it may say something else', () => {
    write({ 'a.html': 'a' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    const outside = createOutside(folder);
    const commit = outside.git('rev-parse', 'HEAD')!.trim();
    expect(outside.git('show', '--format=%s', '-s', commit)).toBe('a\n');
    expect(outside.variable('UTTERSON_NOT_SET')).toBeUndefined();
    expect(outside.git('no-command')).toBeUndefined();
    const asked = outside.asked();
    expect(asked).toEqual([
      [['git', 'rev-parse', 'HEAD'], `${commit}\n`],
      [['variable', 'UTTERSON_NOT_SET'], null],
      [['git', 'no-command'], null],
    ]);
    git('commit', '-qm', 'b', '--allow-empty');
    expect(outside.git('rev-parse', 'HEAD')!.trim()).toBe(commit);
    expect(answersAreUnchanged(asked, outside)).toBe(true);
    outside.refresh();
    expect(outside.git('rev-parse', 'HEAD')!.trim()).not.toBe(commit);
    expect(outside.git('show', '--format=%s', '-s', commit)).toBe('a\n');
    expect(answersAreUnchanged(asked, createOutside(folder))).toBe(false);
    expect(answersAreUnchanged(asked.slice(1), createOutside(folder))).toBe(true);
    vi.stubEnv('UTTERSON_NOT_SET', 'is');
    expect(answersAreUnchanged(asked.slice(1), createOutside(folder))).toBe(false);
  });

  it('is seen by the next rebuild', async () => {
    write({
      '_config.yml': 'time: 2024-01-01\nplugins: [jekyll-last-modified-at]\n',
      'a.html': '---\n---\n{{ page.last_modified_at | date: "%s" }}\n',
      'b.html': '---\n---\nb\n',
    });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    const builder = await createBuilder({ source: folder, destination, quiet: true });
    await builder.build();
    vi.stubEnv('GIT_COMMITTER_DATE', '2021-01-01T00:00:00Z');
    git('commit', '-qm', 'a', '--amend');
    write({ 'b.html': '---\n---\nother\n' });
    await builder.build({ changed: [join(folder, 'b.html')] });
    await builder.close();
    expect(readTree(destination)).toEqual(await buildClean());
    expect(readTree(destination)['a.html']).toBe('1609459200\n');
  });
});

describe('the state of a repository', () => {
  it('is another after whatever changes what git says', () => {
    write({ 'a.html': 'a' });
    const states = [gitState(folder)];
    const make = (...args: string[]): void => {
      git(...args);
      states.push(gitState(folder));
    };
    make('init', '-q');
    git('add', '.');
    make('commit', '-qm', 'a');
    make('commit', '-qm', 'b', '--allow-empty');
    make('reset', '-q', '--soft', 'HEAD~');
    make('checkout', '-qb', 'other');
    make('remote', 'add', 'origin', 'https://example.com/a/b.git');
    make('checkout', '-q', '--detach');
    make('commit', '-qm', 'c', '--allow-empty');
    expect(states[0]).toBe('');
    expect(new Set(states).size).toBe(states.length);
    const last = gitState(join(folder, 'deep', 'down'));
    expect(last).toBe(gitState(folder));
  });

  it('is that of a work tree in a work tree', () => {
    write({ 'a.html': 'a' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    const tree = join(root, 'tree');
    git('worktree', 'add', '-q', tree);
    const before = gitState(tree);
    git('-C', tree, 'commit', '-qm', 'b', '--allow-empty');
    expect(before).not.toBe('');
    expect(gitState(tree)).not.toBe(before);
  });
});
