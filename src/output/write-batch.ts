import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import type { Task, ThreadPool } from '../core/process/thread-pool.js';
import { yieldToEventLoop } from '../core/process/yield-to-event-loop.js';
import { hashText } from '../core/text/hash-text.js';
import { fillGaps, type Unfilled } from '../core/text/unfilled.js';
import type { Output } from '../core/types.js';
import type { WantedFile } from './plan-writes.js';
import type { Backup } from './undo/backup.js';
import { type Written, withPlace, writeFile } from './write-file.js';

/** Files for a thread to write below a root. */
export interface WriteTask extends Task {
  readonly kind: 'write';
  readonly root: string;
  readonly files: readonly (readonly [path: string, content: Output['content'] | Unfilled, isUnhashed: boolean])[];
  readonly backup: Backup;
}

/** The results of a task's files, in their order; fewer where one of them was refused. */
export interface BatchWritten {
  readonly written: readonly Written[];
  /** The hashes of files that had none yet; '' for others. */
  readonly hashes: readonly string[];
  readonly refused?: Diagnostic;
}

const foldersOf = new Map<string, Set<string>>();

/** Writes a batch of files, in a thread. */
export function writeBatch({ root, files, backup }: WriteTask): BatchWritten {
  const folders = foldersOf.get(root) ?? new Set<string>();
  foldersOf.set(root, folders);
  const written: Written[] = [];
  const hashes: string[] = [];
  try {
    for (const [index, [path, given, isUnhashed]] of files.entries()) {
      const content = filled(given);
      written.push(withPlace(path, () => writeFile(root, path, content, folders, backup, index)));
      hashes.push(isUnhashed && content instanceof Uint8Array ? hashText(content) : '');
    }
  } catch (error) {
    if (error instanceof SiteError) return { written, hashes, refused: error.diagnostic };
    throw error;
  }
  return { written, hashes };
}

function filled(content: Output['content'] | Unfilled): Output['content'] {
  if (typeof content === 'string' || !('gaps' in content)) return content;
  fillGaps(content);
  return content.bytes;
}

/** Has a thread write files; undefined where it could not. */
export async function askToWrite(
  threadPool: ThreadPool,
  thread: number,
  root: string,
  files: readonly WantedFile[],
  backup: Backup,
): Promise<BatchWritten | undefined> {
  const contents = files.map((file) => [file.path, file.unfilled ?? file.content(), file.isUnhashed === true] as const);
  const task: WriteTask = { kind: 'write', root, files: contents, backup };
  const made = (await threadPool.send(thread, task)) as BatchWritten | undefined;
  for (const [index, hash] of made?.hashes.entries() ?? []) if (hash !== '') files[index]!.setHash?.(hash);
  return made;
}

/** Fewer files are written faster without a thread. */
const worthSharing = 64;
/** From this many on, starting a thread pays off. */
const worthStarting = 1000;
const sharedAtOnce = 32;
const ownAtOnce = 8;

/** How files are written, and what is done around it. */
export interface SharedWrites {
  readonly root: string;
  readonly threadPool: ThreadPool | undefined;
  /** Backs up files before they are written. */
  backUp(files: readonly WantedFile[]): Backup;
  /** Writes one of them in this thread. */
  write(file: WantedFile, backup: Backup, index: number): void;
  /** Called with each file that another thread has written. */
  done(file: WantedFile, written: Written): void;
}

/** Writes files, with the help of the thread pool where they are many. Where one is refused, no more are begun. */
export async function writeShared(
  files: readonly WantedFile[],
  { root, threadPool, backUp, write, done }: SharedWrites,
): Promise<void> {
  const isShared = threadPool !== undefined && files.length >= (threadPool.isStarted ? worthSharing : worthStarting);
  let next = 0;
  let end = files.length;
  const takeFirst = (): readonly WantedFile[] => {
    const start = next;
    next = Math.min(end, next + ownAtOnce);
    return files.slice(start, next);
  };
  // From the end, as two threads that make folders in one folder wait for each other.
  const takeLast = (): readonly WantedFile[] => {
    const stop = end;
    end = Math.max(next, end - sharedAtOnce);
    return files.slice(end, stop);
  };
  const writeHere = (some: readonly WantedFile[], backup: Backup): void => {
    try {
      for (const [index, file] of some.entries()) write(file, backup, index);
    } catch (error) {
      next = end;
      throw error;
    }
  };
  const share = async (thread: number): Promise<void> => {
    for (let some = takeLast(); some.length > 0; some = takeLast()) {
      const backup = backUp(some);
      const made = await askToWrite(threadPool!, thread, root, some, backup);
      if (made === undefined) writeHere(some, backup);
      for (const [index, written] of made?.written.entries() ?? []) done(some[index]!, written);
      if (made?.refused === undefined) continue;
      next = end;
      throw new SiteError(made.refused);
    }
  };
  const own = async (): Promise<void> => {
    for (let some = takeFirst(); some.length > 0; some = takeFirst()) {
      writeHere(some, backUp(some));
      if (isShared) await yieldToEventLoop();
    }
  };
  // Two tasks each, so that a thread never waits for the next.
  const threads = isShared ? [...Array(threadPool.size).keys()].flatMap((thread) => [thread, thread]) : [];
  // Even where one is refused, all are waited for: nothing may be read any more once this is over.
  const ends = await Promise.allSettled([...threads.map(share), own()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
