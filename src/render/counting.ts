import { countBelow } from '../core/lists/count-below.js';
import type { Counters } from '../core/template.js';
import type { Counted } from './counted.js';
import { markStale } from './evidence/trace.js';
import { payloadNames } from './layouts/page-variables.js';
import {
  type Counting,
  type DocumentState,
  type KeptText,
  type Rendering,
  registerAllReads,
  type World,
} from './world.js';

/** A counter's values: behind which texts it has another one, and which. */
interface History {
  readonly places: number[];
  readonly values: number[];
}

/** See {@link Counting}. */
export class CountersOfSite implements Counting {
  readonly names = new Set<string>();
  isMoved = false;
  readonly #world: World;
  readonly #histories = new Map<string, History>();
  /** The order of the document that is next. */
  #next = 0;
  #bring: ((state: DocumentState) => void) | undefined;
  #isInOrder = false;
  /**
   * By name, the order of the first document that counted under it. What comes behind it noted that it looked for such a
   * counter; what comes before it may not have.
   */
  #firsts = new Map<string, number>();
  /** Names that were counted under while documents were rendered in any order, so that reads of them were not noted. */
  readonly #unnoted = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  get isToBegin(): boolean {
    return this.#unnoted.size > 0;
  }

  begin(bring: (state: DocumentState) => void): boolean {
    this.#histories.clear();
    this.#next = 0;
    this.#bring = bring;
    this.#isInOrder = this.names.size > 0;
    if (this.#isInOrder) {
      this.#world.link?.();
      registerAllReads(this.#world);
      this.#firsts = this.#findFirsts();
      this.#unnoted.clear();
    }
    return this.#isInOrder;
  }

  end(isDone: boolean): void {
    if (isDone) this.isMoved = false;
    this.#bring = undefined;
    this.#isInOrder = false;
  }

  reach(order: number): void {
    while (this.#bring !== undefined && this.#next < order) {
      const at = this.#next;
      const state = this.#world.ordered[at]!;
      for (const text of [state.body, state.output]) this.#check(text);
      if (state.output.status !== 'fresh') this.#bring(state);
      this.#add(state.body, placeOf(state, 'body'));
      this.#add(state.output, placeOf(state, 'layouts'));
      this.#next = at + 1;
    }
  }

  before(state: DocumentState, phase: Rendering['phase'], name: string): number | undefined {
    this.reach(state.order);
    const history = this.#histories.get(name);
    const value = history?.values[countBelow(history.places, placeOf(state, phase)) - 1];
    if (phase === 'body' || this.#next > state.order) return value;
    const own = state.body.counts.find(([counter]) => counter === name);
    return own === undefined ? value : (value ?? 0) + own[1];
  }

  fingerprint(name: string): string {
    const { counter, phase, id } = readFact(name);
    const state = this.#world.states.get(id);
    return state === undefined ? 'absent' : String(this.before(state, phase, counter) ?? '');
  }

  tellLayouts({ id, body: { counts } }: DocumentState, before: readonly Counted[]): void {
    if (counts.length === 0 && before.length === 0) return;
    const names = new Set([...before, ...counts].map(([name]) => `${name}\nlayouts\n${id}`));
    this.#world.facts.refreshNamed('counter', names);
  }

  add(name: string): void {
    this.names.add(name);
    if (!this.#isInOrder) this.#unnoted.add(name);
  }

  #findFirsts(): Map<string, number> {
    const firsts = new Map<string, number>();
    for (const { body, output, order } of this.#world.ordered) {
      // What changed may have been elsewhere.
      if (this.isMoved && (body.status === 'stale' || output.status === 'stale')) continue;
      for (const [name] of [...body.counts, ...output.counts]) {
        if (!firsts.has(name) && !this.#unnoted.has(name)) firsts.set(name, order);
      }
    }
    return firsts;
  }

  /** Looks again at what a text found, or what another found that it shows. */
  #check(text: KeptText): void {
    const { facts, states } = this.#world;
    for (const { kind, name } of text.facts) {
      if (kind !== 'counter') continue;
      // What came before it comes behind it now, so that it is not known what that finds.
      if ((states.get(readFact(name).id)?.order ?? 0) > this.#next) markStale(text);
      else facts.refreshNamed(kind, [name]);
    }
  }

  #add({ counts }: KeptText, place: number): void {
    for (const [name, added] of counts) {
      let history = this.#histories.get(name);
      if (history === undefined) {
        this.#histories.set(name, (history = { places: [], values: [] }));
        this.#makeAgain(this.#next, this.#firsts.get(name));
      }
      history.values.push((history.values.at(-1) ?? 0) + added);
      history.places.push(place);
    }
  }

  /** What comes behind the first document that counts, up to the one that was the first before it. */
  #makeAgain(first: number, firstBefore = Number.POSITIVE_INFINITY): void {
    const { ordered, pending } = this.#world;
    for (const state of ordered.slice(first + 1, firstBefore + 1)) {
      markStale(state.body);
      markStale(state.output);
      pending.add(state);
    }
  }
}

