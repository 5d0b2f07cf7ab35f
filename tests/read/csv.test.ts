import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { type CsvOptions, parseCsv } from '../../src/read/data/csv.js';
import { encode } from '../core/encode.js';
import { cpuTime } from '../cpu-time.js';

const plain: CsvOptions = { delimiter: ',', headers: true, converters: [] };

/** What Ruby's CSV gives, hashes as lists of pairs. */
function rows(text: string, options: Partial<CsvOptions> = {}): unknown {
  return JSON.parse(
    JSON.stringify(encode(parseCsv(text, 'a.csv', { ...plain, ...options }))).replaceAll('{"$h":', '{"h":'),
  );
}

describe('rows are those of Ruby', () => {
  test.each<[string, unknown]>([
    [
      'a,b\n1,\n',
      [
        {
          h: [
            ['a', '1'],
            ['b', null],
          ],
        },
      ],
    ],
    ['a\n\n""\n', [{ h: [['a', null]] }, { h: [['a', '']] }]],
    [
      'a,a\n1,2,3\n',
      [
        {
          h: [
            ['a', '1'],
            [null, '3'],
          ],
        },
      ],
    ],
    ['\n\n', [{ h: [] }]],
    ['a\r"x\n""y"""\r', [{ h: [['a', 'x\n"y"']] }]],
    ['a\r\n 1 \r\n', [{ h: [['a', ' 1 ']] }]],
    ['', []],
  ])('%j', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });

  test('without names, or with others', () => {
    expect(rows('a,b\n\n', { headers: false })).toEqual([['a', 'b'], []]);
    expect(rows('1,2\n', { headers: ['x'] })).toEqual([
      {
        h: [
          ['x', '1'],
          [null, '2'],
        ],
      },
    ]);
    expect(rows('1,2\n', { headers: 'x,y' })).toEqual([
      {
        h: [
          ['x', '1'],
          ['y', '2'],
        ],
      },
    ]);
  });

  test('fields are converted, names are not', () => {
    const converters = ['numeric'];
    expect(rows('1,b,c,d\n0_1,08,.5,0x1F\n', { converters })).toEqual([
      {
        h: [
          ['1', 1],
          ['b', { $f: '8.0' }],
          ['c', { $f: '0.5' }],
          ['d', 31],
        ],
      },
    ]);
  });
});

test.each([
  ['a,b\n"x"y,1\n', 2, 4],
  ['a,b\nx"y",1\n', 2, 2],
  ['a,b\r\nx\ny\r\n', 2, 2],
  ['a\n\n"x\n', 3, 1],
])('%j is refused at its place', (text, line, column) => {
  try {
    parseCsv(text, 'a.csv', plain);
    expect.unreachable();
  } catch (error) {
    expect((error as SiteError).diagnostic).toMatchObject({ code: 'csv/syntax', position: { line, column } });
  }
});

test('a mark before the first quote is named', () => {
  try {
    parseCsv('\uFEFF"a"\n', 'a.csv', plain);
    expect.unreachable();
  } catch (error) {
    expect((error as SiteError).diagnostic.hint).toMatch(/^A byte order mark stands before it/);
  }
});

test.each(['"', '""', '"a",', ',', '\n', '\r', 'a', '1_', '"\n'])('half a megabyte of %j', (piece) => {
  const spent = cpuTime(() => {
    try {
      parseCsv(piece.repeat(500_000 / piece.length), 'a.csv', { ...plain, converters: ['all'] });
    } catch (error) {
      expect(error).toBeInstanceOf(SiteError);
    }
  });
  expect(spent).toBeLessThan(2500);
});

test('rows that all lack very many fields are refused', () => {
  expect(() => parseCsv(`${','.repeat(100_000)}${'\n'.repeat(100_000)}`, 'a.csv', plain)).toThrow('lack more than');
});
