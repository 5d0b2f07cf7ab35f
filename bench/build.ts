/**
 * The race: one blog, built by each generator in turn.
 * npm run bench -- build [--posts 1000] [--shape prose|mixed|code] [--runs 5] [--only utterson,hugo] [--json FILE]
 * npm run bench -- build --theme minima [--posts 1000] …: the blog under Jekyll's usual theme, by Utterson and Jekyll.
 * npm run bench -- build --site DIR: a Jekyll site of yours, by Utterson and Jekyll.
 */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { minimaFiles } from './blog/minima.js';
import { writeFiles } from './blog/parts.js';
import { makePosts, type Shape } from './blog/posts.js';
import { BENCH_FOLDER, CONTESTANTS, type Contestant, destinationOf } from './lib/contestants.js';
import { type Cost, measure, medianCost } from './lib/measure.js';
import { emptyTrash, throwAway } from './lib/trash.js';
import { makeBlog } from './make-blog.js';

interface Entry {
  readonly contestant: Contestant;
  readonly version: string;
  readonly folder: string;
  readonly costs: Cost[];
  pages: string[];
}

interface Race {
  /** A Jekyll site to build instead of the made blog. */
  readonly site?: string;
  /** Whether the blog is under the theme minima, which only Utterson and Jekyll can build. */
  readonly isMinima: boolean;
  readonly posts: number;
  readonly shape: Shape;
  readonly runs: number;
  readonly only: readonly string[];
}

/** Pages below a folder, as addresses. Hugo's redirect from page 1 is nobody's page. */
function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && path !== 'page/1/index.html')
    .sort();
}

function enter(race: Race, root: string): Entry[] {
  const wanted = CONTESTANTS.filter(({ name }) => race.only.length === 0 || race.only.includes(name.split(',')[0]!));
  const entries: Entry[] = [];
  for (const contestant of wanted) {
    if (contestant.change !== undefined && race.site !== undefined) continue;
    const version = contestant.prepare();
    if (version === undefined) {
      console.log(`${contestant.name}: not on this machine, left out`);
      continue;
    }
    // Each has a copy of its own, so that no one's caches are another's.
    const folder = join(root, contestant.name.replaceAll(/\W+/g, '-'));
    const source = join(root, contestant.site);
    if (folder !== source) cpSync(source, folder, { recursive: true });
    contestant.settle?.(folder);
    entries.push({ contestant, version, folder, costs: [], pages: [] });
  }
  return entries;
}

function runOnce({ contestant, folder }: Entry): Cost {
  for (const cache of contestant.caches) throwAway(join(folder, cache));
  contestant.change?.(folder);
  return measure(contestant.command(folder));
}

function race(entries: readonly Entry[], runs: number): void {
  for (const entry of entries) {
    // A first run that is not counted: disk caches of the system, and the warm ones' own.
    measure(entry.contestant.command(entry.folder));
    entry.pages = listPages(join(entry.folder, destinationOf(entry.contestant)));
  }
  for (let run = 0; run < runs; run++) for (const entry of entries) entry.costs.push(runOnce(entry));
}

function checkPages(entries: readonly Entry[]): boolean {
  const [first, ...others] = entries;
  if (first === undefined) return true;
  let right = true;
  for (const { contestant, pages } of others) {
    const missing = first.pages.filter((page) => !pages.includes(page));
    const extra = pages.filter((page) => !first.pages.includes(page));
    if (missing.length + extra.length === 0) continue;
    right = false;
    console.log(`${contestant.name} wrote other pages: missing ${missing.slice(0, 3)}, extra ${extra.slice(0, 3)}`);
  }
  if (right) console.log(`every site has the same ${first.pages.length} pages`);
  return right;
}

function printTable(entries: readonly Entry[]): void {
  const base = entries.find(({ contestant }) => contestant.name === 'utterson') ?? entries[0]!;
  const own = medianCost(base.costs);
  console.log(
    `\n| generator | version | wall s | CPU s | peak MB | wall, × ${base.contestant.name} | ${base.contestant.name}'s wall over it |`,
  );
  console.log('|---|---|--:|--:|--:|--:|--:|');
  for (const { contestant, version, costs } of entries) {
    const { wall, cpu, memory } = medianCost(costs);
    const cells = [
      wall.toFixed(2),
      cpu.toFixed(2),
      memory.toFixed(0),
      (wall / own.wall).toFixed(2),
      (own.wall / wall).toFixed(3),
    ];
    console.log(`| ${contestant.name} | ${version} | ${cells.join(' | ')} |`);
  }
}

function readRace(): Race & { json: string | undefined } {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '1000' },
      shape: { type: 'string', default: 'mixed' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      site: { type: 'string' },
      theme: { type: 'string' },
    },
  });
  const { site, json, theme } = values;
  if (theme !== undefined && theme !== 'minima') throw new Error(`--theme takes minima, not ${theme}`);
  const isForAll = site === undefined && theme === undefined;
  const only = isForAll ? values.only.split(',').filter(Boolean) : ['utterson', 'jekyll'];
  return {
    posts: Number(values.posts),
    shape: values.shape as Shape,
    runs: Number(values.runs),
    only,
    json,
    site,
    isMinima: theme === 'minima',
  };
}

function prepareSites({ posts, shape, runs, only, site, isMinima }: Race, root: string): void {
  if (isMinima) {
    writeFiles(join(root, 'jekyll'), minimaFiles(makePosts(posts, shape, 1)));
    console.log(`${posts} posts, ${shape}, under minima, medians of ${runs} interleaved runs`);
  } else if (site === undefined) {
    const kinds = CONTESTANTS.filter(({ name }) => only.length === 0 || only.includes(name.split(',')[0]!));
    makeBlog(root, posts, shape, [...new Set(kinds.map((one) => one.site))]);
    console.log(`${posts} posts, ${shape}, medians of ${runs} interleaved runs`);
  } else {
    cpSync(site, join(root, 'jekyll'), { recursive: true });
    console.log(`${site}, medians of ${runs} interleaved runs`);
  }
}

function main(): number {
  const asked = readRace();
  const root = join(BENCH_FOLDER, 'sites', asked.site === undefined ? `${asked.shape}-${asked.posts}` : 'own');
  throwAway(root);
  prepareSites(asked, root);
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  const entries = enter(asked, root);
  race(entries, asked.runs);
  const right = checkPages(entries);
  printTable(entries);
  if (asked.json !== undefined) {
    const rows = entries.map(({ contestant, version, costs }) => ({
      name: contestant.name,
      version,
      ...medianCost(costs),
    }));
    writeFileSync(asked.json, `${JSON.stringify({ posts: asked.posts, shape: asked.shape, rows }, null, 2)}\n`);
  }
  emptyTrash();
  return right ? 0 : 1;
}

process.exitCode = main();
