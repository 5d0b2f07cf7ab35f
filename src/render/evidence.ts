import type { Diagnostic } from '../core/diagnostics.js';
import type { Fact } from './trace.js';
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
  world.link?.();
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
 * that stood and still stands is known as such, its text not at hand. Results that stand for this build are joined to
 * their facts only when `world.link` is called, for nothing can change under them before.
 */
export function restoreEvidence(world: World, saved: SavedEvidence): void {
  const same = new Set<string>();
  for (const [id, hash] of saved.documents) if (world.states.get(id)?.document.hash === hash) same.add(id);
  const isChanged = saved.facts.map(([kind, name, fingerprint]) =>
    kind === 'document'
      ? documentChanged(world, same, name, fingerprint)
      : world.facts.look(kind, name) !== fingerprint,
  );
  const listChanged = saved.lists.map((list) => list.some((place) => isChanged[place]));
  const facts: (Fact | undefined)[] = [];
  const factAt = (place: number): Fact => (facts[place] ??= restoreFact(world, saved.facts[place]!));
  const rest: Unlinked[] = [];
  for (const [id, , ...keptTexts] of saved.documents) {
    const state = same.has(id) ? world.states.get(id) : undefined;
    if (state === undefined) continue;
    for (const [index, [name, member]] of texts.entries()) {
      const text = keptTexts[index];
      if (text === undefined || text === 0 || listChanged[text[0]]) continue;
      restoreText(state, state[name], member, text);
      rest.push({ kept: state[name], list: saved.lists[text[0]]! });
    }
  }
  const later = linkDoubtful(world, saved, rest, factAt);
  world.link = () => {
    delete world.link;
    for (const unlinked of later) link(unlinked, factAt);
  };
}

/** A result that stands, not joined to its facts yet. */
interface Unlinked {
  readonly kept: KeptText;
  readonly list: readonly number[];
}

function link({ kept, list }: Unlinked, factAt: (place: number) => Fact): void {
  kept.facts = new Set(list.map(factAt));
  for (const fact of kept.facts) fact.readers.add(kept);
}

/** Joins what stands on results that are to be made anew, directly or through others; gives the rest. */
function linkDoubtful(
  world: World,
  saved: SavedEvidence,
  all: readonly Unlinked[],
  factAt: (place: number) => Fact,
): readonly Unlinked[] {
  const derived = saved.facts.flatMap(([kind, name], place) =>
    kind === 'document' && splitName(name)[1].startsWith('=') ? [place] : [],
  );
  let left = all;
  for (;;) {
    const doubtful = new Set(derived.filter((place) => isDoubtful(world, saved.facts[place]![1])));
    const next: Unlinked[] = [];
    for (const unlinked of left) {
      if (doubtful.size > 0 && unlinked.list.some((place) => doubtful.has(place))) {
        link(unlinked, factAt);
        unlinked.kept.status = 'unsure';
      } else next.push(unlinked);
    }
    if (next.length === left.length) return next;
    left = next;
  }
}

function isDoubtful(world: World, name: string): boolean {
  const [id, member] = splitName(name);
  return world.states.get(id)?.facts.get(member)?.source?.status !== 'fresh';
}

/** Whether a member of a document is another now than it was; what a render makes of it is told later. */
function documentChanged(world: World, same: ReadonlySet<string>, name: string, fingerprint: string): boolean {
  const [id, member] = splitName(name);
  if (same.has(id)) return false;
  const state = world.states.get(id);
  if (state === undefined) return true;
  return !member.startsWith('=') && memberFingerprint(world, state, member) !== fingerprint;
}

function restoreFact(world: World, [kind, name, fingerprint]: SavedEvidence['facts'][number]): Fact {
  if (kind !== 'document') return world.facts.restore(kind, name, fingerprint);
  const [id, member] = splitName(name);
  const state = world.states.get(id)!;
  let fact = state.facts.get(member);
  if (fact === undefined) {
    fact = { kind, name, fingerprint, readers: new Set() };
    state.facts.set(member, fact);
  }
  return fact;
}

function restoreText(
  state: DocumentState,
  kept: KeptText,
  member: string,
  [, fingerprint, diagnostics = [], besides = []]: SavedText,
): void {
  kept.status = 'fresh';
  kept.isUnloaded = true;
  kept.diagnostics = diagnostics;
  kept.besides = besides;
  state.facts.get(member)!.fingerprint = fingerprint;
}

function splitName(name: string): [id: string, member: string] {
  const end = name.lastIndexOf('\n');
  return [name.slice(0, end), name.slice(end + 1)];
}
