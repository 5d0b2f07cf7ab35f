import { describe, expect, test } from 'vitest';
import {
  type Filter,
  type RenderContext,
  type Tag,
  TemplateError,
  type TemplateSource,
} from '../../src/core/template.js';
import { Time } from '../../src/core/time/time.js';
import { createZone } from '../../src/core/time/zone.js';
import type { Drop } from '../../src/core/values/values.js';
import { createLiquid, type Liquid, type LiquidOptions } from '../../src/liquid/liquid.js';
import type { RenderScope } from '../../src/liquid/liquid-template.js';

const base: LiquidOptions = { zone: createZone('Asia/Tokyo'), now: () => new Time(1_700_000_000_000, 0, 'UTC') };

function scopeOf(data: Record<string, unknown> = {}): RenderScope {
  return { variables: new Map(Object.entries(data)), host: {} as never, page: null };
}

function source(text: string, path = 'page'): TemplateSource {
  return { path, text, line: 1 };
}

function render(text: string, data: Record<string, unknown> = {}, options: Partial<LiquidOptions> = {}): string {
  return createLiquid({ ...base, ...options })
    .parse(source(text))
    .render(scopeOf(data));
}

describe('expressions and conditions on their own', () => {
  const liquid = createLiquid(base);
  const item = new Map<string, unknown>([
    ['n', 3],
    ['tags', ['a']],
    ['text', ''],
  ]);
  const context = liquid.createContext(scopeOf({ item }), source(''));

  test.each([
    ['item.n', 3],
    ['item["tags"][0]', 'a'],
    ['item.tags.size', 1],
    ['"text"', 'text'],
    ['nosuch.x', undefined],
  ])('%s', (text, value) => {
    expect(liquid.parseExpression(text)(context)).toEqual(value);
    expect(context.evaluate(text)).toEqual(value);
  });

  test.each([
    ['item.n > 2 and item.tags contains "a"', true],
    ['item.n == 4 or item.n == 3', true],
    ['item.nosuch', false],
    ['item.text == empty', false],
    ['item.text == ""', true],
    ['item.text != blank', true],
  ])('%s', (text, value) => {
    expect(liquid.parseCondition(text)(context)).toBe(value);
  });

  test('conditions are read strictly', () => {
    expect(() => liquid.parseCondition('item.n ? 3')).toThrow(TemplateError);
    expect(() => liquid.parseCondition('item.n == 3 item')).toThrow(/Expected end_of_string but found id/);
  });

  test('they see the scopes around a filter', () => {
    const choose: Filter = (inner, input, text) => {
      const test = liquidWithFilter.parseCondition(String(text));
      return (input as unknown[]).filter((value) => inner.withScope(new Map([['it', value]]), () => test(inner)));
    };
    const liquidWithFilter: Liquid = createLiquid({ ...base, filters: { choose } });
    const template = liquidWithFilter.parse(
      source('{% for n in list %}{{ list | choose: "it > n" | join }};{% endfor %}'),
    );
    expect(template.render(scopeOf({ list: [1, 2, 3] }))).toBe('2 3;3;;');
  });
});

