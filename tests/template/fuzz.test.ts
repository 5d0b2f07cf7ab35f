import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { createZone } from '../../src/core/time/zone.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { createHost, variablesOf } from './site.js';

interface KeptCase {
  readonly data: string;
  readonly template: string;
  readonly expected: string;
}

const zone = 'Europe/Berlin';
const host = createHost(`{timezone: ${zone}}`);
const engine = createLiquidEngine({ zone: createZone(zone), now: () => host.now() });

// Made by `npx tsx tests/template/fuzz/run.ts 500 77 Europe/Berlin tests/template/fuzz/kept.json`.
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'fuzz', 'kept.json'), 'utf8')) as KeptCase[];

test.each(cases)('$template of $data', ({ data, template, expected }) => {
  const variables = variablesOf(host).set('d', parseYaml(data, { path: 'data' }));
  let result: string;
  try {
    result = engine.render({ path: 'case', text: template, line: 1 }, { host, variables });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    result = '!error';
  }
  expect(result).toBe(expected.replace(/^!error[\s\S]*/, '!error'));
});
