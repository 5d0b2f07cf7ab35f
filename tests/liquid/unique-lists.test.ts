import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grown, uniqueItems } from '../../src/liquid/filters/unique-lists.js';

const item = fc.oneof(
  fc.nat(12),
  fc.constantFrom<unknown>('a', 1.5, null, new Map([['a', [1]]]), new Map([['a', [1]]]), ['a']),
);
/** What is done with which of the lists so far: an item put at its end, or its items made unique. */
const step = fc.tuple(fc.nat(2), fc.option(item, { nil: undefined, freq: 1 }));

function naive(items: readonly unknown[]): unknown[] {
  return items.filter(
    (one, index) => items.findIndex((other) => JSON.stringify(told(other)) === JSON.stringify(told(one))) === index,
  );
}

const told = (value: unknown): unknown => (value instanceof Map ? { map: [...value] } : value);

it('lists that grow in any way are made unique as if gone through', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 3 }), fc.array(step, { maxLength: 40 }), (first, steps) => {
      const lists: unknown[][] = [first];
      for (const [which, pushed] of steps) {
        const list = lists[Math.max(0, lists.length - 1 - which)]!;
        const next = pushed === undefined ? uniqueItems(list) : grown(list, [...list, pushed]);
        expect(next).toEqual(pushed === undefined ? naive(list) : [...list, pushed]);
        lists.push(next);
      }
    }),
  );
});

it('what is known to be different is not asked again', () => {
  let asked = 0;
  const entry = (n: number): Map<string, unknown> => {
    const map = new Map<string, unknown>([['n', n]]);
    const entries = map[Symbol.iterator].bind(map);
    map[Symbol.iterator] = () => {
      asked++;
      return entries();
    };
    return map;
  };
  let list: unknown[] = [];
  for (let n = 0; n < 50; n++) list = uniqueItems(grown(list, [...list, entry(n % 40)]));
  expect([list.length, asked]).toEqual([40, 50]);
});

it('a list that grows twice, each time by the same', () => {
  const list = uniqueItems([1, 2]);
  const longer = (): unknown[] => uniqueItems(grown(list, [...list, 3]));
  expect([longer(), longer(), longer()]).toEqual(Array(3).fill([1, 2, 3]));
});
