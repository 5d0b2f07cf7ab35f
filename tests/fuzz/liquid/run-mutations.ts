/**
 * Compares our Liquid, as a library, with the real one on sound templates into which mistakes were put:
 * `npx tsx tests/fuzz/liquid/run-mutations.ts [cases] [seed]`. All that is printed and said must be the same, with lines.
 */
import { judgeLibrary, type LibraryCase, type LibraryResult, renderLibrary } from './library.js';
import { mutateTemplate } from './mutate.js';
import { createRandom } from './random.js';

function makeCases(count: number, seed: number): LibraryCase[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    template: mutateTemplate(random),
    mode: random.pick(['lax', 'warn', 'strict'] as const),
    lines: random.chance(0.9),
    strict: random.chance(0.1),
  }));
}

function render(test: LibraryCase): LibraryResult {
  try {
    return renderLibrary(test);
  } catch (error) {
    return { refused: `CRASH ${String((error as Error).stack).slice(0, 400)}` };
  }
}

const [count = 2000, seed = 1] = process.argv.slice(2).map(Number);
const cases = makeCases(count, seed);
let refused = 0;
let differences = 0;
judgeLibrary(cases).forEach((expected, index) => {
  const test = cases[index]!;
  if ('refused' in expected) refused++;
  const ours = render(test);
  if (JSON.stringify(ours) === JSON.stringify(expected)) return;
  differences++;
  if (differences > 25) return;
  console.log(`--- ${index} ${test.mode}${test.strict ? ' strict' : ''}${test.lines ? '' : ' without lines'}`);
  console.log(`${JSON.stringify(test.template)}\nruby ${JSON.stringify(expected)}\nours ${JSON.stringify(ours)}`);
});
console.log(`${count} cases (${refused} of them refused), ${differences} differences`);
