import { type FSWatcher, watch } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../../core/files.js';

/** What the system reports: a file has other bytes, a name came or went, or a folder has to be scanned. */
export type FolderEvent = 'change' | 'turn' | 'folder';

/** How folders are watched. */
export interface FolderWatchOptions {
  /** Absolute paths of folders and files. */
  readonly paths: readonly string[];
  readonly isIgnored: (file: string) => boolean;
  readonly onEvent: (changed: string, event: FolderEvent) => void;
  /** Called once where the system has no more watches to give: some changes go unnoticed from then on. */
  readonly onExhausted: () => void;
}

/** Folders being watched. */
export interface FolderWatcher {
  /** Looks for new folders that were not reported (the system drops events when there are too many). */
  rescan(): void;
  close(): void;
}

/**
 * Watches folders by the system's events and never reads them again: at ten thousand files in one folder, reading it
 * takes longer than the build that follows. For systems whose events name what changed (Linux). Resolves once every
 * change is sure to be reported.
 */
export async function watchFolders(options: FolderWatchOptions): Promise<FolderWatcher> {
  const tree = new FolderTree(options);
  const roots = options.paths.map((each) => path.resolve(each));
  // One after another: files in a folder that is watched need no watching of their own.
  for (const root of roots) await tree.add(root, false);
  return {
    rescan: () => void Promise.all(roots.map((root) => tree.rescan(root))),
    close: () => tree.close(),
  };
}

/** A folder, or a file in a folder that is none of the site's. */
interface Watched {
  readonly watcher: FSWatcher;
  /** Its inode, so that links in a circle come to an end. */
  readonly real: string;
}

const goneRootMs = 300;

/** Whether an error means that there are no more watches, or that no more files can be open at once. */
export function isExhaustion(error: unknown): boolean {
  return /^(ENOSPC|EMFILE|ENFILE|ENOMEM)$/.test((error as NodeJS.ErrnoException).code ?? '');
}

class FolderTree {
  readonly #watched = new Map<string, Watched>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isClosed = false;
  #isExhausted = false;

  constructor(private readonly options: FolderWatchOptions) {}

  close(): void {
    this.#isClosed = true;
    for (const { watcher } of this.#watched.values()) watcher.close();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#watched.clear();
  }

  /** Watches whatever is at a path; with `isNew`, folders are reported. */
  async add(file: string, isNew: boolean): Promise<void> {
    const stats = await stat(file).catch(() => undefined);
    const real = stats && (await realpath(file).catch(() => undefined));
    if (this.#isClosed || stats === undefined || real === undefined || this.#watched.has(file)) return;
    if (stats.isDirectory()) await this.#addFolder(file, real, isNew);
    else this.#addFile(file, real);
  }

  /** As `add`; also goes through folders that are watched already. */
  async rescan(folder: string): Promise<void> {
    if (!this.#watched.has(folder)) return this.add(folder, true);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    await Promise.all(
      entries
        .map(({ name }) => path.join(folder, name))
        .map((inside, index) => {
          const isFollowed = !entries[index]!.isFile() && !this.options.isIgnored(inside);
          return isFollowed ? this.rescan(inside) : undefined;
        }),
    );
  }

  async #addFolder(folder: string, real: string, isNew: boolean): Promise<void> {
    if (this.#leadsBack(folder, real)) return;
    // Before it is read, so that nothing can come in between.
    if (!this.#watch(folder, real, folder, (event, name) => this.#notice(folder, event, name))) return;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    if (isNew) this.options.onEvent(folder, 'folder');
    const followed = entries.filter((entry) => !entry.isFile()).map(({ name }) => path.join(folder, name));
    await Promise.all(
      followed.filter((inside) => !this.options.isIgnored(inside)).map((inside) => this.add(inside, isNew)),
    );
  }

  /** Whether a folder is reached by a link from inside of itself. */
  #leadsBack(folder: string, real: string): boolean {
    for (let above = path.dirname(folder); this.#watched.has(above); above = path.dirname(above)) {
      const known = this.#watched.get(above)!.real;
      if (isWithin(known, real)) return true;
    }
    return false;
  }

  /** A file on its own, or the target of a link: its folder reports it even where it is replaced. */
  #addFile(file: string, real: string): void {
    if (real === file && this.#watched.has(path.dirname(file))) return;
    this.#watch(file, real, path.dirname(real), (event, name) => {
      if (name === path.basename(real)) this.options.onEvent(file, event);
    });
  }

  #watch(key: string, real: string, folder: string, onEvent: (event: FolderEvent, name: string) => void): boolean {
    try {
      const watcher = watch(folder, (event, name) => onEvent(event === 'rename' ? 'turn' : 'change', name ?? ''));
      watcher.on('error', () => this.#forget(key));
      this.#watched.set(key, { watcher, real });
      return true;
    } catch (error) {
      // Gone again, or the system has no more watches to give: a look through the whole source is right in any case.
      this.options.onEvent(key, 'folder');
      if (!isExhaustion(error) || this.#isExhausted) return false;
      this.#isExhausted = true;
      this.options.onExhausted();
      return false;
    }
  }

  #notice(folder: string, event: FolderEvent, name: string): void {
    const file = path.join(folder, name);
    // Events of the folder itself have its own name.
    if (event === 'turn' && (name === '' || name === path.basename(folder))) void this.#checkGone(folder);
    if (name === '' || this.options.isIgnored(file)) return;
    if (event === 'change' || !this.#watched.has(file)) this.options.onEvent(file, event);
    if (event === 'turn') void this.#follow(file);
  }

  /** Something came or went: what is there now is watched, and what was there before no more. */
  async #follow(file: string): Promise<void> {
    if (this.#watched.has(file)) {
      this.#forget(file);
      this.options.onEvent(file, 'folder');
    }
    const stats = await stat(file).catch(() => undefined);
    const isLink = stats?.isFile() && (await realpath(file).catch(() => file)) !== file;
    if (stats?.isDirectory() || isLink) await this.add(file, true);
  }

  /** A folder that is gone; if no other folder is watched that would report it, it is waited for. */
  async #checkGone(folder: string): Promise<void> {
    if ((await stat(folder).catch(() => undefined)) !== undefined || this.#isClosed) return;
    if (!this.#watched.has(folder)) return;
    this.#forget(folder);
    this.options.onEvent(folder, 'folder');
    if (!this.#watched.has(path.dirname(folder))) this.#await(folder);
  }

  #await(folder: string): void {
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      await this.add(folder, true);
      if (!this.#watched.has(folder) && !this.#isClosed) this.#await(folder);
    }, goneRootMs);
    this.#timers.add(timer);
  }

  /** Ends the watching of a path and of all below it. */
  #forget(file: string): void {
    for (const [key, { watcher }] of this.#watched) {
      if (!isWithin(key, file)) continue;
      watcher.close();
      this.#watched.delete(key);
    }
  }
}
