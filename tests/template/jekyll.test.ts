import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { TemplateHost } from '../../src/core/template.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { readCases, type TemplateCase } from './cases.js';
import { createHost, variablesOf, zone } from './site.js';

const hosts = new Map<string, TemplateHost>();
const engine = createLiquidEngine({ zone, now: () => hostFor('').now() });

function hostFor(settings: string): TemplateHost {
  let host = hosts.get(settings);
  if (host === undefined) hosts.set(settings, (host = createHost(settings)));
  return host;
}

function render({ config, template }: TemplateCase): string {
  const host = hostFor(config);
  try {
    return engine.render({ path: 'case', text: template, line: 1 }, { host, variables: variablesOf(host) });
  } catch (error) {
    if (error instanceof SiteError) return '!error';
    throw error;
  }
}

describe.each(['lists.txt', 'tags.txt', 'urls.txt', 'values.txt'])('as Jekyll writes it: %s', (file) => {
  test.each(readCases(file))('$title', (one) => {
    expect(render(one)).toBe(one.expected.replace(/^!error[\s\S]*/, '!error'));
  });
});
