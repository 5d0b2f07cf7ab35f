import { readFileSync, statSync } from 'node:fs';

/** Whether a path is that of a file; whatever cannot be one is none. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The text of a file in UTF-8; '' where none can be read. */
export function textOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
