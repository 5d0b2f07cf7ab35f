/** A place in a text, both counted from 1, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file of the site (path relative to the source folder, `/` between its parts) and a place in it. */
export interface Place {
  readonly path: string;
  readonly position?: Position;
}

/** `path:line:column`, as terminals and editors take it. */
export function formatPlace({ path, position }: Place): string {
  return position === undefined ? path : `${path}:${position.line}:${position.column}`;
}

/** A message of a build for the author. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Module and reason, such as `liquid/unknown-tag`; stable, for tools. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly hint?: string;
  readonly path?: string;
  readonly position?: Position;
  /** The setting, or key of the front matter, that it is about, where its place is still to be found: keys, and places in lists. */
  readonly setting?: readonly (string | number)[];
  /** How the build came there, innermost first: include ← layout ← page. */
  readonly via?: readonly Place[];
  /** Of what a plugin threw: its stack, for `--trace`. */
  readonly stack?: string;
  /** Where Liquid sees it, which is not where the file has it: scripts look for Jekyll's own words. */
  readonly liquid?: LiquidPlace;
}

/** An error of Liquid's as Liquid itself names it: `Liquid syntax error (line 1): …`. */
export interface LiquidPlace {
  /** Whether Liquid puts its own name and the line before the message. */
  readonly kind: 'syntax error' | 'error' | undefined;
  /** The line of the text that Liquid was given, which has no front matter. */
  readonly line: number;
  /** For an error in an include: the page or layout that Liquid was rendering. */
  readonly root?: string;
  /** Whether it came of rendering a page, which Jekyll names by its path in the source folder. */
  readonly isOfPage?: boolean;
}

/** What was said of a page, with that in what Liquid says. */
export function ofPage(said: readonly Diagnostic[]): Diagnostic[] {
  return said.map((one) => (one.liquid === undefined ? one : { ...one, liquid: { ...one.liquid, isOfPage: true } }));
}

/** An error of the author's input, with its place. Anything else thrown is a bug of the program's. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Omit<Diagnostic, 'severity'>, options?: { cause?: unknown }) {
    super(diagnostic.message, options);
    this.diagnostic = { severity: 'error', ...diagnostic };
  }
}

/** An error with another diagnostic in the place of its own; whatever is none of the author's as it is. */
export function withDiagnostic(error: unknown, change: (diagnostic: Diagnostic) => Diagnostic): unknown {
  if (!(error instanceof SiteError)) return error;
  const changed = change(error.diagnostic);
  return changed === error.diagnostic ? error : new SiteError(changed, { cause: error.cause });
}

/** The code of `fileGone`. */
const goneCode = 'read/gone';

/** The error of a file of the site that was there when its folder was looked at, and is there no more. */
export function fileGone(path: string, cause?: unknown): SiteError {
  const message = 'The file is gone since its folder was looked at.';
  return new SiteError({ code: goneCode, message, hint: 'Build again.', path }, { cause });
}

/** Whether a build failed by nothing but files that went while it ran. */
export function isOvertaken(diagnostics: readonly Diagnostic[]): boolean {
  const errors = diagnostics.filter(isError);
  return errors.length > 0 && errors.every(({ code }) => code === goneCode);
}

/** Where a text that was decoded has the first byte that could not be. */
export function placeOfBadByte(text: string): Position {
  return positionAt(text, Math.max(0, text.indexOf('\ufffd')));
}

/** The position of an offset (UTF-16 code units) in a text that begins at `firstLine` and `firstColumn`. */
export function positionAt(text: string, offset: number, firstLine = 1, firstColumn = 1): Position {
  let line = firstLine;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + (start === 0 ? firstColumn : 1) };
}

/** What tells a diagnostic from others; the same error met by way of several pages is one. */
export function diagnosticKey({ severity, code, message, path, position }: Diagnostic): string {
  return JSON.stringify([severity, code, message, path, position?.line, position?.column]);
}

/** Each diagnostic once, in their order. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set<string>();
  return diagnostics.filter((diagnostic) => known.size < known.add(diagnosticKey(diagnostic)).size);
}

/** Whether it fails the build. */
export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
