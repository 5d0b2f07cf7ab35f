import { fstatSync, type Stats } from 'node:fs';
import { statsOf } from '../core/files.js';

/**
 * Tells whether a file is the one that the process writes its own output to (`nohup utterson serve`): where that lies among
 * the site's files, what is said of a build would be a change that asks for the next one, without end.
 */
export function createOwnOutput(): (path: string) => boolean {
  const outputs = [1, 2].flatMap(fileOf);
  return (path) => {
    const stats = outputs.length === 0 ? undefined : statsOf(path);
    return stats !== undefined && outputs.some(({ dev, ino }) => dev === stats.dev && ino === stats.ino);
  };
}

function fileOf(descriptor: number): Stats[] {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() ? [stats] : [];
  } catch {
    return [];
  }
}
