import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ThreadPool } from '../core/process/thread-pool.js';
import { FolderTimes } from './folder-times.js';
import { type DestinationCheck, folderTime, isUnchanged, type Manifest, type SavedManifest } from './manifest.js';
import type { PresentFile, WantedFile } from './plan-writes.js';
import { presentFile, scanFolder } from './scan-folder.js';
import { backupFolderName, isInBackupFolder } from './undo/backup.js';
import type { KnownFolders, RolledBack } from './undo/undo.js';
import { isFolder, parentOf, type Written } from './write-file.js';

const sampleSize = 8;
/** With fewer pages nothing follows: each may have been changed by hand. */
const leastSample = 3;
const mostOverwrites = 2;

/**
 * What is known of the destination: its files, its folders, and their times. The disk is looked at once; afterwards every
 * change by this process is noted here. Paths are relative to the destination.
 */
export class PresentFiles implements KnownFolders {
  /** All folders; '' for the destination itself. */
  readonly folders = new Set<string>();
  /** Undefined until it is asked for. */
  private known: Map<string, PresentFile> | undefined;
  private folderTimes = new Map<string, number>();
  /** Times that are being looked up; undefined where something has changed since. */
  private lookedUp: FolderTimes | undefined;
  /** Folders that had nothing in them when they were scanned. */
  private readonly emptyFolders: string[] = [];
  /** What was known of files before the changes that are neither committed nor rolled back. */
  private readonly beforeChange = new Map<string, PresentFile | undefined>();
  private isAsSaved: boolean | undefined;
  /** A few pages, which tell whether another program wrote the site. */
  private sample: readonly string[] = [];
  /** So many times in a row it had. */
  private overwrites = 0;

  /**
   * @param saved the manifest that an earlier process left
   * @param check a check, begun already, whether the destination is as that manifest says
   */
  constructor(
    private readonly root: string,
    private readonly saved: SavedManifest | undefined,
    private readonly check: DestinationCheck | undefined,
  ) {}

  /** Waits for the check that was begun; to be called before anything else is asked. */
  async ready(): Promise<void> {
    this.isAsSaved ??= await this.check?.isUnchanged();
  }

  /** All files. Throws SiteError where the destination may not be read. */
  all(): ReadonlyMap<string, PresentFile> {
    return this.load();
  }

  /** Bytes of a plain file; undefined where none is known. */
  sizeOf(path: string): number | undefined {
    const { size = -1 } = this.known?.get(path) ?? {};
    return size < 0 ? undefined : size;
  }

  has(folder: string): boolean {
    return this.folders.has(folder);
  }

  timeOf(folder: string): number | undefined {
    return this.folderTimes.get(folder);
  }

  /** The folders that a scan found empty; each is given once. */
  takeEmptyFolders(): string[] {
    return this.emptyFolders.splice(0);
  }

  /** To be called before a file is written or removed. */
  willChange(path: string): void {
    if (!this.beforeChange.has(path)) this.beforeChange.set(path, this.known?.get(path));
    this.known?.delete(path);
    this.forgetTimesAbove(path);
  }

