import { matchAt } from '../html/html-patterns.js';
import { isClosedAt, isInWord } from '../spans/emphasis.js';
import { reference } from '../spans/entity.js';
import { escapable } from '../spans/escape.js';
import { plainUrl } from '../spans/link.js';
import { findQuotes, marksIn, nameIn, textBefore } from '../spans/smart-quotes.js';
import { escapeAll, escapeAttribute, isSpace } from '../text.js';
import { nextSpecial } from './special.js';

const quotes = [...'‘’“”'];

/** What ends the spans of an element: its mark, or the bracket of a link. */
type Stop = '' | '*' | '**' | '_' | '__' | ']';

const inEm = 1;
const inStrong = 2;
const inLink = 4;

/**
 * Prints spans in one go, without a tree: text, emphasis, code, links and images of the usual form, typographic symbols.
 * It gives up on anything else, and prints what it does as the rules in `spans` and `render` do.
 */
export class QuickSpans {
  private src = '';
  private start = 0;
  private to = 0;
  /** Where the span or text that is being read begins, and the text that is not printed yet. */
  private pos = 0;
  private last = 0;
  private html = '';

  /** @param codeTag the tag before code; undefined where more is done to code than that it is escaped */
  constructor(private readonly codeTag: string | undefined) {}

  /**
   * The HTML of the spans between two positions, the first of a block's text and the one behind its last character that
   * is no white space; undefined where it takes a tree.
   */
  read(src: string, from: number, to: number): string | undefined {
    this.src = src;
    this.start = from;
    this.to = to;
    this.pos = from;
    this.last = from;
    this.html = '';
    return this.readUntil('', 0) ? this.html : undefined;
  }

  /** Reads on to what ends an element. False where it is not found, or something else is. */
  private readUntil(stop: Stop, open: number): boolean {
    const { src, to } = this;
    const from = this.pos;
    for (let i = nextSpecial(src, from, to); i < to; i = nextSpecial(src, i, to)) {
      if (stop !== '' && this.isEnd(i, from, stop)) {
        this.printUpTo(i);
        this.pos = i;
        return true;
      }
      i = this.readSpecial(i, open);
      if (i < 0) return false;
    }
    if (stop !== '') return false;
    this.printUpTo(to);
    return true;
  }

  /** Whether an element whose spans begin at `from` ends at a position; emphasis is never empty. */
  private isEnd(at: number, from: number, stop: Stop): boolean {
    if (stop === ']') return this.src.charCodeAt(at) === 93;
    return at > from && at + stop.length <= this.to && isClosedAt(this.src, at, stop);
  }

  /** Prints the text before a position, as far as it is not printed. */
  private printUpTo(end: number): void {
    if (end <= this.last) return;
    this.html += this.src.slice(this.last, end);
    this.last = end;
  }

  /** Prints a span, or a tag of one, with the text before it. Gives the position after it. */
  private printSpan(start: number, html: string, end: number): number {
    this.printUpTo(start);
    this.html += html;
    this.pos = end;
    this.last = end;
    return end;
  }

  /** Takes what may have begun a span as text. */
  private pass(end: number): number {
    this.pos = end;
    return end;
  }

  /** Reads what begins with a special character. Gives where to go on, or -1 to give up. */
  private readSpecial(at: number, open: number): number {
    const { src } = this;
    switch (src.charCodeAt(at)) {
      case 10:
        return this.readLineEnd(at);
      case 34:
      case 39:
        return this.readQuotes(at);
      case 42:
      case 95:
        return this.readEmphasis(at, open);
      case 96:
        return this.readCode(at);
      case 91:
        return this.readLink(at, open);
      case 33:
        return src.charCodeAt(at + 1) === 91 ? this.readImage(at) : at + 1;
      case 45:
        return this.readDashes(at);
      case 46:
        return this.readDots(at);
      case 62:
        return src.charCodeAt(at + 1) === 62 ? -1 : this.printText(at, '&gt;');
      case 38:
        return this.readAmpersand(at);
      case 92:
        return this.readEscape(at);
      case 36:
      case 126:
        return src.charCodeAt(at + 1) === src.charCodeAt(at) ? -1 : at + 1;
      case 93:
        return at + 1;
      case 123:
        return src.charCodeAt(at + 1) === 58 ? -1 : at + 1;
      default:
        return -1;
    }
  }

  /** Prints a character of the text in another way. */
  private printText(at: number, html: string): number {
    this.printUpTo(at);
    this.html += html;
    this.last = at + 1;
    return at + 1;
  }

