import type { Diagnostic } from '../core/diagnostics.js';
import type { BesideFile } from './beside-file.js';

/** What is kept of a site, without its texts: plain data, for the next process. */
export interface SavedEvidence {
  readonly head: EvidenceHead;
  /** What only matters where something changed, read when it does. */
  links(): EvidenceLinks;
}

/** What tells whether anything changed. */
export interface EvidenceHead {
  /** Of all documents, in the order of rendering. */
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  /** Facts about the site as such. */
  readonly site: readonly SavedFact[];
  /** Of each document, for its body, output and excerpt: place of its facts in `lists` (−1 for no text), fingerprint. */
  readonly texts: readonly (number | string)[];
  /** What was said while texts were made, and files made beside them, by place in `texts`. */
  readonly besides: readonly (readonly [place: number, said: readonly Diagnostic[], besides: readonly BesideFile[]])[];
  /** Whether every text that another stands on is there. */
  readonly isWhole: boolean;
  /** How often it was written with what was there before left in it, needed or not. */
  readonly passes: number;
}

/** Facts about places and members of documents, and which facts each text stands on. */
export interface EvidenceLinks {
  readonly placed: readonly SavedFact[];
  /** Place of the document in `ids`, member, fingerprint; again and again. */
  readonly members: readonly (number | string)[];
  /** Places of facts: three times the place in its table, and 0 for `site`, 1 for `placed`, 2 for members. */
  readonly lists: readonly (readonly number[])[];
}

export type SavedFact = readonly [kind: string, name: string, fingerprint: string];

/** The texts of a document, in the order in which they are saved. */
export const savedTexts = [
  ['body', '=content'],
  ['output', '=output'],
  ['excerpt', '=excerpt'],
] as const;
