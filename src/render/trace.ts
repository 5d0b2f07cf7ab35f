/**
 * The evidence of what a render read. A render runs inside `recordReads`; whatever it looks at is noted as a
 * {@link Fact}: a name and the fingerprint of the value. A kept result stands exactly as long as all its facts do.
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
  /** Its place among the facts that are written down, and by whom: to look thousands of them up in a table takes long. */
  place: number;
  placedBy: number;
}

/** A member of a document, as the evidence names it: its state is told by its place in the order of rendering. */
export interface About {
  readonly state: { readonly order: number };
  readonly member: string;
}

/** Most facts have few readers, which are a list: thousands of sets would cost more than what they hold. */
export type Readers = readonly Kept[] | Set<Kept>;

/** The readers of a fact that nobody has read yet. */
export const noReaders: Readers = [];

const maxInList = 8;

/** A render's result that is used again while its facts stand: a fact itself, for the renders that read it. */
export interface Kept extends Fact {
  /** `fresh`: known to stand; `unsure`: if the results that it read do; `stale`: must be made again. */
  status: 'fresh' | 'unsure' | 'stale';
  facts: readonly Fact[];
  /** Whether the result is made in any case, not only where another reads it. */
  readonly isWanted: boolean;
  /** Brings this result up to date. */
  update(): void;
  /** Told when the result no longer is known to stand. */
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

/** Notes that the render in progress read a fact. Whether it had not before. */
export function noteRead(fact: Fact): boolean {
  return current !== undefined && current.size < current.add(fact).size;
}

/** Gives a kept result the facts of its newest render, and the facts their reader. */
export function keepReads(kept: Kept, facts: ReadonlySet<Fact>): void {
  for (const fact of kept.facts) if (!facts.has(fact)) removeReader(fact, kept);
  holdReads(kept, facts);
  registerReads(kept);
}

/** The same, but for the facts, which are to be told by `registerReads` before any of them can change. */
export function holdReads(kept: Kept, facts: ReadonlySet<Fact>): void {
  kept.facts = facts.size === 0 ? noFacts : [...facts];
  kept.status = 'fresh';
}

/** Tells the facts of a result that it depends on them. */
export function registerReads(kept: Kept): void {
  for (const fact of kept.facts) addReader(fact, kept);
}

/** What a result depends on that nothing was read for. */
export const noFacts: readonly Fact[] = [];

/** Whether some kept result depends on a fact. */
export function isRead({ readers }: Fact): boolean {
  return (readers instanceof Set ? readers.size : readers.length) > 0;
}

/** Tells a fact of a result that depends on it. */
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

/** Says that a fact has a new value: all that read it is stale. */
export function changeFact(fact: Fact, fingerprint: string): void {
  if (fact.fingerprint === fingerprint) return;
  fact.fingerprint = fingerprint;
  for (const reader of fact.readers) markStale(reader);
}

/** Marks a result stale, and whatever may follow from it unsure. */
export function markStale(kept: Kept): void {
  if (kept.status === 'stale') return;
  const wasFresh = kept.status === 'fresh';
  kept.status = 'stale';
  if (!wasFresh) return;
  kept.noticeDoubt?.();
  markReadersUnsure(kept);
}

/** Without recursion: what follows from what may be a chain through all posts. */
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

/** Whether a result stands; the results that it read are brought up to date to know. */
export function isUpToDate(kept: Kept): boolean {
  if (kept.status === 'unsure') {
    // Asked again while it is being asked: what it depended on has come to depend on it. It is made again.
    if (checking.has(kept)) kept.status = 'stale';
    else check(kept);
  }
  return kept.status === 'fresh';
}

const checking = new Set<Kept>();

/** A result that is being asked, and how far that is. */
interface Check {
  readonly kept: Kept;
  readonly facts: readonly Fact[];
  next: number;
  /** What it depends on that is asked first. */
  source: Kept | undefined;
}

/** Without recursion: what a result depends on may be a chain through all posts. */
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

/** Brings what a result depends on up to date; stops at what has to be asked first, and gives it. */
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
