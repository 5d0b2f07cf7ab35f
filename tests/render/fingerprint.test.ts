import { afterEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../src/render/evidence/fingerprint.js';

afterEach(() => {
  vi.restoreAllMocks();
});

type Row = Map<string, unknown>;

const row = (number: number): Row =>
  new Map<string, unknown>([
    ['name', `Row ${number}`],
    ['tags', ['one', `${number}`]],
    ['text', 'Some words that are longer than what is kept as it is.'],
  ]);
const table = (rows: number): Row[] => Array.from({ length: rows }, (_, number) => row(number));

describe('fingerprint', () => {
  it('differs for different values, however deep, and is equal for equal ones', () => {
    const [one, other] = [table(300), table(300)];
    expect(fingerprint(one)).toBe(fingerprint(other));
    const different = table(300);
    (different[250]!.get('tags') as string[])[1] = 'else';
    expect(fingerprint(different)).not.toBe(fingerprint(one));
    expect(fingerprint(new Map([['rows', different]]))).not.toBe(fingerprint(new Map([['rows', one]])));
    expect(fingerprint(new Map([['rows', other]]))).toBe(fingerprint(new Map([['rows', one]])));
    // Asked for by itself, a part has the same as within.
    expect(fingerprint(one[7])).toBe(fingerprint(row(7)));
  });

  it.each<[string, unknown, unknown]>([
    ['a list within another', [['a'], 'b'], [['a', 'b']]],
    [
      'a hash within another',
      new Map<string, unknown>([
        ['a', new Map([['b', 'c']])],
        ['d', 'e'],
      ]),
      new Map([
        [
          'a',
          new Map([
            ['b', 'c'],
            ['d', 'e'],
          ]),
        ],
      ]),
    ],
    ['a key', new Map([['a:"b', 'c']]), new Map([['a', 'b:"c']])],
    ['an item', ['a\u0000"b'], ['a', 'b']],
  ])('depends on where %s ends', (_, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('keeps that of a large table, not of each of its rows', () => {
    const kept = vi.spyOn(WeakMap.prototype, 'set');
    const rows = table(5000);
    const made = fingerprint(rows);
    expect(kept.mock.calls.length).toBeLessThan(5);
    expect(kept.mock.calls.some(([key]) => key === rows)).toBe(true);
    expect(fingerprint(rows)).toBe(made);
  });
});
