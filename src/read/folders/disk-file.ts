import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { fileGone, SiteError } from '../../core/diagnostics.js';
import { hashText } from '../../core/text/hash-text.js';
import type { SourceFile } from '../../core/types.js';
import type { KnownFile } from '../saved/saved-files.js';

const headerStart = /^---[ \t\n\v\f\r]*?\r?\n/;
const chunkSize = 256 * 1024;
/** Where files are read to; each is decoded or copied out before the next. */
const chunk = Buffer.allocUnsafeSlow(chunkSize);

/** What is known of a file without opening it. */
export interface FileStat {
  readonly mtimeMs: number;
  /** The file's change time, which no program can set back; not known of a file that an earlier process looked at. */
  readonly ctimeMs?: number;
  readonly size: number;
}

/** What a file's bytes are. */
export type FileKind = NonNullable<SourceFile['kind']>;

/** A file's bytes, read and decoded. */
interface Content {
  readonly text: string;
  readonly hash: string;
  readonly kind: FileKind;
  readonly hasByteOrderMark: boolean;
  /** Where they are no text. */
  readonly bytes: Uint8Array | undefined;
}

/**
 * A file of the source folder, read once: its text when first asked for, its front matter's first line when it must be
 * known whether it has any.
 */
export class DiskFile implements SourceFile {
  readonly modified: number;
  /** The same in milliseconds, as the file system gives it. */
  readonly mtimeMs: number;
  readonly ctimeMs: number | undefined;
  readonly size: number;
  /** It changed just before it was read, so that a further change may have left its times as they are. */
  isYoung = false;
  /** How many times in a row its content changed with its size and time unchanged. */
  sameTimes = 0;
  /** What was made of it, by whom: a reader keeps its result with the file that it is of. */
  kept: { readonly by: object; readonly value: unknown } | undefined;
  /** What an earlier process knew of it, where its size and time are still the same. */
  saved: KnownFile | undefined;
  private content: Content | undefined;
  private header: boolean | undefined;

  /**
   * @param path relative to the source folder (or the theme), `/` between its parts
   * @param encoding its `encoding` in the configuration
   */
  constructor(
    readonly path: string,
    readonly absolutePath: string,
    stat: FileStat,
    private readonly encoding: string = 'utf-8',
  ) {
    this.mtimeMs = stat.mtimeMs;
    this.ctimeMs = stat.ctimeMs;
    this.modified = stat.mtimeMs / 1000;
    this.size = stat.size;
  }

  /** Whether its first line is `---`; as Jekyll, a byte order mark before it counts as none. */
  get hasFrontMatter(): boolean {
    this.header ??= this.knownHeader ?? this.readHeader();
    return this.header;
  }

  get text(): string {
    return this.load().text;
  }

  get hash(): string {
    if (this.header === false) return this.outerHash;
    return this.content === undefined ? this.knownHash || this.load().hash : this.content.hash;
  }

  /** A mark that distinguishes it from other files without opening it. */
  get outerHash(): string {
    const outside = `${this.size}-${this.modified}`;
    return this.sameTimes === 0 ? outside : `${outside}-${this.sameTimes}`;
  }

  /** Whether it is what a text in its encoding can be: no UTF-16, no binary file. */
  get kind(): FileKind {
    return this.load().kind;
  }

  get bytes(): Uint8Array | undefined {
    return this.load().bytes;
  }

  /** Whether its bytes begin with a UTF-8 byte order mark. */
  get hasByteOrderMark(): boolean {
    return this.load().hasByteOrderMark;
  }

  /** What is known of it, for the next process; nothing where it was not looked into. */
  get known(): { readonly hasFrontMatter: boolean | undefined; readonly hash: string | undefined } {
    return {
      hasFrontMatter: this.header ?? this.knownHeader,
      hash: this.content?.hash ?? (this.knownHash || undefined),
    };
  }

  private get knownHeader(): boolean | undefined {
    const header = this.saved?.row[3] ?? 0;
    return header === 0 ? undefined : header === 2;
  }

  private get knownHash(): string | 0 {
    return this.saved?.row[4] ?? 0;
  }

