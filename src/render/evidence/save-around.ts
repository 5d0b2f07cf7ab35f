import type { Patch } from '../../core/lists/patch.js';
import { itemsPatch } from '../../core/lists/rows.js';
import type { KeptText, World } from '../world.js';
import { Gatherer, maxPasses } from './gather-evidence.js';
import type { EvidenceAround } from './restore-around.js';
import { type EvidenceHead, extrasOf, type SavedFact, savedTexts, splitMember } from './saved-evidence.js';
import { textOfMember } from './saved-facts.js';

/** What is different in saved evidence after a build of a few changes. */
export interface EvidencePatches {
  readonly head: Patch | null;
  readonly placed: Patch | null;
  readonly owners: Patch | null;
  readonly members: Patch | null;
  readonly lists: Patch | null;
  /** All facts about the site itself, and those of them that are new. */
  readonly facts: readonly SavedFact[];
  readonly newFacts: readonly SavedFact[];
}

/** Whether evidence can be added to, and need not be collected from the start. */
export function canAdd({ passes }: EvidenceHead): boolean {
  return passes < maxPasses;
}

/**
 * What a build of a few changes makes of saved evidence.
 *
 * @param changed the documents that are different, by their places in the order of rendering
 */
export function saveAround(world: World, around: EvidenceAround, changed: readonly number[]): EvidencePatches {
  const { head, rows } = around.saved;
  const gatherer = new Gatherer(world, {
    site: head.site.length,
    placed: rows.placed.length,
    owners: rows.owners.length,
    members: rows.members.length,
    lists: rows.lists.length,
  });
  // All texts that depended on them were rendered again, so that they can change in place.
  for (const [place, fact] of around.facts) gatherer.know(3 * place, ...fact);
  const texts = new Map<number, number | string>();
  const extras = new Map(head.extras.map((one) => [one[0], one]));
  for (const place of new Set([...around.stale, ...around.taken.keys()])) {
    const kept = around.taken.get(place);
    // A text that was up to date and not rendered again is saved already.
    if (kept?.isUnloaded && kept.status === 'fresh') continue;
    const list = kept === undefined ? -1 : placeOfList(gatherer, around, place, kept);
    extras.delete(2 * place);
    if (list < 0 && head.texts[2 * place] === list) continue;
    texts.set(2 * place, list).set(2 * place + 1, list < 0 ? '' : kept!.fingerprint);
    const own = list < 0 ? undefined : extrasOf(2 * place, kept!);
    if (own !== undefined) extras.set(2 * place, own);
  }
  const isAdded = gatherer.lists.length + gatherer.members.length + gatherer.site.length > 0;
  const values = {
    extras: [...extras.values()].sort(([a], [b]) => a - b),
    isWhole: head.isWhole && isWholeStill(around, texts),
    passes: head.passes + (isAdded ? 1 : 0),
  };
  const hashes = new Map(changed.map((order) => [order, world.ordered[order]!.document.hash]));
  const lists = {
    hashes: itemsPatch(hashes),
    texts: itemsPatch(texts),
    site: itemsPatch(around.facts, gatherer.site),
  };
  const keys = Object.entries(lists).flatMap(([key, patch]) => (patch === null ? [] : [[key, patch] as const]));
  const plain = Object.entries(values).map(([key, value]) => [key, ['value', value] as const] as const);
  return {
    head: ['keys', Object.fromEntries([...keys, ...plain]), []],
    placed: itemsPatch(new Map(), gatherer.placed),
    owners: itemsPatch(new Map(), gatherer.owners),
    members: itemsPatch(new Map(), gatherer.members),
    lists: itemsPatch(new Map(), gatherer.lists),
    facts: [...head.site.map((fact, place) => around.facts.get(place) ?? fact), ...gatherer.site],
    newFacts: gatherer.site,
  };
}

function placeOfList(gatherer: Gatherer, around: EvidenceAround, place: number, kept: KeptText): number {
  if (kept.status !== 'fresh' || kept.failed) return -1;
  const before = around.saved.head.texts[2 * place] as number;
  if (before >= 0) knowFacts(gatherer, around, before);
  return gatherer.placeOfList(kept);
}

/** Most facts of a text are the same as before. */
function knowFacts(gatherer: Gatherer, { saved }: EvidenceAround, list: number): void {
  const { head, rows } = saved;
  const text = rows.lists.at(list);
  gatherer.knowList(list, text);
  for (const number of text === '' ? [] : text.split(',')) {
    const place = Number(number);
    const at = Math.floor(place / 3);
    if (place % 3 < 2) gatherer.know(place, ...(place % 3 === 0 ? head.site[at]! : rows.placed.at(at)));
    else {
      const [member, fingerprint] = splitMember(rows.members.at(at));
      gatherer.know(place, 'document', `${head.ids[rows.owners[at]!]}\n${member}`, fingerprint);
    }
  }
}

/** Whether all texts that others depend on are still saved. */
function isWholeStill({ saved }: EvidenceAround, texts: ReadonlyMap<number, number | string>): boolean {
  const { owners, members } = saved.rows;
  const gone = new Set([...texts].flatMap(([at, list]) => (list === -1 ? [at / 2] : [])));
  if (gone.size === 0) return true;
  const orders = new Set([...gone].map((place) => Math.floor(place / 3)));
  return owners.every((order, at) => {
    const name = orders.has(order) ? textOfMember(members.at(at)) : undefined;
    return name === undefined || !gone.has(3 * order + savedTexts.findIndex(([one]) => one === name));
  });
}
