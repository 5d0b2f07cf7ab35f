import type { KeptText, World } from '../world.js';
import {
  type EvidenceHead,
  type EvidenceLinks,
  extrasOf,
  type SavedFact,
  savedTexts,
  splitMember,
  type TextExtras,
} from './saved-evidence.js';
import type { Fact } from './trace.js';

/** Evidence as it is written: the part that is always read, and the part that is read where something changed. */
export interface EvidenceTables {
  readonly head: EvidenceHead;
  readonly links: EvidenceLinks;
}

/** Kinds of facts that are about a document's place among others: nothing of them changes where no place does. */
const placedKinds = new Set(['next', 'previous', 'related', 'order', 'counter']);

/** So often old evidence is written again as it is, before what is no longer needed is taken out. */
export const maxPasses = 100;

/** Documents of one step. */
const documentsAtOnce = 200;

/**
 * Collects everything that is known to be up to date. Evidence of an earlier process that was not looked at is kept as
 * it is.
 */
export function saveEvidence(world: World): EvidenceTables {
  const steps = gatherEvidence(world);
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, head: withFingerprints(world, step.value.head) };
  }
}

/** Adds the fingerprints of the texts that are up to date; those of outputs that threads write may come late. */
export function withFingerprints({ ordered }: World, head: EvidenceHead): EvidenceHead {
  const texts = [...head.texts];
  let at = 0;
  for (const state of ordered) {
    for (const [name] of savedTexts) {
      if ((texts[at] as number) >= 0) texts[at + 1] = state[name].fingerprint;
      at += 2;
    }
  }
  return { ...head, texts };
}

/** The same in steps, between which nothing may be rendered, and without the texts' fingerprints. */
export function* gatherEvidence(world: World): Generator<void, EvidenceTables> {
  const base = baseOf(world);
  if (base === undefined) world.link?.();
  const before = base?.links() ?? { placed: [], owners: [], members: [], lists: [] };
  const siteBefore = base?.head.site ?? [];
  const gatherer = new Gatherer(world, {
    site: siteBefore.length,
    placed: before.placed.length,
    owners: before.owners.length,
    members: before.members.length,
    lists: before.lists.length,
  });
  const texts: (number | string)[] = [];
  const extras: TextExtras[] = [];
  for (const [index, state] of world.ordered.entries()) {
    if (index % documentsAtOnce === documentsAtOnce - 1) yield;
    for (const [name] of savedTexts) {
      const kept = state[name];
      const stands = kept.status === 'fresh' && !kept.failed;
      const isKnown = base !== undefined && kept.isUnloaded && kept.savedList >= 0;
      const list = !stands ? -1 : isKnown ? kept.savedList : gatherer.placeOfList(kept);
      const own = list < 0 ? undefined : extrasOf(texts.length, kept);
      if (own !== undefined) extras.push(own);
      texts.push(list, '');
    }
  }
  const links = {
    placed: [...before.placed, ...gatherer.placed],
    owners: [...before.owners, ...gatherer.owners],
    members: [...before.members, ...gatherer.members],
    lists: [...before.lists, ...gatherer.lists],
  };
  return {
    head: {
      ids: world.ordered.map(({ id }) => id),
      hashes: world.ordered.map(({ document }) => document.hash),
      site: [...siteBefore, ...gatherer.site],
      texts,
      extras,
      isWhole: isWhole(links, texts),
      passes: base === undefined ? 0 : base.head.passes + 1,
    },
    links,
  };
}

/** The old evidence to start from; none where documents came or went, as it refers to them by their places. */
function baseOf({ unlinked, ordered }: World): World['unlinked'] {
  if (unlinked === undefined || unlinked.head.passes >= maxPasses) return undefined;
  const { ids } = unlinked.head;
  return ids.length === ordered.length && ordered.every(({ id }, index) => id === ids[index]) ? unlinked : undefined;
}

/** Whether all texts that others depend on are saved. */
function isWhole({ owners, members }: EvidenceLinks, texts: EvidenceHead['texts']): boolean {
  const offsets = new Map<string, number>(savedTexts.map(([, member], index) => [member, 2 * index]));
  return members.every((text, at) => {
    const offset = text.startsWith('=') ? offsets.get(splitMember(text)[0]) : undefined;
    return offset === undefined || (texts[6 * owners[at]! + offset] as number) >= 0;
  });
}

/** Of lists of more facts than that, hardly two are the same. */
const maxShared = 8;

/** How many there were; each knows its facts by its number. */
let gatherers = 0;

function keyOf({ kind, name, fingerprint }: Pick<Fact, 'kind' | 'name' | 'fingerprint'>): string {
  return `${kind}\n${name}\n${fingerprint}`;
}

/** Numbers facts and lists of them as they are met, behind those that are there already. */
export class Gatherer {
  readonly site: SavedFact[] = [];
  readonly placed: SavedFact[] = [];
  readonly owners: number[] = [];
  readonly members: string[] = [];
  readonly lists: string[] = [];
  readonly #world: World;
  readonly #before: Readonly<Record<keyof EvidenceLinks | 'site', number>>;
  readonly #number = ++gatherers;
  readonly #known = new Map<string, number>();
  readonly #listPlaces = new Map<string, number>();

  /** @param before how many there are of each already */
  constructor(world: World, before: Readonly<Record<keyof EvidenceLinks | 'site', number>>) {
    this.#world = world;
    this.#before = before;
  }

  /** Notes a fact that is saved already. */
  know(place: number, kind: string, name: string, fingerprint: string): void {
    this.#known.set(keyOf({ kind, name, fingerprint }), place);
  }

  /** Notes a list that is saved already. */
  knowList(place: number, list: string): void {
    this.#listPlaces.set(list, place);
  }

  /** The place of the list of a text's facts; −1 where it cannot be saved. */
  placeOfList(kept: KeptText): number {
    const list: number[] = [];
    for (const fact of kept.facts) {
      const place = fact.placedBy === this.#number ? fact.place : this.#place(fact);
      if (place < 0) return -1;
      list.push(place);
    }
    const key = list.join();
    const known = this.#listPlaces.get(key);
    if (known !== undefined) return known;
    const at = this.#before.lists + this.lists.push(key) - 1;
    if (list.length <= maxShared) this.#listPlaces.set(key, at);
    return at;
  }

  #place(fact: Fact): number {
    const known = this.#known.size === 0 ? undefined : this.#known.get(keyOf(fact));
    fact.place = known ?? this.#add(fact);
    fact.placedBy = this.#number;
    return fact.place;
  }

  #add({ kind, name, fingerprint, about }: Fact): number {
    if (about !== undefined) {
      const { state, member } = about;
      if (this.#world.ordered[state.order] !== state) return -1;
      this.owners.push(state.order);
      return 3 * (this.#before.members + this.members.push(`${member}\n${fingerprint}`) - 1) + 2;
    }
    if (placedKinds.has(kind)) return 3 * (this.#before.placed + this.placed.push([kind, name, fingerprint]) - 1) + 1;
    return 3 * (this.#before.site + this.site.push([kind, name, fingerprint]) - 1);
  }
}
