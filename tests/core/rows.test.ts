import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, makePatch, type Patch } from '../../src/core/lists/patch.js';
import { itemsPatch, StoredRows, storeRows } from '../../src/core/lists/rows.js';

function stored<T>(items: readonly T[], patches: readonly Patch[] = []): StoredRows<T> {
  const parts: Buffer[] = [];
  const index = storeRows(items, (text) => parts[parts.push(Buffer.from(text)) - 1]!.length);
  return new StoredRows<T>(Buffer.concat(parts), index, patches);
}

const each = <T>(rows: StoredRows<T>): T[] => Array.from({ length: rows.length }, (_, place) => rows.at(place));

describe('stored rows', () => {
  it('are the list that was stored, one by one and as a whole, after any changes', () => {
    const item = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.integer(), { maxLength: 3 }), fc.constant(null));
    const list = fc.array(item, { maxLength: 600 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (versions) => {
        const patches: Patch[] = [];
        for (let at = 1; at < versions.length; at++) {
          const patch = makePatch(versions[at - 1], versions[at]);
          if (patch !== undefined) patches.push(patch);
        }
        const copies = (): Patch[] => structuredClone(patches);
        expect(each(stored(versions[0]!, copies()))).toEqual(versions.at(-1));
        expect(stored(versions[0]!, copies()).all()).toEqual(versions.at(-1));
      }),
      { numRuns: 100 },
    );
  });

  it('tell which have a marked number', () => {
    const lists = fc.array(fc.array(fc.nat(120), { maxLength: 5 }), { maxLength: 400 });
    fc.assert(
      fc.property(lists, lists, fc.array(fc.nat(120), { maxLength: 40 }), (before, more, marked) => {
        const texts = before.map((numbers) => numbers.join());
        const added = more.map((numbers) => numbers.join());
        const changed = new Map(texts.length === 0 ? [] : [[texts.length >> 1, '7,120']]);
        const patch = itemsPatch(changed, added);
        const now = patch === null ? texts : (applyPatch([...texts], patch) as string[]);
        const marks = new Uint8Array(121);
        for (const number of marked) marks[number] = 1;
        const expected = now.flatMap((text, place) =>
          text !== '' && text.split(',').some((number) => marked.includes(Number(number))) ? [place] : [],
        );
        const rows = stored(texts, patch === null ? [] : [patch]);
        for (const maxSearched of [undefined, 0])
          expect(rows.marked(marks, maxSearched).sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
