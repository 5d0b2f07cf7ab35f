import { describe, expect, test } from 'vitest';
import { Float, LiquidError, type LiquidSettings, parseLiquid } from '../../src/index.js';

const partials: Readonly<Record<string, string>> = {
  card: '[{{ card }}{{ x }}]',
  fails: "one\n{{ 'a' | divided_by: 0 }}",
  broken: 'a {% if %}',
  sets: '{% assign z = "set" %}',
  stops: 'x{% break %}y',
  includes: "{% include 'card' %}",
  itself: "{% include 'itself' %}",
  alone: "x{% render 'alone' %}",
  odd: '\n{{ n m }}',
  turns: '{% cycle n, card %}',
};
const settings: LiquidSettings = { lineNumbers: true, readPartial: (name) => partials[name] };

// What the real Liquid 5.4 prints for each.
test.each([
  ["{% include 'card' %}", '[C]'],
  ["{% include 'card' with n %}", '[3]'],
  ["{% include 'card' for list %}", '[1][2]'],
  ["{% include 'card' with n as x %}", '[C3]'],
  ["{% include 'card' with nil as x %}", '[CC]'],
  ["{% include 'card', card: n, x: 'q' %}", '[Cq]'],
  ['{% include name %}', '[C]'],
  ['{% include nosuch %}', "Liquid error (line 1): Argument error in tag 'include' - Illegal template name"],
  ["{% include 'sets' %}{{ z }}", 'set'],
  ["{% render 'sets' %}{{ z }}", ''],
  ["{% for i in list %}{% include 'stops' %}z{% endfor %}", 'x'],
  ["{% render 'includes' %}", 'Liquid error (includes line 1): include usage is not allowed in this context'],
  ["{% for i in (1..6) %}{% include 'turns' %}{% endfor %}", '3C3C3C'],
  [
    "{% for i in list %}{% render 'alone' %}{% endfor %}",
    `${'x'.repeat(100)}Liquid error (alone line 1): Nesting too deep`.repeat(2),
  ],
  ["{% include 'fails' %}", 'one\nLiquid error (fails line 2): divided by 0'],
  [
    "{% include 'broken' %}!",
    "Liquid syntax error (line 1): Syntax Error in tag 'if' - Valid syntax: if [expression]!",
  ],
])('%s', (text, expected) => {
  const template = parseLiquid(text, settings);
  const values = { n: 3, list: [1, 2], name: 'card', card: 'C' };
  expect(template.render(values)).toBe(expected);
});

describe('a template of its own', () => {
  test('has Liquid’s defaults: lax, errors printed without lines, unknown filters passed over', () => {
    expect(parseLiquid('{{ n m }}{{ n | nosuch }}{{ nosuch }}').render({ n: 3 })).toBe('33');
    expect(parseLiquid('{{ n | divided_by: 0 }}').render({ n: 3 })).toBe('Liquid error: divided by 0');
    expect(parseLiquid("{% include 'x' %}").render()).toBe(
      'Liquid error: This liquid context does not allow includes.',
    );
  });

  test('throws what cannot be read', () => {
    expect(() => parseLiquid('a\n{% nosuch %}')).toThrow("Liquid syntax error: Unknown tag 'nosuch'");
    expect(() => parseLiquid('a\n{% nosuch %}', settings)).toThrow(
      "Liquid syntax error (line 2): Unknown tag 'nosuch'",
    );
    expect(() => parseLiquid('{{ a b }}', { errorMode: 'strict' })).toThrow(LiquidError);
  });

  test.each([
    ['{% case n %}\n\n', "Liquid syntax error (line 3): 'case' tag was never closed"],
    [
      '{% if n %}\n{% endfor %}',
      "Liquid syntax error (line 2): 'endfor' is not a valid delimiter for if tags. use endif",
    ],
    ['{% if n %}\n{% elsif n = 3 %}{% endif %}', 'Liquid syntax error (line 1): Unexpected character = in "n = 3"'],
    ['\n{{ n m }}\n', 'Liquid syntax error (line 2): Expected end_of_string but found id in "{{ n m }}"'],
    ['{% if n %}'.repeat(101), 'Liquid error: Nesting too deep'],
  ])('names the line that Liquid names: %s', (text, message) => {
    expect(() => parseLiquid(text, { ...settings, errorMode: 'strict' })).toThrow(expect.objectContaining({ message }));
  });

  test('keeps the errors of the last render, and throws the first where it is asked to', () => {
    const template = parseLiquid('{{ 1 | divided_by: d }}{{ nosuch }}', { ...settings, strictVariables: true });
    expect(template.render({ d: 0 })).toBe('Liquid error (line 1): divided by 0');
    expect(template.errors.map(({ message, code, line }) => [message, code, line])).toEqual([
      ['Liquid error (line 1): divided by 0', 'liquid/divided-by-zero', 1],
      ['Liquid error (line 1): undefined variable nosuch', 'liquid/undefined-variable', 1],
    ]);
    expect(() => template.renderStrictly({ d: 0 })).toThrow('divided by 0');
    expect(template.render({ d: 1, nosuch: 2 })).toBe('12');
    expect(template.errors).toEqual([]);
  });

  test('gives its warnings', () => {
    const { warnings } = parseLiquid('{{ a b }}', { errorMode: 'warn' });
    expect(warnings.map(({ message }) => message)).toEqual(['Expected end_of_string but found id in "{{ a b }}"']);
    const outer = parseLiquid("{% include 'odd' %}{% include 'odd' %}", { ...settings, errorMode: 'warn' });
    expect(outer.warnings).toEqual([]);
    outer.render();
    expect(outer.warnings.map(({ message, liquid }) => [message, liquid?.line])).toEqual([
      ['Expected end_of_string but found id in "{{ n m }}"', 2],
    ]);
  });

  test('keeps what it assigns', () => {
    const template = parseLiquid('{{ a }}{% assign a = b %}');
    expect([template.render({ b: 1 }), template.render({ b: 2 }), template.render()]).toEqual(['', '1', '2']);
    expect([template.render({ a: 'given' }), template.render()]).toEqual(['given', '']);
    const counting = parseLiquid('{% increment n %}');
    const turns = [
      counting.render(),
      counting.render(),
      counting.render({ n: 7 }),
      counting.render({}),
      counting.render(),
    ];
    expect(turns).toEqual(['0', '1', '7', '0', '2']);
  });

  test('takes plain values, and filters and tags in JavaScript', () => {
    const own: LiquidSettings = {
      timeZone: 'Asia/Tokyo',
      filters: { double: (input) => Number(input) * 2, keys: (input) => Object.keys(input as object) },
      tags: { shout: { body: 'block', parse: () => (_, body) => body().toUpperCase() } },
    };
    const values = { n: 4, f: new Float(1), at: new Date(0), o: { a: { b: 1 }, c: null } };
    const text =
      '{{ n | double }} {{ f }} {{ at | date: "%F %R" }} {{ o.a.b }} {{ o | keys }}{% shout %}x{{ n }}{% endshout %}';
    expect(parseLiquid(text, own).render(values)).toBe('8 1.0 1970-01-01 09:00 1 acX4');
  });

  test('one that includes itself ends', () => {
    expect(parseLiquid("{% include 'itself' %}", settings).render()).toMatch(/^Liquid error .*Nesting too deep$/);
  });
});
