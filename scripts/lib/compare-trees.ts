import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compareTexts, firstDifference, type Likeness } from './compare-text.js';

/** One file of either tree. */
export interface FileFinding {
  readonly path: string;
  readonly verdict: Likeness | 'missing' | 'extra';
  /** Where the two part, for files that are not the same text. */
  readonly detail?: string;
}

/** All files below a folder, relative, `/` between their parts, sorted. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, 8000).includes(0);
}

function compareFiles(path: string, expected: Buffer, actual: Buffer): FileFinding {
  if (expected.equals(actual)) return { path, verdict: 'identical' };
  if (!isText(expected) || !isText(actual)) return { path, verdict: 'different', detail: 'bytes differ' };
  const [left, right] = [expected.toString('utf8'), actual.toString('utf8')];
  const verdict = compareTexts(left, right);
  return verdict === 'same text' ? { path, verdict } : { path, verdict, detail: firstDifference(left, right) };
}

/** What a file holds, or where a link leads. */
function contentOf(file: string): Buffer {
  return lstatSync(file).isSymbolicLink() ? Buffer.from(`-> ${readlinkSync(file)}`) : readFileSync(file);
}

/** Compares two folders file by file. */
export function compareTrees(expected: string, actual: string): FileFinding[] {
  const left = new Set(listFiles(expected));
  const right = new Set(listFiles(actual));
  const paths = [...new Set([...left, ...right])].sort();
  return paths.map((path) => {
    if (!right.has(path)) return { path, verdict: 'missing' };
    if (!left.has(path)) return { path, verdict: 'extra' };
    return compareFiles(path, contentOf(join(expected, path)), contentOf(join(actual, path)));
  });
}
