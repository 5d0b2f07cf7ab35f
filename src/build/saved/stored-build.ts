import type { Patch } from '../../core/lists/patch.js';
import type { Rows, RowsIndex } from '../../core/lists/rows.js';
import { hashText } from '../../core/text/hash-text.js';
import type { Manifest, SavedManifest } from '../../output/manifest.js';
import type { SavedFile, SavedFiles } from '../../read/saved/saved-files.js';
import type { MadeRow, SavedSite } from '../../read/saved/saved-site.js';
import type { EvidenceHead, EvidenceLinks, SavedEvidence } from '../../render/evidence/saved-evidence.js';
import type { BuildStamp } from './stamp.js';

/** What an earlier process left, each part read when it is asked for. */
export interface LoadedBuild {
  readonly key: string;
  readonly stamp: BuildStamp | null;
  readonly manifest: SavedManifest;
  /** The other parts; undefined where they are damaged. */
  rest(): LoadedRest | undefined;
  /** The file that it is in, as far as it was read. */
  readonly stored: Stored;
}

/** The parts that are needed only where something changed. */
export interface LoadedRest {
  readonly evidence: SavedEvidence;
  /** What is known of files, and the same as far as it is asked for. */
  files(): SavedFiles;
  readonly keys: SavedFiles['keys'];
  readonly fileRows: Rows<SavedFile>;
  /** The site as it was built; null where it could not be saved. */
  readonly site: SavedSite | null;
  readonly made: Rows<MadeRow>;
}

/** The parts of a build, in the order in which they are stored; those that are lists of many have an item a line. */
export interface BuildParts {
  readonly stamp: BuildStamp | null;
  readonly manifest: Manifest;
  readonly keys: SavedFiles['keys'];
  readonly files: readonly SavedFile[];
  readonly head: EvidenceHead;
  readonly placed: EvidenceLinks['placed'];
  readonly owners: EvidenceLinks['owners'];
  readonly members: EvidenceLinks['members'];
  readonly lists: EvidenceLinks['lists'];
  readonly site: SavedSite | null;
  readonly made: readonly MadeRow[];
}

/** What is different in each part, or nothing. */
export type BuildPatches = { readonly [part in keyof BuildParts]?: Patch | null };

/** In the order in which they are stored. */
export const partNames = [
  ...(['stamp', 'manifest'] as const),
  ...(['keys', 'files', 'head', 'placed', 'owners', 'members', 'lists', 'site', 'made'] as const),
] as const satisfies readonly (keyof BuildParts)[];
/** How many parts are enough to see whether anything changed: the first ones. */
export const headParts = 2;
/** Parts that are read by rows. */
export const rowParts = new Set<keyof BuildParts>(['files', 'placed', 'members', 'lists', 'made']);

/** The size of one of the parts behind the head, and where its rows are. */
export interface PartIndex {
  readonly bytes: number;
  readonly rows?: RowsIndex;
}

/**
 * The state of a cache's file: a header, the parts of the head, the other parts, and behind them records of what later
 * builds changed. A record names the one before it, so that if two processes append at once only one record counts, and
 * none if the file was rewritten in between; a record that is cut off is ignored.
 */
export interface Stored {
  /** The last record's checksum, or the header. */
  readonly id: string;
  /** Bytes written as a whole, and those added to them. */
  readonly whole: number;
  readonly added: number;
}

/** Bytes of the header: the length and the checksum of the head, the same of the rest, and the length of the index at its end. */
export const headerLength = 128;

/** A record: the checksum of the one before, and what is different in each part. */
export type StoredRecord = readonly [before: string, ...patches: readonly (Patch | null)[]];

/** Characters of a checksum. */
export const hashLength = hashText('').length;
