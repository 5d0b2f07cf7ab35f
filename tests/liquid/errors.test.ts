import { describe, expect, test } from 'vitest';
import { type Diagnostic, positionAt, SiteError } from '../../src/core/diagnostics.js';
import { type Filter, type Tag, TemplateError } from '../../src/core/template.js';
import { createZone } from '../../src/core/time/zone.js';
import { createLiquid, type LiquidOptions } from '../../src/liquid/liquid.js';

const parts = new Map(
  Object.entries({
    'bad.html': 'first line\n{{ 1 | divided_by: 0 }}',
    'outer.html': '\n\n  {% part inner.html %}',
    'inner.html': 'x{% fails %}',
    'again.html': 'a{% part again.html %}',
    'broken.html': '\n{% if %}{% endif %}',
  }).map(([name, text]) => [name, { path: `_includes/${name}`, text, line: 1 }]),
);

const part: Tag = {
  body: 'none',
  parse:
    ({ markup }) =>
    (context) =>
      context.renderPartial(parts.get(markup.trim())!),
};

const fails: Tag = {
  body: 'none',
  parse: () => () => {
    throw new TemplateError('It fails', 'test/fails', 'do without it');
  },
};

const refuses: Tag = {
  body: 'none',
  parse: ({ markup }) => {
    throw new TemplateError(`It refuses ${markup.trim()}`, 'test/refuses');
  },
};

const box: Tag = { body: 'block', parse: () => (_, body) => `[${body()}]` };

function run(
  text: string,
  options: Partial<LiquidOptions> = {},
  line = 1,
): { output?: string; error?: Diagnostic; warnings: Diagnostic[] } {
  const liquid = createLiquid({
    zone: createZone('UTC'),
    now: () => null,
    tags: { part, fails, refuses, box },
    ...options,
  });
  const warnings: Diagnostic[] = [];
  try {
    const template = liquid.parse({ path: 'page.md', text, line });
    const variables = new Map<string, unknown>([['list', [1, 2]]]);
    const output = template.render({
      variables,
      host: {} as never,
      page: null,
      warn: (warning) => warnings.push(warning),
    });
    return { output, warnings };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { error: error.diagnostic, warnings };
  }
}

const raw = 'If it is code of another language, put {% raw %} before it and {% endraw %} behind it.';

