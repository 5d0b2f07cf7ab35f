import { describe, expect, test } from 'vitest';
import { type Place, SiteError } from '../../src/core/diagnostics.js';
import type { Expression } from '../../src/liquid/syntax/expression.js';
import { parsePipelineLaxly } from '../../src/liquid/syntax/pipeline.js';
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

function describePlace({ path, position }: Partial<Place>): string {
  return position === undefined ? `${path}` : `${path}:${position.line}:${position.column}`;
}

/** The error as one line: place, message, hint, and how it was reached. */
function describeError(error: unknown): string {
  if (!(error instanceof SiteError)) throw error;
  const { path, position, message, hint, via = [] } = error.diagnostic;
  return `!error ${describePlace({ path, position })} ${message} | ${hint}${via.map((caller) => ` < ${describePlace(caller)}`).join('')}`;
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

/** An expression of Liquid as Nunjucks writes it; undefined where Nunjucks has no such thing. */
function expressionToNunjucks(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'literal') {
    const { value } = expression;
    if (value === null) return 'none';
    if (typeof value === 'string') return /[^\x20-\x5b\x5d-\uffff]/.test(value) ? undefined : JSON.stringify(value);
    return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined;
  }
  if (expression?.kind !== 'lookup' || typeof expression.name !== 'string') return undefined;
  const keys = expression.keys.map((key) => ('isCommand' in key ? `.${key.name}` : undefined));
  return keys.includes(undefined) ? undefined : expression.name + keys.join('');
}

/** `{{ a | f: b, c }}` as `{{ a | f(b, c) }}`. */
function templateToNunjucks(template: string): string | undefined {
  const markup = /^\{\{((?:"[^"]*"|'[^']*'|[^{}"'])*)\}\}$/.exec(template)?.[1];
  if (markup === undefined) return undefined;
  const { value, filters } = parsePipelineLaxly(markup);
  const parts = [expressionToNunjucks(value)];
  for (const { name, args } of filters) {
    const texts = args.map(expressionToNunjucks);
    parts.push(texts.includes(undefined) ? undefined : texts.length === 0 ? name : `${name}(${texts.join(', ')})`);
  }
  return parts.includes(undefined) ? undefined : `{{ ${parts.join(' | ')} }}`;
}

describe.each(['lists.txt', 'urls.txt', 'values.txt'])('filters are the same in Nunjucks: %s', (file) => {
  const cases = readCases(file).flatMap((one) => {
    const text = templateToNunjucks(one.template);
    // Only Liquid counts the arguments.
    return text === undefined || one.config !== '' || one.title.startsWith('arguments') ? [] : [{ ...one, text }];
  });
  test('there are many', () => expect(cases.length).toBeGreaterThan(200));
  test.each(cases)('$text', ({ text, expected }) => {
    let result: string;
    try {
      result = render(text);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      result = '!error';
    }
    expect(result).toBe(expected.replace(/^!error[\s\S]*/, '!error'));
  });
});
