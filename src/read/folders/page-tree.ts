import { basename, dirname, join, sep } from 'node:path';
import { type Diagnostic, SiteError } from '../../core/diagnostics.js';
import type { Config } from '../../core/types.js';
import { isTruthy } from '../../core/values/ruby.js';
import { deadLink } from '../file-problems.js';
import type { DiskFile } from './disk-file.js';
import type { EntryFilter } from './entry-filter.js';
import { type Entry, type FileCache, inDiskOrder, realPath, statOf } from './folder.js';

/** A folder of the page tree. */
interface Folder {
  readonly pages: readonly DiskFile[];
  readonly assets: readonly DiskFile[];
  readonly folders: readonly Entry[];
  readonly hasPosts: boolean;
  readonly hasDrafts: boolean;
}

/** A folder of posts or drafts in the page tree: its path, with a slash in front. */
export interface PostFolder {
  readonly path: string;
  readonly isDraft: boolean;
}

/** What a walk through the page tree finds. */
export interface FoundPages {
  readonly folders: readonly PostFolder[];
  readonly pages: readonly DiskFile[];
  readonly assets: readonly DiskFile[];
}

interface Finds extends FoundPages {
  readonly folders: PostFolder[];
  readonly pages: DiskFile[];
  readonly assets: DiskFile[];
}

/** What the page tree is read with. */
export interface PageTreeWork {
  readonly cache: FileCache;
  readonly filter: EntryFilter;
  /** Diagnostics of paths. */
  readonly problems: Map<string, Diagnostic>;
  entriesOf(folder: string): readonly Entry[];
}

/** The folders of a site that pages and static files are read from, in Jekyll's order; what did not change is kept. */
export class PageTree {
  private readonly folders = new Map<string, Folder>();

  constructor(
    private readonly config: Config,
    private readonly work: PageTreeWork,
  ) {}

  /** Goes through all folders. */
  walk(): FoundPages {
    const found: Finds = { folders: [], pages: [], assets: [] };
    this.visit('', found, []);
    this.addIncluded(found);
    return found;
  }

  clear(): void {
    this.folders.clear();
  }

  /** Drops the nearest known folder above a path, and those below it. */
  forget(path: string): void {
    let folder = dirname(path);
    while (!this.folders.delete(folder) && folder.length > this.config.source.length) folder = dirname(folder);
    for (const key of this.folders.keys()) if (key === path || key.startsWith(path + sep)) this.folders.delete(key);
  }

  /** Whether a walk would come by a path, as far as its folders are known. */
  holds(path: string): boolean {
    let [inside, folder] = [path, dirname(path)];
    while (!this.folders.has(folder) && folder.length > this.config.source.length)
      [inside, folder] = [folder, dirname(folder)];
    const within = folder.slice(this.config.source.length).replaceAll(sep, '/');
    return this.folders.has(folder) && this.work.filter.accepts(basename(inside), within, () => inside !== path);
  }

  /** Goes through a folder of the page tree (`folder` with a slash in front), in Jekyll's order. */
  private visit(folder: string, found: Finds, above: readonly string[]): void {
    const absolute = join(this.config.source, folder);
    const known = this.folders.get(absolute);
    const here = known ?? this.readFolder(absolute, folder);
    if (known === undefined) this.folders.set(absolute, here);
    this.addPosts(folder, here, found.folders);
    for (const { name, isLink } of here.folders) {
      const path = join(absolute, name);
      if (path === this.config.destination || (isLink && this.isLoop(path, [...above, absolute]))) continue;
      this.visit(`${folder}/${name}`, found, [...above, absolute]);
    }
    found.pages.push(...here.pages);
    found.assets.push(...here.assets);
  }

  /** Whether a link leads to one of the folders above it. */
  private isLoop(path: string, above: readonly string[]): boolean {
    const real = realPath(path);
    if (!above.some((one) => `${realPath(one)}${sep}`.startsWith(real + sep))) return false;
    const relative = path.slice(this.config.source.length + 1).replaceAll(sep, '/');
    const message = 'The symbolic link leads to a folder that it lies in; it is not followed.';
    const hint = 'Remove the link, or name it under `exclude` in the configuration.';
    this.work.problems.set(path, { severity: 'warning', code: 'read/link-loop', message, hint, path: relative });
    return true;
  }

  private noteDeadLink(absolute: string, path: string): void {
    this.work.problems.set(absolute, deadLink(path, 'error'));
  }

  private addPosts(folder: string, here: Folder, found: PostFolder[]): void {
    const container = this.config.values.get('collections_dir');
    if (typeof container === 'string' && container !== '' && !folder.startsWith(`/${container}`)) return;
    const drafts = this.config.values.get('show_drafts');
    if (here.hasPosts) found.push({ path: `${folder}/_posts`, isDraft: false });
    if (here.hasDrafts && isTruthy(drafts)) {
      found.push({ path: `${folder}/_drafts`, isDraft: true });
    }
  }

  private readFolder(absolute: string, folder: string): Folder {
    const pages: DiskFile[] = [];
    const assets: DiskFile[] = [];
    const folders: Entry[] = [];
    const entries = this.work.entriesOf(absolute);
    for (const entry of entries) {
      if (!this.work.filter.accepts(entry.name, folder, () => entry.isFolder)) continue;
      if (entry.isDead) this.noteDeadLink(join(absolute, entry.name), `${folder}/${entry.name}`.slice(1));
      else if (entry.isFolder) folders.push(entry);
      else this.addFile(join(absolute, entry.name), `${folder}/${entry.name}`.slice(1), pages, assets);
    }
    const has = (name: string): boolean => entries.some((entry) => entry.name === name && entry.isFolder);
    return {
      pages,
      assets,
      folders: inDiskOrder(absolute, folders),
      hasPosts: has('_posts'),
      hasDrafts: has('_drafts'),
    };
  }

  private addFile(absolute: string, path: string, pages: DiskFile[], assets: DiskFile[]): void {
    const file = this.work.cache.get(absolute, path);
    if (file !== undefined) this.sort(file, pages, assets);
  }

  /** A file with front matter is a page, one without it is only copied; one that cannot be read is noted and left out. */
  sort(file: DiskFile, pages: DiskFile[], assets: DiskFile[]): void {
    try {
      (file.hasFrontMatter ? pages : assets).push(file);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      this.work.problems.set(file.absolutePath, error.diagnostic);
    }
  }

  private addIncluded(found: Finds): void {
    for (const entry of this.work.filter.included) {
      const path = entry.replace(/^\/+|\/+$/g, '');
      const absolute = join(this.config.source, path);
      if (path === '' || !absolute.startsWith(this.config.source + sep)) continue;
      const stats = statOf(absolute);
      if (stats === undefined) this.work.cache.missing.add(absolute);
      if (stats === undefined || stats.isFolder) continue;
      if ([...found.pages, ...found.assets].some((file) => file.absolutePath === absolute)) continue;
      this.addFile(absolute, path, found.pages, found.assets);
    }
  }
}
