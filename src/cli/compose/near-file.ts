import { readdirSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../../core/text/nearest.js';
import { slugify } from '../../core/text/slug.js';

const folders: Readonly<Record<string, readonly string[]>> = { draft: ['_drafts'], post: ['_posts'] };

/**
 * The file that was meant by a path with nothing at it: of the same name, with or without date and extension, or of
 * nearly that name, where files of its kind are. Relative to `root`, as commands take it.
 */
export function nearFile(root: string, wanted: string, kind: string): string | undefined {
  const own = path.posix.relative(root, path.posix.dirname(wanted));
  for (const folder of folders[kind] ?? [own, '_drafts', '_posts']) {
    const names = filesIn(path.join(root, folder));
    const name = path.posix.basename(wanted);
    const near = names.find((other) => nameOf(other) === nameOf(name)) ?? nearest(name, names);
    if (near !== undefined) return path.posix.join(folder, near);
  }
  return undefined;
}

/** Without what a name may lack: its date, its extension, how it was written. */
function nameOf(file: string): string {
  return slugify(path.posix.parse(file).name.replace(/^\d{4}-\d{2}-\d{2}-/, ''));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return [];
  }
}
