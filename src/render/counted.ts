/** A counter of `increment` and `decrement`, and how much a text added to it. */
export type Counted = readonly [name: string, added: number];
