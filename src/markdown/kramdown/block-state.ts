import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { type AttributeList, createAttributeList } from './attribute-list.js';
import { isBlockBoundary } from './boundaries.js';
import type { KramdownDocument } from './document.js';
import { addText, Element, lastChild } from './element.js';
import { LineCounter } from './line-counter.js';
import { Finder, lineEnd } from './text.js';

/** A block rule: reads one block at `state.pos` and moves it on, or gives false and leaves all as it was. */
export type BlockRule = (state: BlockState) => boolean;

type MarkdownBlockRule = ReturnType<Parser['block']['ruler']['getRules']>[number];

/** Deeper nesting than this is read as text. */
const maxDepth = 100;

/**
 * The block parser's state over one text: the document's, or what a container holds with its marks taken away. It
 * moves by characters, as HTML blocks may end within a line.
 */
export class BlockState extends MarkdownIt.StateBlock {
  pos = 0;
  /** The element whose children are being read. */
  parent: Element;
  /** An attribute list that waits for the next block. */
  waitingList: AttributeList | undefined = undefined;
  /** Set by a closing tag, which ends the reading of its element's blocks. */
  isStopped = false;
  finder: Finder;
  private lines: LineCounter;

  constructor(
    text: string,
    md: Parser,
    readonly document: KramdownDocument,
    parent: Element,
    startLine: number,
    public depth: number,
  ) {
    super('', md, {}, []);
    this.src = text;
    this.parent = parent;
    this.lines = new LineCounter(text, startLine);
    this.finder = new Finder(text);
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
    this.parent.children.push(element);
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
    const rules = this.md.block.ruler.getRules('');
    while (this.pos < this.src.length && !this.isStopped) {
      if (this.depth > maxDepth || !this.runRules(rules)) this.addPlainLine();
    }
    const wasStopped = this.isStopped;
    this.isStopped = false;
    this.depth--;
    this.parent = parent;
    this.waitingList = waitingList;
    return wasStopped;
  }

  /** Reads a text as blocks of an element, and comes back to its own text. Gives the line after the text. */
  parseText(element: Element, text: string, line = element.line): number {
    const { src, pos, finder, lines } = this;
    this.src = text;
    this.pos = 0;
    this.finder = new Finder(text);
    this.lines = new LineCounter(text, line);
    this.parseInto(element);
    const endLine = this.lineHere();
    this.src = src;
    this.pos = pos;
    this.finder = finder;
    this.lines = lines;
    return endLine;
  }

  private runRules(rules: readonly MarkdownBlockRule[]): boolean {
    for (let i = 0; i < rules.length; i++) if (rules[i]!(this, 0, 0, false)) return true;
    return false;
  }

  private addPlainLine(): void {
    const end = Math.min(lineEnd(this.src, this.pos) + 1, this.src.length);
    addText(this.parent, this.src.slice(this.pos, end), 'raw_text');
    this.pos = end;
  }
}
