import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { factReaders, type OutsideFacts } from '../../src/render/render-site.js';
import type { World } from '../../src/render/world.js';
import { followEdits } from './follow-little.js';
import { editsWith, start } from './little-edits.js';
import { createLittleBuilder } from './little-site.js';

/** Which facts are lost instead of noted: a mutation of the program. */
const mutation = await vi.hoisted(async () => {
  const { replaceModule } = await import('../replaced-modules.js');
  const made = { loses: (_fact: { kind: string; name: string }): boolean => false };
  replaceModule<typeof import('../../src/render/evidence/trace.js')>('render/evidence/trace.ts', (real) => ({
    ...real,
    noteRead: (fact) => !made.loses(fact) && real.noteRead(fact),
  }));
  // That there is something to be lost.
  replaceModule('render/evidence/max-noted.ts', () => ({ maxNoted: 1 }));
  return made;
});

/** Whether some sequence of edits shows that a rebuild is not a clean build. */
async function findsDifference(focus: readonly string[] = [], numRuns = 250): Promise<boolean> {
  const anyEdits = fc.array(editsWith(focus), { minLength: 1, maxLength: 10 });
  const sequences = fc.sample(anyEdits, { numRuns, seed: 7 });
  for (const edits of sequences) {
    for await (const { warm, cold } of followEdits(edits)) {
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
/** What is lost, and what texts that read it say. */
const notes: Record<string, [loses: (fact: { kind: string; name: string }) => boolean, ...focus: string[]]> = {
  collection: [ofKind('collection'), 'posts title'],
  'a list of the site': [ofKind('site'), 'tags title', 'pages title', 'clock'],
  data: [ofKind('data'), 'data one', 'data two'],
  setting: [ofKind('setting'), 'site mood'],
  'what plugins add to the site': [ofKind('member'), 'site repo'],
  time: [ofKind('time'), 'time %Y'],
  now: [ofKind('now'), 'now %Y'],
  layout: [ofKind('layout'), 'some words'],
  "a layout's data": [ofKind('layout-data'), 'layout note'],
  include: [ofKind('include'), 'include nav', 'cached foot'],
  file: [ofKind('file'), 'file part.txt'],
  'url of a path': [ofKind('url'), 'url b.md', 'url more.html'],
  'url of a post': [ofKind('post'), 'post 2020-01-05-e'],
  'order of two documents': [ofKind('order'), 'related content'],
  next: [ofKind('next'), 'next title'],
  previous: [ofKind('previous'), 'previous content'],
  related: [ofKind('related'), 'related title'],
  title: [ofMember('title'), 'posts title', 'pages title'],
  url: [ofMember('url'), 'posts url', 'next url'],
  'a member of all documents': [ofKind('members'), 'posts title', 'pages title', 'posts url'],
  keys: [ofMember('*'), 'posts keys', 'pages keys'],
  'converted content': [ofMember('=content'), 'posts content'],
  output: [ofMember('=output'), 'previous output'],
  excerpt: [ofMember('=excerpt'), 'posts excerpt'],
  'a given excerpt': [ofMember('excerpt'), 'posts excerpt'],
  'a counter': [ofKind('counter'), 'count n', 'counter n'],
  'what was left over': [ofKind('left-over'), 'content', 'layout note'],
  'raw content': [ofMember('raw'), 'next content', 'related content'],
};

describe('without the note of one kind of read', () => {
  for (const [name, [loses, ...focus]] of Object.entries(notes)) {
    it(`of ${name}, a rebuild is found wrong`, async () => {
      mutation.loses = loses;
      expect(await findsDifference(focus)).toBe(true);
    });
  }

  it('of none, no rebuild is found wrong', async () => {
    // Others run more of such sequences; here they only show that a difference comes from what is lost.
    expect(await findsDifference([], 100)).toBe(false);
  });

  it('of chance, what depends on it is not rendered again', async () => {
    const site = { ...start, pages: { ...start.pages, 'chance.html': { title: 'Chance', body: 'chance' } } };
    for (const [loses, times] of [
      [() => false, 1],
      [ofKind('chance'), 0],
    ] as const) {
      mutation.loses = loses;
      const builder = createLittleBuilder();
      await builder.build(site);
      expect((await builder.build(site)).rendered).toBe(times);
    }
  });

  it('every kind that there is has its turn', () => {
    const kinds = Object.keys(factReaders({} as World, {} as OutsideFacts)).filter((kind) => kind !== 'chance');
    const covered = (kind: string): boolean => Object.values(notes).some(([loses]) => loses({ kind, name: '' }));
    expect(kinds.filter((kind) => !covered(kind))).toEqual([]);
  });
});
