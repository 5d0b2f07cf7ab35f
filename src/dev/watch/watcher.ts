import path from 'node:path';
import type { FSWatcher } from 'chokidar';
import { isWithin, statsOf } from '../../core/files.js';
import { ChangeBatcher, type ChangeKind } from './change-batcher.js';
import { pollFolders } from './folder-poller.js';
import { isExhaustion, watchFolders } from './folder-watcher.js';
import { tellsChanges } from './mounts.js';

/** What is watched, and what is called. */
export interface WatchOptions {
  /** Absolute paths of folders and files. */
  readonly paths: readonly string[];
  /** Absolute paths of folders and files whose changes mean nothing: the destination, caches. */
  readonly ignored: readonly string[];
  /** Polls instead of using the system's events. Done in any case where the system reports none. */
  readonly polling?: boolean;
  /** Has chokidar watch, which is the default except on Linux. */
  readonly byLibrary?: boolean;
  /** Whether a file that is gone was there before, as far as is known. */
  readonly wasThere?: (file: string) => boolean;
  /** Called with a batch of changes: absolute paths, or undefined where too much changed to name it. */
  readonly onChange: (paths: readonly string[] | undefined) => void;
  /** Called where the system has no more watches to give, and the folders are polled instead. */
  readonly onExhausted?: () => void;
}

/** A folder being watched. */
export interface Watcher {
  /** May become true later, where the system has no more watches to give. */
  readonly isPolling: boolean;
  /** No change is reported from the moment of this call on. */
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
/** Temporary files that editors make beside a file while they save it. */
const editorFiles =
  /(^\.#|^#.*#$|~$|\.sw[a-pxz]$|^4913$|^\.goutputstream-|\.(tmp|crswap)$|___jb_(tmp|old)___$|^\.DS_Store$)/;

/** Watches folders; resolves once every change is sure to be reported. */
export async function watchFolder(options: WatchOptions): Promise<Watcher> {
  const batcher = new ChangeBatcher(options.onChange, options.wasThere);
  const isIgnored = ignoring(options);
  const isSite = (file: string): boolean => !isIgnored(file) && !editorFiles.test(path.basename(file));
  const note = (changed: string, kind: ChangeKind): void => {
    if (isSite(changed)) batcher.note(changed, kind);
    else if (!isIgnored(changed)) batcher.noteEditorFile(changed);
  };
  const watching: Watching = { options, batcher, isIgnored, note };
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
    // Changes before the first scan are not reported by it.
    if (isReady) void poll().then(() => batcher.noteAll());
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
      batcher.stop();
      await state.source?.close();
    },
  };
}

interface Watching {
  readonly options: WatchOptions;
  readonly batcher: ChangeBatcher;
  readonly isIgnored: (file: string) => boolean;
  readonly note: (changed: string, kind: ChangeKind) => void;
}

interface Closable {
  close(): void | Promise<void>;
}

async function watchBySystem(
  { options, isIgnored, note, batcher }: Watching,
  onExhausted: () => void,
): Promise<Closable> {
  const watcher = await watchFolders({
    paths: options.paths,
    isIgnored,
    onEvent: (changed, event) => note(changed, event === 'change' ? 'hint' : event),
    onExhausted,
  });
  batcher.onFlood = () => watcher.rescan();
  return watcher;
}

async function watchByPolling({ options, isIgnored, note, batcher }: Watching): Promise<Closable> {
  batcher.onFlood = undefined;
  return pollFolders({
    paths: options.paths,
    isIgnored,
    onChange: (changed, isFolder) => note(changed, isFolder ? 'folder' : 'file'),
  });
}

async function watchByLibrary({ options, isIgnored, note }: Watching, onExhausted: () => void): Promise<Closable> {
  const { watch } = await import('chokidar');
  const start = async (): Promise<FSWatcher> => {
    const watcher = watch([...options.paths], {
      ignoreInitial: true,
      atomic: false,
      ignored: isIgnored,
      followSymlinks: true,
    });
    watcher.on('all', (event, changed) => {
      const resolved = path.resolve(changed);
      if (event === 'unlinkDir') roots.noteGone(resolved);
      note(resolved, event.endsWith('Dir') ? 'folder' : 'file');
    });
    watcher.on('raw', (_event, name, details) => noteRaw(name, details, note));
    watcher.on('error', (error) => isExhaustion(error) && onExhausted());
    await ready(watcher);
    return watcher;
  };
  const roots = new RootCheck(options.paths, async (root, isThere) => {
    if (isThere) {
      await watcher.close();
      watcher = await start();
    }
    note(root, 'folder');
  });
  let watcher = await start();
  roots.begin();
  return {
    close: async () => {
      await roots.end();
      await watcher.close();
    },
  };
}

/** How often the watched folders themselves are checked: the library does not follow one that goes away and comes back. */
const rootCheckMs = 500;

/** Checks now and then whether folders are still there, or others in their place. */
class RootCheck {
  private readonly inodes = new Map<string, number | undefined>();
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;
  private isEnded = false;

  /** @param onChange called, one call after another, with a folder that has gone or come */
  constructor(
    paths: readonly string[],
    private readonly onChange: (root: string, isThere: boolean) => Promise<void>,
  ) {
    for (const each of paths) {
      const inode = folderInode(each);
      if (inode !== undefined) this.inodes.set(path.resolve(each), inode);
    }
  }

  begin(): void {
    this.timer = setTimeout(() => {
      this.checking = this.check();
    }, rootCheckMs).unref();
  }

  /** To be called with a folder that has gone, which may be back before the next check. */
  noteGone(folder: string): void {
    if (this.inodes.has(folder)) this.inodes.set(folder, undefined);
  }

  /** Ends it; waits for a call that is under way. */
  async end(): Promise<void> {
    this.isEnded = true;
    clearTimeout(this.timer);
    await this.checking;
  }

  private async check(): Promise<void> {
    for (const [root, before] of this.inodes) {
      const inode = folderInode(root);
      if (inode === before || this.isEnded) continue;
      this.inodes.set(root, inode);
      await this.onChange(root, inode !== undefined);
    }
    if (!this.isEnded) this.begin();
  }
}

/** What tells a folder from another in its place; undefined where there is none. */
function folderInode(folder: string): number | undefined {
  const stats = statsOf(folder);
  return stats?.isDirectory() ? stats.ino : undefined;
}

/** The system's own event comes up to a fifth of a second before the library has read the file. */
function noteRaw(name: string, details: unknown, note: (changed: string, kind: ChangeKind) => void): void {
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
