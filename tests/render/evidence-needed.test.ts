import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../src/render/trace.js';
import { anyEdit, apply, start } from './little-edits.js';
import { createLittleBuilder } from './little-site.js';

/** Which facts are lost instead of noted: a mutation of the program. */
const mutation = vi.hoisted(() => ({ loses: (_fact: { kind: string; name: string }): boolean => false }));

vi.mock('../../src/render/trace.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/render/trace.js')>();
  return {
    ...original,
    noteRead: (fact: Fact): void => {
      if (!mutation.loses(fact)) original.noteRead(fact);
    },
  };
});

/** Whether some sequence of edits shows that a rebuild is not a clean build. */
async function findsDifference(): Promise<boolean> {
  const sequences = fc.sample(fc.array(anyEdit, { minLength: 1, maxLength: 10 }), { numRuns: 250, seed: 7 });
  for (const edits of sequences) {
    const builder = createLittleBuilder();
    await builder.build(start);
    let site = start;
    for (const change of edits) {
      site = apply(site, change);
      const warm = await builder.build(site);
      const cold = await createLittleBuilder().build(site);
      if (cold.result.failed) continue;
      if (warm.result.failed || JSON.stringify(warm.outputs) !== JSON.stringify(cold.outputs)) return true;
    }
  }
  return false;
}

afterEach(() => {
  mutation.loses = () => false;
});

const ofKind = (kind: string) => (fact: { kind: string }) => fact.kind === kind;
const ofMember = (member: string) => (fact: { kind: string; name: string }) =>
  fact.kind === 'document' && fact.name.endsWith(`\n${member}`);
// `order` is not here: two documents only change places together with a list that holds both.
const notes: Record<string, (fact: { kind: string; name: string }) => boolean> = {
  collection: ofKind('collection'),
  'a list of the site': ofKind('site'),
  data: ofKind('data'),
  layout: ofKind('layout'),
  include: ofKind('include'),
  'url of a path': ofKind('url'),
  next: ofKind('next'),
  previous: ofKind('previous'),
  related: ofKind('related'),
  title: ofMember('title'),
  'converted content': ofMember('=content'),
  output: ofMember('=output'),
  excerpt: ofMember('=excerpt'),
  'raw content': ofMember('raw'),
};

describe('without the note of one kind of read', () => {
  for (const [name, loses] of Object.entries(notes)) {
    it(`of ${name}, a rebuild is found wrong`, async () => {
      mutation.loses = loses;
      expect(await findsDifference()).toBe(true);
    });
  }

  it('of none, no rebuild is', async () => {
    expect(await findsDifference()).toBe(false);
  });
});
