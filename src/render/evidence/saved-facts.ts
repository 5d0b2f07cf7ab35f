import type { DocumentState, KeptText, World } from '../world.js';
import { memberFact } from './member-fact.js';
import { type EvidenceHead, type SavedLinks, savedTexts, splitMember } from './saved-evidence.js';
import { type Fact, noFacts, registerReads } from './trace.js';

/** The facts of saved places, each made when it is asked for. */
export function factsOf(
  world: World,
  { ids, site }: EvidenceHead,
  { placed, owners, members }: SavedLinks,
): (place: number) => Fact {
  const made: (Fact | undefined)[] = [];
  const make = (place: number): Fact => {
    const at = Math.floor(place / 3);
    if (place % 3 < 2) return world.facts.restore(...(place % 3 === 0 ? site : placed).at(at)!);
    return restoreMember(world.states.get(ids[owners[at]!]!)!, ...splitMember(members.at(at)!));
  };
  return (place) => (made[place] ??= make(place));
}

const textNames = new Map<string, 'body' | 'output' | 'excerpt'>(savedTexts.map(([name, member]) => [member, name]));

function restoreMember(state: DocumentState, member: string, fingerprint: string): Fact {
  const name = textNames.get(member);
  if (name !== undefined) {
    const text = state[name];
    // The old fingerprint of a text to be rendered again: if it comes out the same, the texts that show it are up to date.
    if (text.fingerprint === '') text.fingerprint = fingerprint;
    return text;
  }
  return memberFact(state, member, () => fingerprint);
}

/** Joins a text to the facts of its saved list. */
export function link({ lists }: SavedLinks, kept: KeptText, factAt: (place: number) => Fact): void {
  const text = lists.at(kept.savedList)!;
  kept.savedList = -1;
  kept.facts = text === '' ? noFacts : text.split(',').map((place) => factAt(Number(place)));
  registerReads(kept);
}

/** Which text of a document a saved member is, if any. */
export function textOfMember(text: string): 'body' | 'output' | 'excerpt' | undefined {
  return savedTexts.find(([, member]) => text.startsWith(member) && text.charCodeAt(member.length) === 10)?.[0];
}
