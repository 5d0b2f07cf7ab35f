import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ELEVENTY_PACKAGES } from '../blog/eleventy.js';
import { HEXO_PACKAGES } from '../blog/hexo.js';
import type { Command } from './measure.js';

/** A generator in the race. */
export interface Contestant {
  readonly name: string;
  /** The kind of site it builds, as `make-blog` names it. */
  readonly site: string;
  /** Removed before each cold run, relative to the site. */
  readonly caches: readonly string[];
  /** Installs what is missing; undefined where the machine does not have it, else its version. */
  prepare(): string | undefined;
  /** Called once in the site's folder before the first run. */
  settle?(folder: string): void;
  command(folder: string): Command;
  /** Removes caches only, where a run is to be warm: whatever this names is kept. */
  change?(folder: string): void;
}

/** Where sites are made and other generators installed. */
export const BENCH_FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/utterson-bench');

/** The compiled program; another copy is measured by naming its `cli.js` in UTTERSON_CLI. */
export const CLI = process.env.UTTERSON_CLI ?? resolve(import.meta.dirname, '../../dist/cli.js');
const JEKYLL_ENV = { JEKYLL_NO_BUNDLER_REQUIRE: 'true', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

function askVersion(file: string, ...args: string[]): string | undefined {
  const result = spawnSync(file, args, { encoding: 'utf8', env: { ...process.env, ...JEKYLL_ENV } });
  const match = /\d+\.\d+\.\d+\S*/.exec(result.stdout ?? '');
  return result.status === 0 ? (match?.[0] ?? 'unknown') : undefined;
}

function installPackages(name: string, packages: Readonly<Record<string, string>>): string | undefined {
  const folder = join(BENCH_FOLDER, name);
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const result = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--silent'], {
      cwd: folder,
      stdio: 'inherit',
    });
    if (result.status !== 0) {
      rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
      return undefined;
    }
  }
  const main = Object.keys(packages)[0]!;
  return askVersion(
    process.execPath,
    '-p',
    `require(${JSON.stringify(join(folder, 'node_modules', main, 'package.json'))}).version`,
  );
}

function linkPackages(name: string, folder: string): void {
  const link = join(folder, 'node_modules');
  if (!existsSync(link)) symlinkSync(join(BENCH_FOLDER, name, 'node_modules'), link, 'junction');
}

/** Adds a sentence to a post in the middle of a Jekyll site. */
function changeOnePost(folder: string): void {
  const posts = readdirSync(join(folder, '_posts')).sort();
  appendFileSync(join(folder, '_posts', posts[posts.length >> 1]!), '\nOne more sentence.\n');
}

const utterson: Contestant = {
  name: 'utterson',
  site: 'jekyll',
  caches: ['_site', '.jekyll-cache'],
  prepare: () => (existsSync(CLI) ? askVersion(process.execPath, CLI, '--version') : undefined),
  command: (cwd) => ({ file: process.execPath, args: [CLI, 'build', '--quiet'], cwd, env: { TZ: 'UTC', CI: 'true' } }),
};

/** All generators, Utterson's three ways first. */
export const CONTESTANTS: readonly Contestant[] = [
  utterson,
  { ...utterson, name: 'utterson, warm', caches: [] },
  { ...utterson, name: 'utterson, one post changed', caches: [], change: changeOnePost },
  {
    name: 'hugo',
    site: 'hugo',
    caches: ['_site', 'resources', '.hugo_build.lock'],
    prepare: () => askVersion('hugo', 'version'),
    command: (cwd) => ({ file: 'hugo', args: ['--quiet', '--ignoreCache', '--destination', '_site'], cwd }),
  },
  {
    name: 'jekyll',
    site: 'jekyll',
    caches: ['_site', '.jekyll-cache', '.sass-cache'],
    prepare: () => askVersion('jekyll', '--version'),
    command: (cwd) => ({ file: 'jekyll', args: ['build', '--quiet'], cwd, env: JEKYLL_ENV }),
  },
  {
    name: 'eleventy',
    site: 'eleventy',
    caches: ['_site'],
    prepare: () => installPackages('eleventy', ELEVENTY_PACKAGES),
    settle: (folder) => linkPackages('eleventy', folder),
    command: (cwd) => ({ file: process.execPath, args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], cwd }),
  },
  {
    name: 'hexo',
    site: 'hexo',
    caches: ['public', 'db.json'],
    prepare: () => installPackages('hexo', HEXO_PACKAGES),
    settle: (folder) => linkPackages('hexo', folder),
    command: (cwd) => ({ file: process.execPath, args: ['node_modules/hexo/bin/hexo', 'generate', '--silent'], cwd }),
  },
];

/** Where a contestant writes, relative to its site. */
export function destinationOf(contestant: Contestant): string {
  return contestant.name === 'hexo' ? 'public' : '_site';
}
