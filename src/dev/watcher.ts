import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FSWatcher } from 'chokidar';
import { fileMark, isWithin } from '../core/files.js';
import { pollFolders } from './folder-poller.js';
import { isExhaustion, watchFolders } from './folder-watcher.js';
import { tellsChanges } from './mounts.js';

/** What is watched, and who is told. */
export interface WatchOptions {
  /** Absolute paths of folders and files. */
  readonly paths: readonly string[];
  /** Absolute paths of folders and files whose changes mean nothing: the destination, caches. */
  readonly ignored: readonly string[];
  /** Looks again and again instead of being told. Done unasked where the system does not tell. */
  readonly polling?: boolean;
  /** Lets chokidar watch; as a rule it does wherever the system is not Linux. */
  readonly byLibrary?: boolean;
  /** Called with what changed, gathered: absolute paths, or undefined where too much did to name it. */
  readonly onChange: (paths: readonly string[] | undefined) => void;
  /** Called where the system has no more watches to give, and the folders are looked through again and again instead. */
  readonly onExhausted?: () => void;
}

/** A folder being watched. */
export interface Watcher {
  /** May come to be so later, where the system has no more watches to give. */
  readonly isPolling: boolean;
  /** Nothing is told from the moment of this call on. */
  close(): Promise<void>;
}

const ignoredNames = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.sass-cache',
  '.jekyll-cache',
  '.jekyll-metadata',
]);
/** What editors leave beside a file while they save it. */
const editorLeavings =
  /(^\.#|^#.*#$|~$|\.sw[a-pxz]$|^4913$|^\.goutputstream-|\.(tmp|crswap)$|___jb_(tmp|old)___$|^\.DS_Store$)/;
/** Those that no build takes for files of the site. */
const neverTaken = /^[.#]|~$/;
/** A build looks into a folder so long at most after it was told of a change in it. */
const lookingMs = 1_000;
/** Quiet for so long, and a batch is handed on: a save, then a flood (another branch checked out). */
const quietMs = 3;
const floodQuietMs = 80;
const floodSize = 20;
const longestFloodMs = 1_500;
/** Beyond this many paths a look at the whole source is no dearer. */
const nameableSize = 500;
/** A file is looked at again so long after its change, for events that came in the middle of a save. */
const secondLooksMs = [40, 250];
const emptyFileMs = 30;

/** Watches folders; resolves once every change is sure to be told. */
export async function watchFolder(options: WatchOptions): Promise<Watcher> {
  const gatherer = createGatherer(options.onChange);
  const isIgnored = ignoring(options);
  const isSite = (file: string): boolean => !isIgnored(file) && !editorLeavings.test(path.basename(file));
  const note = (changed: string, kind: Kind): void => {
    if (isSite(changed)) gatherer.note(changed, kind);
    else if (!isIgnored(changed)) gatherer.noteLeaving(changed);
  };
  const watching: Watching = { options, gatherer, isIgnored, note };
  const asked = options.polling === true || !options.paths.every((each) => tellsChanges(each));
  const state = { isPolling: asked, isClosed: false, source: undefined as Closable | undefined };
  const poll = async (): Promise<void> => {
    state.isPolling = true;
    await state.source?.close();
    const poller = await watchByPolling(watching);
    if (state.isClosed) return poller.close();
    state.source = poller;
  };
  let isReady = false;
  const onExhausted = (): void => {
    if (state.isPolling || state.isClosed) return;
    state.isPolling = true;
    options.onExhausted?.();
    // What happened before the first look through everything is not told by it.
    if (isReady) void poll().then(() => gatherer.noteAll());
  };
  if (asked) await poll();
  else {
    const byLibrary = options.byLibrary ?? process.platform !== 'linux';
    state.source = await (byLibrary ? watchByLibrary : watchBySystem)(watching, onExhausted);
    isReady = true;
    if (state.isPolling) await poll();
  }
  return {
    get isPolling(): boolean {
      return state.isPolling;
    },
    close: async () => {
      state.isClosed = true;
      gatherer.stop();
      await state.source?.close();
    },
  };
}

interface Watching {
  readonly options: WatchOptions;
  readonly gatherer: Gatherer;
  readonly isIgnored: (file: string) => boolean;
  readonly note: (changed: string, kind: Kind) => void;
}

interface Closable {
  close(): void | Promise<void>;
}

async function watchBySystem(
  { options, isIgnored, note, gatherer }: Watching,
  onExhausted: () => void,
): Promise<Closable> {
  const watcher = await watchFolders({
    paths: options.paths,
    isIgnored,
    onEvent: (changed, event) => note(changed, event === 'change' ? 'hint' : event),
    onExhausted,
  });
  gatherer.onFlood = () => watcher.rescan();
  return watcher;
}

async function watchByPolling({ options, isIgnored, note, gatherer }: Watching): Promise<Closable> {
  gatherer.onFlood = undefined;
  return pollFolders({
    paths: options.paths,
    isIgnored,
    onChange: (changed, isFolder) => note(changed, isFolder ? 'folder' : 'file'),
  });
}

async function watchByLibrary({ options, isIgnored, note }: Watching, onExhausted: () => void): Promise<Closable> {
  const { watch } = await import('chokidar');
  const watcher = watch([...options.paths], {
    ignoreInitial: true,
    atomic: false,
    ignored: isIgnored,
    followSymlinks: true,
  });
  watcher.on('all', (event, changed) => note(path.resolve(changed), event.endsWith('Dir') ? 'folder' : 'file'));
  watcher.on('raw', (_event, name, details) => noteRaw(name, details, note));
  watcher.on('error', (error) => isExhaustion(error) && onExhausted());
  await ready(watcher);
  return watcher;
}

/** What the system itself says comes up to a fifth of a second before the library's reading of it. */
function noteRaw(name: string, details: unknown, note: (changed: string, kind: Kind) => void): void {
  const watched = (details as { watchedPath?: unknown } | undefined)?.watchedPath;
  if (typeof watched !== 'string' || typeof name !== 'string' || name === '') return;
  const isOwnName = path.basename(watched) === name;
  note(isOwnName ? watched : path.join(watched, name), 'hint');
}

function ready(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.once('ready', () => resolve());
  });
}

