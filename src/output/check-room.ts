import { statSync } from 'node:fs';
import { SiteError } from '../core/diagnostics.js';
import type { Output } from '../core/types.js';
import { freeRoom } from './free-room.js';
import type { WantedFile } from './plan-writes.js';

/** Bytes: where so many are free, nobody asks how many a site takes. */
const plenty = 2 ** 30;

/**
 * Throws, before anything is changed, where files could not be written for want of room: a full disk would leave some
 * files of the last site and some of this one.
 *
 * @param sizeOf bytes of the file that is there at a path and goes, or is written over; 0 for none
 */
export function checkRoom(
  root: string,
  writes: readonly WantedFile[],
  sizeOf: (path: string) => number,
  removals: readonly string[] = [],
): void {
  const room = writes.length === 0 ? undefined : freeRoom(root);
  if (room === undefined || room.free >= plenty) return;
  const { free, block } = room;
  const taken = (bytes: number): number => Math.ceil(bytes / block) * block;
  let wanted = 0;
  for (const path of removals) wanted -= taken(sizeOf(path));
  for (const file of writes) wanted += taken(sizeOfContent(file.content())) - taken(sizeOf(file.path));
  if (wanted <= free) return;
  throw new SiteError({
    code: 'output/no-room',
    message: `The site takes ${megabytes(wanted)} MB more, but the disk of ${root} has ${megabytes(free)} MB left.`,
    hint: 'Make room, or choose another --destination; what is there stays as it is.',
  });
}

function sizeOfContent(content: Output['content']): number {
  if (typeof content === 'string') return Buffer.byteLength(content);
  return content instanceof Uint8Array ? content.byteLength : statSync(content.copyOf).size;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
