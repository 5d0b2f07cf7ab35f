import { memberFingerprint } from '../view/document-members.js';
import { areRelatedByWords } from '../view/related.js';
import type { DocumentState, KeptText, World } from '../world.js';
import { createMarks, type SavedEvidence, type SavedFact, savedTexts, splitMember } from './saved-evidence.js';
import { factsOf, link, textOfMember } from './saved-facts.js';

/** What was taken up of saved evidence around a change. */
export interface EvidenceAround {
  readonly saved: SavedEvidence;
  /** Texts that were asked for since, by their places: three times that of the document, and that in `savedTexts`. */
  readonly taken: ReadonlyMap<number, KeptText>;
  /** Places of texts that had to be rendered again. */
  readonly stale: readonly number[];
  /** Facts about the site as such that are other ones now, by their places. */
  readonly facts: ReadonlyMap<number, SavedFact>;
}

const [standing, unsure, stale] = [0, 1, 2];

/**
 * Restores an earlier process's evidence of a site where nothing but the texts of some documents is different. All
 * other texts are up to date, and each is restored when it is asked for. Undefined where the texts depend on the whole
 * site.
 *
 * @param changed the documents, by their places in the order of rendering
 */
export function restoreAround(
  world: World,
  saved: SavedEvidence,
  changed: readonly number[],
): EvidenceAround | undefined {
  const { head, rows } = saved;
  if (areRelatedByWords(world.site) || head.ids.length !== world.ordered.length) return undefined;
  if (head.extras.some(([, , , counts]) => counts.length > 0)) return undefined;
  // Looking them up again would take all documents.
  for (const [kind, name, fingerprint] of head.site) {
    if (kind === 'members') world.facts.restore(kind, name, fingerprint);
  }
  const doubts = new Doubts(world, saved);
  const facts = changedFacts(world, saved, changed);
  doubts.change(changed, facts.keys());
  doubts.spread();
  const taken = new Map<number, KeptText>();
  const extras = new Map(head.extras.map((one) => [one[0] / 2, one]));
  world.restoreText = (text, { order }, phase) => {
    const place = 3 * order + phases.indexOf(phase);
    taken.set(place, text);
    const list = head.texts[2 * place] as number;
    if (list < 0 || doubts.at(place) === stale) return;
    text.status = 'fresh';
    text.isUnloaded = true;
    text.fingerprint = head.texts[2 * place + 1] as string;
    text.savedList = list;
    const [, diagnostics, files] = extras.get(place) ?? [];
    if (diagnostics !== undefined) text.diagnostics = diagnostics;
    if (files !== undefined) text.companions = files;
  };
  for (const [place, diagnostics] of head.extras) {
    if (diagnostics.length > 0 && doubts.at(place / 2) !== stale) world.withDiagnostics.add(stateAt(world, place / 2));
  }
  const factAt = factsOf(world, head, rows);
  world.pending.clear();
  for (const place of doubts.places()) {
    const state = stateAt(world, place);
    if (place % 3 === phases.indexOf('layouts')) world.pending.add(state);
    if (doubts.at(place) === stale) continue;
    const text = state[savedTexts[place % 3]![0]];
    link(rows, text, factAt);
    text.status = 'unsure';
  }
  return { saved, taken, stale: doubts.places().filter((place) => doubts.at(place) === stale), facts };
}

/** Kinds of facts about the time, and the names of those that are of the site. */
const timeKinds = new Set(['time', 'now']);

/** The facts about the site itself that depend on documents' texts or on the time. */
function changedFacts(
  world: World,
  { head }: SavedEvidence,
  changed: readonly number[],
): ReadonlyMap<number, SavedFact> {
  const paths = new Set(changed.map((order) => head.ids[order]!));
  const facts = new Map<number, SavedFact>();
  for (const [place, [kind, name, fingerprint]] of head.site.entries()) {
    const isOpen = kind === 'file' ? paths.has(name) : timeKinds.has(kind === 'site' ? name : kind);
    const now = isOpen ? world.facts.look(kind, name) : undefined;
    if (now !== undefined && now !== fingerprint) facts.set(place, [kind, name, now]);
  }
  return facts;
}

/** Of the texts in `savedTexts`. */
const phases = ['body', 'layouts', 'excerpt'] as const;

function stateAt(world: World, place: number): DocumentState {
  return world.ordered[Math.floor(place / 3)]!;
}

/** So few are each searched for, which is done by the machine's own loop. */
const few = 16;