function ignoring(options: WatchOptions): (file: string) => boolean {
  const roots = new Set(options.paths.map((each) => path.resolve(each)));
  const ignored = options.ignored.map((each) => path.resolve(each));
  return (file) => {
    const resolved = path.resolve(file);
    if (roots.has(resolved)) return false;
    if (ignoredNames.has(path.basename(resolved))) return true;
    return ignored.some((each) => isWithin(resolved, each));
  };
}

/**
 * What is known of a change. A `hint` may be of a file that never was there for long (an editor's, while it saves). At a
 * `turn` a name came or went: one that is gone after an even number of them was not there before either.
 */
type Kind = 'file' | 'folder' | 'hint' | 'turn';

interface Gatherer {
  note(changed: string, kind: Kind): void;
  /** What an editor leaves came, changed or went; it is told only where a build may have seen it and it is gone. */
  noteLeaving(file: string): void;
  /** Anything may have changed. */
  noteAll(): void;
  /** Called before so many changes are handed on that some may not have been told. */
  onFlood?: () => void;
  stop(): void;
}

function createGatherer(onChange: WatchOptions['onChange']): Gatherer {
  /** With whether the change is more than a hint. */
  let paths = new Map<string, boolean>();
  let isWhole = false;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const looks = new Set<NodeJS.Timeout>();
  /** What a file was when it was last handed on. */
  const seen = new Map<string, string>();
  /** What editors left that is there, with since when. */
  const leavings = new Map<string, number>();
  let lastHanded = Number.NEGATIVE_INFINITY;

  function wait(): void {
    clearTimeout(timer);
    const isFlood = isWhole || paths.size >= floodSize;
    const left = since + longestFloodMs - Date.now();
    timer = setTimeout(() => void hand(), Math.max(0, Math.min(isFlood ? floodQuietMs : quietMs, left)));
  }

  function note(changed: string, kind: Kind): void {
    if (isStopped) return;
    if (paths.size === 0 && !isWhole) since = Date.now();
    if (kind === 'folder' || paths.size >= nameableSize) isWhole = true;
    const isSure = paths.get(changed) === true;
    paths.set(changed, kind === 'turn' ? !isSure : kind !== 'hint' || isSure);
    wait();
  }

  function noteLeaving(file: string): void {
    if (isStopped || neverTaken.test(path.basename(file))) return;
    const came = leavings.get(file);
    if (existsSync(file)) {
      if (came === undefined) leavings.set(file, Date.now());
      return;
    }
    leavings.delete(file);
    if (came !== undefined && lastHanded > came - lookingMs) note(file, 'file');
  }

  async function hand(): Promise<void> {
    timer = undefined;
    const known = paths;
    const batch = [...known.keys()];
    const whole = isWhole;
    const started = since;
    paths = new Map();
    isWhole = false;
    if (whole) {
      if (known.size >= floodSize) gatherer.onFlood?.();
      return handAll();
    }
    const marks = await Promise.all(batch.map(markOf));
    if (isStopped) return;
    if (marks.includes(folderMark)) return handAll();
    const isHalfWritten = marks.some((mark, index) => mark.startsWith('0 ') && mark !== seen.get(batch[index]!));
    if (isHalfWritten && Date.now() - started < emptyFileMs) {
      for (const [each, isSure] of known) paths.set(each, isSure);
      since = started;
      timer = setTimeout(() => void hand(), emptyFileMs);
      return;
    }
    const changed = batch.filter((each, index) => {
      if (marks[index] === '' && !seen.has(each) && !known.get(each)) return false;
      return marks[index] !== seen.get(each);
    });
    if (changed.length === 0) return;
    const marksOf = new Map(batch.map((each, index) => [each, marks[index]!]));
    for (const each of changed) seen.set(each, marksOf.get(each)!);
    lastHanded = Date.now();
    onChange(changed);
    checkSource(changed);
  }

  /** What files are by then is not looked at here, so nothing that was known before tells whether they change after it. */
  function handAll(): void {
    seen.clear();
    lastHanded = Date.now();
    onChange(undefined);
  }

  /** A change that came between two events, or within the time stamp's grain, shows later. */
  function checkSource(files: readonly string[]): void {
    for (const delay of secondLooksMs) {
      const look = setTimeout(async () => {
        looks.delete(look);
        for (const file of files) {
          const mark = await markOf(file);
          if (seen.has(file) && mark !== seen.get(file)) note(file, 'file');
        }
      }, delay);
      looks.add(look);
    }
  }

  const gatherer: Gatherer = {
    note,
    noteLeaving,
    noteAll: () => {
      if (!isStopped) handAll();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      for (const look of looks) clearTimeout(look);
    },
  };
  return gatherer;
}

const folderMark = 'folder';

/** Size and times of a file, to see whether it has changed; '' for one that is gone. */
async function markOf(file: string): Promise<string> {
  const stats = await stat(file, { bigint: true }).catch(() => undefined);
  if (stats === undefined) return '';
  if (stats.isDirectory()) return folderMark;
  return fileMark(stats);
}
