import { headerText, withoutClosingMarks } from '../blocks/header.js';
import { horizontalRuleEnd } from '../blocks/horizontal-rule.js';
import { isListStart } from '../blocks/list-item.js';
import { isParagraphEnd } from '../blocks/paragraph.js';
import { blankEnd, isLazyEnd, skipIndent } from '../boundaries.js';
import type { KramdownOptions } from '../options/options.js';
import { escapeAttribute, isSpace, lineEnd, nextLine, trim } from '../text.js';
import { HeaderIds } from '../tree/gfm.js';
import { shownText, underlineEnd } from './headers.js';
import { type ItemText, readPlainList } from './lists.js';
import type { QuickSpans } from './spans.js';
import { isTextStart } from './starts.js';

/** A block that was printed by way of a tree. */
export interface PrintedBlock {
  readonly html: string;
  /** The position behind it in the text. */
  readonly end: number;
  /** The types of what it is: a list may have blank lines after it. */
  readonly types: readonly string[];
}

/**
 * Prints the one block at a position of a text by way of a tree; undefined where it comes with a warning.
 *
 * @param last the type of the block before it, `blank` at the beginning
 * @param ids what gives headers their ids
 */
export type PrintBlock = (text: string, pos: number, last: string, ids: HeaderIds) => PrintedBlock | undefined;

/** HTML, and how much of it is that of the text's beginning, where that is known. */
export interface QuickResult {
  readonly html: string;
  readonly leadLength: number;
}

/** The margin of quotes in quotes in quotes. */
const maxMargin = 6;

/** What has a say in the rest of a text. */
const farReaching = /\{:|\]:|[\r\0]/;

/**
 * Prints a text in one go, block by block. Blocks of text are printed without a tree, and others that nothing outside of
 * them has a say in are printed by themselves.
 */
export class QuickBlocks {
  private src = '';
  private pos = 0;
  private html = '';
  private pipe = -1;
  /** The spaces before what is printed. */
  private margin = '';
  /** The type of the block before. */
  private last = 'blank';
  /** Whether there were paragraphs, headers and rules alone. */
  private isPlain = true;
  private ids: HeaderIds;

  constructor(
    private readonly options: KramdownOptions,
    private readonly spans: QuickSpans,
    private readonly printBlock: PrintBlock,
  ) {
    this.ids = new HeaderIds(options.autoIdPrefix);
  }

  /**
   * @param text with a line feed at its end
   * @param lead where the line after the beginning is that somebody wants by itself, 0 for none
   * @returns undefined where the text needs to be read as a whole
   */
  print(text: string, lead: number): QuickResult | undefined {
    if (farReaching.test(text)) return undefined;
    this.ids = new HeaderIds(this.options.autoIdPrefix);
    this.src = text;
    this.pos = 0;
    this.pipe = -1;
    this.html = '';
    this.margin = '';
    this.last = 'blank';
    this.isPlain = true;
    let leadLength = 0;
    while (this.pos < text.length) {
      if (this.pos === lead && this.isPlain && isSpace(text.charCodeAt(lead))) leadLength = this.html.length;
      if (!this.readBlock()) return undefined;
    }
    return { html: this.html, leadLength };
  }

  private readBlock(): boolean {
    const { src, pos } = this;
    const code = src.charCodeAt(pos);
    if (isTextStart(src, pos)) return this.readParagraph();
    switch (code) {
      case 10:
      case 32:
      case 9:
        return this.readBlank();
      case 35:
        return this.readHeader();
      case 62:
        return this.readQuote();
      case 60:
        return this.readComment();
      // What they belong to is printed already.
      case 58:
      case 94:
        return false;
      default:
        return this.readRule() || (isListStart(src, pos) ? this.readList() : this.readOther());
    }
  }

  /** Prints the block at the current position by way of a tree. */
  private readOther(): boolean {
    const { src, pos, last, margin } = this;
    const block = margin === '' ? this.printBlock(src, pos, last, this.ids) : undefined;
    if (block === undefined || (block.end < src.length && src.charCodeAt(block.end - 1) !== 10)) return false;
    const { html, end, types } = block;
    if (!types.every((type) => type === 'p' || type === 'blank')) this.isPlain = false;
    return this.add(html, end, types[types.length - 1]!);
  }

  /** Adds what was printed of a block that ends at a position. */
  private add(html: string, end: number, type: string): true {
    this.html += html;
    this.pos = end;
    this.last = type;
    return true;
  }

  private readBlank(): boolean {
    const { src, pos } = this;
    const end = blankEnd(src, pos);
    if (end >= 0) return this.add('\n', end, 'blank');
    return src.charCodeAt(skipIndent(src, pos)) !== 58 && this.readOther();
  }

