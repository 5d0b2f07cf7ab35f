import { accessSync, constants } from 'node:fs';
import { fileGone, SiteError } from '../core/diagnostics.js';
import type { Output } from '../core/types.js';
import { freeSpace } from './free-space.js';
import type { WantedFile } from './plan-writes.js';
import { sourceStats } from './same-content.js';

/** Bytes: where so many are free, nobody asks how many a site takes. */
const plenty = 2 ** 30;

/**
 * Throws, before anything is changed, where files could not be written, for want of room or as what is to be copied may
 * not be read: some files of the last site would stay, and some would be of this one.
 *
 * @param sizeOf bytes of the file that is there at a path and goes, or is written over; 0 for none
 * @returns whether there is also room for what goes, until all is well
 */
export function checkFreeSpace(
  root: string,
  writes: readonly WantedFile[],
  sizeOf: (path: string) => number,
  removals: readonly string[] = [],
): boolean {
  for (const file of writes) checkSource(file);
  const room = writes.length === 0 ? undefined : freeSpace(root);
  if (room === undefined) return true;
  const { free, block } = room;
  const taken = (bytes: number): number => Math.ceil(bytes / block) * block;
  // What is written over in place takes no room besides.
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

/** A file that is to be copied and may not be read is told before the one of the last build is taken away. */
function checkSource(file: WantedFile): void {
  // What tells its bytes is a text.
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
