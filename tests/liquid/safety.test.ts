import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Tag, TemplateSource } from '../../src/core/template.js';
import { createZone } from '../../src/core/time/zone.js';
import { Float } from '../../src/core/values/values.js';
import { createLiquid, type LiquidOptions } from '../../src/liquid/liquid.js';
import { cpuTime } from '../cpu-time.js';

const zone = createZone('UTC');

function render(text: string, data: Record<string, unknown> = {}, options: Partial<LiquidOptions> = {}): string {
  const liquid = createLiquid({ zone, now: () => null, ...options });
  return liquid
    .parse({ path: 'page', text, line: 1 })
    .render({ variables: new Map(Object.entries(data)), host: {} as never, page: null });
}

function failure(text: string, options: Partial<LiquidOptions> = {}): string {
  try {
    render(text, {}, options);
  } catch (error) {
    if (error instanceof SiteError) return error.diagnostic.code;
    throw error;
  }
  return 'none';
}

const names = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'call',
  'length',
  'has',
  'get',
  'keys',
  'then',
];
const values: Record<string, unknown> = {
  text: 'abc',
  number: 5,
  float: new Float(1),
  list: [1, [2]],
  hash: new Map<unknown, unknown>([['a', 1]]),
  yes: true,
  none: null,
};

describe('templates do not reach JavaScript', () => {
  test.each(names)('by the name %s', (name) => {
    for (const variable of Object.keys(values)) {
      expect(
        render(`{{ ${variable}.${name} }}{{ ${variable}["${name}"] }}{{ ${variable}.${name}.${name} }}`, values),
      ).toBe('');
    }
    expect(render(`{{ ${name} }}{{ ["${name}"] }}{% if ${name} %}x{% endif %}`, values)).toBe('');
    expect(render(`{{ "x" | ${name} }}`)).toBe('x');
    expect(render(`{% for i in list %}{{ forloop.${name} | minus: forloop.length }}{% endfor %}`, values)).toBe(
      name === 'length' ? '00' : '-2-2',
    );
    expect(
      render(
        `{% assign ${name} = 1 %}{{ ${name} }}{% for ${name} in list %}{{ ${name} }}{% endfor %}{% increment ${name} %}`,
        values,
      ),
    ).toMatch(/^1120$|^1121$/);
  });

  test('by text that looks like code', () => {
    const odd = fc.constantFrom(
      '`',
      '$',
      '\\',
      "'",
      '\n',
      '\r',
      '\u2028',
      '\u2029',
      '\0',
      '\ud800',
      '\u{1f600}',
      ';',
      '/*',
      '*/',
      '//',
      '(',
      '</script>',
      'a',
    );
    const text = '`$' + '{1}`"\\"\');throw 1;//\u2028\n';
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 20 }), (word) => {
        const safe = word.join('');
        expect(render(`${text}${safe}{{ "${safe}" }}{% if "${safe}" == word %}y{% endif %}`, { word: safe })).toBe(
          `${text}${safe}${safe}y`,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('by what a template is made of: any text is read or refused, and prints a text', () => {
    const word = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'if',
      'for',
      'in',
      ' ',
      '"',
      "'",
      '|',
      ':',
      '.',
      '[',
      ']',
      '(',
      ')',
      '`',
      '$',
      '\\',
      '\n',
      'constructor',
      'assign',
      '=',
      'x',
      '1',
      'end',
      'raw',
      'case',
      'when',
      '/*',
      '//',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        try {
          expect(typeof render(words.join(''), values)).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(SiteError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a render ends', () => {
  const source: TemplateSource = { path: 'part', text: 'x{% part %}', line: 1 };
  const part: Tag = { body: 'none', parse: () => (context) => context.renderPartial(source) };
  const scoped: Tag = {
    body: 'none',
    parse: () => (context) => context.withScope(new Map(), () => context.renderPartial(source)),
  };

  test('where an include includes itself', () => {
    expect(failure('{% part %}', { tags: { part } })).toBe('liquid/too-deep');
    expect(failure('{% part %}', { tags: { part: scoped } })).toBe('liquid/too-deep');
  });

  test('where blocks are nested without end', () => {
    expect(failure(`${'{% if true %}'.repeat(101)}${'{% endif %}'.repeat(101)}`)).toBe('liquid/too-deep');
    expect(render(`${'{% if true %}'.repeat(100)}x${'{% endif %}'.repeat(100)}`)).toBe('x');
    expect(failure(`${'{% for i in (1..1) %}'.repeat(100)}x${'{% endfor %}'.repeat(100)}`)).toBe('liquid/too-deep');
  });

  test('where brackets are nested without end', () => {
    expect(failure(`{{ ${'['.repeat(50_000)}1${']'.repeat(50_000)} }}`)).toMatch(/none|too-deep/);
    expect(failure(`{% if ${'('.repeat(50_000)} %}{% endif %}`)).toMatch(/none|too-deep/);
  });

  test('soon, where white space is long', () => {
    const spaces = `x${' '.repeat(200_000)}x`;
    expect(render(`${spaces}{{- text | strip | rstrip | escape | size }}`, { text: spaces })).toBe(`${spaces}200002`);
    expect(
      render(`{{ ${' '.repeat(200_000)}1 ${' '.repeat(200_000)}}}{% if ${' '.repeat(200_000)}true %}y{% endif %}`),
    ).toBe('1y');
  });

  const fill = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length));

  test.each(
    Object.entries({
      'open tags': fill('{%'),
      'open outputs': fill('{{'),
      'open outputs and tags': fill('{{ {% '),
      'tags that are not closed in a block without Liquid': `{% raw %}${fill('{% ')}`,
      'a name without a value': `{% assign ${fill('a')} %}`,
      'names in parentheses without a value': `{% assign ${fill('(a)')} %}`,
      'a list that is one long word': `{% for a in !${fill('a')} %}{% endfor %}`,
      'a table without a list': `{% tablerow ${fill('a')} %}{% endtablerow %}`,
      'strange conditions': `{% if a !${fill('a,')} %}x{% endif %}`,
      'strange filters': `{{ a ! | f${fill(',a:')} }}`,
      'dots of a range': `{{ (${fill('.')}) }}`,
      'values of a tag': `{% case a %}{% when ${fill('1 or ')}2 %}{% endcase %}`,
    }),
  )('soon, where there are %s', (_, text) => {
    expect(cpuTime(() => failure(text))).toBeLessThan(2000);
  });

  test.each(
    Object.entries({
      'filters of an output': `{{ a ${fill('|upcase')} }}`,
      'dots of a name': `{{ a${fill('.a')} }}`,
      'branches of a condition': `{% if a %}${fill('{% elsif a %}')}{% endif %}`,
    }),
  )('with a place, where the %s are too many', (_, text) => {
    expect(failure(text)).toBe('liquid/too-deep');
  });

  test('where a text doubles without end', () => {
    const doubling =
      '{% assign s = "0123456789" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}';
    expect(failure(doubling)).toBe('liquid/too-large');
  });

  test('where a long text is split', () => {
    const long = '{% assign s = "0123456789" %}{% for i in (1..24) %}{% assign s = s | append: s %}{% endfor %}';
    expect(failure(`${long}{% assign a = s | split: "" %}`)).toBe('liquid/too-large');
  });

  test('but not where it comes to few parts', () => {
    const long = '{% assign s = "0123456789ab" %}{% for i in (1..21) %}{% assign s = s | append: s %}{% endfor %}';
    expect(render(`${long}{% assign a = s | split: "ab" %}{{ a | size }}`)).toBe('2097152');
  });

  test('where a list doubles without end', () => {
    expect(
      failure('{% assign a = "1,2" | split: "," %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}'),
    ).toBe('liquid/too-large');
  });

  test('where a number squares without end', () => {
    expect(failure('{% assign n = 7 %}{% for i in (1..60) %}{% assign n = n | times: n %}{% endfor %}')).toBe(
      'liquid/too-large',
    );
  });

  test('where a range is endless', () => {
    expect(failure('{{ (1..99999999999) | join }}')).toBe('liquid/too-large');
    expect(render('{% for i in (1..99999999999) limit:2 %}{{ i }}{% endfor %}')).toBe('12');
  });

  test('where loops in loops print too much', () => {
    const text = 'x'.repeat(20_000);
    expect(failure(`{% for i in (1..9999) %}{% for j in (1..9999) %}${text}{% endfor %}{% endfor %}`)).toBe(
      'liquid/too-large',
    );
  });

  test('where loops in loops print nothing', () => {
    expect(failure(`${'{% for i in (1..19999) %}'.repeat(3)}${'{% endfor %}'.repeat(3)}`)).toBe('liquid/too-large');
    expect(failure('{% for i in (1..99999999999) %}{% endfor %}')).toBe('liquid/too-large');
  });
});
