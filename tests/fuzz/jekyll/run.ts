/**
 * Compares templates made of real ones, within a site, as the real Jekyll and ours render them:
 * `npx tsx tests/fuzz/jekyll/run.ts TEMPLATES.json [cases] [seed] [--config YAML] [--zone NAME] [--keep FOLDER] [--filters]`. The file holds `[{ "t": text }, …]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder } from '../../../src/build.js';
import { headline } from '../../../src/cli/printing/headline.js';
import type { Diagnostic } from '../../../src/core/diagnostics.js';
import { createRandom } from '../liquid/random.js';
import { writeSite, writeText } from './site.js';
import { makeOutput, spliceTemplates, takeApart } from './splice.js';

interface Judged {
  readonly output?: string;
  readonly error?: string;
  readonly said: readonly string[];
}

const args = process.argv.slice(2);
const optionOf = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const [templatesFile, count = '1000', seed = '1'] = args;
const more = (optionOf('--config') ?? '').replaceAll('\\n', '\n');
const zone = optionOf('--zone') ?? 'UTC';

function makeCases(): Map<string, string> {
  const texts = (JSON.parse(readFileSync(templatesFile!, 'utf8')) as { readonly t: string }[]).map(({ t }) => t);
  const templates = takeApart(texts);
  const random = createRandom(Number(seed));
  const cases = new Map<string, string>();
  for (let index = 0; index < Number(count); index++) {
    const layout = random.pick(['', '', '', '', 'layout: base\n', 'layout: inner\n']);
    const name = `${String(index).padStart(5, '0')}.${random.pick(['html', 'html', 'html', 'txt', 'md'])}`;
    const data = `title: ${random.pick(['Case', '"A & <b>"', 'Ünï', '12', '1.0', '~', '[a, b]'])}\n${layout}items: [b, ~, a, 3]\nnum: ${random.pick(['5', '-2.5', '0', '"7"'])}\nauthor: ${random.pick(['ann', 'bob', '[ann, bob]', '{name: X}'])}\ndeep: {list: [{a: 1}, {a: ~}]}\nfile: small.html\nrel: rel.md\nlinked: about.md\n`;
    const folder = random.chance(0.85) ? 'cases' : '_zz';
    cases.set(
      `${folder}/${name}`,
      `---\n${data}---\n${args.includes('--filters') ? makeOutput(random) : spliceTemplates(random, templates)}\n`,
    );
  }
  return cases;
}

/** A plugin that takes outputs, those of a build with errors as well. */
const watcher = `const take = (document) => void globalThis.fuzzOutputs.set(document.path, document.output);
export default { hooks: { 'documents:post_render': take, 'pages:post_render': take } };
`;

/** What the real Jekyll makes of all, by path. */
function judge(source: string): Record<string, Judged> {
  const file = `${source}.json`;
  const ruby = spawnSync('ruby', [fileURLToPath(new URL('judge.rb', import.meta.url)), source, file], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  if (ruby.status !== 0) throw new Error(ruby.stderr);
  const judged = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Judged>;
  rmSync(file);
  return judged;
}

/** The case that a diagnostic belongs to: the outermost of the files on the way to it. */
const caseOf = ({ via, path }: Diagnostic): string | undefined => via?.at(-1)?.path ?? path;

const withoutLine = (text: string): string => text.replace(/line \d+/, '');

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 60);
  return `ruby ${JSON.stringify(a.slice(from, at + 120))}\nours ${JSON.stringify(b.slice(from, at + 120))}`;
}

async function main(): Promise<void> {
  const kept = optionOf('--keep');
  const source = kept ?? mkdtempSync(join(tmpdir(), 'utterson-fuzz-'));
  const cases = makeCases();
  writeSite(source, more, zone);
  for (const folder of ['_zz', 'cases']) {
    writeText(join(source, folder, 'rel.md'), 'rel[{{ include.x }}{{ page.title }}]\n');
    writeText(join(source, folder, 'sub/rel.html'), 'rel2[{{ include.x | inspect }}]\n');
  }
  for (const [path, text] of cases) writeText(join(source, path), text);
  writeText(join(source, '_plugins/watch.mjs'), watcher);
  const outputs = new Map<string, string>();
  (globalThis as { fuzzOutputs?: Map<string, string> }).fuzzOutputs = outputs;
  const judged = judge(source);
  const builder = await createBuilder({ source, destination: join(source, '_site'), disable_disk_cache: true });
  const { diagnostics, documents } = await builder.build();
  await builder.close();
  const said = new Map<string, string[]>();
  for (const diagnostic of diagnostics) {
    const { topic, text } = headline(diagnostic, source);
    const path = caseOf(diagnostic) ?? '';
    said.set(path, [...(said.get(path) ?? []), `${diagnostic.severity === 'error' ? '!' : ''}${topic} ${text}`]);
  }
  let different = 0;
  let errors = 0;
  const show = Number(optionOf('--show') ?? 15);
  for (const [path, text] of cases) {
    const ruby = judged[path];
    if (ruby === undefined) continue;
    const ours = said.get(path) ?? [];
    const failed = ours.find((line) => line.startsWith('!'));
    if (ruby.error !== undefined) errors++;
    let problem: string | undefined;
    // A mistake in an include is told once.
    if (ruby.error !== undefined && /warns\.html|fails\.html/.test(ruby.error)) continue;
    // Ruby's own errors for wrong values: ours goes on.
    if (
      ruby.error !== undefined &&
      failed === undefined &&
      /^(?:NoMethodError|TypeError|FloatDomainError|RangeError|NameError)/.test(ruby.error)
    )
      continue;
    if (/post_url/.test(ruby.error ?? '') && failed !== undefined) continue;
    if (ruby.error !== undefined && failed === undefined) problem = `ruby fails: ${ruby.error.slice(0, 300)}`;
    else if (ruby.error === undefined && failed !== undefined) problem = `ours fails: ${failed.slice(0, 400)}`;
    else {
      // What Ruby itself says of a wrong value we say in other words.
      const isOwn =
        ruby.error === undefined ||
        /^Liquid::|^Jekyll::|^ArgumentError: (?:Invalid|Could not)|^IOError/.test(ruby.error);
      const tell = (lines: readonly string[]): string =>
        lines
          .map((line) => line.replace(/^!/, '').replace(/\s+/g, ' '))
          .filter((line) => /^Liquid (?:Warning|Exception)/.test(line) && !/There is no filter/.test(line))
          // The same mistake is told once a file.
          .filter((line, index, all) => all.findIndex((other) => withoutLine(other) === withoutLine(line)) === index)
          .join('\n');
      const wanted = tell(ruby.said);
      const got = tell(ours);
      if (isOwn && wanted !== got) problem = `said\n${firstDifference(wanted, got)}`;
      else if (ruby.error === undefined) {
        const output = outputs.get(path);
        if (output !== ruby.output) problem = firstDifference(ruby.output ?? '', output ?? '(none)');
      }
    }
    if (problem === undefined) continue;
    different++;
    if (different <= show)
      console.log(
        `=== ${path} ${JSON.stringify(text.replace(/^---[\s\S]*?\n---\n/, '')).slice(0, 1500)}\n${problem}\n`,
      );
  }
  console.log(`${cases.size} cases (${documents} documents, ${errors} refused), ${different} different`);
  if (kept === undefined) rmSync(source, { recursive: true, force: true });
}

await main();
