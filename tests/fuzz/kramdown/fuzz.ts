// Compares generated texts: tsx tests/fuzz/kramdown/fuzz.ts [--count N] [--seed N] [--show N] [--mutate FOLDER] [--posts FILE] [--options JSON] [--soup] [--dense] [--html] [--constructs] [--real-like] [--vary]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, convert, type Difference, describe } from './compare.js';
import { generateConstructs } from './constructs.js';
import { generateDense, generateSoup, generateText, mutateText } from './generate.js';
import { generateHtml } from './html.js';
import { askOracle, closeOracle, type OracleJob } from './oracle.js';
import { generateOptions, generateRealLike } from './real-like.js';
import { spliceTexts } from './splice.js';

const args = process.argv.slice(2);
const optionOf = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const count = Number(optionOf('--count') ?? 1000);
const seed = Number(optionOf('--seed') ?? 1);
const folder = optionOf('--mutate');
const postsFile = optionOf('--posts');
const options = JSON.parse(optionOf('--options') ?? '{}') as Record<string, unknown>;

const generators = {
  '--soup': generateSoup,
  '--dense': generateDense,
  '--html': generateHtml,
  '--constructs': generateConstructs,
  '--real-like': generateRealLike,
};
const generate = Object.entries(generators).find(([flag]) => args.includes(flag))?.[1] ?? generateText;

function sourceTexts(path: string): string[] {
  return (readdirSync(path, { recursive: true }) as string[])
    .map((name) => join(path, name))
    .filter((name) => /readme\.md$/i.test(name) && statSync(name).size < 8000)
    .map((name) => readFileSync(name, 'utf8'));
}

/** Texts without their front matter, of a file of JSON: `[{ "t": text }, …]`. */
function readPosts(file: string): string[] {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as { readonly t: string }[];
  return texts.map(({ t }) => t.replace(/^\ufeff?---\r?\n[\s\S]*?\n---\s*\n/, ''));
}

function textOf(index: number, sources: readonly string[] | undefined, posts: readonly string[] | undefined): string {
  const own = seed * 100_003 + index;
  if (posts !== undefined) return spliceTexts(posts, own);
  return sources === undefined ? generate(own) : mutateText(sources[index % sources.length]!, own);
}

function createJobs(): OracleJob[] {
  const sources = folder === undefined ? undefined : sourceTexts(folder);
  const posts = postsFile === undefined ? undefined : readPosts(postsFile);
  return Array.from({ length: count }, (_, index) => ({
    text: textOf(index, sources, posts),
    options: args.includes('--vary') ? { ...generateOptions(seed * 100_003 + index), ...options } : options,
    smartify: args.includes('--smartify'),
    alone: args.includes('--alone'),
  }));
}

/** Takes lines away as long as the difference stays. */
async function shrink(difference: Difference): Promise<Difference> {
  let best = difference;
  for (let round = 0; round < 12; round++) {
    const lines = best.job.text.split('\n');
    const candidates: OracleJob[] = [];
    for (const size of [16, 8, 4, 2, 1]) {
      for (let at = 0; at < lines.length && size < lines.length; at += size) {
        const text = [...lines.slice(0, at), ...lines.slice(at + size)].join('\n');
        candidates.push({ ...best.job, text });
      }
    }
    if (lines.length < 4) {
      const words = best.job.text.split(/(?<= )/);
      const pieces = words.length < 3 ? [...best.job.text] : words;
      pieces.forEach((_, at) => {
        candidates.push({ ...best.job, text: [...pieces.slice(0, at), ...pieces.slice(at + 1)].join('') });
      });
    }
    const answers = await askOracle(candidates);
    const found = answers
      .map((answer, index) => ({ answer, job: candidates[index]! }))
      .filter(({ answer, job }) => answer.html !== undefined && convert(job) !== answer.html)
      .sort((a, b) => a.job.text.length - b.job.text.length)[0];
    if (found === undefined || found.job.text.length >= best.job.text.length) break;
    best = { job: found.job, expected: found.answer.html!, actual: convert(found.job) };
  }
  return best;
}

const started = Date.now();
const { differences, compared } = await compare(createJobs());
for (const difference of differences.slice(0, Number(optionOf('--show') ?? 5))) {
  const small = await shrink(difference);
  console.log(`=== ${JSON.stringify(small.job.text)} ${JSON.stringify(small.job.options)}\n${describe(small)}`);
}
console.log(`${compared} compared, ${differences.length} different, ${Date.now() - started} ms`);
closeOracle();
