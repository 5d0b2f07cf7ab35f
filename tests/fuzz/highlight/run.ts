/**
 * Compares our highlighting with Rouge's on pieces of the tests' samples with mistakes in them:
 * `npx tsx tests/fuzz/highlight/run.ts [cases of each language] [seed] [language,…]`.
 */
import { createHighlighter } from '../../../src/markdown/highlight/highlighter.js';
import { type CodeCase, highlightByRouge } from '../../highlight/rouge.js';
import { listSamples, readText } from '../../highlight/samples.js';
import { createRandom, type Random } from '../liquid/random.js';

const highlighter = createHighlighter();

function highlight([language, code]: CodeCase): string {
  try {
    return highlighter.highlight(code, language);
  } catch (error) {
    return `CRASH ${String((error as Error).stack)}`;
  }
}

const marks =
  '" \' ` / \\ { } ( ) [ ] # // /* */ < > $ @ : ; = | & % - + ? ! ~ ^ , . _ -- :: << <!-- --> #{ ${ """ 0x1F 1.5e3 é'
    .split(' ')
    .concat(['\n', ' ', '  ', '\t']);

/** Some lines of a sample, with pieces taken out, doubled, exchanged and put in. */
function mutate(random: Random, text: string): string {
  const lines = text.split('\n');
  const from = random.below(lines.length);
  let pieces = piecesOf(lines.slice(from, from + 2 + random.below(12)).join('\n'));
  for (let left = random.below(5); left > 0 && pieces.length > 0; left--) {
    const at = random.below(pieces.length);
    const change = random.below(5);
    if (change === 0) pieces.splice(at, 1 + random.below(3));
    else if (change === 1) pieces.splice(at, 0, pieces[at]!);
    else if (change === 2) pieces.splice(at, 0, random.pick(marks));
    else if (change === 3) pieces.push('\n', random.pick(lines));
    else pieces.splice(at, 1, random.pick(pieces));
    pieces = piecesOf(pieces.join(''));
  }
  return pieces.join('');
}

function piecesOf(code: string): string[] {
  return code.match(/\w+|\s+|[^\w\s]/gu) ?? [];
}

/** Takes pieces away as long as the two differ. */
function shrink([language, code]: CodeCase): CodeCase {
  let best = piecesOf(code);
  for (let size = 16; size >= 1; size = Math.floor(size / 2)) {
    const shorter = best.map(
      (_, at): CodeCase => [language, [...best.slice(0, at), ...best.slice(at + size)].join('')],
    );
    const answers = highlightByRouge(shorter);
    const found = shorter.filter((one, at) => answers[at] !== null && answers[at] !== highlight(one));
    const least = found.sort(([, a], [, b]) => a.length - b.length)[0];
    if (least === undefined || least[1].length >= best.join('').length) continue;
    best = piecesOf(least[1]);
    size *= 2;
  }
  return [language, best.join('')];
}

function compareLanguage(language: string, texts: readonly string[], count: number, random: Random): number {
  const cases = Array.from({ length: count }, (): CodeCase => [language, mutate(random, random.pick(texts))]);
  const answers = highlightByRouge(cases);
  const different = cases.filter((one, at) => answers[at] !== null && answers[at] !== highlight(one));
  if (different.length === 0) return 0;
  const small = shrink(different[0]!);
  console.log(`${language}: ${different.length} of ${count}, such as ${JSON.stringify(small[1])}`);
  console.log(`  rouge ${highlightByRouge([small])[0]}\n  ours  ${highlight(small)}`);
  return different.length;
}

function main(count: number, seed: number, only: readonly string[] | undefined): void {
  const random = createRandom(seed);
  const samples = listSamples().filter(({ language }) => only?.includes(language) ?? true);
  let differences = 0;
  for (const { language, path } of samples) differences += compareLanguage(language, [readText(path)], count, random);
  console.log(`${count * samples.length} pieces of code: ${differences} differences`);
  process.exitCode = differences > 0 ? 1 : 0;
}

const [count = '50', seed = '1', only] = process.argv.slice(2);
main(Number(count), Number(seed), only?.split(','));
