import { readPlainOptions } from '../../../src/markdown/kramdown/options/options.js';
import { createMarkdown, readKramdownOptions, smartify } from '../../../src/markdown/markdown.js';
import { toHash } from '../../markdown/fixtures.js';
import { askOracle, type OracleJob } from './oracle.js';

/** A text on which this program and kramdown disagree. */
export interface Difference {
  readonly job: OracleJob;
  readonly expected: string;
  readonly actual: string;
}

/** Converts a text with the options of a job. */
export function convert(job: OracleJob): string {
  const options = toHash(job.options ?? {}) as Map<unknown, unknown>;
  if (job.alone) {
    return createMarkdown({ dialect: 'kramdown', kramdown: readPlainOptions(options) }).render(job.text).html;
  }
  if (job.smartify) return smartify(job.text, readKramdownOptions(options));
  return createMarkdown({ dialect: 'kramdown', kramdown: readKramdownOptions(options) }).render(job.text).html;
}

/** Left by kramdown where a footnote asks for the list of footnotes: random letters. */
const placeholder = /[a-z0-9]{125}/;

/** Converts texts here and by the real kramdown. Those that kramdown itself fails on are left out. */
export async function compare(jobs: readonly OracleJob[]): Promise<{ differences: Difference[]; compared: number }> {
  const answers = await askOracle(jobs);
  const differences: Difference[] = [];
  let compared = 0;
  answers.forEach((answer, index) => {
    const job = jobs[index]!;
    if (answer.html === undefined || placeholder.test(answer.html)) return;
    compared++;
    let actual: string;
    try {
      actual = convert(job);
    } catch (error) {
      actual = `threw ${error instanceof Error ? error.stack : String(error)}`;
    }
    if (actual !== answer.html) differences.push({ job, expected: answer.html, actual });
  });
  return { differences, compared };
}

/** The first line that differs, with a little around it. */
export function describe({ expected, actual }: Difference): string {
  const left = expected.split('\n');
  const right = actual.split('\n');
  const at = left.findIndex((line, index) => line !== right[index]);
  const from = Math.max(0, at - 1);
  const show = (lines: string[]): string => lines.slice(from, (at < 0 ? lines.length : at) + 3).join('\n');
  return `--- kramdown\n${show(left).slice(0, 700)}\n--- here\n${show(right).slice(0, 700)}`;
}
