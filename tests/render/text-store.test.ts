import { describe, expect, it } from 'vitest';
import { fillGaps } from '../../src/core/text/unfilled.js';
import { createTextStore } from '../../src/render/texts/text-store.js';
import { type KeptText, textOf } from '../../src/render/world.js';

/** A kept text that says when it is made again. */
function keptOf(text: string): KeptText & { made: number } {
  const kept = { text, made: 0, isUnloaded: false, isReleased: false, bytes: undefined } as unknown as KeptText & {
    made: number;
  };
  return Object.assign(kept, {
    update() {
      kept.made++;
      kept.text = text;
      kept.isReleased = false;
    },
  });
}

function textAt(index: number): string {
  return `text ${index} „with“ 𝒎any letters `.repeat(200 + (index % 50));
}

describe('a text store', () => {
  it('holds texts of any length as they are', () => {
    const store = createTextStore<KeptText>();
    const texts = ['', 'short', 'ü€𝒎', 'long '.repeat(100_000), ...Array.from({ length: 900 }, (_, at) => textAt(at))];
    const kept = texts.map((text) => keptOf(text));
    for (const text of kept) store.hold(text);
    expect(kept.every((each) => each.text === '')).toBe(true);
    expect(kept.map(textOf)).toEqual(texts);
  });

  it('puts bytes between the parts of a text', () => {
    const store = createTextStore<KeptText>();
    const inner = Buffer.from('ü inner text '.repeat(20));
    const outer = ['before „', '“ between ', 'after'.repeat(100_000)];
    const [long, short] = [keptOf(outer.join(' ')), keptOf('ab')];
    store.hold(long, outer, inner);
    store.hold(short, ['a', 'b'], inner);
    expect(textOf(long)).toBe(outer.join(inner.toString()));
    expect(textOf(short)).toBe(`a${inner.toString()}b`);
  });

  it('leaves gaps for the bytes where they may be copied later, until somebody does', () => {
    const store = createTextStore<KeptText>();
    const inner = Buffer.from('ü inner text '.repeat(20));
    const kept = keptOf('a-b-c');
    store.hold(kept, ['a', 'b', 'c'], inner, true);
    const expected = ['a', 'b', 'c'].join(inner.toString());
    expect(kept.unfilled?.gaps).toEqual([1, 2 + inner.length]);
    expect(textOf(kept)).not.toBe(expected);
    const sent = structuredClone(kept.unfilled!);
    fillGaps(sent);
    expect(textOf(kept)).toBe(expected);
    // What has none, or memory of its own that no thread shares, has no gaps.
    const [whole, long] = [keptOf('a'), keptOf('long '.repeat(100_000))];
    store.hold(whole, ['a'], inner, true);
    store.hold(long, [long.text, 'b'], inner, true);
    expect([whole.unfilled, long.unfilled]).toEqual([undefined, undefined]);
  });

  it('uses the memory of texts that are let go of for others, and of no others', () => {
    const store = createTextStore<KeptText>();
    const memory = new Set<ArrayBufferLike>();
    const staying = Array.from({ length: 300 }, (_, at) => keptOf(textAt(at)));
    for (const text of staying) store.hold(text);
    for (let round = 0; round < 40; round++) {
      const passing = Array.from({ length: 300 }, (_, at) => keptOf(textAt(at + round)));
      for (const text of passing) store.hold(text);
      for (const { bytes } of passing) memory.add(bytes!.buffer);
      expect(passing.map(textOf)).toEqual(passing.map((_, at) => textAt(at + round)));
      passing.forEach(store.letGo);
    }
    expect(memory.size).toBeLessThan(6);
    expect(staying.map(textOf)).toEqual(staying.map((_, at) => textAt(at)));
    expect(staying.every(({ made }) => made === 0)).toBe(true);
  });

  it('gives texts that are wanted later memory of their own, and has the others made again', () => {
    const store = createTextStore<KeptText>();
    const kept = Array.from({ length: 100 }, (_, at) => keptOf(textAt(at)));
    for (const text of kept) store.hold(text);
    const wanted = new Set(kept.slice(0, 10));
    store.letGoOfAll((each) => wanted.has(each as never));
    for (let at = 0; at < 100; at++) store.hold(keptOf(`other ${textAt(at)}`));
    expect(kept.map(textOf)).toEqual(kept.map((_, at) => textAt(at)));
    expect(kept.map(({ made }) => made)).toEqual(kept.map((_, at) => (at < 10 ? 0 : 1)));
  });

  it('leaves a text alone that was rendered again since', () => {
    const store = createTextStore<KeptText>();
    const kept = keptOf(textAt(1));
    store.hold(kept);
    kept.text = 'newer';
    kept.bytes = undefined;
    store.letGo(kept);
    store.letGoOfAll(() => false);
    expect([textOf(kept), kept.made]).toEqual(['newer', 0]);
  });
});
