import { type Dirent, existsSync, opendirSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createPlaces } from '../../core/lists/places.js';
import type { KeyTables, SavedFile, SavedFiles } from '../saved/saved-files.js';
import { DiskFile, type FileStat, unreadable } from './disk-file.js';

/** What is in a folder: a name and whether it is a folder, symbolic links followed. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** Set for a link to nothing. */
  readonly isDead?: true;
}

/** Error codes of a folder that exists and may not be read: a site without its files would be another one. */
const refusals: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EIO']);

/** The entries of a folder in order of their names; none where there is no folder. Throws `SiteError` where it may not be read. With `within`, links that lead out of that folder are left out. */
export function listFolder(absolutePath: string, within?: string): Entry[] {
  let found: Dirent[];
  try {
    found = readdirSync(absolutePath, { withFileTypes: true });
  } catch (error) {
    if (refusals.has((error as NodeJS.ErrnoException).code)) throw unreadable(absolutePath, error, 'folder');
    return [];
  }
  const entries: Entry[] = [];
  for (const one of found) {
    const isLink = one.isSymbolicLink();
    if (isLink) {
      const path = join(absolutePath, one.name);
      const stats = statOf(path);
      if (within !== undefined && !realPath(path).startsWith(within + sep)) continue;
      if (stats !== undefined) entries.push({ name: one.name, isFolder: stats.isFolder, isLink });
      else if (!existsSync(path)) entries.push({ name: one.name, isFolder: false, isLink, isDead: true });
    } else if (one.isDirectory() || one.isFile()) {
      entries.push({ name: one.name, isFolder: one.isDirectory(), isLink });
    }
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Entries of a folder in the order that the disk has them, which is the one that Ruby walks a folder in. It shows where
 * pages of one name in several folders are listed, as in a sitemap.
 */
export function inDiskOrder(absolutePath: string, entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const order = new Map<string, number>();
  try {
    const folder = opendirSync(absolutePath, { bufferSize: 1024 });
    for (let one = folder.readSync(); one !== null; one = folder.readSync()) order.set(one.name, order.size);
    folder.closeSync();
  } catch (error) {
    // It is gone since its entries were listed, of which each will be found missing.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const placeOf = ({ name }: Entry): number => order.get(name) ?? order.size;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What there is at a path; undefined for nothing. A link that leads to itself is a file, which then cannot be read. */
export function statOf(absolutePath: string): (FileStat & { readonly isFolder: boolean }) | undefined {
  let stats: Stats | undefined;
  try {
    stats = statSync(absolutePath, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What would lie in a file.
    if (code === 'ENOTDIR') return undefined;
    if (refusals.has(code)) throw unreadable(absolutePath, error);
    if (code !== 'ELOOP') throw error;
    // Large enough to be opened.
    return { mtimeMs: 0, size: 4, isFolder: false };
  }
  if (stats === undefined || !(stats.isFile() || stats.isDirectory())) return undefined;
  return { mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs, size: stats.size, isFolder: stats.isDirectory() };
}

/** The path with its symbolic links resolved; itself where that cannot be. */
export function realPath(absolutePath: string): string {
  try {
    return realpathSync(absolutePath);
  } catch {
    return absolutePath;
  }
}

/** How a folder is walked. */
export interface WalkOptions {
  /** Also what begins with a dot. */
  readonly dots?: boolean;
  /** Also into folders that are symbolic links, each real folder once. */
  readonly links?: boolean;
  /** Leaves out links that lead out of this folder. */
  readonly within?: string;
  /** The entries of a folder, where they are known already. */
  readonly known?: (folder: string) => readonly Entry[] | undefined;
  /** Called with each symbolic link that leads to nothing, by its path below the root. */
  readonly onDead?: (name: string) => void;
  /** Leaves out files that are symbolic links, and is called with each by its path below the root. */
  readonly onLinkedFile?: (name: string) => void;
  /** Called with each folder below the root, by its path there. */
  readonly onFolder?: (name: string) => unknown;
  /** Called with each folder that is walked. */
  readonly onList?: (folder: string, entries: readonly Entry[]) => void;
}

/** The files below a folder, relative to it with `/` between their parts; as Ruby's glob, a folder's own before deeper ones. */
export function walkFiles(root: string, options: WalkOptions = {}): string[] {
  const files: string[] = [];
  const visit = (folder: string, prefix: string, above: readonly string[]): void => {
    const real = options.links ? realPath(folder) : folder;
    if (above.includes(real)) return;
    const entries = options.known?.(folder) ?? listFolder(folder, options.within);
    options.onList?.(folder, entries);
    if (prefix !== '') options.onFolder?.(prefix.slice(0, -1));
    for (const entry of entries) {
      if (!options.dots && entry.name.startsWith('.')) continue;
      const path = prefix + entry.name;
      if (entry.isLink && !entry.isFolder && options.onLinkedFile !== undefined) options.onLinkedFile(path);
      else if (entry.isDead) options.onDead?.(path);
      else if (!entry.isFolder) files.push(path);
      else if (options.links || !entry.isLink) visit(join(folder, entry.name), `${path}/`, [...above, real]);
    }
  };
  visit(root, '', []);
  return files;
}

/** Files that are known to be as they are there. */
interface StatTable {
  statOf(path: string): FileStat | undefined;
}

function fileStat(path: string): FileStat | undefined {
  const stats = statOf(path);
  return stats?.isFolder ? undefined : stats;
}

/** Clocks of file systems are coarse: what changed so short a time ago may do so once more without its times being others. */
export const tickMs = 50;

/** Whether a file still is what it was when it was last looked at. Backups and archives bring old times along, which may be the same. */
function isSame(known: DiskFile, { size, mtimeMs, ctimeMs }: FileStat): boolean {
  const isOfSameTime = known.ctimeMs === undefined || ctimeMs === undefined || known.ctimeMs === ctimeMs;
  return !known.isYoung && known.size === size && known.mtimeMs === mtimeMs && isOfSameTime;
}

/** Files by absolute path, made again only where their time or size changed. */
export class FileCache {
  private readonly files = new Map<string, DiskFile>();
  /** Paths that were asked for and where no file is. */
  readonly missing = new Set<string>();
  private stale = new Set<string>();
  private checksAll = true;
  private began = 0;
  private look: StatTable | undefined;
  /** What an earlier process knew of files. */
  private readonly saved: readonly SavedFile[];
  private readonly placeOf: (absolutePath: string) => number | undefined;

  constructor(
    private readonly encodingOf: (path: string) => string,
    private readonly tables: KeyTables,
    saved: SavedFiles | undefined,
  ) {
    this.saved = saved?.files ?? [];
    this.placeOf = createPlaces(this.saved.map(([path]) => path));
  }

  /** Every file known now. */
  all(): Iterable<DiskFile> {
    return this.files.values();
  }

  /** Whether a file was there when it was last asked for. */
  has(absolutePath: string): boolean {
    return this.files.has(absolutePath);
  }

  /** Looks again at these files, or at all of them, except for those that were looked at just now. */
  begin(changed: Iterable<string> | undefined, look?: StatTable): void {
    this.look = look;
    this.began = Date.now();
    this.checksAll = changed === undefined;
    this.stale = new Set(changed);
  }

  /** The file at a path; undefined where there is none. */
  get(absolutePath: string, path: string): DiskFile | undefined {
    const known = this.files.get(absolutePath);
    if (known !== undefined && !this.checksAll && !this.stale.has(absolutePath)) return known;
    const stats = this.look?.statOf(absolutePath) ?? fileStat(absolutePath);
    if (stats === undefined) {
      this.files.delete(absolutePath);
      this.missing.add(absolutePath);
      return undefined;
    }
    if (known !== undefined && isSame(known, stats) && !this.stale.has(absolutePath)) return known;
    this.stale.delete(absolutePath);
    this.missing.delete(absolutePath);
    const file = new DiskFile(path, absolutePath, stats, this.encodingOf(path));
    file.isYoung = known !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs ?? 0) > this.began - tickMs;
    if (known?.size === stats.size && known.mtimeMs === stats.mtimeMs) file.sameTimes = known.sameTimes + 1;
    const place = known === undefined ? this.placeOf(absolutePath) : undefined;
    const row = place === undefined ? undefined : this.saved[place]!;
    if (row !== undefined && row[1] === stats.size && row[2] === stats.mtimeMs) {
      file.saved = { row, tables: this.tables };
    }
    this.files.set(absolutePath, file);
    return file;
  }
}
