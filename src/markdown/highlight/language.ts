import type { Emit, Modes } from './rule.js';

/** A stretch of code: of another language, or of one class, or (neither) read by the language itself. */
export interface Part {
  readonly text: string;
  readonly language?: string;
  readonly name?: string;
  /** The class where the language is unknown. */
  readonly otherwise?: string;
}

/**
 * How a language comes to Rouge's classes: a grammar of Shiki's says what is comment, string and code, and rules name the words
 * and marks in the code as Rouge does. What a few rules describe whole needs no grammar.
 */
export interface Language {
  /** Shiki's name of the grammar. */
  readonly grammar?: string;
  /** Rules for what stands outside comments and strings; for everything where there is no grammar. */
  readonly modes?: Modes;
  /** Whether the modes read comments and strings too, so that the grammar is not needed: faster, and nothing to load. */
  readonly complete?: boolean;
  /** Without `modes`: rules for what the grammar gives no class at all. */
  readonly plainModes?: Modes;
  /** Other names for the grammar's classes; `code` gives the text to the rules, `>mode` to the rules of that mode. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Whether a comment to the end of its line has the newline in its span. */
  readonly commentsKeepNewline?: boolean;
  /** Reads the whole code, for a format that rules cannot describe. */
  readonly read?: (code: string, emit: Emit) => void;
  /** Cuts code of several languages into its parts. */
  readonly parts?: (code: string) => readonly Part[];
}
