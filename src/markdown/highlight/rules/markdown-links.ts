import type { Scanner } from '../scanner.js';
import { blank } from './pieces.js';

const unit = String.raw`(?:\\[^\n]|[^\\\n])`;
const sticky = (source: string): RegExp => new RegExp(source, 'uy');
const link = sticky(String.raw`(!?\[)(${unit}*?)(\])(?=[\[(])`);
const linkStart = /!?\[/y;
const label = sticky(String.raw`(\[)(${unit}*?)(\])`);
const bracketed = sticky(`(<)(${unit}*?)(>)`);
const word = /[^\t-\r ]+/y;
const inlineWord = /[^<\t-\r )]+/y;
const spaces = sticky(`${blank}+`);
const titles = ['"', "'"].map((quote) => sticky(`${quote}${unit}*?${quote}`)).concat(sticky(String.raw`\(${unit}*?\)`));
const beforeTitle = sticky(`${blank}*(?=["'()])`);

/** How often nothing may be taken before a character is wrong. */
const maxIdle = 5;

/** Code, links and addresses in Markdown's text. What was looked for in vain is not looked for again in the same line. */
export class MarkdownLinks {
  readonly #vain = new Map<string, number>();
  #nextClose = -1;

  constructor(readonly s: Scanner) {}

  /** Whether it is known that nothing closes a mark in this line. */
  isOpenInLine(mark: string): boolean {
    return this.s.at < (this.#vain.get(mark) ?? -1);
  }

  /** Notes that nothing closes a mark in this line. */
  noneInLine(mark: string): void {
    const { s } = this;
    const end = s.code.indexOf('\n', s.at);
    this.#vain.set(mark, end < 0 ? s.code.length : end);
  }

  /** Takes what a mark opens, if it is closed in the line. */
  takeInLine(mark: string, pattern: RegExp, name: string): boolean {
    if (this.isOpenInLine(mark)) return false;
    if (this.s.take(pattern, name)) return true;
    this.noneInLine(mark);
    return false;
  }

  /**
   * Code in backquotes: up to as many as it began with; where so many do not come again, fewer of them are its mark, and the others
   * its content.
   */
  code(): boolean {
    const { s } = this;
    const count = s.match(/`+/y)![0].length;
    let [length, end] = count >= 3 ? [(count - 1) >> 1, s.at + 2 * ((count - 1) >> 1) + 1] : [0, -1];
    const { code } = s;
    for (let at = s.at + count; at < code.length && length < count; ) {
      if (code[at] === '\\') {
        if (at + 1 >= code.length || code[at + 1] === '\n') break;
        at += 2;
      } else if (code[at] === '`') {
        let to = at + 1;
        while (code[to] === '`' && to - at < count) to += 1;
        if (to - at > length) [length, end] = [to - at, to];
        at = to;
        while (code[at] === '`') at += 1;
      } else at += 1;
    }
    if (length === 0) return false;
    s.passTo(end, 'sb');
    return true;
  }

  /** A link or an image with where it leads to. */
  take(): boolean {
    const { s } = this;
    if (!s.looksAt(linkStart)) return false;
    if (!this.isOpenInLine('[')) {
      if (s.takeGroups(link, ['p', 'nv', 'p'])) {
        this.#target();
        return true;
      }
      this.noneInLine('[');
    }
    const start = linkStart.lastIndex;
    if (this.#nextClose < start) {
      this.#nextClose = s.code.indexOf(']', start);
      if (this.#nextClose < 0) this.#nextClose = s.code.length;
    }
    if (!/[[(]/.test(s.code[this.#nextClose + 1] ?? '')) return false;
    s.passTo(linkStart.lastIndex, 'p');
    s.passTo(this.#nextClose, 'nv');
    s.pass(1, 'p');
    this.#target();
    return true;
  }

  /** What follows a link's text, again and again. */
  #target(): void {
    const { s } = this;
    let isWorn = false;
    while (!s.done) {
      if (s.takeGroups(label, ['p', 'ss', 'p'])) return;
      if (s.takeText('(', 'p')) {
        this.#inlineUrl();
        isWorn = this.#title(true);
      } else if (s.take(/[ \t]+/y, '')) isWorn = false;
      else {
        if (isWorn) s.passOne();
        return;
      }
    }
  }

  #inlineUrl(): void {
    const { s } = this;
    while (!s.done) {
      if (s.take(inlineWord, 'sx')) return;
      if (s.take(spaces, '')) continue;
      if (s.takeGroups(bracketed, ['nt', 'sx', 'nt']) || s.take(word, 'sx')) return;
    }
  }

  /**
   * Titles up to what is none; `isInline` where the address is in parentheses. Whether nothing was taken so often that the next
   * character is wrong, too, if nothing is taken before it.
   */
  #title(isInline: boolean): boolean {
    const { s } = this;
    let idle = 0;
    while (!s.done) {
      if (isInline && s.takeText(')', 'p')) return false;
      if (titles.some((pattern) => s.take(pattern, 'nn')) || s.take(beforeTitle, '')) {
        idle = 0;
        continue;
      }
      if (!s.looksAt(beforeTitle)) return false;
      // A quote that is not closed is met with nothing taken until it is wrong, and the next character, where the title ends, with it.
      idle += 1;
      if (idle <= maxIdle) continue;
      s.passOne();
      if (s.looksAt(beforeTitle)) continue;
      if (!s.done) s.passOne();
      return true;
    }
    return false;
  }

  /** The address and the title of a definition. */
  definition(): void {
    const { s } = this;
    while (!s.done) {
      if (s.take(/[ \t]+/y, '')) continue;
      if (s.takeGroups(bracketed, ['nt', 'sx', 'nt']) || s.take(word, 'sx')) break;
      s.passOne();
    }
    this.#title(false);
  }

  /** An address of mail: brackets around a line's text with an at sign, then a full stop. */
  mail(): boolean {
    const { s } = this;
    if (this.isOpenInLine('@')) return false;
    const newline = s.code.indexOf('\n', s.at);
    const line = s.code.slice(s.at, newline < 0 ? s.code.length : newline);
    const sign = line.indexOf('@', 1);
    const close = line.lastIndexOf('>');
    const stop = sign < 0 ? -1 : line.indexOf('.', sign + 2);
    if (stop < 0 || stop > close - 2) {
      this.noneInLine('@');
      return false;
    }
    s.pass(close + 1, 'nv');
    return true;
  }
}