  private readLineEnd(at: number): number {
    const { src, pos } = this;
    const isBreak = at - 2 >= pos && src.charCodeAt(at - 1) === 32 && src.charCodeAt(at - 2) === 32;
    if (!isBreak) return at + 1;
    this.printSpan(at - 2, '<br />', at);
    return at + 1;
  }

  private readQuotes(at: number): number {
    const { src, pos } = this;
    const start = at > pos && src.charCodeAt(at - 1) !== 92 ? at - 1 : at;
    const run = findQuotes(src, start);
    const textEnd = start + textBefore(run);
    const second = marksIn(run) === 2 ? quotes[nameIn(run, 1)]! : '';
    return this.printSpan(textEnd, quotes[nameIn(run, 0)]! + second, textEnd + marksIn(run));
  }

  private readEmphasis(at: number, open: number): number {
    const { src, to } = this;
    const code = src.charCodeAt(at);
    const isStrong = at + 1 < to && src.charCodeAt(at + 1) === code;
    const after = at + (isStrong ? 2 : 1);
    const bit = isStrong ? inStrong : inEm;
    if ((open & bit) !== 0 || after >= to || isSpace(src.charCodeAt(after))) return this.pass(after);
    if (code === 95 && isInWord(src, at)) return this.pass(after);
    this.printSpan(at, isStrong ? '<strong>' : '<em>', after);
    const mark = src.slice(at, after) as Stop;
    if (!this.readUntil(mark, open | bit)) return -1;
    return this.printSpan(this.pos, isStrong ? '</strong>' : '</em>', this.pos + mark.length);
  }

  private readCode(at: number): number {
    const { src, to, codeTag } = this;
    let from = at + 1;
    while (src.charCodeAt(from) === 96) from++;
    const isSimple = from - at === 1;
    const isFree = isSimple && (at === this.start || isSpace(src.charCodeAt(at - 1)));
    if (isFree && isSpace(src.charCodeAt(from))) return this.pass(from);
    const end = src.indexOf(isSimple ? '`' : src.slice(at, from), from);
    if (end < 0 || end + from - at > to) return this.pass(from);
    if (codeTag === undefined || !isSimple) return -1;
    return this.printSpan(at, `${codeTag}${escapeAll(src.slice(from, end))}</code>`, end + 1);
  }

  /** The position after the address at a position, or -1. */
  private addressEnd(at: number): number {
    plainUrl.lastIndex = at;
    return plainUrl.test(this.src) ? plainUrl.lastIndex : -1;
  }

  private readLink(at: number, open: number): number {
    const { src } = this;
    if ((open & inLink) !== 0 || src.charCodeAt(at + 1) === 94) return -1;
    // The address is known only when the text is printed, which it stands before.
    this.printSpan(at, '', at + 1);
    const before = this.html;
    this.html = '';
    if (!this.readUntil(']', open | inLink)) return -1;
    const start = this.pos + 2;
    const end = this.addressEnd(start - 1);
    if (end < 0) return -1;
    this.html = `${before}<a href="${escapeAttribute(src.slice(start, end - 1))}">${this.html}`;
    return this.printSpan(this.pos, '</a>', end);
  }

  private readImage(at: number): number {
    const { src, to } = this;
    const close = nextSpecial(src, at + 2, to);
    if (src.charCodeAt(close) !== 93) return -1;
    const end = this.addressEnd(close + 1);
    if (end < 0) return -1;
    const address = escapeAttribute(src.slice(close + 2, end - 1));
    return this.printSpan(at, `<img src="${address}" alt="${escapeAttribute(src.slice(at + 2, close))}" />`, end);
  }

  private readDashes(at: number): number {
    const { src } = this;
    if (src.charCodeAt(at + 1) !== 45) return at + 1;
    const isLong = src.charCodeAt(at + 2) === 45;
    return this.printSpan(at, isLong ? '—' : '–', at + (isLong ? 3 : 2));
  }

  private readDots(at: number): number {
    const { src } = this;
    if (src.charCodeAt(at + 1) !== 46) return at + 1;
    return src.charCodeAt(at + 2) === 46 ? this.printSpan(at, '…', at + 3) : this.pass(at + 1);
  }

  private readAmpersand(at: number): number {
    const { src } = this;
    const next = src.charCodeAt(at + 1);
    if (next === 34 || next === 39 || matchAt(reference, src, at) !== null) return -1;
    this.printText(at, '&amp;');
    return this.pass(at + 1);
  }

  private readEscape(at: number): number {
    const { src } = this;
    const next = src[at + 1];
    if (next === undefined || next === '\\' || next === '<' || next === '>' || !escapable.has(next)) return -1;
    this.printText(at, '');
    return this.pass(at + 2);
  }
}
