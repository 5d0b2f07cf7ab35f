/**
 * Prints the share of characters whose class equals Rouge's, for each sample: `tsx tests/highlight/fidelity.ts [--write] [language[=file]…]`.
 * `--write` first remakes `expected/` with the real Rouge (Ruby needed). With a language, prints its differing places.
 */
import { writeFileSync } from 'node:fs';
import { createHighlighter } from '../../src/markdown/highlight/highlighter.js';
import { compareSpans, readSpans } from './classes.js';
import { highlightByRouge } from './rouge.js';
import { listSamples, readText, type Sample } from './samples.js';

function rouge(samples: readonly { language: string; path: string }[]): string[] {
  const found = highlightByRouge(samples.map(({ language, path }) => [language, readText(path)]));
  return found.map((html, index) => {
    if (html === null) throw new Error(`Rouge fails at ${samples[index]!.path}`);
    return html;
  });
}

function showDifferences(ours: string, theirs: string, limit: number): void {
  const a = readSpans(ours);
  const b = readSpans(theirs);
  let shown = 0;
  for (let at = 0; at < b.text.length && shown < limit; at += 1) {
    if (a.classes[at] === b.classes[at]) continue;
    let end = at;
    while (end < b.text.length && a.classes[end] === a.classes[at] && b.classes[end] === b.classes[at]) end += 1;
    const line = b.text.slice(0, at).split('\n').length;
    const before = b.text.slice(Math.max(0, at - 15), at);
    console.log(
      `  ${line}: ${JSON.stringify(before)} ${JSON.stringify(b.text.slice(at, end))} ours=${a.classes[at]} rouge=${b.classes[at]}`,
    );
    shown += 1;
    at = end - 1;
  }
}

const args = process.argv.slice(2);
const chosen = args.filter((arg) => !arg.startsWith('--'));
const samples: Sample[] = listSamples();
if (args.includes('--write')) {
  rouge(samples).forEach((html, index) => {
    writeFileSync(samples[index]!.expectedPath, html);
  });
}
const highlighter = createHighlighter();
const files = chosen.filter((arg) => arg.includes('=')).map((arg) => arg.split('='));
const extra = files.map(([language, path]) => ({ language: language!, path: path!, name: path! }));
const extraExpected = extra.length > 0 ? rouge(extra) : [];
const all = [
  ...(extra.length > 0 ? [] : samples.map((sample) => ({ ...sample, expected: readText(sample.expectedPath) }))),
  ...extra.map((sample, index) => ({ ...sample, expected: extraExpected[index]! })),
];
let same = 0;
let total = 0;
for (const sample of all) {
  const names = chosen.filter((arg) => !arg.includes('='));
  if (names.length > 0 && !names.includes(sample.language)) continue;
  const code = readText(sample.path);
  const ours = highlighter.highlight(code, sample.language);
  const result = compareSpans(ours, sample.expected);
  const lost = readSpans(ours).text === code ? '' : '  TEXT CHANGED';
  const exact = ours === sample.expected ? '  exact' : '';
  console.log(
    `${((100 * result.same) / result.total).toFixed(2).padStart(6)} %  ${sample.language.padEnd(12)} ${sample.name}${exact}${lost}`,
  );
  same += result.same;
  total += result.total;
  if (chosen.length > 0) showDifferences(ours, sample.expected, 40);
}
console.log(`${((100 * same) / total).toFixed(2).padStart(6)} %  all`);
