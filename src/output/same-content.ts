import { readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { fileGone } from '../core/diagnostics.js';
import { statsOf } from '../core/files.js';
import type { Output } from '../core/types.js';
import type { PresentFile, WantedFile } from './plan-writes.js';

/**
 * Whether a file of the destination has the content that is wanted, by their bytes where fingerprints do not tell. If so, its
 * fingerprint is the wanted one from now on.
 */
export function isSame(root: string, file: WantedFile, there: PresentFile): boolean {
  if (there.size < 0 || areOfTexts(file.fingerprint, there.fingerprint)) return false;
  const path = join(root, file.path);
  try {
    const isThere = file.isOf === undefined ? hasContent(path, file.content(), there) : file.isOf(readFileSync(path));
    if (!isThere) return false;
  } catch (error) {
    // An unreadable file is replaced by a readable one.
    if (!isRefusal(error, path)) throw error;
    return false;
  }
  there.fingerprint = file.fingerprint;
  return true;
}

/** Whether both fingerprints are of texts: different ones mean different texts then. */
function areOfTexts(one: string, other = ''): boolean {
  return /^["#]/.test(one) && /^["#]/.test(other);
}

/** Whether an error says that a file may not be read, or is gone. */
function isRefusal(error: unknown, path: string): boolean {
  const { code = '', path: refused } = error as NodeJS.ErrnoException;
  return refused === path && ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code);
}

function hasContent(path: string, content: Output['content'], there: PresentFile): boolean {
  if (typeof content === 'string') {
    return Buffer.byteLength(content) === there.size && readFileSync(path, 'utf8') === content;
  }
  if (content instanceof Uint8Array) return content.byteLength === there.size && readFileSync(path).equals(content);
  const source = sourceStats(content);
  if (source.size !== there.size) return false;
  const isOfSameTime = Math.floor(there.modifiedMs / 1000) === Math.floor(content.modified);
  return isOfSameTime && readFileSync(path).equals(readFileSync(content.copyOf));
}

/** What there is to be copied. Throws `SiteError` where it went meanwhile. */
export function sourceStats({ copyOf }: { readonly copyOf: string }): Stats {
  const stats = statsOf(copyOf);
  if (stats === undefined) throw fileGone(copyOf);
  return stats;
}
