/** What a token is, in libyaml's words. */
export type TokenKind =
  | 'stream end'
  | 'directive'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** A piece of a YAML text. */
export interface Token {
  readonly kind: TokenKind;
  /** The offset where it begins. */
  readonly start: number;
  /** A scalar's text, the name of an anchor or alias, a tag behind its handle. */
  readonly text: string;
  /** Of a tag: `!`, `!!`, `!name!`, or none where it is written out. */
  readonly handle?: string;
  /** Of a scalar: whether it has neither quotes nor a block's indicator. */
  readonly isPlain?: boolean;
}
