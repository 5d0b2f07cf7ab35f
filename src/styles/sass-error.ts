import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Place, SiteError } from '../core/diagnostics.js';
import type { Span } from './protocol.js';

/** Sass's error for a text that it cannot compile. */
export interface SassFailure {
  readonly sassMessage: string;
  readonly span: Span;
}

/** Whether something thrown is Sass's own error, by its shape: the class is known only once Sass is loaded. */
export function isSassException(error: unknown): error is Error & SassFailure {
  return error instanceof Error && 'sassMessage' in error && 'span' in error;
}

/** The text being compiled, for messages. */
export interface Sheet {
  /** The source folder, absolute. */
  readonly source: string;
  /** Where the text's file is, absolute, and relative to the source folder; undefined where it is none. */
  readonly file: string | undefined;
  readonly path: string | undefined;
  /** The line of the file where the text begins. */
  readonly line: number;
}

/** Sass's error with the place in the author's file; `via` is the style sheet that was compiled. */
export function sassErrorToSiteError(error: SassFailure, sheet: Sheet): SiteError {
  const place = placeOfSpan(error.span, sheet);
  const isElsewhere = place.path !== undefined && sheet.path !== undefined && place.path !== sheet.path;
  return new SiteError(
    {
      code: 'styles/sass',
      message: error.sassMessage,
      hint: hintOf(error.sassMessage),
      ...place,
      ...(isElsewhere ? { via: [{ path: sheet.path! }] } : {}),
    },
    { cause: error },
  );
}

/** The place of a span: its file relative to the source folder, lines counted in the file with front matter. */
export function placeOfSpan(span: Span, sheet: Sheet): Partial<Place> {
  const absolute = span.url?.protocol === 'file:' ? fileURLToPath(span.url) : sheet.file;
  if (absolute === undefined) return {};
  const first = absolute === sheet.file ? sheet.line : 1;
  const position = { line: span.start.line + first, column: span.start.column + 1 };
  const path = relative(sheet.source, absolute).replaceAll('\\', '/');
  return { path: path.startsWith('../') ? absolute : path, position };
}

/** What to do about Sass's usual errors. */
const remedies: readonly (readonly [message: RegExp, hint: string])[] = [
  [
    /find stylesheet/,
    "Sass files are searched beside the file, in 'load_paths', in '_sass' (or 'sass_dir') and in the theme.",
  ],
  [
    /^Undefined (?:variable|mixin|function)/,
    'Define it before it is used, load the file that has it, or correct its name.',
  ],
  [
    /^expected (?:"[;{}]"|end of rule)|^unmatched "}"/,
    'Look for a missing or needless ; or brace in this line or before it.',
  ],
  [/^Expected ["']\.$/, 'Close the quote.'],
  [/^expected more input/, 'Close the comment with */.'],
  [/^Expected expression/, 'Write a value; where Liquid puts it in, it is empty.'],
  [/^Declarations may only/, 'Put it into a rule: outside of one it has no effect.'],
  [/already being loaded/, 'Files cannot load each other, or themselves: take one of the loads away.'],
  [/incompatible units/, 'Convert one of them, or let the browser do it: calc(…).'],
  [/^Missing argument|^Only \d+ (?:positional )?argument/, 'Look up what the function or mixin takes.'],
  [
    /indent|tabs and spaces|expected (?:tabs|spaces)/i,
    'Indent with spaces alone or with tabs alone, and as the lines around.',
  ],
  [/^Invalid UTF-8/, 'Save the file as UTF-8.'],
];

function hintOf(message: string): string | undefined {
  return remedies.find(([pattern]) => pattern.test(message))?.[1];
}
