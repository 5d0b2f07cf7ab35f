// Compares real Markdown files: tsx tests/fuzz/kramdown/documents.ts FOLDER… [--limit N] [--show N] [--ext html,txt] [--options JSON]
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, describe } from './compare.js';
import { closeOracle } from './oracle.js';

const args = process.argv.slice(2);
const extensions = args.includes('--ext') ? args[args.indexOf('--ext') + 1]!.split(',') : ['md', 'markdown'];

const excluded = /(?:^|\/)(?:kramdown|jekyll|liquid|commonmark)[^/]*\/|\/proc\/|\/sys\//i;

function* findFiles(folder: string): Generator<string> {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (excluded.test(`${path}/`)) continue;
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) yield* findFiles(path);
    else if (
      stats?.isFile() &&
      extensions.some((ext) => name.toLowerCase().endsWith(`.${ext}`)) &&
      stats.size < 200_000
    )
      yield path;
  }
}

const options = JSON.parse(args.includes('--options') ? args[args.indexOf('--options') + 1]! : '{}') as Record<
  string,
  unknown
>;
const numberOf = (flag: string, otherwise: number): number =>
  args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : otherwise;
const folders = args.filter((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'));
const texts = new Map<string, string>();
for (const folder of folders) {
  for (const path of findFiles(folder)) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('\uFFFD') && !texts.has(text)) texts.set(text, path);
  }
}
const jobs = [...texts.keys()].slice(0, numberOf('--limit', 2000)).map((text) => ({ text, options }));
const started = Date.now();
const { differences, compared } = await compare(jobs);
for (const difference of differences.slice(0, numberOf('--show', 5))) {
  console.log(`=== ${texts.get(difference.job.text)}\n${describe(difference)}`);
}
const different = differences.map(({ job }) => texts.get(job.text)).join('\n');
console.log(`${different}\n${compared} compared, ${differences.length} different, ${Date.now() - started} ms`);
closeOracle();
