import { breath } from '../core/breath.js';
import type { Crew, Order } from '../core/crew.js';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { hashText } from '../core/hash-text.js';
import type { Output } from '../core/types.js';
import type { WantedFile } from './plan-writes.js';
import { type Written, withPlace, writeFile } from './write-file.js';

/** Files for a thread to write below a root. */
export interface WriteOrder extends Order {
  readonly kind: 'write';
  readonly root: string;
  readonly files: readonly (readonly [
    path: string,
    content: Output['content'],
    isThere: boolean,
    isUnhashed: boolean,
  ])[];
}

/** What came of the files of an order, in their order; shorter where one of them was refused. */
export interface BatchWritten {
  readonly written: readonly Written[];
  /** Of those that nobody has hashed yet; '' for others. */
  readonly hashes: readonly string[];
  readonly refused?: Diagnostic;
}

const foldersOf = new Map<string, Set<string>>();

/** Writes a batch of files, in a thread. */
export function writeBatch({ root, files }: WriteOrder): BatchWritten {
  const folders = foldersOf.get(root) ?? new Set<string>();
  foldersOf.set(root, folders);
  const written: Written[] = [];
  const hashes: string[] = [];
  try {
    for (const [path, content, isThere, isUnhashed] of files) {
      written.push(withPlace(path, () => writeFile(root, path, content, folders, isThere)));
      hashes.push(isUnhashed && content instanceof Uint8Array ? hashText(content) : '');
    }
  } catch (error) {
    if (error instanceof SiteError) return { written, hashes, refused: error.diagnostic };
    throw error;
  }
  return { written, hashes };
}

/** Asks a thread to write files; undefined where it could not. */
export async function askToWrite(
  crew: Crew,
  thread: number,
  root: string,
  files: readonly WantedFile[],
  isThere: (file: WantedFile) => boolean,
): Promise<BatchWritten | undefined> {
  const contents = files.map((file) => [file.path, file.content(), isThere(file), file.isUnhashed === true] as const);
  const order: WriteOrder = { kind: 'write', root, files: contents };
  const made = (await crew.send(thread, order)) as BatchWritten | undefined;
  for (const [index, hash] of made?.hashes.entries() ?? []) if (hash !== '') files[index]!.tell?.(hash);
  return made;
}

/** Fewer files are written sooner than a thread is told of them. */
const worthSharing = 64;
/** So many more are worth the start of a thread. */
const worthStarting = 1000;
const sharedAtOnce = 32;
const ownAtOnce = 8;

/**
 * Writes files, with the crew's help where they are many.
 *
 * @param isThere whether a file is there already, to be written over
 * @param write writes one here and now
 * @param done told of each file that a thread has written
 */
export async function writeShared(
  root: string,
  files: readonly WantedFile[],
  crew: Crew | undefined,
  isThere: (file: WantedFile) => boolean,
  write: (file: WantedFile) => void,
  done: (file: WantedFile, written: Written) => void,
): Promise<void> {
  const isShared = crew !== undefined && files.length >= (crew.isStarted ? worthSharing : worthStarting);
  let next = 0;
  let end = files.length;
  const takeFirst = (): readonly WantedFile[] => {
    const start = next;
    next = Math.min(end, next + ownAtOnce);
    return files.slice(start, next);
  };
  // From the end, for two that make folders in one folder wait for each other.
  const takeLast = (): readonly WantedFile[] => {
    const stop = end;
    end = Math.max(next, end - sharedAtOnce);
    return files.slice(end, stop);
  };
  const share = async (thread: number): Promise<void> => {
    for (let some = takeLast(); some.length > 0; some = takeLast()) {
      const made = await askToWrite(crew!, thread, root, some, isThere);
      if (made === undefined) some.forEach(write);
      for (const [index, written] of made?.written.entries() ?? []) done(some[index]!, written);
      if (made?.refused !== undefined) throw new SiteError(made.refused);
    }
  };
  const own = async (): Promise<void> => {
    for (let some = takeFirst(); some.length > 0; some = takeFirst()) {
      some.forEach(write);
      if (isShared) await breath();
    }
  };
  // Two orders each, so that a thread never waits for the next.
  const threads = isShared ? [...Array(crew.size).keys()].flatMap((thread) => [thread, thread]) : [];
  // Where one is refused, too, nothing is read any more once this is over.
  const ends = await Promise.allSettled([...threads.map(share), own()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
