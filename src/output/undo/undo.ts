import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';
import { linkStatsOf } from '../../core/files.js';
import { folderTime } from '../manifest.js';
import { parentOf } from '../write-file.js';
import {
  type Backup,
  backupFolderName,
  done,
  isMarked,
  marksFor,
  moveAway,
  nothing,
  ours,
  wasMoved,
} from './backup.js';
import { type BackupMemory, createBackupMemory } from './backup-memory.js';
import {
  anyMark,
  type BackupPlace,
  firstMissing,
  markedPlace,
  type RemovedFolder,
  removeBackupFolder,
  removeIfEmpty,
  removeUpTo,
  restore,
  setTime,
} from './restore.js';

/**
 * The changes to a destination since the last `commit`, and how they are undone. Paths are relative to the destination.
 */
export interface Undo {
  /**
   * Prepares for some files to be written, and backs up what is there.
   *
   * @param sizes bytes of the plain files that are there; `nothing` for others
   */
  prepareWrites(paths: readonly string[], sizes: readonly number[]): Backup;
  /** Prepares for some files to be removed; `remove` removes one of them. */
  prepareRemovals(paths: readonly string[]): { remove(path: string): void };
  /** Removes a folder if it is empty; whether it did. */
  removeFolder(folder: string): boolean;
  /** Sets whether there is space to keep removed files until `commit`; there is unless this says otherwise. */
  keepRemoved(isKept: boolean): void;
  /**
   * Makes all changes final and removes the backups. Whether they are all gone; if not, the next `commit` tries again.
   */
  commit(): boolean;
  /** Restores everything. Undefined where nothing was changed. */
  rollBack(): RolledBack | undefined;
}

/** What was restored. */
export interface RolledBack {
  /** Files that were written or removed. */
  readonly files: readonly string[];
  /** Folders that were made or removed. */
  readonly folders: readonly string[];
  /** Whether no backups are left. */
  readonly isAllGone: boolean;
  /** What could not be restored, as the system refused that, or as there was no space to keep it. */
  readonly refused: readonly string[];
}

/** The warning where backups could not be removed after a build that succeeded. */
export const leftBackups: Diagnostic = {
  severity: 'warning',
  code: 'output/left-backups',
  message: `The destination still has a folder ${backupFolderName} with what was there before, as the system refused to remove it.`,
  hint: 'The next build removes it; until then, do not publish it.',
};

const maxNamed = 10;

/** The diagnostic of files that could not be restored; none where all could. */
export function incompleteRollback(paths: readonly string[]): Diagnostic[] {
  if (paths.length === 0) return [];
  const more = paths.length > maxNamed ? ` and ${paths.length - maxNamed} more` : '';
  return [
    {
      severity: 'error',
      code: 'output/not-as-before',
      message: `Not as before the build, as that was refused too: ${paths.slice(0, maxNamed).join(', ')}${more}.`,
      hint: 'The next build that the system does not refuse mends them.',
    },
  ];
}

/** What is known of a destination's folders. */
export interface KnownFolders {
  has(folder: string): boolean;
  /** Milliseconds since 1970. */
  timeOf(folder: string): number | undefined;
}

/**
 * The undo log of a destination in which nothing is changed yet.
 *
 * @param most bytes of old files that are kept in memory
 */
export function createUndo(root: string, known: KnownFolders, most?: number): Undo {
  return new UndoLog(root, known, most);
}

class UndoLog implements Undo {
  private readonly memory: BackupMemory;
  /** Where each file has left what was before it. */
  private readonly files = new Map<string, BackupPlace>();
  private readonly folderTimes = new Map<string, number>();
  private readonly made = new Set<string>();
  private removed: RemovedFolder[] = [];
  private backups: Backup[] = [];
  /** The first folder that was missing on the way to the destination, where that was made. */
  private madeRoot: string | undefined;
  /** Where files go that are moved away; undefined where there is no room to keep them. */
  private backupFolder: string | undefined = backupFolderName;
  /** The next name there. None is used twice, not by a process of the same number either, which may have been killed. */
  private nextName = Date.now() * 1000;
  /** Whether something is left in the folder for backups. */
  private isLeft = false;

  constructor(
    private readonly root: string,
    private readonly known: KnownFolders,
    most: number | undefined,
  ) {
    this.memory = createBackupMemory(most);
  }

