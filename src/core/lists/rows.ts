import { countBelow } from './count-below.js';
import { applyPatch, type Patch } from './patch.js';

/** A list of plain data as it is stored: of thousands of items most are never asked for. */
export interface Rows<T> {
  readonly length: number;
  at(index: number): T;
  /** All rows, in a list that is the caller's own. */
  all(): T[];
}

/** Where the items of a stored list are: their number, and the offset of the first of each block of them. */
export interface RowsIndex {
  readonly count: number;
  readonly blocks: readonly number[];
}

/** How many items share one offset in the index. */
const blockSize = 128;

/**
 * Stores a list as JSON with an item a line, so that each can be found without reading the others.
 *
 * @param add puts a text behind those before, and gives the number of bytes that it has
 */
export function storeRows(items: readonly unknown[], add: (text: string) => number): RowsIndex {
  const blocks: number[] = [];
  let offset = add('[\n');
  for (let start = 0; start < items.length; start += blockSize) {
    const end = start + blockSize;
    blocks.push(offset);
    offset += add(`${linesOf(items.slice(start, end))}${end < items.length ? ',\n' : '\n'}`);
  }
  add(']');
  return { count: items.length, blocks };
}

function linesOf(items: readonly unknown[]): string {
  // Many texts at once are written much sooner; each has a blank before it then.
  if (items.every((item) => typeof item === 'string')) return JSON.stringify(items, null, 1).slice(2, -2);
  return items.map((item) => JSON.stringify(item)).join(',\n');
}

type ItemsPatch = Extract<Patch, readonly ['items', ...unknown[]]>;

/** What changes items of a list at their places, and adds some at its end; null where it is nothing. */
export function itemsPatch(changed: ReadonlyMap<number, unknown>, more: readonly unknown[] = []): Patch | null {
  if (changed.size + more.length === 0) return null;
  return ['items', [...changed].flatMap(([place, value]) => [place, ['value', value] as const]), more];
}

const [lineEnd, comma] = [10, 44];

/** A list in the bytes that `storeRows` stored, with what changed since. */
export class StoredRows<T> implements Rows<T> {
  private readonly bytes: Buffer;
  private readonly index: RowsIndex;
  private readonly changed = new Map<number, T>();
  private readonly more: T[] = [];
  /** The whole list, where it cannot be patched by single items. */
  private readonly whole: T[] | undefined;
  /** The block that was asked for last, in lines: neighbours are often asked for one after the other. */
  private block = -1;
  private lines: readonly string[] = [];

  constructor(bytes: Buffer, index: RowsIndex, patches: readonly Patch[] = []) {
    this.bytes = bytes;
    this.index = index;
    if (patches.every((patch): patch is ItemsPatch => patch[0] === 'items')) for (const one of patches) this.apply(one);
    else this.whole = patches.reduce(applyPatch, this.parse()) as T[];
  }

  get length(): number {
    return this.whole?.length ?? this.index.count + this.more.length;
  }

  at(index: number): T {
    if (this.whole !== undefined) return this.whole[index]!;
    const { count, blocks } = this.index;
    if (index >= count) return this.more[index - count]!;
    if (this.changed.has(index)) return this.changed.get(index)!;
    const block = Math.floor(index / blockSize);
    if (block !== this.block) {
      this.block = block;
      this.lines = this.bytes.toString('utf8', blocks[block], blocks[block + 1]).split('\n');
    }
    const line = this.lines[index % blockSize]!;
    return JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as T;
  }

  all(): T[] {
    if (this.whole !== undefined) return [...this.whole];
    const list = this.parse() as T[];
    for (const [place, item] of this.changed) list[place] = item;
    return list.concat(this.more);
  }

  /**
   * Of a list of texts of numbers with commas between: the places of those with a number that is marked.
   *
   * @param maxSearched bytes that numbers are each searched in, before all of them are looked at one after the other
   */
  marked(this: StoredRows<string>, marks: Uint8Array, maxSearched = worthSearching(this.bytes.length)): number[] {
    const isFound = (text: string): boolean => hasMarked(text, marks);
    const { whole } = this;
    if (whole !== undefined) return [...whole.keys()].filter((place) => isFound(whole[place]!));
    const text = this.bytes.toString('latin1');
    const offsets = offsetsOf(text, marks, maxSearched);
    const found = offsets?.map((offset) => this.placeAt(offset, text)) ?? markedLines(this.bytes, marks);
    const all = [...new Set(found)].filter((place) => !this.changed.has(place));
    for (const [place, text] of this.changed) if (isFound(text)) all.push(place);
    for (const [place, text] of this.more.entries()) if (isFound(text)) all.push(this.index.count + place);
    return all;
  }

  private parse(): unknown {
    return JSON.parse(this.bytes.toString());
  }

  private apply([, changed, more]: ItemsPatch): void {
    for (let index = 0; index < changed.length; index += 2) {
      const place = changed[index] as number;
      const patch = changed[index + 1] as Patch;
      const item = applyPatch(patch[0] === 'value' ? undefined : this.at(place), patch) as T;
      if (place < this.index.count) this.changed.set(place, item);
      else this.more[place - this.index.count] = item;
    }
    for (const item of more) this.more.push(item as T);
  }

  /** The place of the item at an offset; the bytes are in a text of as many characters. */
  private placeAt(offset: number, text: string): number {
    const { blocks } = this.index;
    const block = countBelow(blocks, offset + 1) - 1;
    let place = block * blockSize;
    let at = text.indexOf('\n', blocks[block]);
    for (; at < offset; at = text.indexOf('\n', at + 1)) place++;
    return place;
  }
}

/** Whether a text of numbers with commas between has one that is marked. */
export function hasMarked(list: string, marks: Uint8Array): boolean {
  let place = 0;
  for (let at = 0; at < list.length; at++) {
    const code = list.charCodeAt(at);
    if (code !== comma) {
      place = 10 * place + code - 48;
      continue;
    }
    if (marks[place] === 1) return true;
    place = 0;
  }
  return list.length > 0 && marks[place] === 1;
}

/**
 * Of a list of so many bytes, how many are worth searching, which the machine's own loop does: another loop is six times as
 * quick as a search for each number once it has warmed up, which takes as long as to search 20 MB.
 */
const worthSearching = (bytes: number): number => 20_000_000 + 6 * bytes;

/**
 * Where marked numbers stand in the lines of `storeRows`, each a text in quotes: offsets, or nothing where it is quicker to look
 * at all of it.
 */
function offsetsOf(text: string, marks: Uint8Array, maxSearched: number): number[] | undefined {
  const offsets: number[] = [];
  let searched = 0;
  for (let number = marks.indexOf(1); number !== -1; number = marks.indexOf(1, number + 1)) {
    searched += text.length;
    if (searched > maxSearched) return undefined;
    const digits = String(number);
    for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
      if (!isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + digits.length))) offsets.push(at);
    }
  }
  return offsets;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The lines of `storeRows` that have a marked number, by their places. */
function markedLines(bytes: Buffer, marks: Uint8Array): number[] {
  const found: number[] = [];
  // The first line is a bracket.
  let line = -1;
  let place = -1;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at]!;
    if (code >= 48 && code <= 57) {
      place = place < 0 ? code - 48 : 10 * place + code - 48;
      continue;
    }
    if (place >= 0 && marks[place] === 1 && found.at(-1) !== line) found.push(line);
    place = -1;
    if (code === lineEnd) line++;
  }
  return found;
}
