import type { Tag, TemplateSource } from '../../core/template.js';
import type { Pipeline } from './pipeline.js';
import type { Tokens } from './scan.js';
import type { Body, CodeNode } from './syntax.js';

/** How wrong syntax is met: read laxly in silence, with a warning, or refused. */
export type ErrorMode = 'lax' | 'warn' | 'strict';

/** What a tag's rule gets of the tag it parses. */
export interface TagToken {
  readonly name: string;
  /** Everything between the name and the end of the tag. */
  readonly markup: string;
  /** Where the markup begins. */
  readonly start: number;
  readonly offset: number;
  readonly line: number;
  readonly tokens: Tokens;
}

/** A standard tag: reads itself, with its body where it has one, into a node. */
export type TagRule = (parser: Parser, tag: TagToken) => CodeNode;

/** A tag met inside a block that is none of the block's own: `else`, `when`, `endif`, or one that is unknown. */
export interface InnerTag {
  readonly name: string;
  readonly markup: string;
  readonly start: number;
  readonly offset: number;
  readonly line: number;
}

/** Reads one template. */
export interface Parser {
  readonly source: TemplateSource;
  /** A new body's nodes until a tag that only the block around it can know; undefined at the end of the text. */
  readBody(tokens: Tokens, body: Body): InnerTag | undefined;
  /**
   * The bodies of a block: reads until `endNAME`, asks `onInner` for the body to go on with at any other tag
   * (undefined: an unknown tag; `end`: the block ends there).
   */
  readBlock(tag: TagToken, body: Body, onInner?: (inner: InnerTag) => Body | 'end' | undefined): void;
  /** Reads markup, which begins at `start`, strictly, laxly, or both, as the mode says. */
  readMarkup<T>(
    markup: string,
    strict: (markup: string) => T,
    lax: (markup: string) => T,
    place: { start: number; offset: number; line: number },
  ): T;
  /** Reads an output's markup, which begins at `start`: strictly first in every mode. */
  readPipeline(markup: string, start: number, place: { offset: number; line: number }): Pipeline;
  newBody(): Body;
}

/** The tags and filters that templates may use. */
export interface Vocabulary {
  readonly rules: ReadonlyMap<string, TagRule>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly filters: ReadonlyMap<string, unknown>;
  /** Whether a filter that does not exist is an error where it is used, and so no cause for a warning. */
  readonly strictFilters: boolean;
  hintOfTag(name: string): string | undefined;
}
