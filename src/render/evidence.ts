import type { Diagnostic } from '../core/diagnostics.js';
import { changeFact, doubtFact, type Fact } from './trace.js';
import { memberFingerprint } from './view/document-view.js';
import type { BesideFile, DocumentState, KeptText, World } from './world.js';

/** What is kept of a site, without its texts: plain data, for the next process. */
export interface SavedEvidence {
  /** Kind, name and fingerprint of every fact that something read. */
  readonly facts: readonly (readonly [string, string, string])[];
  /** Lists of places in `facts`; many results share one. */
  readonly lists: readonly (readonly number[])[];
  readonly documents: readonly SavedDocument[];
}

/** A document's id, its hash, and its body, output and excerpt. */
export type SavedDocument = readonly [string, string, SavedText | 0, SavedText | 0, SavedText | 0];

/** Place of its facts in `lists`, fingerprint, what was said while it was made, files made beside. */
export type SavedText = readonly [number, string, (readonly Diagnostic[])?, (readonly BesideFile[])?];

const texts = [
  ['body', '=content'],
  ['output', '=output'],
  ['excerpt', '=excerpt'],
] as const;

/** Everything that is known to stand. */
export function saveEvidence(world: World): SavedEvidence {
  const places = new Map<Fact, number>();
  const lists = new Map<string, number>();
  const saved = { facts: [] as [string, string, string][], lists: [] as number[][] };
  const placeOf = (fact: Fact): number => {
    let place = places.get(fact);
    if (place === undefined) {
      place = saved.facts.push([fact.kind, fact.name, fact.fingerprint]) - 1;
      places.set(fact, place);
    }
    return place;
  };
  const listOf = (facts: Iterable<Fact>): number => {
    const list = Array.from(facts, placeOf);
    const key = list.join();
    let at = lists.get(key);
    if (at === undefined) {
      at = saved.lists.push(list) - 1;
      lists.set(key, at);
    }
    return at;
  };
  const textFor = (state: DocumentState, kept: KeptText, member: string): SavedText | 0 => {
    if (kept.status !== 'fresh' || kept.failed) return 0;
    const { fingerprint } = state.facts.get(member)!;
    const list = listOf(kept.facts);
    if (kept.besides.length > 0) return [list, fingerprint, kept.diagnostics, kept.besides];
    return kept.diagnostics.length > 0 ? [list, fingerprint, kept.diagnostics] : [list, fingerprint];
  };
  const documents = world.ordered.map((state): SavedDocument => {
    const [body, output, excerpt] = texts.map(([name, member]) => textFor(state, state[name], member));
    return [state.id, state.document.hash, body!, output!, excerpt!];
  });
  return { ...saved, documents };
}

/**
 * Takes up what an earlier process kept. The world has the site as it is now and nothing is rendered; afterwards, all
 * that stood and still stands is known as such, its text not at hand.
 */
export function restoreEvidence(world: World, saved: SavedEvidence): void {
  const facts = saved.facts.map(([kind, name, fingerprint]) => restoreFact(world, kind, name, fingerprint));
  const lists = saved.lists.map((list) => new Set(list.map((place) => facts[place]!)));
  for (const [id, hash, ...keptTexts] of saved.documents) {
    const state = world.states.get(id);
    if (state === undefined || state.document.hash !== hash) continue;
    for (const [index, [name, member]] of texts.entries()) {
      const text = keptTexts[index];
      if (text !== undefined && text !== 0) restoreText(state, state[name], member, text, lists);
    }
  }
  for (const fact of facts) if (fact.kind === 'document') refreshDocumentFact(world, fact);
  world.facts.refresh(world.facts.kinds);
}

function restoreFact(world: World, kind: string, name: string, fingerprint: string): Fact {
  if (kind !== 'document') return world.facts.restore(kind, name, fingerprint) ?? lostFact(kind, name);
  const [id, member] = splitName(name);
  const state = world.states.get(id);
  const known = state?.facts.get(member);
  if (known !== undefined) {
    known.fingerprint = fingerprint;
    return known;
  }
  const fact: Fact = { kind, name, fingerprint, readers: new Set() };
  state?.facts.set(member, fact);
  return fact;
}

/** A fact that cannot be looked at any more; whatever read it is made anew. */
function lostFact(kind: string, name: string): Fact {
  return { kind: 'document', name: `\n${kind}\n${name}`, fingerprint: 'lost', readers: new Set() };
}

function restoreText(
  state: DocumentState,
  kept: KeptText,
  member: string,
  [list, fingerprint, diagnostics = [], besides = []]: SavedText,
  lists: readonly Set<Fact>[],
): void {
  kept.facts = lists[list]!;
  kept.status = 'fresh';
  kept.isUnloaded = true;
  kept.diagnostics = diagnostics;
  kept.besides = besides;
  state.facts.get(member)!.fingerprint = fingerprint;
  for (const fact of kept.facts) fact.readers.add(kept);
}

function refreshDocumentFact(world: World, fact: Fact): void {
  const [id, member] = splitName(fact.name);
  const state = world.states.get(id);
  if (state === undefined) changeFact(fact, 'gone');
  else if (fact.source === undefined) changeFact(fact, memberFingerprint(world, state, member));
  else if (fact.source.status !== 'fresh') doubtFact(fact);
}

function splitName(name: string): [id: string, member: string] {
  const end = name.lastIndexOf('\n');
  return [name.slice(0, end), name.slice(end + 1)];
}