describe('filters and tags of the host', () => {
  test('come before the standard ones', () => {
    const loud: Tag = {
      body: 'none',
      parse:
        ({ markup }) =>
        () =>
          markup.trim().toUpperCase(),
    };
    expect(
      render('{% echo hi %}{{ "a" | upcase }}', {}, { tags: { echo: loud }, filters: { upcase: () => 'mine' } }),
    ).toBe('HImine');
  });

  test('take named arguments as one hash, and nil as null', () => {
    const show: Filter = (_, ...args) =>
      JSON.stringify(args, (_key, value) => (value instanceof Map ? [...value] : value));
    expect(render('{{ 1 | show: nosuch, a: 2, b: "c" }}', {}, { filters: { show } })).toBe(
      '[1,null,[["a",2],["b","c"]]]',
    );
  });

  test('say how many arguments they take', () => {
    const two = Object.assign(((_, a, b) => [a, b]) as Filter, { arity: [2, 2] as const });
    expect(() => render('{{ 1 | two }}', {}, { filters: { two } })).toThrow(
      'wrong number of arguments (given 1, expected 2)',
    );
  });

  test('raw bodies, scopes, and blank tags', () => {
    const raw: Tag = { body: 'raw', parse: () => (_, body) => `<${body()}>` };
    const within: Tag = {
      body: 'block',
      parse: () => (context, body) => context.withScope(new Map([['x', 'in']]), body),
    };
    const quiet: Tag = { body: 'none', blank: true, parse: () => () => 'never seen alone' };
    const tags = { code: raw, within, quiet };
    expect(render('{% code %}{{ x }}{% if %}{% endcode %}', {}, { tags })).toBe('<{{ x }}{% if %}>');
    expect(
      render(
        '{% for x in list %}{{ x }}{% within %}{{ x }}{% endwithin %}{{ x }}{% endfor %}',
        { list: [1] },
        { tags },
      ),
    ).toBe('1in1');
    expect(render('[{% if true %} {% quiet %} {% endif %}]', {}, { tags })).toBe('[never seen alone]');
  });

  test('partials share scopes, isolated ones do not', () => {
    const inner = source('{{ x }}{{ y }}{% assign z = "set" %}', 'inner');
    const shared: Tag = { body: 'none', parse: () => (context) => context.renderPartial(inner) };
    const alone: Tag = {
      body: 'none',
      parse: () => (context) => context.renderIsolated(inner, new Map([['y', 'only']])),
    };
    const text = '{% assign y = 2 %}{% TAG %}|{{ z }}';
    expect(render(text.replace('TAG', 'shared'), { x: 1 }, { tags: { shared } })).toBe('12|set');
    expect(render(text.replace('TAG', 'alone'), { x: 1 }, { tags: { alone } })).toBe('only|');
  });

  test('the source of a context is that of the template whose tag renders', () => {
    const where: Tag = { body: 'none', parse: () => (context: RenderContext) => `(${context.source.path})` };
    const part: Tag = { body: 'none', parse: () => (context) => context.renderPartial(source('{% where %}', 'part')) };
    expect(render('{% where %}{% part %}{% where %}', {}, { tags: { where, part } })).toBe('(page)(part)(page)');
  });
});

describe('a template', () => {
  test('is read once for each source object', () => {
    const liquid = createLiquid(base);
    const text = source('{{ x }}');
    expect(liquid.parse(text)).toBe(liquid.parse(text));
    expect(liquid.parse(text)).not.toBe(liquid.parse({ ...text }));
  });

  test('reads no more of a drop than it prints', () => {
    const read: unknown[] = [];
    const post: Drop = {
      isDrop: true,
      className: 'Post',
      get: (key) => {
        read.push(key);
        return key === 'title' ? 'T' : undefined;
      },
      keys: () => ['title', 'content'],
    };
    expect(
      render('{% for post in posts %}{{ post.title }}{% if post == page %}!{% endif %}{% endfor %}', {
        posts: [post],
        page: post,
      }),
    ).toBe('T!');
    expect(read).toEqual(['title']);
    expect(render('{% for key in post %}{{ key }},{% endfor %}{{ post }}', { post })).toBe('title,content,Post');
  });

  test('renders others by safe names only', () => {
    const asked: string[] = [];
    const host = { includeFolders: ['_includes'], readInclude: (name: string) => void asked.push(name) };
    const print = (name: string): void => {
      createLiquid(base)
        .parse(source(`{% render "${name}" %}`))
        .render({ ...scopeOf(), host: host as never });
    };
    for (const name of ['../x', '/etc/passwd', 'a/../../b', 'ok.html']) {
      expect(() => print(name)).toThrow(`There is no template '${name}' to render`);
    }
    expect(asked).toEqual(['ok.html']);
  });

  test('keeps counters where the caller gives a table', () => {
    const counters = new Map<string, unknown>();
    const liquid = createLiquid(base);
    const print = (): string => liquid.parse(source('{% increment n %}')).render({ ...scopeOf(), counters });
    expect([print(), print(), counters.get('n')]).toEqual(['0', '1', 2]);
  });

  test('knows the time of the build and the zone of the site', () => {
    expect(render('{{ "now" | date: "%F %R" }} {{ 0 | date: "%F %R %z" }} {{ "2020-01-01" | date: "%s" }}')).toBe(
      '2023-11-14 22:13 1970-01-01 09:00 +0900 1577804400',
    );
  });
});
