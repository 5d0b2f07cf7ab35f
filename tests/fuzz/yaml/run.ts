/**
 * Compares our YAML with SafeYAML over libyaml on texts made by chance:
 * `npx tsx tests/fuzz/yaml/run.ts PATH/TO/safe_yaml/lib [cases] [seed] [--soup] [--texts FILE]`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SiteError } from '../../../src/core/diagnostics.js';
import { parseFullYaml, parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { encode } from '../../core/encode.js';
import { createRandom } from '../liquid/random.js';
import { YamlMaker } from './generate.js';
import { mutateYaml } from './mutate.js';

interface Result {
  readonly value?: unknown;
  readonly error?: string;
}

/** What SafeYAML makes of texts, in one process of Ruby. */
function judge(texts: readonly string[], library: string): Result[] {
  const ruby = spawnSync('ruby', [fileURLToPath(new URL('judge.rb', import.meta.url)), library], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  if (ruby.status !== 0) throw new Error(ruby.stderr);
  return JSON.parse(ruby.stdout) as Result[];
}

function read(parse: typeof parseYaml, text: string): Result {
  try {
    return { value: encode(parse(text, { path: 'a.yml' })) };
  } catch (error) {
    return { error: error instanceof SiteError ? error.message : `CRASH ${String((error as Error).stack)}` };
  }
}

/** In what way results differ; undefined where they need not be the same, or are. */
function difference(ruby: Result, ours: Result): string | undefined {
  if (ours.error?.startsWith('CRASH')) return 'we crash';
  // Errors of SafeYAML's own, behind libyaml: what it cannot merge, convert or write as JSON.
  if (ruby.error !== undefined && !ruby.error.startsWith('Psych::SyntaxError')) return undefined;
  if (ruby.error !== undefined) return ours.error === undefined ? 'we read what libyaml refuses' : undefined;
  if (ours.error !== undefined) return 'we refuse what libyaml reads';
  return JSON.stringify(ruby.value) === JSON.stringify(ours.value) ? undefined : 'another value';
}

/** Texts by chance: made of the texts of a file of JSON (`[{ "t": text }, …]`) where one is given. */
function makeTexts(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const file = process.argv.indexOf('--texts');
  if (file >= 0) {
    const given = JSON.parse(readFileSync(process.argv[file + 1]!, 'utf8')) as { readonly t: string }[];
    const real = given.map(({ t }) => t);
    return Array.from({ length: count }, () => mutateYaml(random, real));
  }
  const maker = new YamlMaker(random);
  const isSoup = process.argv.includes('--soup');
  return Array.from({ length: count }, () => (isSoup ? maker.soup() : maker.text()));
}

function main(library: string, count: number, seed: number): void {
  const texts = makeTexts(count, seed);
  let refused = 0;
  let differences = 0;
  judge(texts, library).forEach((ruby, index) => {
    const text = texts[index]!;
    const ours = read(parseYaml, text);
    const full = read(parseFullYaml, text);
    if (ruby.error !== undefined) refused++;
    const found = JSON.stringify(ours) === JSON.stringify(full) ? difference(ruby, ours) : 'the shortcut differs';
    if (found === undefined || ++differences > 20) return;
    console.log(`${found}: ${JSON.stringify(text)}\n  ruby ${JSON.stringify(ruby)}\n  ours ${JSON.stringify(ours)}`);
  });
  console.log(`${count} texts, of which Ruby refuses ${refused}: ${differences} differences`);
  process.exitCode = differences > 0 ? 1 : 0;
}

const [library, count = '10000', seed = '1'] = process.argv.slice(2).filter((word) => word !== '--soup');
if (library === undefined) throw new Error('Name the lib folder of the gem safe_yaml.');
main(library, Number(count), Number(seed));