/** What a fact's name is made of. */
function readFact(name: string): {
  readonly counter: string;
  readonly phase: Rendering['phase'];
  readonly id: string;
} {
  const [counter, phase, ...id] = name.split('\n') as [string, Rendering['phase'], ...string[]];
  return { counter, phase, id: id.join('\n') };
}

/** Of a text among those that count, in the order of rendering. */
function placeOf({ order }: DocumentState, phase: Rendering['phase']): number {
  return 2 * order + (phase === 'layouts' ? 1 : 0);
}

/** What one text has to do with counters. */
interface Tally {
  /** The variables that are set for each page. */
  readonly own: Map<string, unknown>;
  readonly found: Map<string, number | undefined>;
  readonly left: Map<string, number>;
}

/** The counters of the site as one text finds them and leaves them. */
export class CountersOfText implements Counters {
  readonly #world: World;
  readonly #rendering: Rendering;
  /** None as long as nothing is counted, as in most texts. */
  #tally: Tally | undefined;

  constructor(world: World, rendering: Rendering) {
    this.#world = world;
    this.#rendering = rendering;
  }

  get size(): number {
    return this.#world.counting.names.size + (this.#tally?.own.size ?? 0);
  }

  get(name: unknown): unknown {
    if (typeof name !== 'string') return undefined;
    if (payloadNames.has(name)) return this.#tally?.own.get(name);
    const { counting, rendering } = this.#world;
    if (!counting.names.has(name)) return undefined;
    if (rendering !== undefined) rendering.readsItself = true;
    return this.#tally?.left.get(name) ?? this.#find(name);
  }

  set(name: string, value: unknown): void {
    const { own, left } = this.#begun();
    if (payloadNames.has(name)) {
      own.set(name, value);
      return;
    }
    const { counting, rendering } = this.#world;
    if (rendering !== undefined) rendering.readsItself = true;
    if (!counting.names.has(name)) counting.add(name);
    left.set(name, Number(value));
  }

  /** How much the text added to each counter that it counted; undefined for most. */
  counts(): readonly Counted[] | undefined {
    if (this.#tally === undefined) return undefined;
    const { found, left } = this.#tally;
    return Array.from(left, ([name, value]) => [name, value - (found.get(name) ?? 0)]);
  }

  #begun(): Tally {
    this.#tally ??= { own: new Map(), found: new Map(), left: new Map() };
    return this.#tally;
  }

  #find(name: string): number | undefined {
    const { found } = this.#begun();
    const { counting, facts } = this.#world;
    const { state, phase } = this.#rendering;
    const fact = `${name}\n${phase}\n${state.id}`;
    if (!found.has(name)) {
      found.set(name, counting.before(state, phase, name));
      facts.refreshNamed('counter', [fact]);
    }
    facts.note('counter', fact);
    return found.get(name);
  }
}
