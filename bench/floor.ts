/**
 * A cold build over the least that it has to do: reading all, markdown-it alone, writing all bytes, in a process of the same shape.
 * npm run bench -- floor [--posts 1000] [--shape prose|mixed|code] [--runs 7]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Shape } from './blog/posts.js';
import { BENCH_FOLDER, CLI } from './lib/contestants.js';
import { type Command, type Cost, measure, medianCost } from './lib/measure.js';
import { emptyTrash, throwAway } from './lib/trash.js';
import { makeBlog } from './make-blog.js';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    shape: { type: 'string', default: 'prose' },
    runs: { type: 'string', default: '7' },
  },
});
const root = join(BENCH_FOLDER, 'sites', `floor-${values.shape}-${values.posts}`);
throwAway(root);
makeBlog(root, Number(values.posts), values.shape as Shape, ['jekyll']);
const cwd = join(root, 'jekyll');
const built = join(cwd, '_site');
const copy = join(root, 'written');
const build: Command = { file: process.execPath, args: [CLI, 'build', '--quiet'], cwd, env: { TZ: 'UTC' } };
const floor: Command = {
  file: process.execPath,
  args: [join(import.meta.dirname, 'lib', 'floor-run.mjs'), cwd, built, copy],
  cwd,
};
const costs: { build: Cost[]; floor: Cost[] } = { build: [], floor: [] };
measure(build);
for (let run = 0; run < Number(values.runs); run++) {
  for (const path of [built, join(cwd, '.jekyll-cache')]) throwAway(path);
  costs.build.push(measure(build));
  throwAway(copy);
  costs.floor.push(measure(floor));
}
emptyTrash();
const [own, least] = [medianCost(costs.build), medianCost(costs.floor)];
console.log(
  `${values.posts} posts, ${values.shape}, node ${process.version}, medians of ${values.runs} interleaved runs\n`,
);
console.log('| | wall s | CPU s | peak MB |\n|---|--:|--:|--:|');
for (const [name, cost] of [
  ['utterson, cold', own],
  ['the floor', least],
] as const)
  console.log(`| ${name} | ${cost.wall.toFixed(2)} | ${cost.cpu.toFixed(2)} | ${cost.memory.toFixed(0)} |`);
console.log(`| ratio | ${(own.wall / least.wall).toFixed(2)} | ${(own.cpu / least.cpu).toFixed(2)} | |`);
