import { dirname, join, resolve } from 'node:path';
import { statsOf, textOrNothing } from '../../core/files.js';

/**
 * A text that is different for repositories with other commits, branches or settings, without running git; '' where
 * there is no repository.
 */
export function gitState(folder: string): string {
  const own = findRepository(folder);
  if (own === undefined) return '';
  // A work tree of its own has its HEAD in one place, and the rest where the others have it.
  const shared = resolve(own, textOrNothing(join(own, 'commondir')).trim() || '.');
  const head = textOrNothing(join(own, 'HEAD'));
  const branch = /^ref: (.+)/.exec(head)?.[1];
  const files = ['packed-refs', 'shallow', 'config', ...(branch === undefined ? [] : [branch])];
  return [head, ...files.map((name) => timeOf(join(shared, name)))].join('\n');
}

/** The folder where git keeps what it knows of a folder. */
function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, '.git');
    const stats = statsOf(path);
    if (stats?.isDirectory() === true) return path;
    const linked = stats === undefined ? undefined : /^gitdir: (.+)/.exec(textOrNothing(path))?.[1];
    if (linked !== undefined) return resolve(at, linked.trim());
    if (at === dirname(at)) return undefined;
  }
}

function timeOf(path: string): string {
  const stats = statsOf(path);
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
