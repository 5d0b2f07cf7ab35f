import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Place } from '../core/diagnostics.js';

/** A line of a file, shown around the place of an error. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  readonly isMarked: boolean;
}

const longestLine = 200;

/** Where a diagnostic's file is on this machine; undefined where it names none. */
export function absolutePathOf(
  source: string,
  place: Pick<Place, 'path'> | Pick<Diagnostic, 'path'>,
): string | undefined {
  return place.path === undefined ? undefined : path.resolve(source, place.path);
}

/** The lines around a diagnostic's place, two before and two after; none where the file cannot be read. */
export function readFrame(source: string, diagnostic: Diagnostic): readonly FrameLine[] {
  const file = absolutePathOf(source, diagnostic);
  const marked = diagnostic.position?.line;
  if (file === undefined || marked === undefined) return [];
  let lines: string[];
  try {
    lines = linesOf(readFileSync(file, 'utf8'), marked);
  } catch {
    return [];
  }
  if (marked > lines.length) return [];
  const first = Math.max(1, marked - 2);
  return lines.slice(first - 1, marked + 2).map((text, index) => ({
    number: first + index,
    text: text.slice(0, longestLine),
    isMarked: first + index === marked,
  }));
}

/** After the last line's end there is no line, unless the place is there. */
function linesOf(text: string, marked: number): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === '' && marked < lines.length ? lines.slice(0, -1) : lines;
}
