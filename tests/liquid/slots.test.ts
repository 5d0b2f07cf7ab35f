import { describe, expect, test } from 'vitest';
import type { Counters, Tag, TemplateSource, TemplateVariables } from '../../src/core/template.js';
import { Time } from '../../src/core/time/time.js';
import { createZone } from '../../src/core/time/zone.js';
import { createLiquid, type LiquidOptions } from '../../src/liquid/liquid.js';

const slot = '<slot>';

/** Variables with something that may stand for `content`. */
class WithSlot extends Map<string, unknown> implements TemplateVariables {
  slot(name: string): string | undefined {
    return name === 'content' ? slot : undefined;
  }
}

const part: TemplateSource = { path: 'part', text: '{{ content }}', line: 1 };
const partTag = (render: 'renderPartial' | 'renderIsolated'): Tag => ({
  body: 'none',
  parse: () => (context) => context[render](part, new Map()),
});
const shout: Tag = { body: 'block', parse: () => (_context, inner) => (inner?.() ?? '').toUpperCase() };

function render(text: string, options: Partial<LiquidOptions> = {}, counters?: Counters): string {
  const variables = new WithSlot([
    ['content', 'Text'],
    ['list', ['a', 'b']],
    ['yes', true],
  ]);
  const liquid = createLiquid({
    zone: createZone('UTC'),
    now: () => new Time(0, 0, 'UTC'),
    slotVariable: 'content',
    tags: { part: partTag('renderPartial'), alone: partTag('renderIsolated'), shout },
    ...options,
  });
  return liquid.parse({ path: 'page', text, line: 1 }).render({ variables, host: {} as never, page: null, counters });
}

describe('what may stand for a variable', () => {
  test.each([
    ['{{ content }}', slot],
    ['{{content}}', slot],
    ['a {{- content -}} b', `a${slot}b`],
    ['{{ content }}{{ content }}', slot + slot],
    ['{% if yes %}{{ content }}{% endif %}', slot],
    ['{% for x in list %}{{ x }}{{ content }}{% endfor %}', `a${slot}b${slot}`],
    ['{% assign other = 1 %}{{ content }}', slot],
  ])('is printed where that is printed as it is: %s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  test.each([
    ['{{ content | upcase }}', 'TEXT'],
    ['{{ content | size }}{{ content.size }}', '44'],
    ['{% capture c %}{{ content }}{% endcapture %}{{ c | upcase }}', 'TEXT'],
    ['{% capture c %}{% if yes %}{{ content }}{% endif %}{% endcapture %}{{ c }}', 'Text'],
    ['{% assign c = content %}{{ c }}', 'Text'],
    ['{% assign content = "other" %}{{ content }}', 'other'],
    ['{% capture content %}other{% endcapture %}{{ content }}', 'other'],
    ['{% for content in list %}{{ content }}{% endfor %}', 'ab'],
    ['{% tablerow content in list %}{{ content }}{% endtablerow %}', expect.stringContaining('>a<')],
    ['{% if content == "Text" %}same{% endif %}', 'same'],
    ['{% shout %}{{ content }}{% endshout %}', 'TEXT'],
    ['{% ifchanged %}{{ content }}{% endifchanged %}', 'Text'],
    ['{% part %}', 'Text'],
    ['{% capture c %}{% part %}{% endcapture %}{{ c | upcase }}', 'TEXT'],
  ])('is not where something else may look at it: %s', (text, expected) => {
    expect(render(text)).toEqual(expected);
  });

  test('is not where a counter goes on that other pages began', () => {
    expect(render('{{ content }}', {}, new Map([['content', 5]]))).toBe('5');
  });

  test('is not seen by what is rendered alone', () => {
    expect(render('[{% alone %}]')).toBe('[]');
  });

  test('is nothing where undefined variables are errors, or no variable has such', () => {
    expect(render('{{ content }}', { strictVariables: true })).toBe('Text');
    expect(render('{{ yes }}', { slotVariable: 'yes' })).toBe('true');
    expect(render('{{ content }}', { slotVariable: 'yes' })).toBe('Text');
  });
});
