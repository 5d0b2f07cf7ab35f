import { lazily } from '../../core/lazily.js';
import { hasMarked } from '../../core/lists/rows.js';
import type { Counted } from '../counted.js';
import { memberFingerprint } from '../view/document-members.js';
import { areRelatedByWords } from '../view/related.js';
import type { DocumentState, KeptText, World } from '../world.js';
import { createMarks, type SavedEvidence, savedTexts, splitMember } from './saved-evidence.js';
import { factsOf, link, textOfMember } from './saved-facts.js';
import type { Fact } from './trace.js';

/**
 * Restores the evidence of an earlier process. The world has the site as it is now and nothing is rendered; afterwards,
 * every text that was up to date and still is counts as such, though it is not loaded. Texts that are up to date are
 * linked to their facts only when `world.link` is called, for nothing can change under them before.
 */
export function restoreEvidence(world: World, saved: SavedEvidence): void {
  const { ids, hashes, site } = saved.head;
  const states = ids.map((id, index) => {
    const state = world.states.get(id);
    return state?.document.hash === hashes[index] ? state : undefined;
  });
  if (isInPlace(world, ids)) world.counting.isMoved = false;
  const siteChanged = site.map(([kind, name, fingerprint]) => world.facts.look(kind, name) !== fingerprint);
  const isAsBefore =
    saved.head.isWhole &&
    world.ordered.length === ids.length &&
    !siteChanged.includes(true) &&
    states.every((state, index) => state !== undefined && world.ordered[index] === state);
  const changed = isAsBefore ? undefined : changedFacts(world, saved, states, siteChanged);
  const restored = restoreTexts(world, saved, states, changed);
  const facts = lazily(() => factsOf(world, saved.head, saved.links()));
  const later = isAsBefore ? restored : linkDoubtful(saved, states, restored, facts);
  world.unlinked = saved;
  world.link = () => {
    delete world.link;
    delete world.unlinked;
    for (const kept of later) link(saved.links(), kept, facts());
  };
}

/** Whether the documents are those that were, in the same order. */
function isInPlace({ ordered }: World, ids: readonly string[]): boolean {
  return ordered.length === ids.length && ordered.every(({ id }, index) => id === ids[index]);
}

/** Marks the facts that are other ones now. */
function changedFacts(
  world: World,
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
  siteChanged: readonly boolean[],
): Uint8Array | undefined {
  const { placed, owners, members } = saved.links();
  const changed = createMarks(saved.links(), saved.head);
  for (const [index, isChanged] of siteChanged.entries()) if (isChanged) changed[3 * index] = 1;
  // Nothing is in another place where all documents are in theirs.
  if (!isInPlace(world, saved.head.ids) || areRelatedByWords(world.site)) {
    for (const [index, [kind, name, fingerprint]] of placed.entries()) {
      // A counter is looked at when it is its document's turn.
      if (kind !== 'counter' && world.facts.look(kind, name) !== fingerprint) changed[3 * index + 1] = 1;
    }
  }
  for (let index = 0; index < members.length; index++) {
    const place = owners[index]!;
    if (states[place] === undefined && memberChanged(world, saved.head.ids[place]!, members[index]!))
      changed[3 * index + 2] = 1;
  }
  return changed.includes(1) ? changed : undefined;
}

/** Whether a member of a document is different now; what a render makes of it is checked later. */
function memberChanged(world: World, id: string, text: string): boolean {
  const [member, fingerprint] = splitMember(text);
  const state = world.states.get(id);
  if (state === undefined) return true;
  return textOfMember(text) === undefined && memberFingerprint(world, state, member) !== fingerprint;
}

function restoreTexts(
  world: World,
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
  changed: Uint8Array | undefined,
): KeptText[] {
  const { texts, extras } = saved.head;
  const lists = changed === undefined ? [] : saved.links().lists;
  const restored: KeptText[] = [];
  let at = 0;
  for (const state of states) {
    for (const [name] of savedTexts) {
      const list = texts[at] as number;
      if (state !== undefined && list >= 0 && !(changed !== undefined && hasMarked(lists[list]!, changed))) {
        const kept = state[name];
        kept.status = 'fresh';
        kept.isUnloaded = true;
        kept.fingerprint = texts[at + 1] as string;
        kept.savedList = list;
        restored.push(kept);
      }
      at += 2;
    }
  }
  for (const [place, diagnostics, files, counts] of extras) {
    const at = Math.floor(place / 6);
    const text = savedTexts[(place % 6) / 2]![0];
    if (counts.length > 0) restoreCounts(world, world.states.get(saved.head.ids[at]!)?.[text], counts);
    const state = states[at];
    const kept = state?.[text];
    if (state === undefined || kept === undefined || !kept.isUnloaded) continue;
    if (diagnostics.length > 0) world.withDiagnostics.add(state);
    kept.diagnostics = diagnostics;
    kept.companions = files;
  }
  return restored;
}

/** The counts of a text matter although it is to be rendered again: others have to know whether they come behind it. */
function restoreCounts({ counting }: World, text: KeptText | undefined, counts: readonly Counted[]): void {
  for (const [name] of counts) counting.names.add(name);
  if (text !== undefined) text.counts = counts;
}

/**
 * Links texts that depend on results to be rendered again, directly or through others, to their facts; gives the rest.
 */
function linkDoubtful(
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
  all: readonly KeptText[],
  facts: () => (place: number) => Fact,
): readonly KeptText[] {
  const { lists } = saved.links();
  const { places, texts } = shownTexts(saved, states);
  const told = new Uint8Array(places.length);
  const loseMore = (): Uint8Array | undefined => {
    let lost: Uint8Array | undefined;
    for (let index = 0; index < places.length; index++) {
      if (told[index] === 1 || texts[index]?.status === 'fresh') continue;
      lost ??= createMarks(saved.links(), saved.head);
      lost[places[index]!] = told[index] = 1;
    }
    return lost;
  };
  let left = all;
  for (let lost = loseMore(); lost !== undefined; lost = loseMore()) {
    const next: KeptText[] = [];
    for (const kept of left) {
      if (hasMarked(lists[kept.savedList]!, lost)) {
        link(saved.links(), kept, facts());
        kept.status = 'unsure';
      } else next.push(kept);
    }
    if (next.length === left.length) return next;
    left = next;
  }
  return left;
}

/** The places of the texts that others show, and the texts as far as their documents are what they were. */
function shownTexts(
  saved: SavedEvidence,
  states: readonly (DocumentState | undefined)[],
): { readonly places: readonly number[]; readonly texts: readonly (KeptText | undefined)[] } {
  const { owners, members } = saved.links();
  const places: number[] = [];
  const texts: (KeptText | undefined)[] = [];
  for (let at = 0; at < members.length; at++) {
    const name = members[at]!.charCodeAt(0) === 61 ? textOfMember(members[at]!) : undefined;
    if (name === undefined) continue;
    places.push(3 * at + 2);
    texts.push(states[owners[at]!]?.[name]);
  }
  return { places, texts };
}
