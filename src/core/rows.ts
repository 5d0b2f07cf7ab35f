import { applyPatch, type Patch } from './patch.js';

/** A list of plain data as it is stored: of thousands of items most are never asked for. */
export interface Rows<T> {
  readonly length: number;
  at(index: number): T;
  /** All of them; a list that is nobody else's. */
  all(): T[];
}

/** A list as JSON with an item a line, so that each can be found without reading the others. */
export function rowsToText(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

type ItemsPatch = Extract<Patch, readonly ['items', ...unknown[]]>;

/** What changes items of a list at their places, and adds some at its end; null where it is nothing. */
export function itemsPatch(changed: ReadonlyMap<number, unknown>, more: readonly unknown[] = []): Patch | null {
  if (changed.size + more.length === 0) return null;
  return ['items', [...changed].flatMap(([place, value]) => [place, ['value', value] as const]), more];
}

const [lineEnd, comma] = [10, 44];

/** A list in the bytes that `rowsToText` gave, with what changed since. */
export class StoredRows<T> implements Rows<T> {
  private readonly bytes: Buffer;
  private starts: readonly number[] | undefined;
  private readonly changed = new Map<number, T>();
  private readonly more: T[] = [];
  /** The whole list, where it cannot be told by single items. */
  private readonly whole: T[] | undefined;

  constructor(bytes: Buffer, patches: readonly Patch[] = []) {
    this.bytes = bytes;
    if (patches.every((patch): patch is ItemsPatch => patch[0] === 'items')) for (const one of patches) this.apply(one);
    else this.whole = patches.reduce(applyPatch, this.parse()) as T[];
  }

  get length(): number {
    return this.whole?.length ?? this.stored + this.more.length;
  }

  at(index: number): T {
    if (this.whole !== undefined) return this.whole[index]!;
    const starts = this.lines();
    if (index >= this.stored) return this.more[index - this.stored]!;
    if (this.changed.has(index)) return this.changed.get(index)!;
    const end = starts[index + 1]! - 1;
    const text = this.bytes.toString('utf8', starts[index], this.bytes[end - 1] === comma ? end - 1 : end);
    return JSON.parse(text) as T;
  }

  all(): T[] {
    if (this.whole !== undefined) return [...this.whole];
    const list = this.parse() as T[];
    for (const [place, item] of this.changed) list[place] = item;
    return list.concat(this.more);
  }

  /** Of a list of texts of numbers with commas between: the places of those with a number that is marked. */
  marked(this: StoredRows<string>, marks: Uint8Array): number[] {
    const found = this.whole === undefined ? markedLines(this.bytes, marks) : [];
    const isFound = (text: string): boolean => hasMarked(text, marks);
    if (this.whole !== undefined) return [...this.whole.keys()].filter((place) => isFound(this.whole![place]!));
    const all = found.filter((place) => !this.changed.has(place));
    for (const [place, text] of this.changed) if (isFound(text)) all.push(place);
    for (const [place, text] of this.more.entries()) if (isFound(text)) all.push(this.stored + place);
    return all;
  }

  /** Items in the bytes. */
  private get stored(): number {
    return Math.max(this.lines().length - 2, 0);
  }

  private parse(): unknown {
    return JSON.parse(this.bytes.toString());
  }

  private apply([, changed, more]: ItemsPatch): void {
    for (let index = 0; index < changed.length; index += 2) {
      const place = changed[index] as number;
      const patch = changed[index + 1] as Patch;
      const item = applyPatch(patch[0] === 'value' ? undefined : this.at(place), patch) as T;
      if (place < this.stored) this.changed.set(place, item);
      else this.more[place - this.stored] = item;
    }
    for (const item of more) this.more.push(item as T);
  }

  /** Where each item begins, and the bracket behind the last one. */
  private lines(): readonly number[] {
    if (this.starts !== undefined) return this.starts;
    const starts: number[] = [];
    for (let end = this.bytes.indexOf(lineEnd); end !== -1; end = this.bytes.indexOf(lineEnd, end + 1)) {
      starts.push(end + 1);
    }
    // An empty list has one bracket behind the other, and no line ends.
    this.starts = starts.length === 0 ? starts : [...starts, this.bytes.length];
    return this.starts;
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

/** The same for the lines of `rowsToText`, each a text in quotes, without taking them out. */
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
