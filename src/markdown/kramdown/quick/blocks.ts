import { quotedText } from '../blocks/blockquote.js';
import { headerText, marksEnd, underlinedLevel, underlineEnd, withoutClosingMarks } from '../blocks/header.js';
import { horizontalRuleEnd } from '../blocks/horizontal-rule.js';
import { isListStart } from '../blocks/list-item.js';
import { isParagraphEnd } from '../blocks/paragraph.js';
import { blankEnd, isLazyEnd, skipIndent } from '../boundaries.js';
import type { Warning } from '../document.js';
import type { KramdownOptions } from '../options/options.js';
import { headerTag } from '../render/blocks.js';
import { formatBlock, formatOuterBlock, spaces } from '../render/html.js';
import { Finder, isSpace, lineEnd, nextLine } from '../text.js';
import { HeaderIds } from '../tree/gfm.js';
import { shownText } from './headers.js';
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
  /** What it comes with; undefined for nothing. */
  readonly warnings: BlockWarnings | undefined;
}

/** Warnings by when they come up where a text is read as a whole: of its blocks first, then of its spans, then of printing it. */
export type BlockWarnings = readonly [
  ofBlocks: readonly Warning[],
  ofSpans: readonly Warning[],
  ofPrinting: readonly Warning[],
];

/**
 * Prints the one block at a position of a text by way of a tree; undefined where what it is follows from the whole text.
 *
 * @param last the type of the block before it, `blank` at the beginning
 * @param ids what gives headers their ids
 */
export type PrintBlock = (text: string, pos: number, last: string, ids: HeaderIds) => PrintedBlock | undefined;

/** HTML, and how much of it is that of the text's beginning, where that is known. */
export interface QuickResult {
  readonly html: string;
  readonly leadLength: number;
  readonly warnings: readonly Warning[];
}

/** How far in quotes in quotes in quotes are. */
const maxIndent = 6;

/** What has a say in the rest of a text. */
const farReaching = /\{:|\]:|[\r\0]/;

/** What texts are printed with. */
export interface QuickPrinting {
  readonly options: KramdownOptions;
  readonly spans: QuickSpans;
  readonly printBlock: PrintBlock;
}

/**
 * Prints a text in one go, block by block. Blocks of text are printed without a tree, and others that nothing outside of
 * them has a say in are printed by themselves.
 *
 * @param text with a line feed at its end
 * @param lead where the line after the beginning is that somebody wants by itself, 0 for none
 * @returns undefined where the text needs to be read as a whole
 */
export function printQuickly(text: string, lead: number, printing: QuickPrinting): QuickResult | undefined {
  if (farReaching.test(text)) return undefined;
  const warnings: BlockWarnings[] = [];
  const context = { printing, ids: new HeaderIds(printing.options.autoIdPrefix), warnings };
  const printed = new QuickText(text, context, 0).print(lead);
  if (printed === undefined) return undefined;
  if (warnings.length === 0) return { ...printed, warnings: [] };
  // Who shows the beginning by itself wants its own warnings.
  const inOrder = [0, 1, 2].flatMap((phase) => warnings.flatMap((ofBlock) => ofBlock[phase]!));
  return { html: printed.html, leadLength: 0, warnings: inOrder };
}

/** What is known of a text while it is printed. */
interface QuickContext {
  readonly printing: QuickPrinting;
  readonly ids: HeaderIds;
  readonly warnings: BlockWarnings[];
}

/** A text, or that of a quote, while it is printed. */
class QuickText {
  private readonly finder: Finder;
  private pos = 0;
  private html = '';
  /** The type of the block before. */
  private last = 'blank';
  /** Whether there were paragraphs, headers and rules alone. */
  private isPlain = true;

  /** @param indent the spaces before what is printed */
  constructor(
    private readonly src: string,
    private readonly context: QuickContext,
    private readonly indent: number,
  ) {
    this.finder = new Finder(src);
  }

