import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceAll, replaceFirst } from '../../src/liquid/filters/replace.js';
import { ReplacedText } from '../../src/liquid/filters/replaced-text.js';
import { parseLiquid } from '../../src/parse-liquid.js';

const piece = fc.constantFrom('<', 'd', 'dd', ' ', '</', 'a>', '<d', '<dd', ' <dd', '</dd', '<da>', 'é', '\\0');
const short = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
const tag = fc
  .tuple(fc.constantFrom('', ' ', 'd'), fc.constantFrom('dd', '/d', 'da', 'a>', ' <', 'd<', 'd', ''))
  .map((two) => two.join('<'));
const step = fc.tuple(fc.oneof({ weight: 3, arbitrary: tag }, short), fc.oneof(tag, short), fc.nat(9));

it('tags in a long text are replaced one after the other, whatever becomes of them', () => {
  fc.assert(
    fc.property(fc.array(piece), fc.array(step, { minLength: 8 }), (pieces, steps) => {
      let text = `${pieces.join('')}${pieces.join('<')}${pieces.join(' <')}`;
      const replaced = new ReplacedText(text);
      for (const [search, by, look] of steps) {
        if (text.length > 50_000) break;
        text = replaceAll(text, search, by);
        replaced.replace(search, by);
        if (look === 0) expect(replaced.text).toBe(text);
      }
      expect(replaced.text).toBe(text);
    }),
    { numRuns: 600 },
  );
});

it('a variable of a template is its text, whenever it is asked for', () => {
  const filler = 'xy'.repeat(2100);
  const names = fc.constantFrom('a', 'b');
  const literal = (text: string): string => `'${text}'`;
  const replace = fc.tuple(step, step).map((two) => two.map(([search, by]) => [search, by] as const));
  const statement = fc.oneof(
    { weight: 6, arbitrary: fc.record({ to: names, from: names, by: replace }) },
    { weight: 1, arbitrary: names },
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(statement, { minLength: 8 }), (pieces, statements) => {
      const begin = `${pieces.join('')}${filler}${pieces.join('<')}`;
      const values = { a: begin, b: begin };
      let expected = '';
      let template = '';
      for (const one of statements) {
        if (typeof one === 'string') {
          template += `{{ ${one} }}|`;
          expected += `${values[one]}|`;
          continue;
        }
        const filters = one.by.map(([search, by]) => ` | replace: ${literal(search)}, ${literal(by)}`);
        template += `{% assign ${one.to} = ${one.from}${filters.join('')} %}`;
        let text = values[one.from];
        for (const [search, by] of one.by) text = replaceAll(text, search, by);
        if (text.length > 200_000) return;
        values[one.to] = text;
      }
      template += '{{ a }}{{ b }}';
      expect(parseLiquid(template).render({ a: begin, b: begin })).toBe(expected + values.a + values.b);
    }),
    { numRuns: 60 },
  );
});

it('what is replaced first in a long text is found in any part of it', () => {
  const some = fc.array(fc.constantFrom('a', 'b', 'é'), { maxLength: 6 }).map((pieces) => pieces.join(''));
  const first = fc.record({ search: some, replacement: some, other: fc.constantFrom('', 'x', 'nowhere') });
  const filler = 'xy'.repeat(2100);
  fc.assert(
    fc.property(fc.array(some), fc.array(first, { minLength: 8 }), (pieces, steps) => {
      let text = pieces.join('') + filler + pieces.join('x');
      for (const { search, replacement, other } of steps) {
        if (other !== '') replaceFirst(filler, other, '');
        const at = text.indexOf(search);
        const expected = at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + search.length);
        text = replaceFirst(text, search, replacement);
        expect(text).toBe(expected);
      }
    }),
    { numRuns: 100 },
  );
});

it('words are joined as their list is', () => {
  const piece = fc.constantFrom(' ', '  ', '\n', '\t', '\r\n', '\v', '\f', 'a', 'é', '\u00a0', '\u2003', '\0');
  const text = fc.array(piece).map((pieces) => pieces.join(''));
  const joined = parseLiquid('{{ text | split: " " | join: " " }}');
  const list = parseLiquid('{% assign words = text | split: " " %}{{ words | join: " " }}');
  fc.assert(
    fc.property(text, (text) => {
      expect(joined.render({ text })).toBe(list.render({ text }));
    }),
  );
});
