import type { Diagnostic } from '../../core/diagnostics.js';
import type { Rows } from '../../core/lists/rows.js';
import type { Counted } from '../counted.js';
import type { CompanionFile } from '../texts/companion-file.js';

/** What is kept of a site, without its texts: plain data, for the next process. */
export interface SavedEvidence {
  readonly head: EvidenceHead;
  /** What only matters where something changed, read when it does. */
  links(): EvidenceLinks;
  /** The same, as far as it is asked for. */
  readonly rows: EvidenceRows;
}

/** `EvidenceLinks` as they are stored. */
export interface EvidenceRows {
  readonly placed: Rows<SavedFact>;
  readonly owners: readonly number[];
  readonly members: Rows<string>;
  readonly lists: Rows<string> & { marked(marks: Uint8Array): number[] };
}

/** What a render made apart from its text. */
export type TextExtras = readonly [
  place: number,
  diagnostics: readonly Diagnostic[],
  files: readonly CompanionFile[],
  counts: readonly Counted[],
];

/** The same of a kept text; undefined where there is nothing. */
export function extrasOf(place: number, { diagnostics, companions, counts }: WithExtras): TextExtras | undefined {
  return diagnostics.length + companions.length + counts.length === 0
    ? undefined
    : [place, diagnostics, companions, counts];
}

interface WithExtras {
  readonly diagnostics: readonly Diagnostic[];
  readonly companions: readonly CompanionFile[];
  readonly counts: readonly Counted[];
}

interface Listed<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** Either of them. */
export interface SavedLinks {
  readonly placed: Listed<SavedFact>;
  readonly owners: readonly number[];
  readonly members: Listed<string>;
  readonly lists: Listed<string>;
}

/** The part that is needed to see whether anything changed. */
export interface EvidenceHead {
  /** Of all documents, in the order of rendering. */
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  /** Facts about the site itself. */
  readonly site: readonly SavedFact[];
  /** Of each document, for its body, output and excerpt: place of its facts in `lists` (−1 for no text), fingerprint. */
  readonly texts: readonly (number | string)[];
  /** Diagnostics of the renders, companion files, and what was added to counters, by place in `texts`. */
  readonly extras: readonly TextExtras[];
  /** Whether all texts that others depend on are saved. */
  readonly isWhole: boolean;
  /** How often it was saved with old facts left in it, needed or not. */
  readonly passes: number;
}

/** Facts about places and members of documents, and which facts each text stands on; texts, for they are many. */
export interface EvidenceLinks {
  readonly placed: readonly SavedFact[];
  /** Of each member: the place of the document in `ids`. */
  readonly owners: readonly number[];
  /** Of each: its name and its fingerprint, with a line feed between. */
  readonly members: readonly string[];
  /**
   * Places of facts with commas between: three times the place in its table, and 0 for `site`, 1 for `placed`, 2 for
   * members.
   */
  readonly lists: readonly string[];
}

/** The name of a saved member, and its fingerprint. */
export function splitMember(text: string): readonly [name: string, fingerprint: string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

/** Room for a mark at every place of saved facts. */
export function createMarks(
  { placed, members }: { readonly placed: { length: number }; readonly members: { length: number } },
  { site }: EvidenceHead,
): Uint8Array {
  return new Uint8Array(3 * Math.max(placed.length, members.length, site.length));
}

/** A fact with what it was when it was last looked at. */
export type SavedFact = readonly [kind: string, name: string, fingerprint: string];

/** The texts of a document, in the order in which they are saved. */
export const savedTexts = [
  ['body', '=content'],
  ['output', '=output'],
  ['excerpt', '=excerpt'],
] as const;
