import { replaceAll } from './replace.js';

/** What texts are taken apart at: where a tag begins. */
const mark = '<';
/** This many characters behind a mark distinguish most tags. */
const keyLength = 2;
/** Up to this many replacements are quicker one by one than in pieces. */
const fewReplacements = 2;
/** A longer text is made at once, as the filter alone would: if that fails, the error belongs there. */
const maxCharacters = 10_000_000;

/** A text with one mark. */
interface Marked {
  readonly before: string;
  readonly after: string;
}

/**
 * A long text in which tags are replaced one after the other, as layouts do that compress HTML: some 150 searches go
 * through each page. After some replacements it is kept as its pieces between marks, with what each begins with, so
 * that a search looks only where it may be found, and the text is not made again until somebody asks for it.
 */
export class ReplacedText {
  #text: string;
  /** The pieces, of which each but the first follows a mark; undefined for one that has no mark any more. Empty where there is only the text. */
  #pieces: (string | undefined)[] = [];
  /** The numbers of pieces by what they begin with. It names all that begin so, and perhaps some that do no more. */
  #byKey: Map<number, number[]> | undefined;
  #length: number;
  #replacements: number;

  /** @param coming how many replacements come next */
  constructor(text: string, coming = 0) {
    this.#text = text;
    this.#length = text.length;
    this.#replacements = coming > fewReplacements ? fewReplacements : 0;
  }

  /** The text as it is now. */
  get text(): string {
    if (this.#pieces.length > 0) {
      this.#text = this.#pieces.filter((piece) => piece !== undefined).join(mark);
      this.#pieces = [];
    }
    return this.#text;
  }

  /** Ruby's `gsub` with a text for its pattern. */
  replace(search: string, replacement: string): void {
    this.#replacements++;
    const wanted = this.#replacements <= fewReplacements ? undefined : toMarked(search);
    if (wanted === undefined || !isFollowed(wanted, replacement)) {
      this.#text = replaceAll(this.text, search, replacement);
      this.#length = this.#text.length;
      return;
    }
    if (this.#pieces.length === 0) this.#takeApart();
    this.#replaceIn(this.#numbersOf(wanted.after), wanted, replacement);
    if (this.#length > maxCharacters) void this.text;
  }

  #takeApart(): void {
    this.#pieces = this.#text.split(mark);
    this.#byKey = undefined;
  }

  /** The pieces that may begin so, in their order. */
  #numbersOf(begin: string): Iterable<number> {
    if (begin.length < keyLength) return this.#pieces.keys();
    this.#byKey ??= this.#sorted();
    return this.#byKey.get(keyOf(begin)) ?? [];
  }

  #sorted(): Map<number, number[]> {
    const byKey = new Map<number, number[]>();
    for (let number = 1; number < this.#pieces.length; number++) {
      const piece = this.#pieces[number];
      if (piece === undefined || piece.length < keyLength) continue;
      const key = keyOf(piece);
      const numbers = byKey.get(key);
      if (numbers === undefined) byKey.set(key, [number]);
      else numbers.push(number);
    }
    return byKey;
  }

  #replaceIn(numbers: Iterable<number>, { before, after }: Marked, replacement: string): void {
    const pieces = this.#pieces;
    const given = toMarked(replacement);
    // The piece that ends with what stood behind the last match, and how long that is: the rest of it was replaced already.
    let last = -1;
    let left = 0;
    // The piece that was added to it.
    let gone = -1;
    for (const number of numbers) {
      const piece = pieces[number];
      if (number === 0 || piece === undefined || !piece.startsWith(after)) continue;
      let front = number - 1;
      while (pieces[front] === undefined) front = front === gone ? last : front - 1;
      const ahead = pieces[front]!;
      if (!ahead.endsWith(before) || (front === last && left < before.length)) continue;
      const rest = piece.slice(after.length);
      const kept = before === '' ? ahead : ahead.slice(0, -before.length);
      const added = given === undefined ? replacement + rest : given.before;
      if (added !== '' || before !== '') pieces[front] = kept + added;
      pieces[number] = given === undefined ? undefined : given.after + rest;
      last = given === undefined ? front : number;
      left = rest.length;
      if (given === undefined) gone = number;
      this.#length += replacement.length - before.length - 1 - after.length;
      const beginsSo = given === undefined || given.after.slice(0, keyLength) === after.slice(0, keyLength);
      if (!beginsSo || (added !== '' && kept.length < keyLength)) this.#byKey = undefined;
    }
  }
}

/** Whether a replacement leaves the pieces what they are, or adds one to what is in front of it as it is. */
function isFollowed({ before }: Marked, replacement: string): boolean {
  if (replacement.includes('\\')) return false;
  const at = replacement.indexOf(mark);
  return at === -1 ? before === '' : at === replacement.lastIndexOf(mark);
}

/** What a text with one mark has in front of it, and behind it; undefined for another. */
function toMarked(text: string): Marked | undefined {
  const at = text.indexOf(mark);
  if (at < 0 || text.includes(mark, at + 1)) return undefined;
  return { before: text.slice(0, at), after: text.slice(at + 1) };
}

function keyOf(piece: string): number {
  return piece.charCodeAt(0) * 0x10000 + piece.charCodeAt(1);
}
