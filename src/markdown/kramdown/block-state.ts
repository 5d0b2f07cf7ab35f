import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { type AttributeList, createAttributeList } from './attribute-list.js';
import { isBlockBoundary, skipIndent } from './boundaries.js';
import type { KramdownDocument } from './document.js';
import { addText, append, Element, lastChild } from './element.js';
import { LineCounter } from './line-counter.js';
import type { SpanState } from './span-state.js';
import { Finder, lineEnd } from './text.js';

/** A block rule: reads one block at `state.pos` and moves it on, or gives false and leaves all as it was. */
export type BlockRule = (state: BlockState) => boolean;

/** Block rules by the first character of a line after its indentation; at 128 those for all other characters. */
export type BlockRules = readonly (readonly BlockRule[])[];

/** Deeper nesting than this is read as text. */
const maxDepth = 100;

/**
 * The block parser's state over one text: the document's, or what a container holds with its marks taken away. It
 * moves by characters, as HTML blocks may end within a line.
 */
export class BlockState extends MarkdownIt.StateBlock {
  pos = 0;
  /** Where the line that a rule is tried on begins after at most three spaces, and where it ends. */
  start = 0;
  stop = 0;
  /** The element whose children are being read. */
  parent: Element;
  /** An attribute list that waits for the next block. */
  waitingList: AttributeList | undefined = undefined;
  /** Set by a closing tag, which ends the reading of its element's blocks. */
  isStopped = false;
  depth = 0;
  private ownFinder: Finder | undefined = undefined;
  private lines: LineCounter;
  /** The next pipe after a position that was asked for. */
  private pipe = -1;

  /**
   * @param spans reads the spans that the rule for tables must know
   */
  constructor(
    md: Parser,
    private readonly rules: BlockRules,
    public document: KramdownDocument,
    readonly spans: SpanState,
  ) {
    super('', md, {}, []);
    this.parent = document.root;
    this.lines = new LineCounter('', 1);
  }

  /** Reads a whole text as a document, its blocks or by a reader of its own. The state may have read others before. */
  readDocument(text: string, document: KramdownDocument, read?: (state: BlockState) => void): void {
    this.document = document;
    this.spans.begin(document);
    this.depth = 0;
    this.isStopped = false;
    this.waitingList = undefined;
    this.parseText(document.root, text, document.root.line, read);
  }

  /**
   * Reads the one block at a position of a text, into the document's root, which holds a block as the last one before it
   * is. What was found in the text is kept while positions grow from call to call. Gives the position behind the block, or
   * -1 where no rule takes it.
   */
  readBlock(text: string, pos: number, document: KramdownDocument): number {
    if (this.src !== text || pos < this.pos) {
      this.src = text;
      this.ownFinder = undefined;
      this.lines = new LineCounter(text, 1);
      this.pipe = -1;
    }
    this.document = document;
    this.spans.begin(document);
    this.parent = document.root;
    this.pos = pos;
    this.depth = 1;
    this.isStopped = false;
    this.waitingList = undefined;
    return this.runRules() ? this.pos : -1;
  }

  /** Searches the text. */
  get finder(): Finder {
    return (this.ownFinder ??= new Finder(this.src));
  }

  /** The position of the next pipe at or after a position that grows from call to call, or a number beyond the text. */
  nextPipe(from: number): number {
    if (this.pipe < from) {
      const found = this.src.indexOf('|', from);
      this.pipe = found < 0 ? Number.MAX_SAFE_INTEGER : found;
    }
    return this.pipe;
  }

  /** The document's line at the current position. */
  lineHere(): number {
    return this.lines.lineAt(this.pos);
  }

  /** A block element that takes the waiting attribute list. */
  create(type: string, content = '', line = this.lineHere()): Element {
    const element = new Element(type, content, line);
    element.ial = this.waitingList;
    this.waitingList = undefined;
    return element;
  }

  /** Appends a block to the current element. */
  add(element: Element): Element {
    append(this.parent, element);
    return element;
  }

  /** Appends a mark that holds no content but ends a block; `content` says what it stands for. */
  addMark(content = ''): Element {
    return this.add(this.create('eob', content));
  }

  /** The attribute list that waits for the next block, made where there is none. */
  waiting(): AttributeList {
    this.waitingList ??= createAttributeList();
    return this.waitingList;
  }

  /** Whether a block may begin here that needs a blank line, or its like, before it. */
  isAfterBoundary(): boolean {
    const last = lastChild(this.parent);
    return (
      last === undefined ||
      last.type === 'blank' ||
      (last.type === 'eob' && last.content === '') ||
      this.waitingList !== undefined
    );
  }

  /** Whether a block may end here that needs a blank line, or its like, after it. */
  isBeforeBoundary(): boolean {
    return isBlockBoundary(this.src, this.pos);
  }

  /** Reads what remains of the text as blocks of an element, until a closing tag stops it. True where one did. */
  parseInto(element: Element): boolean {
    const { parent, waitingList } = this;
    this.parent = element;
    this.waitingList = undefined;
    this.depth++;
    while (this.pos < this.src.length && !this.isStopped) {
      if (this.depth > maxDepth || !this.runRules()) this.addPlainLine();
    }
    const wasStopped = this.isStopped;
    this.isStopped = false;
    this.depth--;
    this.parent = parent;
    this.waitingList = waitingList;
    return wasStopped;
  }

  /** Reads a text as blocks of an element, and comes back to its own text. Gives the line after the text. */
  parseText(element: Element, text: string, line = element.line, read?: (state: BlockState) => void): number {
    const { src, pos, ownFinder, lines, pipe } = this;
    this.src = text;
    this.pos = 0;
    this.ownFinder = undefined;
    this.lines = new LineCounter(text, line);
    this.pipe = -1;
    if (read === undefined) this.parseInto(element);
    else read(this);
    const endLine = this.lineHere();
    this.src = src;
    this.pos = pos;
    this.ownFinder = ownFinder;
    this.lines = lines;
    this.pipe = pipe;
    return endLine;
  }

  /** Tries the rules that the line's first character may begin. */
  private runRules(): boolean {
    const { src } = this;
    const start = skipIndent(src, this.pos);
    const code = src.charCodeAt(start);
    this.start = start;
    this.stop = lineEnd(src, start);
    const chain = this.rules[code >= 0 && code < 128 ? code : 128]!;
    for (let i = 0; i < chain.length; i++) if (chain[i]!(this)) return true;
    return false;
  }

  private addPlainLine(): void {
    const end = Math.min(lineEnd(this.src, this.pos) + 1, this.src.length);
    addText(this.parent, this.src.slice(this.pos, end), 'raw_text');
    this.pos = end;
  }
}
