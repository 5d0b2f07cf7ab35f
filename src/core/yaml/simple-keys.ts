import type { YamlReader } from './reader.js';

/** Most letters of a key that no `?` announces. */
const longest = 1024;

/** A token that turns out to be a key where a colon follows. */
export interface SimpleKey {
  readonly start: number;
  readonly column: number;
  /** The token's number, counted from the text's first. */
  readonly token: number;
  /** Whether it can be nothing else: it stands where keys of its block hash stand. */
  readonly isRequired: boolean;
}

/** The token of each level of brackets that may yet turn out to be a key. */
export class SimpleKeys {
  private readonly levels: (SimpleKey | undefined)[] = [undefined];

  constructor(private readonly reader: YamlReader) {}

  get top(): SimpleKey | undefined {
    return this.levels[this.levels.length - 1];
  }

  /** How many brackets are open. */
  get depth(): number {
    return this.levels.length - 1;
  }

  open(): void {
    this.levels.push(undefined);
  }

  close(): void {
    if (this.levels.length > 1) this.levels.pop();
  }

  save(key: SimpleKey): void {
    this.remove();
    this.levels[this.levels.length - 1] = key;
  }

  /** Whatever might have been a key on this level is none. */
  remove(): void {
    const { top } = this;
    if (top === undefined) return;
    if (top.isRequired) throw this.missingColon(top);
    this.levels[this.levels.length - 1] = undefined;
  }

  /** The token before a colon. */
  take(): SimpleKey | undefined {
    const { top } = this;
    this.levels[this.levels.length - 1] = undefined;
    return top;
  }

  /** Forgets what is too far away for a key, or in another line. */
  forgetStale(): void {
    const { levels, reader } = this;
    for (let level = 0; level < levels.length; level++) {
      const key = levels[level];
      if (key === undefined || (key.start >= reader.lineStart && !isFar(reader, key.start))) continue;
      if (key.isRequired) throw this.missingColon(key);
      levels[level] = undefined;
    }
  }

  /** Whether a token may yet turn out to be a key. */
  isWaiting(token: number): boolean {
    for (const key of this.levels) if (key !== undefined && key.token === token) return true;
    return false;
  }

  private missingColon(key: SimpleKey): Error {
    return this.reader.error(key.start, 'a line of a hash wants a key and a colon');
  }
}

function isFar(reader: YamlReader, start: number): boolean {
  const length = reader.at - start;
  if (length <= longest) return false;
  if (length > 2 * longest) return true;
  let characters = 0;
  for (const _ of reader.text.slice(start, reader.at)) characters++;
  return characters > longest;
}
