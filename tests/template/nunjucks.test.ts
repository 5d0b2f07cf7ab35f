import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { TemplateEngine } from '../../src/template/engine.js';
import { createJekyllFilters } from '../../src/template/filters/table.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { createNunjucksEngine } from '../../src/template/nunjucks-engine.js';
import { jekyllTags } from '../../src/template/tags/table.js';
import { readCases } from './cases.js';
import { createHost, variablesOf, zone } from './site.js';

const host = createHost('');
const { liquid } = createLiquidEngine({ zone, now: () => host.now() });
const engine: TemplateEngine = await createNunjucksEngine({
  liquid,
  filterNames: Object.keys(createJekyllFilters(() => liquid)),
  tags: jekyllTags,
});

function render(text: string, line = 1): string {
  return engine.render({ path: 'case', text, line }, { host, variables: variablesOf(host) });
}

/** The error as one line: place, message, hint, and how it was reached. */
function describeError(error: unknown): string {
  if (!(error instanceof SiteError)) throw error;
  const { path, position, message, hint, via = [] } = error.diagnostic;
  const place = position === undefined ? path : `${path}:${position.line}:${position.column}`;
  return `!error ${place} ${message} | ${hint}${via.map((caller) => ` < ${caller.path}`).join('')}`;
}

describe('nunjucks', () => {
  test.each(readCases('nunjucks/engine.txt'))('$title', ({ title, template, expected }) => {
    let result: string;
    try {
      result = render(template);
    } catch (error) {
      result = describeError(error);
    }
    if (title === 'includes itself') result = result.replace(/:\d+:\d+/, '').replace(/( < .*)+$/, '');
    expect(result).toBe(expected);
  });
});
