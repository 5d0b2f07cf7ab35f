import type { Emit, Modes } from './rule.js';

/** A stretch of code: of another language, or of one class, or (neither) read by the language itself. */
export interface Part {
  readonly text: string;
  readonly language?: string;
  readonly name?: string;
  /** The class where the language is unknown. */
  readonly otherwise?: string;
}

/** How a language comes to Rouge's classes: by rules or a reader of its own, or by a grammar of Shiki's. */
export interface Language {
  /** Rules for all of the code. */
  readonly modes?: Modes;
  /** Shiki's name of the grammar, where nothing here reads the language. */
  readonly grammar?: string;
  /** Rules for what the grammar gives no class at all. */
  readonly plainModes?: Modes;
  /** Reads the whole code, for a format that rules cannot describe. */
  readonly read?: (code: string, emit: Emit) => void;
  /** Cuts code of several languages into its parts. */
  readonly parts?: (code: string) => readonly Part[];
}
