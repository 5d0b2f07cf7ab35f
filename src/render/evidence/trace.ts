/**
 * The evidence of what a render read. A render runs inside `recordReads`; whatever it looks at is noted as a {@link
 * Fact}: a name and the fingerprint of the value. A kept result is up to date as long as all its facts are the same.
 */

/** Something that a render can look at: the include `nav.html`, the title of a post, the list of all pages. */
export interface Fact {
  readonly kind: string;
  /** What of that kind: a layout's name; for documents, the id and the member with a line feed between. */
  readonly name: string;
  /** Fingerprint of its value when it was last looked at. */
  fingerprint: string;
  /** The kept results that looked at it; a new list wherever it changes. */
  readers: Readers;
  /** Where the value is itself the result of a render: that render. */
  readonly source?: Kept;
  /** Of a fact about a document: what of which. */
  readonly about?: About;
  /**
   * Its place among the facts that are saved, and by which saving: looking thousands of them up in a table takes long.
   */
  place: number;
  placedBy: number;
}

/** A member of a document, as the evidence names it: a state is identified by its place in the order of rendering. */
export interface About {
  readonly state: { readonly order: number };
  readonly member: string;
}

/** Most facts have few readers, which are a list: thousands of sets would cost more than what they hold. */
export type Readers = readonly Kept[] | Set<Kept>;

/** The readers of a fact that has none yet. */
export const noReaders: Readers = [];

const maxInList = 8;

/** A render's result that is used again while its facts are the same; also a fact itself, for renders that read it. */
export interface Kept extends Fact {
  /** `fresh`: up to date; `unsure`: up to date if the results that it read are; `stale`: to be rendered again. */
  status: 'fresh' | 'unsure' | 'stale';
  facts: readonly Fact[];
  /** Whether the result is made in any case, not only where another reads it. */
  readonly isWanted: boolean;
  /** Brings this result up to date. */
  update(): void;
  /** Called when the result may be out of date. */
  noticeDoubt?(): void;
}

let current: Set<Fact> | undefined;

/** Runs a render and gives the facts that it read; renders within it have records of their own. */
export function recordReads<T>(render: () => T): { result: T; facts: Set<Fact> } {
  const outer = current;
  const facts = new Set<Fact>();
  current = facts;
  try {
    return { result: render(), facts };
  } catch (error) {
    failedReads = facts;
    throw error;
  } finally {
    current = outer;
  }
}

let failedReads: Set<Fact> | undefined;

/** The facts that the last render that threw had read: what may mend it. */
export function readsOfFailure(): Set<Fact> {
  return failedReads ?? new Set();
}

/** Notes a fact as read by the render in progress. Whether it is the first time. */
export function noteRead(fact: Fact): boolean {
  return current !== undefined && current.size < current.add(fact).size;
}

/** Gives a kept result the facts of its newest render, and the facts their reader. */
export function keepReads(kept: Kept, facts: ReadonlySet<Fact>): void {
  for (const fact of kept.facts) if (!facts.has(fact)) removeReader(fact, kept);
  holdReads(kept, facts);
  registerReads(kept);
}

/**
 * The same without making it a reader of the facts; that is to be done by `registerReads` before any of them can
 * change.
 */
export function holdReads(kept: Kept, facts: ReadonlySet<Fact>): void {
  kept.facts = facts.size === 0 ? noFacts : [...facts];
  kept.status = 'fresh';
}

/** Makes a result a reader of its facts. */
export function registerReads(kept: Kept): void {
  for (const fact of kept.facts) addReader(fact, kept);
}

/** The facts of a result that read nothing. */
export const noFacts: readonly Fact[] = [];

/** Whether a fact has readers. */
export function isRead({ readers }: Fact): boolean {
  return (readers instanceof Set ? readers.size : readers.length) > 0;
}

/** Adds a reader to a fact. */
function addReader(fact: Fact, kept: Kept): void {
  const { readers } = fact;
  if (readers instanceof Set) readers.add(kept);
  else if (readers.length === 0) fact.readers = [kept];
  else if (!readers.includes(kept)) {
    fact.readers = readers.length < maxInList ? readers.concat(kept) : new Set(readers).add(kept);
  }
}

function removeReader(fact: Fact, kept: Kept): void {
  const { readers } = fact;
  if (readers instanceof Set) readers.delete(kept);
  else fact.readers = readers.filter((one) => one !== kept);
}

/** Forgets a kept result for good. */
export function dropReads(kept: Kept): void {
  for (const fact of kept.facts) removeReader(fact, kept);
  kept.facts = noFacts;
  kept.status = 'stale';
}

/** Changes a fact's value: its readers become stale. */
export function changeFact(fact: Fact, fingerprint: string): void {
  if (fact.fingerprint === fingerprint) return;
  fact.fingerprint = fingerprint;
  for (const reader of fact.readers) markStale(reader);
}

/** Marks a result stale, and results that may follow from it unsure. */
export function markStale(kept: Kept): void {
  if (kept.status === 'stale') return;
  const wasFresh = kept.status === 'fresh';
  kept.status = 'stale';
  if (!wasFresh) return;
  kept.noticeDoubt?.();
  markReadersUnsure(kept);
}

/** Without recursion, as results may follow from each other through all posts. */
function markReadersUnsure(first: Kept): void {
  const waiting = [first];
  for (let kept = waiting.pop(); kept !== undefined; kept = waiting.pop()) {
    for (const reader of kept.readers) {
      if (reader.status !== 'fresh') continue;
      reader.status = 'unsure';
      reader.noticeDoubt?.();
      waiting.push(reader);
    }
  }
}

/** Whether a result is up to date; to know that, the results that it read are brought up to date. */
export function isUpToDate(kept: Kept): boolean {
  if (kept.status === 'unsure') {
    // Asked while it is being checked: it depends on itself by now. It is rendered again.
    if (checking.has(kept)) kept.status = 'stale';
    else check(kept);
  }
  return kept.status === 'fresh';
}

const checking = new Set<Kept>();

/** A result that is being checked, and how far that is. */
interface Check {
  readonly kept: Kept;
  readonly facts: readonly Fact[];
  next: number;
  /** A result that it read, which is checked first. */
  source: Kept | undefined;
}

/** Without recursion, as results may depend on each other through all posts. */
function check(first: Kept): void {
  const checks: Check[] = [];
  const begin = (kept: Kept): void => {
    checking.add(kept);
    checks.push({ kept, facts: kept.facts, next: 0, source: undefined });
  };
  begin(first);
  try {
    for (let last = checks.at(-1); last !== undefined; last = checks.at(-1)) {
      last.source = goOn(last);
      if (last.source !== undefined) {
        begin(last.source);
        continue;
      }
      const { kept } = last;
      checks.pop();
      checking.delete(kept);
      if (kept.status !== 'stale') kept.status = 'fresh';
    }
  } finally {
    for (const { kept } of checks) checking.delete(kept);
  }
}

/** Brings the results that a result read up to date; stops at one that has to be checked first, and gives it. */
function goOn(check: Check): Kept | undefined {
  const { kept, facts, source } = check;
  if (source !== undefined && source.status !== 'fresh') source.update();
  while (kept.status !== 'stale' && check.next < facts.length) {
    const { source: next } = facts[check.next++]!;
    if (next === undefined || next.status === 'fresh') continue;
    if (next.status === 'unsure' && !checking.has(next)) return next;
    next.update();
  }
  return undefined;
}
