import { existsSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileMark } from '../../core/files.js';

/** Editors' temporary files whose names no build takes for files of the site. */
const neverRead = /^[.#]|~$/;
/** A build may still read a folder for this long after it was started. */
const readingMs = 1_000;
/** A batch ends after this long without a change: a save, or a flood of changes (another branch checked out). */
const quietMs = 3;
const floodQuietMs = 80;
const floodSize = 20;
const maxFloodMs = 1_500;
/** Beyond this many paths, a scan of the whole source is no slower. */
const maxPaths = 500;
/** A changed file is checked again after these delays, for events that came in the middle of a save. */
const recheckMs = [40, 250];
const emptyFileMs = 30;

/**
 * What is known of a change. A `hint` may be of a file that never was there for long (an editor's, while it saves). At a
 * `turn` a name came or went: one that is gone after an even number of them was not there before either.
 */
export type ChangeKind = 'file' | 'folder' | 'hint' | 'turn';

/** Collects changes until it is quiet for a moment, and passes on those files that really are different. */
export class ChangeBatcher {
  /** Called before a batch so large that some of its changes may not have been reported. */
  onFlood: (() => void) | undefined;
  /** The changes of the next batch, with whether each is more than a hint. */
  private paths = new Map<string, boolean>();
  /** Whether the next batch has too many changes to name, or one of a folder. */
  private isWhole = false;
  /** When the next batch began. */
  private since = 0;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private readonly rechecks = new Set<NodeJS.Timeout>();
  /** The marks of files when they were last passed on. */
  private readonly marks = new Map<string, string>();
  /** Editors' files that are there, with since when. */
  private readonly editorFiles = new Map<string, number>();
  private lastBatch = Number.NEGATIVE_INFINITY;

  /**
   * @param onChange called with what changed: absolute paths, or undefined where too much did to name it
   * @param wasThere whether a file that is gone was there before, as far as is known
   */
  constructor(
    private readonly onChange: (paths: readonly string[] | undefined) => void,
    private readonly wasThere: (file: string) => boolean = () => false,
  ) {}

  note(changed: string, kind: ChangeKind): void {
    if (this.isStopped) return;
    if (this.paths.size === 0 && !this.isWhole) this.since = Date.now();
    if (kind === 'folder' || this.paths.size >= maxPaths) this.isWhole = true;
    const isSure = this.paths.get(changed) === true;
    this.paths.set(changed, kind === 'turn' ? !isSure : kind !== 'hint' || isSure);
    this.schedule();
  }

  /** An editor's temporary file came, changed or went: a change only once it is gone, where a build may have read it. */
  noteEditorFile(file: string): void {
    if (this.isStopped || neverRead.test(path.basename(file))) return;
    const came = this.editorFiles.get(file);
    if (existsSync(file)) {
      if (came === undefined) this.editorFiles.set(file, Date.now());
      return;
    }
    this.editorFiles.delete(file);
    if (came !== undefined && this.lastBatch > came - readingMs) this.note(file, 'file');
  }

  /** Anything may have changed. */
  noteAll(): void {
    if (!this.isStopped) this.passOnAll();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    for (const recheck of this.rechecks) clearTimeout(recheck);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const isFlood = this.isWhole || this.paths.size >= floodSize;
    const left = this.since + maxFloodMs - Date.now();
    this.endBatchIn(Math.max(0, Math.min(isFlood ? floodQuietMs : quietMs, left)));
  }

  private endBatchIn(delay: number): void {
    this.timer = setTimeout(() => void this.endBatch(), delay);
  }

  private async endBatch(): Promise<void> {
    this.timer = undefined;
    const { paths, isWhole, since } = this;
    this.paths = new Map();
    this.isWhole = false;
    if (isWhole) {
      if (paths.size >= floodSize) this.onFlood?.();
      return this.passOnAll();
    }
    const names = [...paths.keys()];
    const marks = await Promise.all(names.map(markOf));
    if (this.isStopped) return;
    if (marks.includes(folderMark)) return this.passOnAll();
    const isHalfWritten = marks.some((mark, index) => mark.startsWith('0 ') && mark !== this.marks.get(names[index]!));
    if (isHalfWritten && Date.now() - since < emptyFileMs) {
      for (const [name, isSure] of paths) this.paths.set(name, isSure);
      this.since = since;
      this.endBatchIn(emptyFileMs);
      return;
    }
    this.passOn(names.map((name, index) => ({ name, mark: marks[index]!, isSure: paths.get(name)! })));
  }

  private passOn(files: readonly { name: string; mark: string; isSure: boolean }[]): void {
    const changed = files.filter(({ name, mark, isSure }) => {
      // One that came and went in between; one that was there may have been replaced, and then gone.
      if (mark === '' && !this.marks.has(name) && !isSure && !this.wasThere(name)) return false;
      return mark !== this.marks.get(name);
    });
    if (changed.length === 0) return;
    for (const { name, mark } of changed) this.marks.set(name, mark);
    this.lastBatch = Date.now();
    const names = changed.map(({ name }) => name);
    this.onChange(names);
    this.recheckLater(names);
  }

  /** What the files are by then is not checked here, so no earlier mark can say whether they change afterwards. */
  private passOnAll(): void {
    this.marks.clear();
    this.lastBatch = Date.now();
    this.onChange(undefined);
  }

  /** Finds changes that came between two events, or within the resolution of time stamps. */
  private recheckLater(files: readonly string[]): void {
    for (const delay of recheckMs) {
      const recheck = setTimeout(async () => {
        this.rechecks.delete(recheck);
        for (const file of files) {
          const mark = await markOf(file);
          if (this.marks.has(file) && mark !== this.marks.get(file)) this.note(file, 'file');
        }
      }, delay);
      this.rechecks.add(recheck);
    }
  }
}

const folderMark = 'folder';

/** Size and times of a file, or of a link that leads to nothing, to see whether it has changed; '' for one that is gone. */
async function markOf(file: string): Promise<string> {
  const options = { bigint: true } as const;
  const stats = await stat(file, options).catch(() => lstat(file, options).catch(() => undefined));
  if (stats === undefined) return '';
  if (stats.isDirectory()) return folderMark;
  return fileMark(stats);
}
