import { type Diagnostic, type Place, positionAt, SiteError } from '../core/diagnostics.js';
import { TemplateError, type TemplateSource } from '../core/template.js';

/** An error that Ruby's Liquid raises as one of its own; printed in place as `Liquid error: message`. */
export function liquidError(message: string, code = 'liquid/error', hint?: string): TemplateError {
  return new TemplateError(message, code, hint);
}

/** An error of Ruby's own inside a filter or tag (NoMethodError, TypeError); Liquid prints it as `internal`. */
export function rubyError(message: string): TemplateError {
  return new TemplateError(
    message,
    'liquid/internal',
    'Look at the values that are used here: one has another type than the filter or tag needs.',
  );
}

/** A mistake in a template's text. `offset` is that of the text where it was found, once known. */
export class SyntaxMistake extends Error {
  override readonly name = 'SyntaxMistake';
  offset: number | undefined;
  /** Where in the tag's or output's markup it was found, once known. */
  at: number | undefined;
  /** The line that Ruby names where that is not the one being read. */
  line: number | undefined;
  /** The part of the template that Ruby quotes after the message (` in "{{ a b }}"`). */
  context: string | undefined;

  constructor(
    message: string,
    readonly code = 'liquid/syntax',
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A mistake at a place in a tag's or output's markup. */
export function mistakeInMarkup(message: string, at: number, hint?: string): SyntaxMistake {
  const mistake = new SyntaxMistake(message, 'liquid/syntax', hint);
  mistake.at = at;
  return mistake;
}

/** A diagnostic's fields for a place in a template. */
export function placeIn(
  source: TemplateSource,
  offset: number,
): Place & { position: { line: number; column: number } } {
  return { path: source.path, position: positionAt(source.text, offset, source.line, source.column) };
}

/**
 * Whatever was thrown while a node of a template rendered, as the `SiteError` to throw on; bugs come back as they are.
 *
 * @param exact where in the node at `offset` it was thrown
 */
export function errorAt(error: unknown, source: TemplateSource, offset: number, exact = offset): unknown {
  if (error instanceof SiteError) return withCaller(error, placeIn(source, exact));
  const fields = describe(error);
  if (fields === undefined) return error;
  const place = placeIn(source, inMarkup(error, source, offset) ?? exact);
  const isOwn = fields.code.startsWith('liquid/') && fields.code !== 'liquid/internal';
  const kind = fields.code === 'liquid/syntax' ? ('syntax error' as const) : ('error' as const);
  const liquid = { kind: isOwn ? kind : undefined, line: lineIn(source, placeIn(source, offset)) };
  return new SiteError({ ...fields, ...place, liquid }, { cause: error });
}

const tagStart = /(?:\{%-?)?[ \t\r\n\f\v]*\w+[ \t\r\n\f\v]*/y;

/** Where an error is that knows its place in the markup of the tag at `offset`. */
export function inMarkup(error: unknown, { text }: TemplateSource, offset: number): number | undefined {
  if (!(error instanceof TemplateError) || error.at === undefined) return undefined;
  tagStart.lastIndex = offset;
  return tagStart.test(text) ? tagStart.lastIndex + error.at : undefined;
}

/** The line of a template's text, from 1. */
function lineIn(source: TemplateSource, { position }: ReturnType<typeof placeIn>): number {
  return position.line - source.line + 1;
}

/** An include that includes itself has a hundred callers: the innermost and the outermost are named. */
const maxCallers = 10;

function withCaller(error: SiteError, caller: Place): SiteError {
  const { severity: _, ...diagnostic } = error.diagnostic;
  if (diagnostic.path === undefined) return new SiteError({ ...diagnostic, ...caller }, { cause: error });
  // Where only the template's name was known, the place in it says it.
  const callers = (diagnostic.via ?? []).filter(({ path, position }) => path !== caller.path || position !== undefined);
  const via = [...callers.slice(0, maxCallers), caller];
  const liquid = diagnostic.liquid && { ...diagnostic.liquid, root: caller.path };
  return new SiteError({ ...diagnostic, via, ...(liquid && { liquid }) }, { cause: error.cause });
}

function describe(error: unknown): Pick<Diagnostic, 'code' | 'message' | 'hint'> | undefined {
  if (error instanceof TemplateError) return { code: error.code, message: error.message, hint: error.hint };
  if (error instanceof RangeError) return describeRange(error);
  return undefined;
}

function describeRange(error: RangeError): Pick<Diagnostic, 'code' | 'message' | 'hint'> | undefined {
  if (/call stack/i.test(error.message)) {
    return { code: 'liquid/too-deep', message: 'Nesting too deep', hint: 'Look for an include that includes itself.' };
  }
  if (/Invalid (string|array) length|BigInt/i.test(error.message)) {
    return {
      code: 'liquid/too-large',
      message: 'A value grew too large',
      hint: 'Look for a loop that keeps appending.',
    };
  }
  return undefined;
}