  private load(): Content {
    this.content ??= toContent(readFile(this.absolutePath, this.path, this.size), this.encoding);
    return this.content;
  }

  /**
   * Reads some files ahead of when they are asked for, as many as there is room for. Those in plain ASCII become parts of one
   * text: where V8 collects garbage it copies each of many short texts twice, and a long one never. What cannot be read is left
   * for when it is asked for.
   *
   * @param from the first of the files to read
   * @returns the first of those after them
   */
  static readTogether(files: readonly DiskFile[], from: number): number {
    const parts: { readonly file: DiskFile; readonly start: number; readonly end: number }[] = [];
    let [next, used] = [from, 0];
    for (; next < files.length && used + files[next]!.size < chunkSize; next++) {
      const file = files[next]!;
      if (file.content !== undefined || file.saved !== undefined || !isUtf8Name(file.encoding)) continue;
      const end = readInto(file.absolutePath, used);
      if (end === undefined) continue;
      parts.push({ file, start: used, end });
      used = end;
    }
    const all = parts.length > 1 ? chunk.toString('latin1', 0, used) : undefined;
    for (const { file, start, end } of parts) {
      const bytes = chunk.subarray(start, end);
      file.content = toContent(bytes, file.encoding, isAscii(bytes) ? all?.slice(start, end) : undefined);
    }
    return Math.max(next, from + 1);
  }

  private readHeader(): boolean {
    if (this.size < 4) return false;
    const start = readFile(this.absolutePath, this.path, Math.min(this.size, chunkSize - 1));
    if (start[0] !== 45 || !headerStart.test(start.toString('latin1', 0, 4096))) return false;
    if (this.size < chunkSize) this.content = toContent(start, this.encoding);
    return true;
  }
}

/** @param known the text, where it is known */
function toContent(bytes: Buffer, encoding: string, known?: string): Content {
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isUnicode = isUtf8Name(encoding);
  const text = known ?? decode(bytes, encoding, hasByteOrderMark ? 3 : 0);
  const kind = kindOf(bytes, isUnicode);
  return {
    text,
    hash: hashText(bytes),
    kind,
    hasByteOrderMark,
    bytes: kind === 'text' ? undefined : Buffer.from(bytes),
  };
}

function kindOf(bytes: Buffer, isUnicode: boolean): FileKind {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16';
  return !isUnicode || isUtf8(bytes) ? 'text' : 'binary';
}

function isUtf8Name(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding);
}

/** @param start of a text in UTF-8 */
function decode(bytes: Buffer, encoding: string, start: number): string {
  if (isUtf8Name(encoding)) return bytes.toString('utf8', start);
  // As a whole, Node 20 takes the quotes and dashes of windows-1252 for control characters.
  const decoder = new TextDecoder(encoding);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** A file's bytes up to about `size`, to be used before the next call: small files share one buffer. */
function readFile(absolutePath: string, path: string, size: number): Buffer {
  let file: number;
  try {
    file = openSync(absolutePath, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    if (size >= chunkSize) return readLarge(file, size);
    const length = readSync(file, chunk, 0, chunkSize, 0);
    return length === chunkSize ? readLarge(file, size) : chunk.subarray(0, length);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a file into the shared buffer from a place on, and gives the place where it ends; undefined where it cannot be read, or
 * may be longer.
 */
function readInto(absolutePath: string, start: number): number | undefined {
  try {
    const file = openSync(absolutePath, 'r');
    try {
      const end = start + readSync(file, chunk, start, chunkSize - start, 0);
      return end === chunkSize ? undefined : end;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function readLarge(file: number, size: number): Buffer {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, length);
    length += count;
    if (count === 0) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
  }
}

const hints: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself permission to read it, or exclude it in _config.yml.',
  ELOOP: 'It is a link that leads to itself: remove it, or exclude it in _config.yml.',
};

/** The error of a file or folder that the system does not let be read; anything else than an error of the system's as it is. */
export function unreadable(path: string, cause: unknown, what = 'file'): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? cause.message;
  if (code === 'ENOENT') return fileGone(path, cause);
  return new SiteError(
    { code: 'read/unreadable', message: `The ${what} cannot be read (${code}).`, hint: hints[code], path },
    { cause },
  );
}
