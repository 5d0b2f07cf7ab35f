import type { DocumentState, Rendering, World } from './world.js';

/** So many documents of a collection are noted one by one where a render reads a member of theirs. */
export const mostNoted = 64;

/** Members that are as they are while only the text of their document changes: those that a render may read widely. */
function isOfData(state: DocumentState, key: string): boolean {
  if (key === 'raw' || key === 'whole') return false;
  // The date of a document without one is the time, which each of its readers is to stand on.
  return key !== 'date' || state.document.data.has('date');
}

/** A member of a collection's documents. */
interface Member {
  /** Who read it last, and of how many documents. */
  reader: Rendering | undefined;
  count: number;
  /** What its fingerprint is the sum of; there as soon as that was asked for. */
  parts: Map<DocumentState, Hash> | undefined;
  sum: Hash;
}

type Hash = readonly [number, number];

/**
 * What renders read of very many documents. A page that goes through all posts would stand on a fact for each, and a
 * blog whose every post does so on the square of its posts. Once a render has read a member of more than `mostNoted`
 * documents of a collection it stands on that member of them all: one fact, whose fingerprint follows each change.
 */
export class WideReads {
  readonly #world: World;
  readonly #fingerprintOf: (state: DocumentState, key: string) => string;
  /** By label (none for pages) and member. */
  readonly #members = new Map<string, Map<string, Member>>();

  /** @param fingerprintOf that of a document's member, as it is now */
  constructor(world: World, fingerprintOf: (state: DocumentState, key: string) => string) {
    this.#world = world;
    this.#fingerprintOf = fingerprintOf;
  }

  /** Whether a render stands on a member of all documents of a collection already. */
  covers(rendering: Rendering, state: DocumentState, key: string): boolean {
    const member = this.#member(state.document.collection ?? '', key);
    if (member.reader !== rendering) {
      member.reader = rendering;
      member.count = 0;
    }
    return member.count > mostNoted && isOfData(state, key);
  }

  /** Told that the same render read it of one more document. */
  count(state: DocumentState, key: string): void {
    const label = state.document.collection ?? '';
    const member = this.#member(label, key);
    if (!isOfData(state, key) || ++member.count <= mostNoted) return;
    this.#world.facts.note('members', `${label}\n${key}`);
  }

  /** The fingerprint of a member of all documents of a collection. */
  fingerprint(name: string): string {
    const [label, key] = name.split('\n') as [string, string];
    const member = this.#member(label, key);
    if (member.parts === undefined) {
      member.parts = new Map();
      member.sum = [0, 0];
      for (const state of this.#world.ordered) {
        if ((state.document.collection ?? '') === label) this.#add(member, member.parts, state, key);
      }
    }
    return `${member.sum[0].toString(36)}.${member.sum[1].toString(36)}`;
  }

  /** Follows a change of the site: of some documents, or of which there are. */
  follow(changed: readonly DocumentState[], isReordered: boolean): void {
    const labels = new Set(changed.map(({ document }) => document.collection ?? ''));
    for (const [label, members] of this.#members) {
      for (const [key, member] of members) {
        if (isReordered) member.parts = undefined;
        else if (labels.has(label)) this.#followIn(label, key, member, changed);
      }
    }
  }

  #followIn(label: string, key: string, member: Member, changed: readonly DocumentState[]): void {
    for (const state of changed) {
      if (member.parts === undefined || (state.document.collection ?? '') !== label) continue;
      const part = member.parts.get(state);
      if (part === undefined) member.parts = undefined;
      else {
        member.sum = [(member.sum[0] - part[0]) >>> 0, (member.sum[1] - part[1]) >>> 0];
        this.#add(member, member.parts, state, key);
      }
    }
  }

  #add(member: Member, parts: Map<DocumentState, Hash>, state: DocumentState, key: string): void {
    const part = hashOf(`${state.id}\n${isOfData(state, key) ? this.#fingerprintOf(state, key) : ''}`);
    parts.set(state, part);
    member.sum = [(member.sum[0] + part[0]) >>> 0, (member.sum[1] + part[1]) >>> 0];
  }

  #member(label: string, key: string): Member {
    let members = this.#members.get(label);
    if (members === undefined) this.#members.set(label, (members = new Map()));
    let member = members.get(key);
    if (member === undefined)
      members.set(key, (member = { reader: undefined, count: 0, parts: undefined, sum: [0, 0] }));
    return member;
  }
}

/** Two numbers of 32 bits for a text, mixed so well that those of many can be summed (after "cyrb53" by bryc). */
function hashOf(text: string): Hash {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}
