/**
 * What a run costs before the work begins, over an empty run of Node.
 * npm run bench -- startup [--runs 15]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH_FOLDER, CLI } from './lib/contestants.js';
import { type Command, measure, median } from './lib/measure.js';
import { emptyTrash, throwAway } from './lib/trash.js';
import { makeBlog } from './make-blog.js';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const root = join(BENCH_FOLDER, 'sites', 'startup');
throwAway(root);
makeBlog(root, 10, 'prose', ['jekyll']);
const cwd = join(root, 'jekyll');

/** A command, and what is removed before each run of it. */
const rows: readonly [name: string, command: Command, removed: readonly string[]][] = [
  ['node -e 0', { file: process.execPath, args: ['-e', '0'], cwd }, []],
  ['utterson --version', { file: process.execPath, args: [CLI, '--version'], cwd }, []],
  [
    'ten posts, cold',
    { file: process.execPath, args: [CLI, 'build', '--quiet'], cwd, env: { TZ: 'UTC' } },
    ['_site', '.jekyll-cache'],
  ],
  [
    'ten posts, nothing changed',
    { file: process.execPath, args: [CLI, 'build', '--quiet'], cwd, env: { TZ: 'UTC' } },
    [],
  ],
];
const walls = rows.map((): number[] => []);
for (let run = 0; run <= Number(values.runs); run++) {
  for (const [index, [, command, removed]] of rows.entries()) {
    for (const name of removed) throwAway(join(cwd, name));
    const { wall } = measure(command);
    // The first round only warms the system's own caches.
    if (run > 0) walls[index]!.push(wall);
  }
}
emptyTrash();
console.log(`node ${process.version}, medians of ${values.runs} interleaved runs\n`);
console.log("| run | wall ms | × Node's |\n|---|--:|--:|");
for (const [index, [name]] of rows.entries()) {
  const wall = median(walls[index]!);
  console.log(`| ${name} | ${(wall * 1000).toFixed(0)} | ${(wall / median(walls[0]!)).toFixed(2)} |`);
}
