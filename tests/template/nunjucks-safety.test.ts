import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { createJekyllFilters } from '../../src/template/filters/table.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { createNunjucksEngine } from '../../src/template/nunjucks-engine.js';
import { jekyllTags } from '../../src/template/tags/table.js';
import { createHost, variablesOf, zone } from './site.js';

const host = createHost('');
const { liquid } = createLiquidEngine({ zone, now: () => host.now() });
const filterNames = Object.keys(createJekyllFilters(() => liquid));
const engine = await createNunjucksEngine({ liquid, filterNames, tags: jekyllTags });

/** What a template gives, or its error's message; anything thrown but a `SiteError` goes on. */
function render(text: string): string {
  try {
    return engine.render({ path: 'case', text, line: 1 }, { host, variables: variablesOf(host) });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return '';
  }
}

const names = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'call', 'apply', 'bind', 'get', 'keys', 'has'],
  ...['set', 'entries', 'title', 'data', 'values', 'hash', 'things', 'first', 'length', 'slice', 'concat', 'at'],
  ...['replace', 'next', 'host', 'env', 'caller', 'arguments', 'name', '__defineGetter__', 'hasOwnProperty', 'val'],
];
const name = fc.constantFrom(...names);
const start = fc.oneof(
  name,
  fc.constantFrom('page', 'site', 'range', 'cycler(1, 2)', 'joiner(",")', '"text"', '[1, "a"]', '{ a: 1 }', '(1)', 'm'),
  fc.constantFrom('loop', 'm(1)', 'kwargs', 'this', 'global', 'process', 'context', 'frame', 'runtime', 'Object'),
);
const step = fc.oneof(
  name.map((text) => `.${text}`),
  name.map((text) => `["${text}"]`),
  fc.constantFrom('()', '(1)', '("constructor")', '[0]', '(m)', '({ __proto__: 1 })', '(range)'),
  name.map((text) => ` | map("${text}")`),
  name.map((text) => ` | where("${text}", "a")`),
  name.map((text) => ` | group_by("${text}")`),
  name.map((text) => ` | sort("${text}")`),
);
const expression = fc.tuple(start, fc.array(step, { maxLength: 5 })).map(([first, rest]) => first + rest.join(''));

describe('Nunjucks templates', () => {
  test('reach no function of JavaScript', () => {
    fc.assert(
      fc.property(expression, expression, (one, other) => {
        const text = `{% macro m(x) %}{{ x }}{% endmacro %}{% set v = ${one} %}{% for loop_item in [1] %}{{ v }} {{ ${other} }}{{ v.constructor }}{% endfor %}`;
        expect(render(text)).not.toMatch(/function|native code|\) =>|\[object|class /);
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    '{{ range(1000000000) | size }}',
    '{% set x = "0123456789" %}{% for i in range(40) %}{% set x = x + x %}{% endfor %}{{ x | size }}',
    '{{ "a".padEnd(1000000000) }}',
    '{{ "a".repeat(1000000000) }}',
    '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}',
    '{% for i in site %}{{ i }}{% endfor %}{{ 5 % 0 }}{{ site.data.values.big + 1 }}',
  ])('end in an error, not in a crash: %s', (text) => {
    expect(() => engine.render({ path: 'case', text, line: 1 }, { host, variables: variablesOf(host) })).toThrow(
      SiteError,
    );
  });
});
