import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs';

/** What there is at a path, links followed; undefined where nothing is, as below a file, or nothing can be looked at. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** As `statsOf`, of a link itself. */
export function linkStatsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a path is that of a file; whatever cannot be one is none. */
export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

/** The text of a file in UTF-8; '' where none can be read. */
export function textOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
