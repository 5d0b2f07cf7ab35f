import { readInner } from './inner.js';
import type { Language } from './language.js';
import type { Emit } from './rule.js';
import { Scanner } from './scanner.js';

interface Piece {
  readonly length: number;
  /** The class of a hole; undefined for the host's own text. */
  readonly name?: string;
  /** Whether it is a mark for the host, which is no part of the code. */
  readonly isSeam?: boolean;
}

/**
 * Code of a host language with holes in it, as templates have them: the host is read as if the holes were not there, and goes
 * on after each as it was before.
 */
export class Patchwork {
  readonly #pieces: Piece[] = [];
  #host = '';

  /** @param seam a character that the host takes for an end of words; it goes where text is put together across a hole */
  constructor(readonly seam = '') {}

  /** Adds text of the host. */
  text(text: string): void {
    if (text === '') return;
    if (this.seam !== '') {
      this.#host += this.seam;
      this.#pieces.push({ length: 1, isSeam: true });
    }
    this.#host += text;
    this.#pieces.push({ length: text.length });
  }

  /** Adds a piece of a hole, under its class. */
  hole(name: string, length: number): void {
    if (length > 0) this.#pieces.push({ name, length });
  }

  /** Names all of it, the host's text by its language. */
  read(host: Language, emit: Emit): void {
    let index = 0;
    let used = 0;
    let at = 0;
    const passHoles = (): void => {
      for (let piece = this.#pieces[index]; piece?.name !== undefined; piece = this.#pieces[++index])
        emit(piece.name, (at += piece.length));
    };
    let read = 0;
    const scanner = new Scanner(this.#host, (name, end) => {
      while (read < end) {
        passHoles();
        const piece = this.#pieces[index]!;
        const length = Math.min(end - read, piece.length - used);
        if (!piece.isSeam) emit(name, (at += length));
        read += length;
        used += length;
        if (used === piece.length) {
          index += 1;
          used = 0;
        }
      }
    });
    readInner(scanner, host, this.#host.length);
    passHoles();
  }
}
