import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import { linkStatsOf } from '../core/files.js';
import type { PresentFile } from './plan-writes.js';

/** What a scan of a folder finds; paths are relative to it. */
export interface FolderScan {
  readonly files: Map<string, PresentFile>;
  readonly folders: Set<string>;
  /** Folders with nothing in them. */
  readonly emptyFolders: string[];
}

/** Adds what is in a folder below a root, and in the folders within it. Throws SiteError where one may not be read. */
export function scanFolder(root: string, folder: string, scan: FolderScan): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw unreadable(join(root, folder), code, error);
  }
  scan.folders.add(folder);
  if (entries.length === 0 && folder !== '') scan.emptyFolders.push(folder);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) scanFolder(root, path, scan);
    else {
      const file = presentFile(`${root}/${path}`);
      if (file !== undefined) scan.files.set(path, file);
    }
  }
}

/** A folder of the destination that may not be read: what is in it cannot be compared, nor removed. */
function unreadable(folder: string, code: string | undefined, cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'output/unreadable',
      message: `The folder of the destination cannot be read (${code}).`,
      hint: 'Give yourself permission to read and write it, remove it, or choose another --destination.',
      path: folder,
    },
    { cause },
  );
}

/** The file or link at an absolute path; undefined where there is none. */
export function presentFile(path: string): PresentFile | undefined {
  const stats = linkStatsOf(path);
  if (stats === undefined || stats.isDirectory()) return undefined;
  return { size: stats.isFile() ? stats.size : -1, modifiedMs: stats.mtimeMs };
}
