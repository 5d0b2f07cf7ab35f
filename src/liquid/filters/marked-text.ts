/** Where a text begins that is to be looked for. */
const mark = '<';

/** So many characters behind a mark tell most tags from each other. */
const keyLength = 2;

/** What a search or a replacement has in front of its only mark, and behind it. */
interface Marked {
  readonly before: number;
  readonly key: number;
}

/**
 * A long text in which tags are replaced one after the other, as layouts do that compress HTML: some 150 searches go through each
 * page. It knows where its marks are and what follows them, so that a search looks at the few places where it may
 * be, and follows each replacement.
 */
export class MarkedText {
  /** Where each mark is; −1 for one that is no more. */
  readonly #places: number[] = [];
  /** The numbers of marks, by the characters behind them. */
  readonly #byKey = new Map<number, number[]>();
  /** Whether that is still so. */
  #isSorted = false;
  /** Whether the places are. */
  #isKnown = false;

  constructor(public text: string) {}

  /** Replaces all of a search that has one mark, and enough behind it; undefined for another, and nothing is done. */
  replace(search: string, replacement: string): string | undefined {
    const wanted = markedOf(search);
    if (wanted === undefined) return undefined;
    if (!this.#isKnown) this.#findMarks();
    if (!this.#isSorted) this.#sort();
    const { text } = this;
    const parts: string[] = [];
    const found: number[] = [];
    let end = 0;
    for (const number of this.#byKey.get(wanted.key) ?? []) {
      const start = this.#places[number]! - wanted.before;
      if (start < end || !text.startsWith(search, start)) continue;
      parts.push(text.slice(end, start));
      found.push(number);
      end = start + search.length;
    }
    if (found.length === 0) return text;
    parts.push(text.slice(end));
    this.text = parts.join(replacement);
    this.#follow(found, wanted, search.length, replacement);
    return this.text;
  }

  #findMarks(): void {
    const { text } = this;
    this.#places.length = 0;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) this.#places.push(at);
    this.#isKnown = true;
    this.#isSorted = false;
  }

  #sort(): void {
    this.#byKey.clear();
    for (const [number, place] of this.#places.entries()) {
      if (place < 0) continue;
      const key = keyAt(this.text, place);
      const numbers = this.#byKey.get(key);
      if (numbers === undefined) this.#byKey.set(key, [number]);
      else numbers.push(number);
    }
    this.#isSorted = true;
  }

  /** Moves the marks to where they are after some were replaced. */
  #follow(found: readonly number[], { before, key }: Marked, length: number, replacement: string): void {
    const given = markedOf(replacement);
    const hasMark = replacement.includes(mark);
    if (given === undefined && hasMark) {
      this.#isKnown = false;
      return;
    }
    this.#isSorted = given === undefined || given.key === key;
    const places = this.#places;
    const step = replacement.length - length;
    let shift = 0;
    let next = 0;
    let last = -1 - keyLength;
    for (let number = 0; number < places.length; number++) {
      const place = places[number]!;
      if (place < 0) continue;
      if (number !== found[next]) {
        places[number] = last = place + shift;
        continue;
      }
      next++;
      const start = place - before + shift;
      // What follows the mark before it is another text now.
      if (start - last <= keyLength) this.#isSorted = false;
      places[number] = given === undefined ? -1 : start + given.before;
      if (given !== undefined) last = start + given.before;
      shift += step;
    }
  }
}

function markedOf(text: string): Marked | undefined {
  const before = text.indexOf(mark);
  if (before < 0 || text.length <= before + keyLength || text.includes(mark, before + 1)) return undefined;
  return { before, key: keyAt(text, before) };
}

function keyAt(text: string, place: number): number {
  return text.charCodeAt(place + 1) * 0x10000 + text.charCodeAt(place + 2);
}