describe('mistakes of syntax', () => {
  test('have file, line and column, counted from where the template begins', () => {
    expect(run('a\n  {% if %}{% endif %}', {}, 5).error).toMatchObject({
      code: 'liquid/syntax',
      path: 'page.md',
      position: { line: 6, column: 3 },
      message: "Syntax Error in tag 'if' - Valid syntax: if [expression]",
    });
  });

  test.each([
    ['{% fro i in list %}', 'liquid/unknown-tag', 'Did you mean {% for %}?', 1],
    ['a{% if list %}\n{% for i in list %}', 'liquid/never-closed', 'Add {% endfor %}.', 1],
    ['ab {{ x', 'liquid/unclosed', `End it with \`}}\`. ${raw}`, 4],
    ['ab {% x', 'liquid/unclosed', `End it with \`%}\`. ${raw}`, 4],
    ['{% if list %}{% endfor %}', 'liquid/unexpected-tag', 'Close {% if %} with {% endif %} first.', 14],
    ['x {% endif %}', 'liquid/unknown-tag', 'There is no open {% if %} here.', 3],
    [
      '{% if list %}{% when 1 %}',
      'liquid/unknown-tag',
      'It belongs inside of {% case %}, and of no other block in between.',
      14,
    ],
    [
      ' {% else %}',
      'liquid/unexpected-tag',
      'It belongs inside of {% if %}, {% unless %}, {% case %} or {% for %}, and of no other block in between.',
      2,
    ],
    ['{% quux %}', 'liquid/unknown-tag', 'Correct its name, or add the plugin that has it.', 1],
    ['{{ 1 | divided_by: 0 }}', 'liquid/divided-by-zero', 'Divide only where the number is not 0: {% if … != 0 %}.', 8],
    ['{{ 1 | append }}', 'liquid/arguments', "'append' takes 1 argument.", 8],
    ['{{ 1 | upcase: 2 }}', 'liquid/arguments', "'upcase' takes no arguments.", 8],
    ['{{ 1 | truncate: 2, 3, 4 }}', 'liquid/arguments', "'truncate' takes 0 to 2 arguments.", 8],
    ['{% seo %}', 'liquid/unknown-tag', 'add jekyll-seo-tag', 1],
    ['\t{% refuses this %}', 'test/refuses', undefined, 2],
  ])('%s', (text, code, hint, column) => {
    const { error } = run(text, { hintOfTag: (name) => (name === 'seo' ? 'add jekyll-seo-tag' : undefined) });
    expect(error).toMatchObject({ code, hint });
    expect(error?.position?.column).toBe(column);
  });

  test('in strict mode name the markup', () => {
    expect(run('{{ a b }}', { errorMode: 'strict' }).error?.message).toBe(
      'Expected end_of_string but found id in "{{ a b }}"',
    );
  });

  test('in warn mode are warnings, with the place', () => {
    const { output, warnings } = run('x\n {{ list b }}');
    expect(output).toBe('x\n 12');
    expect(warnings).toMatchObject([{ code: 'liquid/syntax', severity: 'warning', position: { line: 2, column: 10 } }]);
  });

  test.each([
    '{% if list ^= 1 %}{% endif %}',
    '{% if list == 1 and ^%}{% endif %}',
    '{% if list %}{% elsif ^&& %}{% endif %}',
    '{% unless list == "a" ^"b" %}{% endunless %}',
    '{%- for a\n in list ^backwards %}{% endfor %}',
    '{% for a in list ^cols: 3 %}{% endfor %}',
    '{% assign a = list ^b %}',
    '{{ list | join: ^, }}',
    '{% if list[ ^%}{% endif %}',
    '{% liquid\n  if list ^is 1\n  endif\n%}',
  ])('are where they begin: %s', (marked) => {
    const [text, offset] = [marked.replace('^', ''), marked.indexOf('^')];
    const { warnings, error } = run(text);
    const position = (warnings[0] ?? error)?.position;
    expect(position).toEqual(positionAt(text, offset));
    expect(run(text, { errorMode: 'strict' }).error?.position).toEqual(position);
  });

  test('where even lax reading fails, are where strict reading fails', () => {
    expect(run('{% for a of list %}{% endfor %}').error?.position?.column).toBe(10);
  });

  test.each([
    ['{{\u00a0list }}', 'It is U+00A0 (no-break space): write an ordinary space, or none.'],
    ['{{ list |\u200b join }}', 'It is U+200B (zero-width space): write an ordinary space, or none.'],
    ['{{ list\u2060 }}', 'It is U+2060 (an invisible character): write an ordinary space, or none.'],
    ['{% if list == “a” %}{% endif %}', 'Write straight quotes, \' or ".'],
    ['{{ list ^ }}', undefined],
  ])('at a character that is taken for another, say which: %s', (text, hint) => {
    expect(run(text).warnings).toMatchObject([{ code: 'liquid/syntax', hint }]);
  });

  test('in lax mode are nothing', () => {
    expect(run('{{ list b }}', { errorMode: 'lax' })).toEqual({ output: '12', warnings: [] });
  });

  test('an unknown filter is a warning, once', () => {
    const { output, warnings } = run('{{ list | upcas }}{{ list | upcas }}');
    expect(output).toBe('1212');
    expect(warnings).toMatchObject([{ code: 'liquid/unknown-filter', hint: "Did you mean 'upcase'?" }]);
  });
});

