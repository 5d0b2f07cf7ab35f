import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as SassEmbedded from 'sass-embedded';
import { type Place, SiteError } from '../core/diagnostics.js';
import type { SassRequest } from './sass.js';

/** Whether something thrown is Sass's own error, by its shape: the class is known only once Sass is loaded. */
export function isSassException(error: unknown): error is SassEmbedded.Exception {
  return error instanceof Error && 'sassMessage' in error && 'span' in error;
}

/** Sass's error with the place in the author's file; `via` is the style sheet that was compiled. */
export function sassErrorToSiteError(
  error: SassEmbedded.Exception,
  source: string,
  file: string | undefined,
  request: SassRequest,
): SiteError {
  const place = placeOfSpan(error.span, source, file, request);
  const isElsewhere = place.path !== undefined && request.path !== undefined && place.path !== request.path;
  return new SiteError(
    {
      code: 'styles/sass',
      message: error.sassMessage,
      hint: hintOf(error.sassMessage),
      ...place,
      ...(isElsewhere ? { via: [{ path: request.path }] } : {}),
    },
    { cause: error },
  );
}

/** The place of a span: its file relative to the source folder, lines counted in the file with front matter. */
export function placeOfSpan(
  span: SassEmbedded.SourceSpan,
  source: string,
  file: string | undefined,
  request: SassRequest,
): Partial<Place> {
  const absolute = span.url?.protocol === 'file:' ? fileURLToPath(span.url) : file;
  const first = absolute === file ? (request.line ?? 1) : 1;
  const position = { line: span.start.line + first, column: span.start.column + 1 };
  if (absolute === undefined) return {};
  const path = relative(source, absolute).replaceAll('\\', '/');
  return { path: path.startsWith('../') ? absolute : path, position };
}

function hintOf(message: string): string | undefined {
  if (!/find stylesheet/.test(message)) return undefined;
  return "Sass files are searched beside the file, in 'load_paths', in '_sass' (or 'sass_dir') and in the theme.";
}
