/**
 * Highlights 1,000 different blocks of about 13 lines in ten languages, and the same with the real Rouge (if Ruby is here):
 * `tsx bench/highlight.ts`. Prints milliseconds a block, and what the first block of each language costs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHighlighter } from '../src/markdown/highlight/highlighter.js';

const languages = ['bash', 'javascript', 'ruby', 'python', 'html', 'css', 'yaml', 'json', 'java', 'go'];
const blocksOfLanguage = 100;
const linesOfBlock = 13;

interface Block {
  readonly language: string;
  readonly code: string;
}

/** Stretches of the samples from changing lines on; a word of each is numbered, so that no two blocks are equal. */
function makeBlocks(): Block[] {
  return languages.flatMap((language) => {
    const path = fileURLToPath(new URL(`../tests/highlight/samples/${language}.txt`, import.meta.url));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    return Array.from({ length: blocksOfLanguage }, (_, index) => {
      const start = (index * 5) % Math.max(1, lines.length - linesOfBlock);
      const part = lines
        .slice(start, start + linesOfBlock)
        .map((line, at) => (at % 3 === 0 ? line.replace(/[a-z]{4,}/, `$&${index}`) : line));
      return { language, code: `${part.join('\n')}\n` };
    });
  });
}

const rubyScript = `
require 'json'
require 'rouge'
blocks = JSON.parse(STDIN.read)
formatter = Rouge::Formatters::HTML.new
lex = ->(b) { formatter.format(Rouge::Lexer.find_fancy(b['language'], b['code']).lex(b['code'])) }
blocks.each_slice(${blocksOfLanguage}) { |some| lex.call(some.first) }
start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
blocks.each(&lex)
puts((Process.clock_gettime(Process::CLOCK_MONOTONIC) - start) * 1000)
`;

/** Rouge's milliseconds for all blocks, its lexers loaded before; undefined without Ruby. */
function timeRouge(blocks: readonly Block[]): number | undefined {
  const run = spawnSync('ruby', ['-e', rubyScript], {
    input: JSON.stringify(blocks),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return run.status === 0 ? Number(run.stdout) : undefined;
}

function format(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 3 : 1).padStart(8);
}

const blocks = makeBlocks();
const highlighter = createHighlighter();
for (const language of languages) {
  const own = blocks.filter((block) => block.language === language);
  const start = performance.now();
  highlighter.highlight(own[0]!.code, language);
  const first = performance.now();
  for (const block of own) highlighter.highlight(block.code, language);
  const end = performance.now();
  console.log(
    `${language.padEnd(12)} first block ${format(first - start)} ms, then ${format((end - first) / own.length)} ms a block`,
  );
}
const warm = createHighlighter();
for (const language of languages) warm.highlight(blocks.find((block) => block.language === language)!.code, language);
const start = performance.now();
for (const block of blocks) warm.highlight(block.code, block.language);
const ours = performance.now() - start;
const again = performance.now();
for (const block of blocks) warm.highlight(block.code, block.language);
console.log(
  `ours         ${format(ours)} ms for ${blocks.length} blocks, ${format(ours / blocks.length)} ms a block, met again ${format(performance.now() - again)} ms`,
);
const rouge = timeRouge(blocks);
if (rouge !== undefined)
  console.log(
    `Rouge        ${format(rouge)} ms, ${format(rouge / blocks.length)} ms a block: ${(rouge / ours).toFixed(1)} times ours`,
  );
