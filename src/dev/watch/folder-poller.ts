import { type BigIntStats, type Dirent, lstat, readdir, realpath, stat } from 'node:fs';
import path from 'node:path';
import { fileMark, isWithin } from '../../core/files.js';

/** How folders are looked through. */
export interface FolderPollOptions {
  /** Absolute paths of folders and files. */
  readonly paths: readonly string[];
  readonly isIgnored: (file: string) => boolean;
  /** Called with a file that changed, came or went; if a folder came or went, with that folder alone. */
  readonly onChange: (changed: string, isFolder: boolean) => void;
}

/** Folders being looked through again and again. */
export interface FolderPoller {
  close(): void;
}

const pollMs = 200;
/** Looks take no more than a part of the time, where one is slow (a mount over the network, ten thousand files). */
const restFactor = 2;
/** Questions to the system at a time, of a folder's. */
const atOnce = 32;

/**
 * Polls folders, for systems that do not report changes. A file has changed if its size, its times or its inode have,
 * even if the new time is older: files from archives and backups bring their times along. Resolves once every change is
 * sure to be reported.
 */
export async function pollFolders(options: FolderPollOptions): Promise<FolderPoller> {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let known = await lookThrough(options);
  let tookMs = 0;
  const rest = (): void => {
    timer = setTimeout(() => void look(), Math.max(pollMs, tookMs * restFactor));
  };
  const look = async (): Promise<void> => {
    const started = performance.now();
    const found = await lookThrough(options);
    tookMs = performance.now() - started;
    if (isClosed) return;
    const before = known;
    known = found;
    tellDifference(before, found, options.onChange);
    rest();
  };
  rest();
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** What is at a path: what tells a file from others, or `folder`. */
type Marks = ReadonlyMap<string, string>;

const folderMark = 'folder';

function tellDifference(before: Marks, now: Marks, onChange: FolderPollOptions['onChange']): void {
  const folders = new Set<string>();
  const note = (file: string, mark: string): void => {
    // Files in a folder that came or went are not reported one by one.
    if (folders.has(path.dirname(file))) {
      if (mark === folderMark) folders.add(file);
      return;
    }
    if (mark === folderMark) folders.add(file);
    onChange(file, mark === folderMark);
  };
  for (const [file, mark] of now) if (before.get(file) !== mark) note(file, mark);
  for (const [file, mark] of before) if (!now.has(file) || wasFolder(mark, now.get(file))) note(file, mark);
}

function wasFolder(before: string, now: string | undefined): boolean {
  return before === folderMark && now !== folderMark;
}

/** Everything below some paths, folders before what is in them. */
async function lookThrough({ paths, isIgnored }: FolderPollOptions): Promise<Marks> {
  const look: Look = { marks: new Map(), isIgnored };
  for (const each of paths) await lookAt(look, { file: path.resolve(each), above: [], isLink: true });
  return look.marks;
}

interface Look {
  readonly marks: Map<string, string>;
  readonly isIgnored: (file: string) => boolean;
}

/** A path that is to be looked at. */
interface Place {
  readonly file: string;
  /** Where the folders are that it was reached through, so that links in a circle come to an end. */
  readonly above: readonly string[];
  /** May be a link, so that its place is not its name. */
  readonly isLink: boolean;
}

async function lookAt(look: Look, { file, above, isLink }: Place): Promise<void> {
  const stats = await statOf(file);
  if (stats === undefined || look.marks.has(file)) return;
  if (!stats.isDirectory()) {
    look.marks.set(file, fileMark(stats));
    return;
  }
  const real = isLink ? await realPathOf(file) : path.join(above.at(-1)!, path.basename(file));
  if (real === undefined || above.some((each) => isWithin(each, real))) return;
  look.marks.set(file, folderMark);
  const entries = (await entriesOf(file)).filter(({ name }) => !look.isIgnored(path.join(file, name)));
  for (let start = 0; start < entries.length; start += atOnce) {
    const some = entries.slice(start, start + atOnce).map((entry) =>
      lookAt(look, {
        file: path.join(file, entry.name),
        above: [...above, real],
        isLink: entry.isSymbolicLink(),
      }),
    );
    await Promise.all(some);
  }
}

/**
 * What is at a path, be it a link that leads to nothing. Node's callbacks rather than its promises: at ten thousand
 * files, promises cost several times as much as the calls.
 */
function statOf(file: string): Promise<BigIntStats | undefined> {
  const options = { bigint: true } as const;
  return new Promise((resolve) =>
    stat(file, options, (error, stats) => {
      if (error) lstat(file, options, (none, link) => resolve(none ? undefined : link));
      else resolve(stats);
    }),
  );
}

function realPathOf(file: string): Promise<string | undefined> {
  return new Promise((resolve) => realpath.native(file, (error, real) => resolve(error ? undefined : real)));
}

function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return new Promise((resolve) =>
    readdir(folder, { withFileTypes: true }, (error, entries) => resolve(error ? [] : entries)),
  );
}
