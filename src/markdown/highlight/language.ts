import type { Emit, Modes } from './rule.js';

/**
 * Reads code as the language of a name, any that Rouge knows; `guess` for the one that the code looks like. Whether there is such a
 * language: else nothing is named.
 */
export type ReadAs = (name: string, code: string, emit: Emit) => boolean;

/** How a language comes to Rouge's classes: by rules, or by a reader of its own. */
export interface Language {
  /** Rules for all of the code. */
  readonly modes?: Modes;
  /** Reads the whole code, for a format that rules cannot describe; options are as they stand behind the name, as of a URL. */
  readonly read?: (code: string, emit: Emit, readAs: ReadAs, options?: string) => void;
  /** Whether stretches of it in a template are read each by itself. */
  readonly isApart?: boolean;
}
