import { type EvidenceHead, type EvidenceLinks, type SavedEvidence, savedTexts } from './saved-evidence.js';
import type { Fact } from './trace.js';
import { memberFingerprint } from './view/document-view.js';
import type { DocumentState, KeptText, World } from './world.js';

/** A result that stands, not joined to its facts yet. */
interface Unlinked {
  readonly kept: KeptText;
  readonly list: number;
}

/**
 * Takes up what an earlier process kept. The world has the site as it is now and nothing is rendered; afterwards, all
 * that stood and still stands is known as such, its text not at hand. Results that stand for this build are joined to
 * their facts only when `world.link` is called, for nothing can change under them before.
 */
export function restoreEvidence(world: World, saved: SavedEvidence): void {
  const { ids, hashes, site } = saved.head;
  const states = ids.map((id, index) => {
    const state = world.states.get(id);
    return state?.document.hash === hashes[index] ? state : undefined;
  });
  const siteChanged = site.map(([kind, name, fingerprint]) => world.facts.look(kind, name) !== fingerprint);
  const isAsBefore =
    saved.head.isWhole &&
    world.ordered.length === ids.length &&
    !siteChanged.includes(true) &&
    states.every((state, index) => state !== undefined && world.ordered[index] === state);
  const isChanged = isAsBefore ? undefined : changedLists(world, saved, states, siteChanged);
  const restored = restoreTexts(world, saved.head, states, isChanged);
  const facts = lazily(() => factsOf(world, saved));
  const later = isAsBefore ? restored : linkDoubtful(saved, states, restored, facts);
  const lists = new Map(later.map(({ kept, list }) => [kept, list]));
  world.unlinked = { saved, listOf: (kept) => lists.get(kept) };
  world.link = () => {
    delete world.link;
    delete world.unlinked;
    for (const unlinked of later) link(saved, unlinked, facts());
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** For each list, whether one of its facts is another now. */
function changedLists(
  world: World,
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
  siteChanged: readonly boolean[],
): readonly boolean[] {
  const { placed, members, lists } = saved.links();
  const changed = new Set<number>();
  for (const [index, isChanged] of siteChanged.entries()) if (isChanged) changed.add(3 * index);
  for (const [index, [kind, name, fingerprint]] of placed.entries()) {
    if (world.facts.look(kind, name) !== fingerprint) changed.add(3 * index + 1);
  }
  for (let at = 0; at < members.length; at += 3) {
    const place = members[at] as number;
    if (states[place] === undefined && memberChanged(world, saved.head.ids[place]!, members, at)) changed.add(at + 2);
  }
  return lists.map((list) => changed.size > 0 && list.some((place) => changed.has(place)));
}

/** Whether a member of a document is another now than it was; what a render makes of it is told later. */
function memberChanged(world: World, id: string, members: EvidenceLinks['members'], at: number): boolean {
  const member = members[at + 1] as string;
  const state = world.states.get(id);
  if (state === undefined) return true;
  return !member.startsWith('=') && memberFingerprint(world, state, member) !== members[at + 2];
}

function restoreTexts(
  world: World,
  { texts, besides }: EvidenceHead,
  states: readonly (DocumentState | undefined)[],
  isChanged: readonly boolean[] | undefined,
): Unlinked[] {
  const restored: Unlinked[] = [];
  let at = 0;
  for (const state of states) {
    for (const [name] of savedTexts) {
      const list = texts[at] as number;
      if (state !== undefined && list >= 0 && isChanged?.[list] !== true) {
        const kept = state[name];
        kept.status = 'fresh';
        kept.isUnloaded = true;
        kept.fingerprint = texts[at + 1] as string;
        restored.push({ kept, list });
      }
      at += 2;
    }
  }
  for (const [place, said, files] of besides) {
    const state = states[Math.floor(place / 6)];
    const kept = state?.[savedTexts[(place % 6) / 2]![0]];
    if (state === undefined || kept === undefined || !kept.isUnloaded) continue;
    if (said.length > 0) world.speaking.add(state);
    kept.diagnostics = said;
    kept.besides = files;
  }
  return restored;
}

/** The facts of saved places, each made when it is asked for. */
function factsOf(world: World, saved: SavedEvidence): (place: number) => Fact {
  const { ids, site } = saved.head;
  const { placed, members } = saved.links();
  const made: (Fact | undefined)[] = [];
  const make = (place: number): Fact => {
    const at = place - (place % 3);
    if (place % 3 < 2) return world.facts.restore(...(place % 3 === 0 ? site : placed)[at / 3]!);
    const id = ids[members[at] as number]!;
    return restoreMember(world.states.get(id)!, members[at + 1] as string, members[at + 2] as string);
  };
  return (place) => (made[place] ??= make(place));
}

const textNames = new Map<string, 'body' | 'output' | 'excerpt'>(savedTexts.map(([name, member]) => [member, name]));

function restoreMember(state: DocumentState, member: string, fingerprint: string): Fact {
  const name = textNames.get(member);
  if (name !== undefined) {
    const text = state[name];
    // What a text that is to be made anew was when others showed it: if it comes out the same, they stand.
    if (text.fingerprint === '') text.fingerprint = fingerprint;
    return text;
  }
  let fact = state.facts.get(member);
  if (fact === undefined) {
    fact = { kind: 'document', name: `${state.id}\n${member}`, fingerprint, readers: new Set() };
    state.facts.set(member, fact);
  }
  return fact;
}

function link(saved: SavedEvidence, { kept, list }: Unlinked, factAt: (place: number) => Fact): void {
  kept.facts = new Set(saved.links().lists[list]!.map(factAt));
  for (const fact of kept.facts) fact.readers.add(kept);
}

/** Joins what stands on results that are to be made anew, directly or through others; gives the rest. */
function linkDoubtful(
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
  all: readonly Unlinked[],
  facts: () => (place: number) => Fact,
): readonly Unlinked[] {
  const { members, lists } = saved.links();
  const derived: number[] = [];
  for (let at = 0; at < members.length; at += 3) {
    if ((members[at + 1] as string).startsWith('=')) derived.push(at);
  }
  const sourceStands = (at: number): boolean => {
    const state = states[members[at] as number];
    return state?.[textNames.get(members[at + 1] as string)!].status === 'fresh';
  };
  let left = all;
  for (;;) {
    const doubtful = new Set(derived.filter((at) => !sourceStands(at)).map((at) => at + 2));
    const next: Unlinked[] = [];
    for (const unlinked of left) {
      if (doubtful.size > 0 && lists[unlinked.list]!.some((place) => doubtful.has(place))) {
        link(saved, unlinked, facts());
        unlinked.kept.status = 'unsure';
      } else next.push(unlinked);
    }
    if (next.length === left.length) return next;
    left = next;
  }
}