  prepareWrites(paths: readonly string[], sizes: readonly number[]): Backup {
    // Of a file whose writing was refused midway, nobody has heard that it is there.
    const isOurs = (path: string): boolean => this.hasMark(path, done.made | done.held);
    return this.begin(
      paths,
      sizes.map((size, index) => (isOurs(paths[index]!) ? ours : size)),
    );
  }

  prepareRemovals(paths: readonly string[]): { remove(path: string): void } {
    const indexes = new Map(paths.map((path, index) => [path, index]));
    const backup = this.begin(
      paths,
      paths.map((path) => (this.hasMark(path, done.made) ? ours : nothing)),
    );
    return {
      remove: (path) => {
        const index = indexes.get(path)!;
        const touched = backup.sizes[index] === ours ? undefined : markedPlace(this.files.get(path), anyMark);
        moveAway(this.root, path, touched?.backup ?? backup, touched?.index ?? index);
      },
    };
  }

  removeFolder(folder: string): boolean {
    const absolute = join(this.root, folder);
    const mode = linkStatsOf(absolute)?.mode;
    this.noteTime(folder);
    this.noteTime(parentOf(folder));
    if (!removeIfEmpty(absolute)) return false;
    if (!this.made.has(folder)) this.removed.push({ folder, mode: mode! & 0o7777 });
    return true;
  }

  keepRemoved(isKept: boolean): void {
    this.backupFolder = isKept ? backupFolderName : undefined;
  }

  commit(): boolean {
    this.isLeft = (this.isLeft || this.backups.some(wasMoved)) && !removeBackupFolder(this.root);
    this.clear();
    return !this.isLeft;
  }

  rollBack(): RolledBack | undefined {
    const { root, files, made, removed } = this;
    if (files.size === 0 && removed.length === 0) return undefined;
    const folders = [...made, ...removed.map(({ folder }) => folder)];
    const refused = restore(root, { files, made, removed });
    // What could not be restored stays there until a build has written everything.
    this.isLeft = refused.length > 0 || !removeBackupFolder(root);
    if (this.madeRoot !== undefined) removeUpTo(root, this.madeRoot);
    for (const [folder, time] of this.folderTimes) setTime(join(root, folder), time);
    const rolledBack = { files: [...files.keys()], folders, refused, isAllGone: !this.isLeft };
    this.clear();
    return rolledBack;
  }

  private begin(paths: readonly string[], sizes: readonly number[]): Backup {
    const bytes = sizes.reduce((sum, size) => sum + Math.max(0, size), 0);
    const marks = marksFor(paths.length);
    const backup = { sizes, marks, aside: this.backupFolder, first: this.nextName, ...this.memory.take(bytes) };
    this.nextName += 2 * paths.length;
    this.backups.push(backup);
    for (const [index, path] of paths.entries()) {
      const last = this.files.get(path);
      // The writer may have been stopped before it did anything.
      const earlier = last !== undefined && !isMarked(last.backup, last.index, anyMark) ? last.earlier : last;
      this.files.set(path, { backup, index, earlier });
      if (last === undefined) this.noteFoldersOf(path);
    }
    return backup;
  }

  private hasMark(path: string, what: number): boolean {
    return markedPlace(this.files.get(path), what) !== undefined;
  }

  /** Notes which folders will be made or get another time once a file comes or goes. */
  private noteFoldersOf(path: string): void {
    const { root, known, made } = this;
    this.noteTime('');
    const unknown: string[] = [];
    let folder = parentOf(path);
    for (; !known.has(folder) && !made.has(folder) && unknown.at(-1) !== ''; folder = parentOf(folder))
      unknown.push(folder);
    this.noteTime(folder);
    let isMissing = made.has(folder);
    for (const each of unknown.reverse()) {
      // Another process may have made it.
      isMissing ||= folderTime(root, each) === undefined;
      if (isMissing) made.add(each);
      else this.noteTime(each);
    }
    if (made.has('')) this.madeRoot ??= firstMissing(root);
  }

  private noteTime(folder: string): void {
    if (this.folderTimes.has(folder) || this.made.has(folder)) return;
    const time = this.known.timeOf(folder) ?? folderTime(this.root, folder);
    if (time !== undefined) this.folderTimes.set(folder, time);
  }

  private clear(): void {
    for (const one of [this.files, this.folderTimes, this.made]) one.clear();
    this.removed = [];
    this.backups = [];
    this.backupFolder = backupFolderName;
    this.madeRoot = undefined;
    this.memory.clear();
  }
}
