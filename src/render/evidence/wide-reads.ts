import { hashNumbers } from '../../core/text/hash-text.js';
import type { DocumentState, MemberOfAll, ReadsOfMany, Rendering, World } from '../world.js';
import { maxNoted } from './max-noted.js';

type Hash = readonly [number, number];

/** A member of the documents of a collection, or of all pages. */
class WideMember implements MemberOfAll {
  /** Which render read it last, and of how many documents. */
  reader: Rendering | undefined = undefined;
  count = 0;
  /** Its values by the documents' places, as far as they were asked for. */
  values: unknown[] = [];
  /** What its fingerprint is the sum of; undefined where no change is to be followed, which they would only take room for. */
  readonly #parts: Map<DocumentState, Hash> | undefined;
  #sum: Hash = [0, 0];
  /** Whether the parts are those of all documents there are. */
  #isWhole = false;

  constructor(
    readonly label: string,
    readonly key: string,
    readonly fingerprintOf: (state: DocumentState, key: string) => string,
    isFollowed: boolean,
  ) {
    this.#parts = isFollowed ? new Map() : undefined;
  }

  isReadBy(rendering: Rendering): boolean {
    return this.reader === rendering && this.count > maxNoted;
  }

  isOf({ document }: DocumentState): boolean {
    const { key } = this;
    // A document without a date has the time of the build, which each of its readers has to note.
    return key === 'date' ? document.data.has('date') : key !== 'raw' && key !== 'whole';
  }

  /**
   * Counts one more document of which a render read it. Whether the render is to depend on it of all documents from now
   * on.
   */
  addReader(rendering: Rendering): boolean {
    if (this.reader !== rendering) {
      this.reader = rendering;
      this.count = 0;
    }
    return ++this.count > maxNoted;
  }

  /** @param states all documents, of which the collection's count */
  fingerprint(states: readonly DocumentState[]): string {
    if (!this.#isWhole) this.#settle(states.filter((state) => labelOf(state) === this.label));
    return this.#sum.map((half) => half.toString(36)).join('.');
  }

  /** Follows a change of some documents, or of which there are. */
  follow(changed: readonly DocumentState[], isReordered: boolean): void {
    this.values = [];
    if (isReordered || !changed.every((state) => this.#parts?.has(state))) this.#isWhole = false;
    for (const state of changed) if (this.#remove(state)) this.#add(state);
  }

  /** Adds the parts of documents that came, and takes out those of documents that went. */
  #settle(states: readonly DocumentState[]): void {
    const parts = this.#parts;
    if (parts === undefined) this.#sum = [0, 0];
    for (const state of states) if (!parts?.has(state)) this.#add(state);
    if (parts !== undefined && parts.size !== states.length) {
      const left = new Set(states);
      for (const state of parts.keys()) if (!left.has(state)) this.#remove(state);
    }
    this.#isWhole = true;
  }

  #add(state: DocumentState): void {
    const part = hashNumbers(`${state.id}\n${this.isOf(state) ? this.fingerprintOf(state, this.key) : ''}`);
    this.#parts?.set(state, part);
    this.#sum = [(this.#sum[0] + part[0]) >>> 0, (this.#sum[1] + part[1]) >>> 0];
  }

  /** Whether it was there. */
  #remove(state: DocumentState): boolean {
    const parts = this.#parts;
    const part = parts?.get(state);
    if (parts === undefined || part === undefined) return false;
    this.#sum = [(this.#sum[0] - part[0]) >>> 0, (this.#sum[1] - part[1]) >>> 0];
    return parts.delete(state);
  }
}

/**
 * What renders read of very many documents. A page that goes through all posts would depend on a fact for each, and a
 * blog whose every post does so on the square of its posts. Once a render has read a member of more than `maxNoted`
 * documents of a collection it depends on that member of them all: one fact, whose fingerprint follows each change.
 */
export class WideReads implements ReadsOfMany {
  readonly #world: World;
  readonly #fingerprintOf: WideMember['fingerprintOf'];
  readonly #collections = new Map<string, Map<string, WideMember>>();

  /** @param fingerprintOf that of a document's member, as it is now */
  constructor(world: World, fingerprintOf: WideMember['fingerprintOf']) {
    this.#world = world;
    this.#fingerprintOf = fingerprintOf;
  }

  membersOf(state: DocumentState): Map<string, WideMember> {
    return this.#membersOf(labelOf(state));
  }

  #membersOf(label: string): Map<string, WideMember> {
    let members = this.#collections.get(label);
    if (members === undefined) this.#collections.set(label, (members = new Map()));
    return members;
  }

  count(rendering: Rendering, state: DocumentState, key: string): void {
    const member = this.#member(labelOf(state), key);
    if (member.isOf(state) && member.addReader(rendering)) this.#world.facts.note('members', `${member.label}\n${key}`);
  }

  fingerprint(name: string): string {
    const [label, key] = name.split('\n') as [string, string];
    return this.#member(label, key).fingerprint(this.#world.ordered);
  }

  #member(label: string, key: string): WideMember {
    const members = this.#membersOf(label);
    let member = members.get(key);
    if (member === undefined) {
      member = new WideMember(label, key, this.#fingerprintOf, !this.#world.isBuiltOnce);
      members.set(key, member);
    }
    return member;
  }

  follow(changed: readonly DocumentState[], isReordered: boolean): void {
    if (changed.length === 0 && !isReordered) return;
    for (const [label, members] of this.#collections) {
      const here = changed.filter((state) => labelOf(state) === label);
      if (!isReordered && here.length === 0) continue;
      for (const member of members.values()) member.follow(here, isReordered);
    }
  }
}

/** None for pages. */
function labelOf({ document }: DocumentState): string {
  return document.collection ?? '';
}
