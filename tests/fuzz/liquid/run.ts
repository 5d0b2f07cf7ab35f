/**
 * Compares our Liquid with the real one on templates made by chance:
 * `npx tsx tests/fuzz/liquid/run.ts [cases] [seed] [--keep FILE]`. `--keep` stores cases with Ruby's results.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Case, type Result, renderCase } from './engine.js';
import { generateTemplate } from './generate.js';
import { intendedDifference } from './intended.js';
import { judge } from './judge.js';
import { createRandom } from './random.js';

/** So many cases of a seed. */
export function makeCases(count: number, seed: number): Case[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    template: generateTemplate(random),
    mode: random.pick(['warn', 'warn', 'warn', 'lax', 'strict'] as const),
    strict: random.chance(0.08),
  }));
}

function same(a: Result, b: Result): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a case gives on another day: a date that is not whole is filled up from the clock. */
function renderOnAnotherDay(test: Case): Result {
  const { now } = Date;
  Date.now = () => Date.UTC(2001, 1, 3, 4, 5, 6);
  try {
    return renderCase(test);
  } finally {
    Date.now = now;
  }
}

function main(count: number, seed: number, keep: string | undefined): void {
  const cases = makeCases(count, seed);
  const expected: Result[] = [];
  for (let start = 0; start < cases.length; start += 5000) expected.push(...judge(cases.slice(start, start + 5000)));
  let differences = 0;
  let intended = 0;
  let errors = 0;
  const kept: unknown[] = [];
  cases.forEach((test, index) => {
    if ('error' in expected[index]!) errors++;
    let ours: Result;
    try {
      ours = renderCase(test);
    } catch (error) {
      ours = { error: `CRASH ${String((error as Error).stack).slice(0, 400)}` };
    }
    if (same(ours, expected[index]!)) {
      if (keep !== undefined && same(ours, renderOnAnotherDay(test))) kept.push({ ...test, ...expected[index] });
      return;
    }
    const reason = intendedDifference(test, expected[index]!, ours);
    if (reason !== undefined) {
      intended++;
      return;
    }
    differences++;
    if (differences <= 25) {
      console.log(`--- ${index} ${test.mode}${test.strict ? ' strict' : ''}\n${JSON.stringify(test.template)}`);
      console.log(`ruby ${JSON.stringify(expected[index])}\nours ${JSON.stringify(ours)}`);
    }
  });
  console.log(`${count} cases (${errors} of them refused), ${differences} differences, ${intended} intended ones`);
  if (keep !== undefined) writeFileSync(keep, gzipSync(JSON.stringify(kept), { level: 9 }));
}

const [count, seed] = process.argv.slice(2).map(Number);
const keep = process.argv.indexOf('--keep');
if (process.argv[1]?.endsWith('run.ts'))
  main(count || 2000, seed || 1, keep === -1 ? undefined : process.argv[keep + 1]);
