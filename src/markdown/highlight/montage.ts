import { readInner } from './inner.js';
import type { Language } from './language.js';
import { MarkupFeed } from './markup-feed.js';
import type { Emit, Modes } from './rule.js';
import { RuleReader } from './rule-reader.js';
import { Scanner } from './scanner.js';

interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** Code of one language in several stretches. */
export interface Segment {
  readonly language: Language;
  readonly stretches: Stretch[];
}

/** A template's code: its own pieces, HTML, and stretches of other languages, which are read when all of them are known. */
export class Montage {
  readonly #classes: string[];
  readonly #segments: Segment[] = [];
  readonly #feed: MarkupFeed;
  #named = 0;
  #at = 0;

  /** @param seam a mark that languages without modes know: it stands between stretches, which are then read as one text */
  constructor(
    readonly code: string,
    readonly seam: string,
  ) {
    this.#classes = new Array<string>(code.length).fill('');
    this.#feed = new MarkupFeed((name, end) => {
      this.#classes.fill(name, this.#named, end);
      this.#named = end;
    });
  }

  /** Names the code up to a place. */
  own(name: string, end: number): void {
    this.#feed.hole(name, end - this.#at);
    this.#at = end;
  }

  /** Reads the code up to a place as HTML. */
  html(end: number): void {
    this.#feed.text(this.code.slice(this.#at, end));
    this.#at = end;
  }

  /** Begins code of a language that has nothing to do with what came before. */
  begin(language: Language): Segment {
    const segment = { language, stretches: [] };
    this.#segments.push(segment);
    return segment;
  }

  /** Adds the code up to a place to that of another language. */
  add(segment: Segment, end: number): void {
    segment.stretches.push({ start: this.#at, text: this.code.slice(this.#at, end) });
    this.own('', end);
  }

  /** Reads what was gathered, and names all of the code. */
  finish(emit: Emit): void {
    this.#feed.finish();
    for (const segment of this.#segments) this.#read(segment);
    const { length } = this.code;
    for (let at = 0; at < length; at += 1) {
      if (at + 1 === length || this.#classes[at] !== this.#classes[at + 1]) emit(this.#classes[at]!, at + 1);
    }
  }

  #read({ language, stretches }: Segment): void {
    if (language.modes) {
      const stack = ['root'];
      for (const { start, text } of stretches)
        new RuleReader(language.modes, text, this.#namer(start), stack).read(0, text.length, 'err');
    } else if (language.isApart) {
      for (const { start, text } of stretches) readInner(new Scanner(text, this.#namer(start)), language, text.length);
    } else this.#readJoined(language, stretches);
  }

  /** Gives classes to what follows a place. */
  #namer(start: number): Emit {
    let from = start;
    return (name, end) => {
      this.#classes.fill(name, from, start + end);
      from = start + end;
    };
  }

  #readJoined(language: Language, stretches: readonly Stretch[]): void {
    const places: number[] = [];
    for (const { start, text } of stretches) {
      for (let at = 0; at < text.length; at += 1) places.push(start + at);
      places.push(-1);
    }
    let from = 0;
    const name: Emit = (as, end) => {
      for (; from < end; from += 1) if (places[from] !== -1) this.#classes[places[from]!] = as;
    };
    const code = stretches.map(({ text }) => text + this.seam).join('');
    readInner(new Scanner(code, name), language, code.length);
  }
}

/** Takes each piece that rules name by the taker of that name; pieces without one are the montage's own. */
export function readMontage(
  modes: Modes,
  code: string,
  montage: Montage,
  takers: Readonly<Record<string, (end: number, text: string) => void>>,
  emit: Emit,
): void {
  let at = 0;
  const reader = new RuleReader(modes, code, (name, end) => {
    const take = takers[name];
    if (take) take(end, code.slice(at, end));
    else montage.own(name, end);
    at = end;
  });
  reader.maxIdle = 5;
  reader.read(0, code.length, 'err');
  montage.finish(emit);
}
