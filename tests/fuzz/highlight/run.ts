/**
 * Compares our highlighting with Rouge's on pieces of the tests' samples with mistakes in them, or with texts that the rules of
 * Rouge's lexers match: `npx tsx tests/fuzz/highlight/run.ts [--rules] [--show N] [cases of each language] [seed] [language,…]`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
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

const gaps = ['', '', '', ' ', ' ', '\n', '\n  '];

/** Texts that rules match, in a row or among some lines of a sample. */
function compose(random: Random, text: string, texts: readonly string[]): string {
  const some = (most: number): string[] =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(texts) + random.pick(gaps));
  if (random.chance(0.5)) return some(10).join('');
  const lines = text.split('\n');
  const from = random.below(lines.length);
  const pieces = piecesOf(lines.slice(from, from + 1 + random.below(6)).join('\n'));
  for (const one of some(4)) pieces.splice(random.below(pieces.length + 1), random.below(2), one);
  return pieces.join('');
}

/** Texts that the rules of each language match. */
function ruleTexts(languages: readonly string[], seed: number): ReadonlyMap<string, readonly string[]> {
  const script = fileURLToPath(new URL('rules.rb', import.meta.url));
  const input = JSON.stringify({ seed, languages });
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const output = execFileSync('ruby', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28, env });
  return new Map(Object.entries(JSON.parse(output) as Record<string, string[]>));
}

const differs = (one: CodeCase, answer: string | null): boolean => answer !== null && answer !== highlight(one);

/** Takes pieces away as long as the two differ, from all codes at once, as Ruby takes long to start. */
function shrink(all: readonly CodeCase[]): CodeCase[] {
  const found = all.map(([, code]) => piecesOf(code));
  let open = found.map((_, index) => ({ index, size: 16 }));
  while (open.length > 0) {
    const tries = open.flatMap(({ index, size }) =>
      found[index]!.map((_, at) => {
        const pieces = found[index]!.toSpliced(at, size);
        return { index, one: [all[index]![0], pieces.join('')] as CodeCase };
      }),
    );
    const answers = highlightByRouge(tries.map(({ one }) => one));
    const left = tries.filter(({ one }, at) => differs(one, answers[at]!));
    open = open.flatMap(({ index, size }) => {
      const least = left.filter((each) => each.index === index).sort((a, b) => a.one[1].length - b.one[1].length)[0];
      if (least !== undefined && least.one[1].length < found[index]!.join('').length) {
        found[index] = piecesOf(least.one[1]);
        return [{ index, size }];
      }
      return size === 1 ? [] : [{ index, size: size >> 1 }];
    });
  }
  return all.map(([language], index) => [language, found[index]!.join('')]);
}

/** Prints differences made smaller, each once. */
function print(different: readonly CodeCase[]): void {
  const small = new Map(shrink(different).map((one) => [one.join(' '), one]));
  const answers = highlightByRouge([...small.values()]);
  [...small.values()].forEach((one, index) => {
    console.log(`${one[0]}: ${JSON.stringify(one[1])}\n  rouge ${answers[index]}\n  ours  ${highlight(one)}`);
  });
}

function main(count: number, seed: number, only: readonly string[] | undefined): void {
  const random = createRandom(seed);
  const samples = listSamples().filter(({ language }) => only?.includes(language) ?? true);
  const languages = samples.map(({ language }) => language);
  const texts = withRules ? ruleTexts(languages, seed) : new Map<string, readonly string[]>();
  let differences = 0;
  for (let at = 0; at < samples.length; at += 20) {
    const cases = samples.slice(at, at + 20).flatMap(({ language, path }) => {
      const [text, own] = [readText(path), texts.get(language) ?? []];
      const make = own.length > 0 ? () => compose(random, text, own) : () => mutate(random, text);
      return Array.from({ length: count }, (): CodeCase => [language, make()]);
    });
    const answers = highlightByRouge(cases);
    const different = cases.filter((one, index) => differs(one, answers[index]!));
    differences += different.length;
    const seen = new Map<string, number>();
    print(
      different.filter(([language]) => {
        seen.set(language, (seen.get(language) ?? 0) + 1);
        return seen.get(language)! <= show;
      }),
    );
  }
  console.log(`${count * samples.length} pieces of code: ${differences} differences`);
  process.exitCode = differences > 0 ? 1 : 0;
}

const { values, positionals } = parseArgs({
  options: { rules: { type: 'boolean', default: false }, show: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const withRules = values.rules;
const show = Number(values.show);
const [count = '50', seed = '1', only] = positionals;
main(Number(count), Number(seed), only?.split(','));
