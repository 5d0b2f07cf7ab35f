/**
 * Puts cases made by chance through the real Jekyll and through ours, and prints where they differ.
 * npx tsx tests/template/fuzz/run.ts [cases] [seed] [time zone] [file to keep them in, with what Jekyll gave]
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../../../src/core/diagnostics.js';
import { createZone } from '../../../src/core/time/zone.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { createLiquidEngine } from '../../../src/template/liquid-engine.js';
import { createHost, variablesOf } from '../site.js';
import { createChance, type FuzzCase, makeCase } from './generate.js';

const count = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
const timezone = process.argv[4] ?? 'UTC';
const settings = `{timezone: ${timezone}}`;
const chance = createChance(seed);
const cases = Array.from({ length: count }, () => ({ ...makeCase(chance), config: settings }));

const ruby = spawnSync('ruby', [join(import.meta.dirname, 'render.rb')], {
  input: JSON.stringify(cases),
  env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
  maxBuffer: 2 ** 30,
});
if (ruby.status !== 0) throw new Error(ruby.stderr.toString());
const expected = JSON.parse(ruby.stdout.toString()) as string[];

const host = createHost(settings);
const engine = createLiquidEngine({ zone: createZone(timezone), now: () => host.now() });

function render({ data, template }: FuzzCase): string {
  const value = parseYaml(data, { path: 'data' });
  const variables = variablesOf(host).set('d', value);
  try {
    return engine.render({ path: 'case', text: template, line: 1 }, { host, variables });
  } catch (error) {
    if (error instanceof SiteError) return `!error ${error.message}`;
    throw error;
  }
}

let different = 0;
for (const [index, one] of cases.entries()) {
  const wanted = expected[index]!;
  let got: string;
  try {
    got = render(one);
  } catch (error) {
    got = `!bug ${(error as Error).stack}`;
  }
  if (got === wanted || (got.startsWith('!error') && wanted.startsWith('!error'))) continue;
  different++;
  if (different <= 30) console.log(`${one.template}\n  d: ${one.data}\n  ruby: ${wanted}\n  ours: ${got}\n`);
}
const keptFile = process.argv[5];
if (keptFile !== undefined) {
  const kept = cases.map(({ data, template }, index) => ({ data, template, expected: expected[index] }));
  writeFileSync(keptFile, `[\n${kept.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
}
console.log(`${different} of ${count} differ (seed ${seed})`);
