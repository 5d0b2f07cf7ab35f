import { basename, dirname, join, resolve } from 'node:path';
import { isFile, textOrNothing } from '../core/files.js';

/** A style sheet as it was compiled or loaded. */
export interface Loading {
  readonly text: string;
  /** Absolute; none for a text that is no file. */
  readonly file: string | undefined;
  readonly isIndented: boolean;
}

/** A name that a style sheet loads, and whether by `@import`, which looks for files of its own first (`_x.import.scss`). */
interface Load {
  readonly name: string;
  readonly isImport: boolean;
}

/**
 * Absolute paths where Sass looked for files that a style sheet and what it loaded load, and found none: a file that comes
 * there is taken instead, or makes the name ambiguous.
 * Source: https://sass-lang.com/documentation/at-rules/import/#finding-the-file
 *
 * @param sheets the style sheet, and what was loaded
 */
export function findMissed(sheets: readonly Loading[], loadPaths: readonly string[]): string[] {
  const missed = new Set<string>();
  for (const sheet of sheets) {
    const folders = sheet.file === undefined ? loadPaths : [dirname(sheet.file), ...loadPaths];
    for (const load of loadsOf(sheet)) {
      for (const path of missedFor(load, folders)) missed.add(path);
    }
  }
  return [...missed];
}

/** A file that was loaded. */
export function readLoading(file: string): Loading {
  return { text: textOrNothing(file), file, isIndented: file.endsWith('.sass') };
}

/** Whether a style sheet may ask for chance, by a function's name or by a text that is one. */
export function asksForChance({ text }: Loading): boolean {
  return /\b(?:random|unique[-_]id)["'(]/.test(text);
}

/**
 * Absolute paths of all files, there or not, that a style sheet's names can mean, and those of what it may load by them. Sass
 * tells what it loaded only of sheets that it can compile, and not why it refused one that is then read as sassc reads it.
 */
export function findReads(entry: Loading, loadPaths: readonly string[]): string[] {
  const reads = new Set<string>();
  const sheets = [entry];
  for (let sheet = sheets.pop(); sheet !== undefined; sheet = sheets.pop()) {
    const folders = sheet.file === undefined ? loadPaths : [dirname(sheet.file), ...loadPaths];
    for (const load of loadsOf(sheet)) {
      for (const file of placesOf(load, folders).flat()) {
        if (reads.has(file)) continue;
        reads.add(file);
        if (isFile(file)) sheets.push(readLoading(file));
      }
    }
  }
  return [...reads];
}

/** The paths that are looked at without success before a name is found. */
function missedFor(load: Load, folders: readonly string[]): string[] {
  const missed: string[] = [];
  for (const together of placesOf(load, folders)) {
    const missing = together.filter((path) => !isFile(path));
    missed.push(...missing);
    if (missing.length < together.length) break;
  }
  return missed;
}

/** The files that a name can mean, in the order in which they are looked for; of those in one list, no more than one may be there. */
function placesOf({ name, isImport }: Load, folders: readonly string[]): string[][] {
  return folders.flatMap((folder) => candidates(resolve(folder, name), isImport));
}

/** The files that a path can mean, in Sass's order. */
function candidates(path: string, isImport: boolean): string[][] {
  const ending = /\.(?:sass|scss|css)$/.exec(path)?.[0];
  if (ending !== undefined) {
    const own = partly(path);
    return isImport ? [partly(`${path.slice(0, -ending.length)}.import${ending}`), own] : [own];
  }
  return [path, join(path, 'index')]
    .flatMap((base) => (isImport ? [`${base}.import`, base] : [base]))
    .flatMap((base) => [[...partly(`${base}.sass`), ...partly(`${base}.scss`)], partly(`${base}.css`)]);
}

function partly(path: string): string[] {
  return [join(dirname(path), `_${basename(path)}`), path];
}

/** The names that a text loads files by. What only looks like one does no harm. */
function loadsOf({ text, isIndented }: Loading): Load[] {
  const rule = isIndented ? /@(import|use|forward)[ \t]+([^\n]+)/g : /@(import|use|forward)\s+([^;{}]+)/g;
  const loads: Load[] = [];
  for (const [, word, rest] of text.matchAll(rule)) {
    const quoted = [...rest!.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].map((match) => (match[1] ?? match[2])!);
    const names = quoted.length === 0 && isIndented ? rest!.split(',').map((name) => name.trim()) : quoted;
    for (const name of names) loads.push({ name, isImport: word === 'import' });
  }
  for (const [, name] of text.matchAll(/load-css\(\s*(?:\$url\s*:\s*)?["']([^"'\n]+)["']/g)) {
    loads.push({ name: name!, isImport: false });
  }
  return loads.filter(({ name }) => name !== '' && !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(name));
}