  private readParagraph(): boolean {
    const { src, pos, last } = this;
    const firstEnd = lineEnd(src, pos);
    const underline = underlineEnd(src, firstEnd + 1);
    if (last === 'p' || this.nextPipe(pos) < firstEnd) return this.readOther();
    if (underline >= 0 && last === 'blank') {
      return this.printHeader(src.charCodeAt(firstEnd + 1) === 45 ? 2 : 1, src.slice(pos, firstEnd), underline);
    }
    let end = firstEnd + 1;
    while (!isParagraphEnd(src, end, true)) end = nextLine(src, end);
    let textEnd = end;
    while (isSpace(src.charCodeAt(textEnd - 1))) textEnd--;
    const spans = this.spans.read(src, pos, textEnd);
    return spans === undefined ? this.readOther() : this.add(`${this.margin}<p>${spans}</p>\n`, end, 'p');
  }

  /** The position of the next pipe after one that grows from call to call. */
  private nextPipe(from: number): number {
    if (this.pipe < from) {
      const found = this.src.indexOf('|', from);
      this.pipe = found < 0 ? Number.MAX_SAFE_INTEGER : found;
    }
    return this.pipe;
  }

  private readHeader(): boolean {
    const { src, pos } = this;
    let after = pos + 1;
    while (after < pos + 6 && src.charCodeAt(after) === 35) after++;
    let start = after;
    while (src.charCodeAt(start) === 32 || src.charCodeAt(start) === 9) start++;
    if (start === after) return this.readOther();
    const end = lineEnd(src, start);
    return this.printHeader(after - pos, src.slice(start, end), end + 1, true);
  }

  private printHeader(level: number, line: string, end: number, hasMarks = false): boolean {
    // The ids of headers in quotes would be lost where the quote takes a tree after all.
    if (this.margin !== '') return false;
    const { text: marked, id: given } = headerText(line);
    const text = hasMarks ? withoutClosingMarks(marked, true) : marked;
    const spans = text === '' ? undefined : this.spans.read(text, 0, text.length);
    if (spans === undefined) return this.readOther();
    const id = given ?? this.ids.next(this.options.stripsIds ? shownText(spans) : text);
    const attribute = trim(id) === '' ? '' : ` id="${escapeAttribute(id)}"`;
    const tag = `h${Math.max(Math.min(level + this.options.headerOffset, 6), 1)}`;
    return this.add(`<${tag}${attribute}>${spans}</${tag}>\n`, end, 'header');
  }

  private readQuote(): boolean {
    const { src, pos, margin, html, pipe, last } = this;
    if (margin.length >= maxMargin) return false;
    let end = nextLine(src, pos);
    while (!isLazyEnd(src, end)) end = nextLine(src, end);
    this.src = src.slice(pos, end).replace(/(^|\n) {0,3}> ?/g, '$1');
    this.pos = 0;
    this.pipe = -1;
    this.margin = `${margin}  `;
    this.html = '';
    this.last = 'blank';
    const isRead = this.readAll();
    const inner = this.html;
    this.src = src;
    this.pos = pos;
    this.pipe = pipe;
    this.margin = margin;
    this.html = html;
    this.last = last;
    this.isPlain = false;
    if (!isRead) return this.readOther();
    return this.add(`${margin}<blockquote>\n${inner}${margin}</blockquote>\n`, end, 'blockquote');
  }

  private readAll(): boolean {
    while (this.pos < this.src.length) if (!this.readBlock()) return false;
    return true;
  }

  /** A comment on a line of its own, or other HTML. */
  private readComment(): boolean {
    const { src, pos } = this;
    const end = lineEnd(src, pos);
    const isComment = src.startsWith('<!--', pos) && src.indexOf('-->', pos + 4) === end - 3;
    if (!isComment) return this.readOther();
    this.isPlain = false;
    return this.add(`${this.margin}${src.slice(pos, end)}\n`, end + 1, 'xml_comment');
  }

  private readRule(): boolean {
    const end = horizontalRuleEnd(this.src, this.pos);
    return end >= 0 && this.add(`${this.margin}<hr />\n`, end, 'hr');
  }

  private readList(): boolean {
    const { src, pos, margin } = this;
    const list = readPlainList(src, pos);
    const html = list === undefined ? undefined : this.printItems(list.items);
    if (list === undefined || html === undefined) return this.readOther();
    this.isPlain = false;
    return this.add(`${margin}<${list.type}>\n${html}${margin}</${list.type}>\n`, list.end, list.type);
  }

  private printItems(items: readonly ItemText[]): string | undefined {
    let html = '';
    for (const { start, end } of items) {
      const spans = this.spans.read(this.src, start, end);
      if (spans === undefined) return undefined;
      html += `${this.margin}  <li>${spans}</li>\n`;
    }
    return html;
  }
}
