import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attribute, closeTag, matchAt, openTag, tagName } from '../../src/markdown/kramdown/html/html-patterns.js';
import { isTagName, readCloseTag, readOpenTag } from '../../src/markdown/kramdown/html/html-tags.js';

const piece = fc.constantFrom(
  ...[
    '<',
    '</',
    '>',
    '/',
    '/>',
    '=',
    '"',
    "'",
    '"x y"',
    "'z'",
    '="a>b"',
    ':',
    '-',
    '.',
    '_',
    '@',
    '#',
    '1',
    'a',
    'Bc',
    'é',
    'ß1',
  ],
  ...[
    '\u0301',
    '²',
    '\u{1f600}',
    '\u{20000}',
    ' ',
    '\n',
    '\t',
    '\v',
    '\f',
    '\r',
    '\u00a0',
    ' a="1"',
    " b-c='2'",
    ' d=3',
    ' x:y',
    ' e=é',
    ' é="1"',
  ],
);
const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));

it('tags are read as their patterns say', () => {
  let opened = 0;
  let closed = 0;
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('', '<', '<a', '<p:q ', '</', '</a', 'x'),
      fc.boolean(),
      (rest, begin, isEnded) => {
        const src = `x${begin}${rest}${isEnded ? '>' : ''}`;
        const open = matchAt(openTag(), src, 1);
        const close = matchAt(closeTag(), src, 1);
        expect(readOpenTag(src, 1)).toEqual(
          open === null
            ? undefined
            : {
                name: open[1],
                attributes: [...open[2]!.matchAll(attribute())].map((one) => [
                  one[1],
                  one[2] ?? one[3] ?? one[4] ?? '',
                ]),
                isClosed: open[3] !== undefined,
                end: 1 + open[0].length,
              },
        );
        expect(readCloseTag(src, 1)).toEqual(close === null ? undefined : { name: close[1], end: 1 + close[0].length });
        expect(isTagName(src, 1)).toBe(matchAt(tagName(), src, 1) !== null);
        if (open !== null) opened++;
        if (close !== null) closed++;
      },
    ),
    { numRuns: 6000 },
  );
  expect(opened).toBeGreaterThan(200);
  expect(closed).toBeGreaterThan(50);
});
