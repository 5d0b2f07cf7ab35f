import type { DocumentState, MemberFact } from '../world.js';
import { type Fact, noReaders, type Readers } from './trace.js';

/** A fact whose name is made when it is asked for: there are several of each of many thousands of documents. */
class FactOfMember implements MemberFact {
  readers: Readers = noReaders;
  place = 0;
  placedBy = 0;

  constructor(
    readonly state: DocumentState,
    readonly member: string,
    public fingerprint: string,
  ) {}

  get kind(): string {
    return 'document';
  }

  get about(): this {
    return this;
  }

  get name(): string {
    return `${this.state.id}\n${this.member}`;
  }
}

/** The fact about a member of a document; a new one where that member has not been read yet. */
export function memberFact(state: DocumentState, member: string, fingerprint: () => string): Fact {
  for (const fact of state.facts) if (fact.member === member) return fact;
  const made = new FactOfMember(state, member, fingerprint());
  state.facts = [...state.facts, made];
  return made;
}