describe('errors of a render', () => {
  test('stop it, with the place', () => {
    expect(run('one\ntwo {{ 1 | divided_by: 0 }}').error).toMatchObject({
      code: 'liquid/divided-by-zero',
      message: 'divided by 0',
      path: 'page.md',
      position: { line: 2, column: 12 },
    });
  });

  test('know the includes on the way', () => {
    expect(run('\n{% part outer.html %}').error).toMatchObject({
      code: 'test/fails',
      hint: 'do without it',
      path: '_includes/inner.html',
      position: { line: 1, column: 2 },
      via: [
        { path: '_includes/outer.html', position: { line: 3, column: 3 } },
        { path: 'page.md', position: { line: 2, column: 1 } },
      ],
    });
  });

  test('are placed at the tag after its body is done', () => {
    const late: Tag = {
      body: 'block',
      parse: () => (_, body) => {
        throw new TemplateError(body());
      },
    };
    expect(run('a {% late %}\n{{ list }}{% endlate %}', { tags: { late } }).error).toMatchObject({
      message: '\n12',
      position: { line: 1, column: 3 },
    });
  });

  test('are placed inside the body of a tag', () => {
    expect(run('{% box %}\n {{ 1 | modulo: 0 }}{% endbox %}').error?.position).toEqual({ line: 2, column: 9 });
  });

  test.each([
    ['{% if 1 == 2 %}{% elsif 1 > "a" %}{% endif %}', 16],
    ['{% for i in list limit:"x" %}{% endfor %}', 1],
    ['{% for i in list %}{% case i %}{% when 9 %}{% else %}{{ i | modulo: 0 }}{% endcase %}{% endfor %}', 61],
    ['{% capture x %}{% assign y = "a" | plus: 1 | divided_by: 0 %}{% endcapture %}', 46],
    ['{{ 1 }}{% liquid\necho 1 | modulo: 0\n%}', 10],
    ['{{ list | first | plus: 1 | divided_by: 0 | minus: 1 }}', 1],
    ['{{ 4 | plus: 1 | nothing | divided_by: 0 }}', 28],
    ['{{- list | first: 1 -}}', 12],
    ['{{ list ! | first: 1 }}', 13],
    ['{% assign y = list | split: " " | join: " " | divided_by: list %}', 47],
  ])('%s', (text, column) => {
    expect(run(text).error?.position?.column).toBe(column);
  });

  test('are on the line of the filter to people, and of the output to Ruby', () => {
    const { error } = run('a\n{{ 1\n   | divided_by: 0 }}');
    expect(error).toMatchObject({ position: { line: 3, column: 6 }, liquid: { line: 2 } });
  });

  test('are at the output, where its variable may be missing', () => {
    expect(run(' {{ nowhere | upcase }}', { strictVariables: true }).error?.position?.column).toBe(2);
  });

  test('unknown filters are reported at their places', () => {
    expect(run('{{ list | nothing }}{% assign x = 1 | plus: 1 | nowhere %}').warnings).toMatchObject([
      {
        code: 'liquid/unknown-filter',
        hint: expect.stringContaining('add the plugin'),
        position: { line: 1, column: 11 },
      },
      { code: 'liquid/unknown-filter', position: { line: 1, column: 49 } },
    ]);
  });

  test('mistakes in an include are reported there', () => {
    expect(run('{% part broken.html %}').error).toMatchObject({
      path: '_includes/broken.html',
      position: { line: 2, column: 1 },
      via: [{ path: 'page.md' }],
    });
  });

  test('what is no error of the author comes out as it is', () => {
    const bug: Filter = () => {
      throw new ReferenceError('our bug');
    };
    expect(() => run('{{ 1 | bug }}', { filters: { bug } })).toThrow(ReferenceError);
  });

  test('undefined variables and filters, where the site is strict', () => {
    expect(run('a {{ nosuch.x }}', { strictVariables: true }).error).toMatchObject({
      message: 'undefined variable nosuch',
    });
    expect(run('a {{ list.x }}', { strictVariables: true }).error).toMatchObject({ message: 'undefined variable x' });
    expect(run('a {{ list | nosuch }}', { strictFilters: true }).error).toMatchObject({
      message: 'undefined filter nosuch',
    });
  });
});
