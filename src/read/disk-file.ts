import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { SiteError } from '../core/diagnostics.js';
import { hashText } from '../core/hash-text.js';
import type { SourceFile } from '../core/types.js';

const headerStart = /^---[ \t\n\v\f\r]*?\r?\n/;
/** Read at once; larger files are read further only where they have front matter. */
const chunkSize = 256 * 1024;
const chunk = Buffer.allocUnsafe(chunkSize);

/** What is known of a file without opening it. */
export interface FileStat {
  readonly mtimeMs: number;
  readonly size: number;
}

/**
 * A file of the source folder, read once: its text when first asked for, its front matter's first line when it must be
 * known whether it has any.
 */
export class DiskFile implements SourceFile {
  readonly modified: number;
  readonly size: number;
  private content: Buffer | undefined;
  private decoded: string | undefined;
  private fingerprint: string | undefined;
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
    this.modified = stat.mtimeMs / 1000;
    this.size = stat.size;
  }

  /** Whether its first line is `---`; as Jekyll, a byte order mark before it counts as none. */
  get hasFrontMatter(): boolean {
    this.header ??= this.readHeader();
    return this.header;
  }

  get text(): string {
    this.decoded ??= this.decode();
    return this.decoded;
  }

  get hash(): string {
    this.fingerprint ??= this.header === false ? `${this.size}-${this.modified}` : hashText(this.bytes());
    return this.fingerprint;
  }

  /** Whether it is what a text in its encoding can be: no UTF-16, no binary file. */
  get kind(): 'text' | 'utf-16' | 'binary' {
    const bytes = this.bytes();
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16';
    if (!/^utf-?8$/i.test(this.encoding) || isUtf8(bytes)) return 'text';
    return 'binary';
  }

  /** Whether its bytes begin with a UTF-8 byte order mark. */
  get hasByteOrderMark(): boolean {
    const bytes = this.bytes();
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  }

  /** Its bytes; for a text they are let go once it is decoded. */
  private bytes(): Buffer {
    this.content ??= readWhole(this.absolutePath, this.path);
    return this.content;
  }

  private decode(): string {
    const bytes = this.bytes();
    const utf8 = /^utf-?8$/i.test(this.encoding);
    const text = utf8 ? bytes.toString('utf8', this.hasByteOrderMark ? 3 : 0) : decodeAs(bytes, this.encoding);
    this.fingerprint ??= hashText(bytes);
    return text;
  }

  private readHeader(): boolean {
    const start = readStart(this.absolutePath, this.path);
    if (!headerStart.test(start.toString('latin1', 0, 4096))) return false;
    if (start.length < chunkSize) this.content = Buffer.from(start);
    return true;
  }
}

function decodeAs(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

/** The first bytes of a file, in a buffer that the next call uses again. */
function readStart(absolutePath: string, path: string): Buffer {
  return withFile(absolutePath, path, (file) => chunk.subarray(0, readSync(file, chunk, 0, chunkSize, 0)));
}

function readWhole(absolutePath: string, path: string): Buffer {
  return withFile(absolutePath, path, (file) => {
    const size = fstatSync(file).size;
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const count = readSync(file, bytes, length, size - length, length);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  });
}

function withFile<T>(absolutePath: string, path: string, use: (file: number) => T): T {
  let file: number;
  try {
    file = openSync(absolutePath, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return use(file);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    closeSync(file);
  }
}

function unreadable(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? cause.message;
  const hint = code === 'EACCES' ? 'Give yourself permission to read it, or exclude it in _config.yml.' : undefined;
  return new SiteError(
    { code: 'read/unreadable', message: `The file cannot be read (${code}).`, hint, path },
    { cause },
  );
}

/** The part of a file's stat that a {@link DiskFile} wants. */
export function toFileStat(stats: Stats): FileStat {
  return { mtimeMs: stats.mtimeMs, size: stats.size };
}
