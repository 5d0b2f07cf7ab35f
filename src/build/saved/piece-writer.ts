import { writeFileSync } from 'node:fs';
import { hashText } from '../../core/text/hash-text.js';

/** Bytes that are written, and hashed, at once. */
const pieceBytes = 1 << 20;
const maxBytesOfUnit = 3;

/**
 * Writes texts one after the other to an open file, from where that is at. They are put into one piece of memory again and again:
 * V8 would collect garbage if it were given all of them as bytes.
 */
export class PieceWriter {
  /** Bytes so far. */
  length = 0;
  readonly #file: number;
  readonly #piece = Buffer.allocUnsafeSlow(pieceBytes);
  readonly #hashes: string[] = [];
  #used = 0;

  constructor(file: number) {
    this.#file = file;
  }

  /** Gives the number of bytes that the text has. Throws where the system refuses to write. */
  add(text: string): number {
    let count: number;
    if (text.length * maxBytesOfUnit <= pieceBytes - this.#used)
      this.#used += count = this.#piece.write(text, this.#used);
    else {
      const bytes = Buffer.from(text);
      count = bytes.length;
      for (let at = 0; at < count; ) {
        const copied = bytes.copy(this.#piece, this.#used, at);
        at += copied;
        this.#used += copied;
        if (this.#used === pieceBytes) this.#write();
      }
    }
    this.length += count;
    return count;
  }

  /** Writes what is left, and gives the checksum of all bytes. */
  end(): string {
    if (this.#used > 0) this.#write();
    return hashText(this.#hashes.join());
  }

  #write(): void {
    const bytes = this.#piece.subarray(0, this.#used);
    this.#hashes.push(hashText(bytes));
    writeFileSync(this.#file, bytes);
    this.#used = 0;
  }
}

/** The checksum of bytes that a `PieceWriter` has written. */
export function checksumOf(bytes: Uint8Array): string {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) hashes.push(hashText(bytes.subarray(at, at + pieceBytes)));
  return hashText(hashes.join());
}
