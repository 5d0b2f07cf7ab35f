import { accessSync, constants } from 'node:fs';
import { fileGone, SiteError } from '../core/diagnostics.js';
import type { Output } from '../core/types.js';
import { freeSpace } from './free-space.js';
import type { WantedFile } from './plan-writes.js';
import { sourceStats } from './same-content.js';

/** Bytes: where this much is free, the size of the site does not matter. */
const plenty = 2 ** 30;

/**
 * Throws, before anything is changed, where files could not be written, for lack of space or as a file to copy may
 * not be read: some files of the last site would stay, and some would be of this one.
 *
 * @param sizeOf bytes of the file at a path, which is removed or overwritten; 0 for none
 * @returns whether there is also space to keep removed files until the build is done
 */
export function checkFreeSpace(
  root: string,
  writes: readonly WantedFile[],
  sizeOf: (path: string) => number,
  removals: readonly string[] = [],
): boolean {
  for (const file of writes) checkSource(file);
  const space = writes.length === 0 ? undefined : freeSpace(root);
  if (space === undefined) return true;
  const { free, block } = space;
  const taken = (bytes: number): number => Math.ceil(bytes / block) * block;
  // A file that is overwritten needs no more space.
  const replaced = writes.filter((file) => file.isOf === undefined && isCopy(file.content())).map(({ path }) => path);
  const going = [...removals, ...replaced].reduce((sum, path) => sum + taken(sizeOf(path)), 0);
  if (free >= plenty && going === 0) return true;
  let wanted = 0;
  for (const path of removals) wanted -= taken(sizeOf(path));
  for (const file of writes) wanted += taken(sizeOfContent(file.content())) - taken(sizeOf(file.path));
  if (wanted <= free) return wanted + going <= free;
  throw new SiteError({
    code: 'output/no-room',
    message: `The site takes ${megabytes(wanted)} MB more, but the disk of ${root} has ${megabytes(free)} MB left.`,
    hint: 'Make room, or choose another --destination; what is there stays as it is.',
  });
}

/** A file to copy that may not be read is reported before the last build's copy is removed. */
function checkSource(file: WantedFile): void {
  // A file with `isOf` is text, and is not copied.
  const content = file.isOf === undefined ? file.content() : '';
  if (!isCopy(content)) return;
  try {
    accessSync(content.copyOf, constants.R_OK);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw fileGone(content.copyOf, cause);
    throw new SiteError(
      {
        code: 'output/unreadable',
        message: `The file cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
        hint: 'Give yourself permission to read it, or exclude it in _config.yml.',
        path: content.copyOf,
      },
      { cause },
    );
  }
}

function isCopy(content: Output['content']): content is Extract<Output['content'], { readonly copyOf: string }> {
  return typeof content !== 'string' && !(content instanceof Uint8Array);
}

function sizeOfContent(content: Output['content']): number {
  if (typeof content === 'string') return Buffer.byteLength(content);
  return isCopy(content) ? sourceStats(content).size : content.byteLength;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
