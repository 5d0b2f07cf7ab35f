import { type Diagnostic, formatPlace, isError, type Place } from '../core/diagnostics.js';
import { editorLink } from './editor-link.js';
import { absolutePathOf, type FrameLine, readFrame } from './frame-lines.js';

/** A place as pages show it. */
export interface LinkedPlace {
  /** `path:line:column`. */
  readonly label: string;
  /** Opens the author's editor there. */
  readonly link?: string;
}

/** An error or warning as pages show it. */
export interface Problem {
  readonly message: string;
  readonly hint?: string;
  readonly code: string;
  readonly place?: LinkedPlace;
  readonly column?: number;
  readonly frame: readonly FrameLine[];
  /** Innermost first. */
  readonly via: readonly LinkedPlace[];
  /** Whether the site is built all the same. */
  readonly isWarning?: boolean;
}

const maxShown = 20;

/** Fits out errors, or warnings, with their lines and with links into the author's editor; those beyond twenty are only counted. */
export function toProblems(
  errors: readonly Diagnostic[],
  source: string,
  editor: string | undefined,
): readonly Problem[] {
  const shown = errors.slice(0, maxShown).map((error) => toProblem(error, source, editor));
  const more = errors.length - shown.length;
  if (more === 0) return shown;
  const { isWarning } = shown[0]!;
  const rest = {
    message: `And ${more} more, which the terminal tells.`,
    code: 'dev/more',
    frame: [],
    via: [],
    isWarning,
  };
  return [...shown, rest];
}

function toProblem(diagnostic: Diagnostic, source: string, editor: string | undefined): Problem {
  const frame = readFrame(source, diagnostic);
  return {
    message: diagnostic.message,
    hint: diagnostic.hint,
    code: diagnostic.code,
    place: diagnostic.path === undefined ? undefined : linkPlace(diagnostic as Place, source, editor),
    column: diagnostic.position?.column,
    frame,
    via: (diagnostic.via ?? []).map((place) => linkPlace(place, source, editor)),
    ...(isError(diagnostic) ? {} : { isWarning: true }),
  };
}

function linkPlace(place: Place, source: string, editor: string | undefined): LinkedPlace {
  const file = absolutePathOf(source, place);
  return {
    label: formatPlace(place),
    link: file === undefined ? undefined : editorLink(editor, file, place.position?.line, place.position?.column),
  };
}
