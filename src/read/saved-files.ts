import type { Document, Route } from '../core/types.js';

/** A value as plain JSON: whatever JSON has not is an object with one key that names its class. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [kind: string]: Plain };

/** What a file is known to hold as long as its size and time stay the same. Plain data. */
export interface SavedFile {
  /** Bytes, and milliseconds of its time. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Where it was asked. */
  readonly hasFrontMatter?: boolean;
  /** Of its bytes, where they were read. */
  readonly hash?: string;
  readonly document?: SavedDocument;
}

/** A document without its texts. */
export interface SavedDocument {
  readonly kind: Document['kind'];
  readonly collection?: string;
  readonly isDraft?: boolean;
  readonly data: Plain;
  /** Characters at the end of the file. */
  readonly bodyLength: number;
  readonly bodyLine: number;
  readonly extension: string;
  readonly outputExtension: string;
  readonly route: Route;
  readonly isWritten: boolean;
  /** Its text, or so many characters of the body. */
  readonly excerpt?: string | number;
  readonly hash: string;
}

/** Saved files by absolute path. */
export type SavedFiles = Readonly<Record<string, SavedFile>>;