  /** @param isOwn whether this thread wrote it, not another one, of whose folders nothing is known yet */
  noteWritten({ path, fingerprint }: WantedFile, [size, modifiedMs, folderMs]: Written, isOwn: boolean): void {
    this.known?.set(path, { size, modifiedMs, fingerprint });
    const own = parentOf(path);
    // The time of its folder is the last one only if nothing else was put there since, of which one would have heard.
    const isLast = isOwn || !this.folders.has(own);
    for (let folder = own; !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
    for (let folder = own; folder !== ''; folder = parentOf(folder)) {
      // A file or a link that was in the way is there no more.
      if (this.known?.has(folder)) this.willChange(folder);
    }
    this.forgetTimesAbove(path);
    if (isLast && folderMs !== undefined) this.folderTimes.set(own, folderMs);
  }

  noteFolderRemoved(folder: string): void {
    this.folders.delete(folder);
    this.forgetTimesAbove(folder);
  }

  /** Forgets everything where the whole destination was deleted since. Whether it was. */
  forgetIfDeleted(): boolean {
    if (this.known === undefined || this.known.size === 0 || existsSync(this.root)) return false;
    this.known.clear();
    this.folders.clear();
    this.folderTimes.clear();
    return true;
  }

  /** Forgets those of some files that were deleted since. Whether any was. */
  forgetDeleted(paths: readonly string[]): boolean {
    const isMissing = (path: string): boolean => !existsSync(join(this.root, path));
    const deleted = paths.filter((path) => this.known?.has(path) && isMissing(path));
    for (const path of deleted) {
      this.known!.delete(path);
      this.forgetTimesAbove(path);
      for (let folder = parentOf(path); folder !== '' && isMissing(folder); folder = parentOf(folder))
        this.folders.delete(folder);
    }
    return deleted.length > 0;
  }

  /**
   * Whether another program seems to have written the site: most of a few pages have other times than they were left with.
   * Where that goes on after each build, as something works on what is written, it is no longer asked.
   */
  wasOverwritten(): boolean {
    const { known } = this;
    if (known === undefined) return false;
    if (!this.sample.every((path) => known.has(path)) || this.sample.length === 0) this.sample = samplePages(known);
    const { sample } = this;
    const others = sample.filter(
      (path) => presentFile(`${this.root}/${path}`)?.modifiedMs !== known.get(path)!.modifiedMs,
    );
    const isOverwritten = sample.length >= leastSample && others.length > sample.length / 2;
    this.overwrites = isOverwritten ? this.overwrites + 1 : 0;
    return isOverwritten && this.overwrites <= mostOverwrites;
  }

  /** Scans the destination again. Throws SiteError where it may not be read; nothing is known of it then. */
  rescan(): void {
    const before = this.known;
    if (before === undefined) return;
    this.known = undefined;
    this.isAsSaved = false;
    this.folders.clear();
    this.folderTimes.clear();
    this.emptyFolders.length = 0;
    this.known = this.scan(before);
  }

  /** @param isEmptied whether nothing is left in the folder for backups */
  committed(isEmptied: boolean): void {
    this.beforeChange.clear();
    this.noteBackupFolder(isEmptied);
  }

  rolledBack({ files, folders, refused, isAllGone }: RolledBack): void {
    const notRestored = new Set(refused);
    const lookAgain = (path: string): void => {
      const file = presentFile(`${this.root}/${path}`);
      const { fingerprint } = (!notRestored.has(path) && this.beforeChange.get(path)) || {};
      if (file === undefined) this.known!.delete(path);
      else this.known!.set(path, fingerprint === undefined ? file : { ...file, fingerprint });
    };
    files.forEach(lookAgain);
    for (const folder of folders) {
      this.folderTimes.delete(folder);
      if (!isFolder(`${this.root}/${folder}`)) {
        this.folders.delete(folder);
        lookAgain(folder);
      } else {
        this.folders.add(folder);
        if (folder !== '' && readdirSync(`${this.root}/${folder}`).length === 0) this.emptyFolders.push(folder);
      }
    }
    this.committed(isAllGone);
  }

  /** Has threads begin to look up what a manifest needs. */
  beginManifest(threadPool: ThreadPool | undefined): void {
    const unknown = [...this.folders].filter((folder) => folder !== '' && !this.folderTimes.has(folder));
    this.lookedUp = new FolderTimes(this.root, unknown, threadPool);
  }

  manifest(): Manifest {
    const files = [...this.load()];
    const lookedUp = this.lookedUp?.finish();
    this.lookedUp = undefined;
    const timed = [...this.folders].flatMap((folder) => {
      const time = this.folderTimes.get(folder) ?? lookedUp?.get(folder) ?? this.readTime(folder);
      return time === undefined ? [] : [[folder, time] as const];
    });
    return {
      paths: files.map(([path]) => path),
      sizes: files.map(([, { size }]) => size),
      times: files.map(([, { modifiedMs }]) => modifiedMs),
      fingerprints: files.map(([, file]) => file.fingerprint ?? ''),
      folders: timed.map(([folder]) => folder),
      folderTimes: timed.map(([, time]) => time),
    };
  }

  /**
   * The time that a folder has on the disk; 0 for a destination in which another build has put backups since it was scanned: that
   * one may have been killed, so the next process has to look.
   */
  private readTime(folder: string): number | undefined {
    const time = folderTime(this.root, folder);
    if (folder !== '' || time === undefined) return time;
    const isForeign = (name: string): boolean => name !== backupFolderName && isInBackupFolder(`${name}/`);
    return readdirSync(this.root).some(isForeign) ? 0 : time;
  }

  private load(): Map<string, PresentFile> {
    return (this.known ??= this.readSavedOrScan());
  }

  private readSavedOrScan(): Map<string, PresentFile> {
    const manifest = this.saved?.read();
    const saved = manifest && filesOf(manifest);
    this.isAsSaved ??= manifest !== undefined && isUnchanged(this.root, manifest);
    if (!this.isAsSaved) return this.scan(saved);
    for (const folder of manifest!.folders) this.folders.add(folder);
    this.folderTimes = new Map(manifest!.folders.map((folder, index) => [folder, manifest!.folderTimes[index]!]));
    return saved!;
  }

  /** A file that has the size and the time that it had before has the content that it had before. */
  private scan(before: ReadonlyMap<string, PresentFile> | undefined): Map<string, PresentFile> {
    const files = new Map<string, PresentFile>();
    scanFolder(this.root, '', { files, folders: this.folders, emptyFolders: this.emptyFolders });
    for (const [path, file] of files) {
      const last = before?.get(path);
      if (last?.size !== file.size || last.modifiedMs !== file.modifiedMs) continue;
      if (last.fingerprint !== undefined) file.fingerprint = last.fingerprint;
    }
    return files;
  }

  private forgetTimesAbove(path: string): void {
    this.lookedUp = undefined;
    for (let folder = path; folder !== ''; ) {
      folder = parentOf(folder);
      this.folderTimes.delete(folder);
    }
  }

  /** Where backups are left, the next process has to see that not everything is as it should be. */
  private noteBackupFolder(isEmptied: boolean): void {
    if (isEmptied) {
      this.folders.delete(backupFolderName);
      return;
    }
    this.folders.add(backupFolderName);
    this.folderTimes.set(backupFolderName, 0);
  }
}

/** Pages from all over a site: every builder writes them anew, while copies may stay. */
function samplePages(files: ReadonlyMap<string, PresentFile>): string[] {
  const pages: string[] = [];
  let index = 0;
  for (const path of files.keys()) {
    if (index++ >= (pages.length * files.size) / sampleSize && path.endsWith('.html')) pages.push(path);
    if (pages.length === sampleSize) break;
  }
  return pages;
}

function filesOf({ paths, sizes, times, fingerprints }: Manifest): Map<string, PresentFile> {
  const files = new Map<string, PresentFile>();
  for (let index = 0; index < paths.length; index++) {
    const fingerprint = fingerprints[index]!;
    const [size, modifiedMs] = [sizes[index]!, times[index]!];
    files.set(paths[index]!, fingerprint === '' ? { size, modifiedMs } : { size, modifiedMs, fingerprint });
  }
  return files;
}
