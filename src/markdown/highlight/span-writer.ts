import { flatText } from '../../core/text/flat-text.js';

/** HTML with `&`, `<` and `>` escaped, as Rouge's HTML formatter escapes code. */
export function escapeCode(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'));
}

const openingTags = new Map<string, string>();

/** The tag before a piece of a class, of which there are few: made once, it is one text, and not three for V8 to join. */
function openingTag(name: string): string {
  let tag = openingTags.get(name);
  if (tag === undefined) openingTags.set(name, (tag = flatText(`<span class="${name}">`)));
  return tag;
}

/** The class of code that is left out, as Rouge leaves it out. */
export const leftOut = '\0';

/** The class of code that Rouge prints several times, once in each of these. */
export function inEachOf(...classes: readonly string[]): string {
  return `\x01${classes.join('\x01')}`;
}

/**
 * Collects classed pieces of code and prints them as spans. Neighbours of one class become one span, as in Rouge; the empty
 * class is plain text.
 */
export class SpanWriter {
  #html = '';
  #class = '';
  #start = 0;
  #end = 0;
  /** What of the piece comes before code that is left out. */
  #kept = '';

  constructor(readonly code: string) {}

  /** The class of the code up to `end`, starting where the last piece ended. */
  add(name: string, end: number): void {
    if (end <= this.#end) return;
    if (name !== this.#class) {
      if (name === leftOut) {
        this.#kept += this.code.slice(this.#start, this.#end);
        this.#start = this.#end = end;
        return;
      }
      if (name.startsWith('\x01')) {
        this.#addToEach(name.slice(1).split('\x01'), end);
        return;
      }
      this.#flush();
      this.#class = name;
    }
    this.#end = end;
  }

  #addToEach(classes: readonly string[], end: number): void {
    const start = this.#end;
    for (const name of classes) {
      this.#flush();
      this.#class = name;
      this.#start = start;
      this.#end = end;
    }
  }

  /** All that was added, as HTML. */
  toHtml(): string {
    this.#flush();
    return this.#html;
  }

  #flush(): void {
    if (this.#start === this.#end && this.#kept === '') return;
    let code = this.code.slice(this.#start, this.#end);
    if (this.#kept !== '') {
      code = this.#kept + code;
      this.#kept = '';
    }
    const text = escapeCode(code);
    this.#html += this.#class === '' ? text : `${openingTag(this.#class)}${text}</span>`;
    this.#start = this.#end;
  }
}
