import type { Emit, Modes } from './rule.js';

/**
 * Reads code as the language of a name, any that Rouge knows; `guess` for the one that the code looks like. Whether there is such a
 * language: else nothing is named.
 */
export type ReadAs = (name: string, code: string, emit: Emit) => boolean;

/** How a language comes to Rouge's classes: by rules or a reader of its own, or by a grammar of Shiki's. */
export interface Language {
  /** Rules for all of the code. */
  readonly modes?: Modes;
  /** Shiki's name of the grammar, where nothing here reads the language. */
  readonly grammar?: string;
  /** Rules for what the grammar gives no class at all. */
  readonly plainModes?: Modes;
  /** Reads the whole code, for a format that rules cannot describe; options are as they stand behind the name, as of a URL. */
  readonly read?: (code: string, emit: Emit, readAs: ReadAs, options?: string) => void;
  /** Whether stretches of it in a template are read each by itself. */
  readonly isApart?: boolean;
}
