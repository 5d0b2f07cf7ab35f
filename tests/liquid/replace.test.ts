import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceAll, replaceFirst } from '../../src/liquid/filters/replace.js';

it('a long text is replaced in as a short one is, whatever is known of it', () => {
  const piece = fc.constantFrom('<', '>', 'a', 'b', 'ab', ' ', '</a>', 'é', '\u{1f600}', '');
  const short = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  const filler = 'xy'.repeat(2100);
  fc.assert(
    fc.property(fc.array(short), fc.array(fc.tuple(short, short), { minLength: 3 }), (pieces, replacements) => {
      let text = pieces.join('') + filler + pieces.join('x');
      for (const [search, replacement] of replacements) {
        const expected = search === '' ? replaceAll(text, search, replacement) : text.split(search).join(replacement);
        expect(replaceAll(text, search, replacement)).toBe(expected);
        text = expected.length > 1_000_000 ? filler : expected;
      }
    }),
    { numRuns: 25 },
  );
});

it('tags in a long text are replaced one after the other, whatever becomes of them', () => {
  const piece = fc.constantFrom('<', 'd', 'dd', ' ', '</', 'a>', '<dd', ' <dd', '</dd', '<da>');
  const short = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
  const tag = fc
    .tuple(fc.constantFrom('', ' ', 'd'), fc.constantFrom('dd', '/d', 'da', 'a>', ' <', 'd<'))
    .map((two) => two.join('<'));
  const replacement = fc.oneof(tag, short);
  const filler = 'xy'.repeat(2100);
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.tuple(tag, replacement), { minLength: 8 }), (pieces, replacements) => {
      let text = `${pieces.join('')}${filler}${pieces.join('<')}`;
      replaceAll(text, 'z', '');
      for (const [search, by] of replacements) {
        const expected = text.split(search).join(by);
        expect(replaceAll(text, search, by)).toBe(expected);
        text = expected.length > 100_000 ? filler : expected;
      }
    }),
    { numRuns: 200 },
  );
});

it('what is replaced first in a long text is found in any part of it', () => {
  const short = fc.array(fc.constantFrom('a', 'b', 'é'), { maxLength: 6 }).map((pieces) => pieces.join(''));
  const step = fc.record({ search: short, replacement: short, other: fc.boolean() });
  const filler = 'xy'.repeat(2100);
  fc.assert(
    fc.property(fc.array(short), fc.array(step, { minLength: 8 }), (pieces, steps) => {
      let text = pieces.join('') + filler + pieces.join('x');
      for (const { search, replacement, other } of steps) {
        if (other) replaceFirst(filler, 'x', '');
        const at = text.indexOf(search);
        const expected = at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + search.length);
        text = replaceFirst(text, search, replacement);
        expect(text).toBe(expected);
      }
    }),
    { numRuns: 100 },
  );
});
