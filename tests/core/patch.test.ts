import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, makePatch, type Patch } from '../../src/core/lists/patch.js';

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const plain = fc.jsonValue({ maxDepth: 4 }).map(copy);

describe('a patch', () => {
  it('makes of one plain value the other', () => {
    fc.assert(
      fc.property(plain, plain, (from, to) => {
        const patch = makePatch(from, to);
        const made = patch === undefined ? from : applyPatch(copy(from), copy(patch) as Patch);
        expect(made).toEqual(to);
      }),
    );
  });

  it('takes keys that every object has for keys', () => {
    const values = ['{}', '{"toString":1}', '{"__proto__":{"a":1}}', '{"__proto__":[2],"constructor":null}'].map(
      (text) => JSON.parse(text) as unknown,
    );
    for (const from of values) {
      for (const to of values) {
        const patch = makePatch(from, to);
        const made = patch === undefined ? from : applyPatch(copy(from), copy(patch) as Patch);
        // Assertions of equality do not look at such keys.
        expect(JSON.stringify(made).split('').sort()).toEqual(JSON.stringify(to).split('').sort());
      }
    }
  });

  it('is small where little is different in a list', () => {
    const list = Array.from({ length: 1000 }, (_, index) => [index, `item ${index}`]);
    const edits: readonly ((rows: unknown[]) => unknown)[] = [
      (rows) => rows.splice(500, 1),
      (rows) => rows.splice(500, 0, ['new']),
      (rows) => rows.push(['new']),
      (rows) => rows.splice(500, 1, [500, 'other']),
    ];
    for (const edit of edits) {
      const to = copy(list) as unknown[];
      edit(to);
      const patch = makePatch(list, to)!;
      expect(JSON.stringify(patch).length).toBeLessThan(100);
      expect(applyPatch(copy(list), patch)).toEqual(to);
    }
  });

  it('is none where nothing is different, whatever is left out', () => {
    expect(makePatch({ a: [1, { b: null }] }, { a: [1, { b: null }], c: undefined })).toBeUndefined();
  });
});