/** Where an item is in a list. */
function placesOf<T>(list: { indexOf(item: T, from?: number): number }, item: T): number[] {
  const places: number[] = [];
  for (let at = list.indexOf(item); at !== -1; at = list.indexOf(item, at + 1)) places.push(at);
  return places;
}

/** Which texts are out of date, or may be. */
class Doubts {
  private readonly levels: Uint8Array;
  private readonly world: World;
  private readonly saved: SavedEvidence;
  /** Documents some of whose texts may be out of date since the last step, for those that show them. */
  private fresh = new Set<number>();
  /** Excerpts with diagnostics, which count only while something shows them. */
  private readonly withDiagnostics: ReadonlySet<number>;

  constructor(world: World, saved: SavedEvidence) {
    this.world = world;
    this.saved = saved;
    this.levels = new Uint8Array(3 * saved.head.ids.length);
    const withDiagnostics = saved.head.extras.filter(
      ([place, diagnostics]) => place % 6 === 4 && diagnostics.length > 0,
    );
    this.withDiagnostics = new Set(withDiagnostics.map(([place]) => place / 2));
    for (const place of this.withDiagnostics) this.fresh.add(Math.floor(place / 3));
  }

  at(place: number): number {
    return this.levels[place]!;
  }

  places(): number[] {
    const places = [unsure, stale].flatMap((level) => placesOf(this.levels, level));
    return places.sort((a, b) => a - b);
  }

  /**
   * Brings into doubt what is of changed documents, and what read something of them that is different now.
   *
   * @param facts places of facts about the site as such that are different
   */
  change(changed: readonly number[], facts: Iterable<number>): void {
    const { head, rows } = this.saved;
    for (const order of changed) for (let text = 0; text < 3; text++) this.doubt(3 * order + text, stale);
    if (!head.isWhole) {
      for (let at = 0; at < head.texts.length; at += 2) if (head.texts[at] === -1) this.fresh.add(Math.floor(at / 6));
    }
    const marks = createMarks(rows, head);
    for (const place of facts) marks[3 * place] = 1;
    this.eachMember(new Set(changed), (at, text, order) => {
      if (textOfMember(text) !== undefined) return;
      const [member, fingerprint] = splitMember(text);
      const now = memberFingerprint(this.world, this.world.ordered[order]!, member);
      if (now !== fingerprint) marks[3 * at + 2] = 1;
    });
    this.doubtReaders(marks, stale);
  }

  /** Marks texts that show a text that may be out of date, and so on. */
  spread(): void {
    const told = new Set<number>();
    while (this.fresh.size > 0) {
      const owners = this.fresh;
      this.fresh = new Set();
      const marks = createMarks(this.saved.rows, this.saved.head);
      this.eachMember(owners, (at, text, order) => {
        const name = textOfMember(text);
        if (name === undefined || told.has(at)) return;
        const place = 3 * order + savedTexts.findIndex(([one]) => one === name);
        const stands = this.levels[place] === standing && (this.saved.head.texts[2 * place] as number) >= 0;
        if (stands && !this.withDiagnostics.has(place)) return;
        told.add(at);
        marks[3 * at + 2] = 1;
      });
      this.doubtReaders(marks, unsure);
    }
  }

  private doubt(place: number, level: number): void {
    if (this.levels[place]! >= level) return;
    this.levels[place] = level;
    this.fresh.add(Math.floor(place / 3));
  }

  private doubtReaders(marks: Uint8Array, level: number): void {
    if (!marks.includes(1)) return;
    const { texts } = this.saved.head;
    const lists = this.saved.rows.lists.marked(marks);
    if (lists.length <= few) {
      for (const list of lists) for (const at of placesOf(texts, list)) this.doubt(at / 2, level);
      return;
    }
    const all = new Set(lists);
    for (let at = 0; at < texts.length; at += 2) if (all.has(texts[at] as number)) this.doubt(at / 2, level);
  }

  private eachMember(orders: ReadonlySet<number>, look: (at: number, text: string, order: number) => void): void {
    const { owners, members } = this.saved.rows;
    if (orders.size <= few) {
      for (const order of orders) for (const at of placesOf(owners, order)) look(at, members.at(at)!, order);
      return;
    }
    const flags = new Uint8Array(this.saved.head.ids.length);
    for (const order of orders) flags[order] = 1;
    for (let at = 0; at < owners.length; at++) if (flags[owners[at]!] === 1) look(at, members.at(at)!, owners[at]!);
  }
}