  print(lead: number): Omit<QuickResult, 'warnings'> | undefined {
    const { src } = this;
    let leadLength = 0;
    while (this.pos < src.length) {
      if (this.pos === lead && this.isPlain && isSpace(src.charCodeAt(lead))) leadLength = this.html.length;
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
    const { src, pos, last, indent, context } = this;
    const block = indent === 0 ? context.printing.printBlock(src, pos, last, context.ids) : undefined;
    if (block === undefined || (block.end < src.length && src.charCodeAt(block.end - 1) !== 10)) return false;
    const { html, end, types, warnings } = block;
    if (warnings !== undefined) context.warnings.push(warnings);
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
    const pipe = this.finder.find('|', pos);
    if (last === 'p' || (pipe >= 0 && pipe < firstEnd)) return this.readOther();
    const underline = last === 'blank' ? underlineEnd(src, firstEnd + 1) : -1;
    if (underline >= 0)
      return this.printHeader(underlinedLevel(src, firstEnd + 1), src.slice(pos, firstEnd), underline);
    let end = firstEnd + 1;
    while (!isParagraphEnd(src, end, true)) end = nextLine(src, end);
    let textEnd = end;
    while (isSpace(src.charCodeAt(textEnd - 1))) textEnd--;
    const spans = this.context.printing.spans.read(src, pos, textEnd);
    return spans === undefined ? this.readOther() : this.add(formatBlock('p', null, spans, this.indent), end, 'p');
  }

  private readHeader(): boolean {
    const { src, pos } = this;
    const after = marksEnd(src, pos);
    let start = after;
    while (src.charCodeAt(start) === 32 || src.charCodeAt(start) === 9) start++;
    if (start === after) return this.readOther();
    const end = lineEnd(src, start);
    return this.printHeader(after - pos, src.slice(start, end), end + 1, true);
  }

  private printHeader(level: number, line: string, end: number, hasMarks = false): boolean {
    // The ids of headers in quotes would be lost where the quote takes a tree after all.
    if (this.indent > 0) return false;
    const { ids, printing } = this.context;
    const { options, spans } = printing;
    const { text: marked, id: given } = headerText(line);
    const text = hasMarks ? withoutClosingMarks(marked, true) : marked;
    const html = text === '' ? undefined : spans.read(text, 0, text.length);
    if (html === undefined) return this.readOther();
    const id = given ?? ids.next(options.stripsIds ? shownText(html) : text);
    return this.add(formatBlock(headerTag(level, options), [['id', id]], html, 0), end, 'header');
  }

  private readQuote(): boolean {
    const { src, pos, indent, context } = this;
    if (indent >= maxIndent) return false;
    let end = nextLine(src, pos);
    while (!isLazyEnd(src, end)) end = nextLine(src, end);
    const inner = new QuickText(quotedText(src.slice(pos, end)), context, indent + 2).print(0);
    this.isPlain = false;
    if (inner === undefined) return this.readOther();
    return this.add(formatOuterBlock('blockquote', null, inner.html, indent), end, 'blockquote');
  }

  /** A comment on a line of its own, or other HTML. */
  private readComment(): boolean {
    const { src, pos } = this;
    const end = lineEnd(src, pos);
    const isComment = src.startsWith('<!--', pos) && this.finder.find('-->', pos + 4) === end - 3;
    if (!isComment) return this.readOther();
    this.isPlain = false;
    return this.add(`${spaces(this.indent)}${src.slice(pos, end)}\n`, end + 1, 'xml_comment');
  }

  private readRule(): boolean {
    const end = horizontalRuleEnd(this.src, this.pos);
    return end >= 0 && this.add(`${spaces(this.indent)}<hr />\n`, end, 'hr');
  }

  private readList(): boolean {
    const { src, pos, indent, finder } = this;
    const list = readPlainList(src, pos, finder);
    const html = list === undefined ? undefined : this.printItems(list.items);
    if (list === undefined || html === undefined) return this.readOther();
    this.isPlain = false;
    return this.add(formatOuterBlock(list.type, null, html, indent), list.end, list.type);
  }

  private printItems(items: readonly ItemText[]): string | undefined {
    let html = '';
    for (const { start, end } of items) {
      const spans = this.context.printing.spans.read(this.src, start, end);
      if (spans === undefined) return undefined;
      html += formatBlock('li', null, spans, this.indent + 2);
    }
    return html;
  }
}
