import path from 'node:path';
import { makeFolders } from '../../core/files.js';
import { writeText } from '../write-text.js';

/** Writes files by path below a folder; a path that ends in a slash is an empty folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(folder, name);
    if (name.endsWith('/')) {
      makeFolders(target);
      continue;
    }
    writeText(target, text);
  }
}
