import { SiteError } from '../../core/diagnostics.js';
import { changeFact, type Fact, isRead, noReaders, noteRead } from './trace.js';

/** Kinds of facts about the site as read, and how each is looked at: `includes` → the hash of the file of that name. */
export type FactReaders = Readonly<Record<string, (name: string) => string>>;

/** All facts about the site as read that some render looked at. */
export interface SiteFacts {
  /** Notes that the render in progress looked at a fact. */
  note(kind: string, name: string): void;
  /** Looks again at all facts of some kinds; what read one that changed is stale. */
  refresh(kinds: Iterable<string>): void;
  /** Looks again at the facts of a kind that have one of some names. */
  refreshNamed(kind: string, names: Iterable<string>): void;
  /** The fingerprint of a fact as it is now; undefined for a kind that there is not. */
  look(kind: string, name: string): string | undefined;
  /** A fact that an earlier process noted, and that is the same now. */
  restore(kind: string, name: string, fingerprint: string): Fact;
}

/** The fingerprint of a file that cannot be read. */
const unreadable = 'unreadable';

/** A table of facts, read with the functions given; they see the newest site. */
export function createSiteFacts(readers: FactReaders): SiteFacts {
  const kinds = new Map<string, Map<string, Fact>>();
  for (const kind of Object.keys(readers)) kinds.set(kind, new Map());
  const unreadableFacts = new Set<Fact>();
  /**
   * A file that cannot be read is a fact, too: a render that needs it fails, and is not tried again until it can be
   * read.
   */
  const look = (kind: string, name: string): string => {
    try {
      return readers[kind]!(name);
    } catch (error) {
      if (error instanceof SiteError) return unreadable;
      throw error;
    }
  };
  const change = (fact: Fact, fingerprint: string): void => {
    if (fingerprint === unreadable) unreadableFacts.add(fact);
    changeFact(fact, fingerprint);
  };
  return {
    note(kind, name) {
      const facts = kinds.get(kind)!;
      let fact = facts.get(name);
      if (fact === undefined) {
        fact = { kind, name, fingerprint: look(kind, name), readers: noReaders, place: 0, placedBy: 0 };
        facts.set(name, fact);
        if (fact.fingerprint === unreadable) unreadableFacts.add(fact);
      }
      noteRead(fact);
    },
    refresh(changed) {
      // A file may be read again though nothing shows that it changed.
      const again = [...unreadableFacts].filter(isRead);
      unreadableFacts.clear();
      for (const fact of again) change(fact, look(fact.kind, fact.name));
      for (const kind of changed) {
        const facts = kinds.get(kind)!;
        for (const [name, fact] of facts) {
          if (!isRead(fact)) facts.delete(name);
          else change(fact, look(kind, name));
        }
      }
    },
    refreshNamed(kind, names) {
      const facts = kinds.get(kind)!;
      for (const name of names) {
        const fact = facts.get(name);
        if (fact === undefined) continue;
        if (isRead(fact)) change(fact, look(kind, name));
        else facts.delete(name);
      }
    },
    look: (kind, name) => (kinds.has(kind) ? look(kind, name) : undefined),
    restore(kind, name, fingerprint) {
      const facts = kinds.get(kind)!;
      let fact = facts.get(name);
      if (fact === undefined) {
        fact = { kind, name, fingerprint, readers: noReaders, place: 0, placedBy: 0 };
        facts.set(name, fact);
        if (fingerprint === unreadable) unreadableFacts.add(fact);
      }
      return fact;
    },
  };
}
