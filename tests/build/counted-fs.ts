import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve, sep } from 'node:path';

/** What a piece of work asked of the file system. */
export interface FileWork {
  /** Files of the site that were opened to be read, relative to it. */
  read: string[];
  /** Bytes written below the destination. */
  bytesWritten: number;
  /** Looks at files and folders, of whatever outcome. */
  looks: number;
  foldersListed: number;
  /** Grammars of Shiki's. */
  grammars: number;
}

/** Counts what some work asks of the file system, synchronously, in this thread. */
export async function countFileWork<T>(
  folder: string,
  destination: string,
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly work: FileWork }> {
  const work: FileWork = { read: [], bytesWritten: 0, looks: 0, foldersListed: 0, grammars: 0 };
  const { openSync, closeSync, readFileSync, statSync, lstatSync, readdirSync, writeFileSync } = fs;
  const original = { openSync, closeSync, readFileSync, statSync, lstatSync, readdirSync, writeFileSync };
  /** Descriptors of files in the destination. */
  const overwritten = new Set<unknown>();
  const isInside = (root: string, path: unknown): boolean => resolve(String(path)).startsWith(root + sep);
  const noteRead = (given: unknown): void => {
    const path = String(given);
    if (path.includes(join('@shikijs', 'langs'))) work.grammars++;
    const isOwn = isInside(folder, path) && !isInside(destination, path);
    if (isOwn && !path.includes('.jekyll-cache')) work.read.push(path.slice(folder.length + 1).replaceAll(sep, '/'));
  };
  const counted = <F extends (...values: never[]) => unknown>(real: F, note: (...values: unknown[]) => void): F =>
    ((...values: never[]) => {
      note(...values);
      return real(...values);
    }) as F;
  const look = (): void => {
    work.looks++;
  };
  Object.assign(fs, {
    openSync(...values: Parameters<typeof openSync>) {
      const [path, flags] = values;
      if (flags === 'r') noteRead(path);
      const file = original.openSync(...values);
      if (isInside(destination, path)) overwritten.add(file);
      return file;
    },
    closeSync: counted(original.closeSync, (file) => overwritten.delete(file)),
    readFileSync: counted(original.readFileSync, noteRead),
    statSync: counted(original.statSync, look),
    lstatSync: counted(original.lstatSync, look),
    readdirSync: counted(original.readdirSync, () => work.foldersListed++),
    writeFileSync: counted(original.writeFileSync, (path, content) => {
      if (isInside(destination, path) || overwritten.has(path))
        work.bytesWritten += Buffer.byteLength(content as string);
    }),
  });
  syncBuiltinESMExports();
  try {
    return { result: await run(), work };
  } finally {
    Object.assign(fs, original);
    syncBuiltinESMExports();
  }
}
