import type { Token } from 'markdown-it';
import type { AttributeList } from './attribute-list.js';

/** What an element's content is read as: blocks, spans, or nothing but HTML tags. */
export type ContentModel = 'block' | 'span' | 'raw' | '';

const none: Element[] = [];
Object.freeze(none);

type TokenFields = 'attrs' | 'block' | 'content' | 'hidden' | 'info' | 'level' | 'meta' | 'tag' | 'type';

/**
 * A token that holds its children, as kramdown's two stages need it: blocks first, then the spans inside them. It has the
 * fields of markdown-it's Token, but is made without it, as Token's constructor takes a third of a conversion's time.
 *
 * `content` is the text, `level` a header's, `hidden` marks a paragraph printed without its tags, `block` says whether an
 * element counts as block where its type alone does not, `info` is a code block's language with options or a cell's
 * alignment.
 */
export class Element implements Pick<Token, TokenFields> {
  tag: string;
  attrs: Token['attrs'] = null;
  level = 0;
  children: Element[];
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;
  /** The attribute list that follows it, applied once spans are parsed. */
  ial: AttributeList | undefined = undefined;
  model: ContentModel = '';
  /** Whether an HTML tag closes itself. */
  isClosed = false;
  /** The plain text of a header or term, for ids. */
  rawText = '';

  /**
   * @param line line of the document where it begins, counted from 1
   */
  constructor(
    public type: string,
    public content = '',
    public line = 1,
    isLeaf = false,
  ) {
    this.tag = type;
    this.children = isLeaf ? none : [];
  }
}

/** A run of text, or of text whose spans are yet to be parsed (`raw_text`). */
export function textElement(content: string, line: number, type = 'text'): Element {
  return new Element(type, content, line, true);
}

/** Appends a child. The first is in a list of one, as most are alone: V8 makes room for seventeen where it is pushed. */
export function append(parent: Element, child: Element): void {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
}

/** Appends text to an element, to its last child where that is text of the same type. */
export function addText(parent: Element, text: string, type: string): void {
  const last = lastChild(parent);
  if (last !== undefined && last.type === type) last.content += text;
  else if (text !== '') append(parent, textElement(text, last?.line ?? parent.line, type));
}

/** The last child, where there is one. To ask for the one at -1 would take V8 a slow way. */
export function lastChild({ children }: Element): Element | undefined {
  return children.length === 0 ? undefined : children[children.length - 1];
}

/** An attribute's value. */
export function getAttribute(element: Element, name: string): string | undefined {
  if (element.attrs !== null) {
    for (const attribute of element.attrs) if (attribute[0] === name) return attribute[1] as string;
  }
  return undefined;
}

/** Sets an attribute, in its old place where it has one. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.attrs === null) {
    element.attrs = [[name, value]];
    return;
  }
  for (const attribute of element.attrs) {
    if (attribute[0] === name) {
      attribute[1] = value;
      return;
    }
  }
  element.attrs = [...element.attrs, [name, value]];
}

/** Takes an attribute away and gives its value. */
export function takeAttribute(element: Element, name: string): string | undefined {
  const index = element.attrs?.findIndex((attribute) => attribute[0] === name) ?? -1;
  return index < 0 ? undefined : (element.attrs!.splice(index, 1)[0]![1] as string);
}

const blockTypes = new Set('blank p header blockquote codeblock ul ol li dl dt dd table td hr'.split(' '));

/** Whether an element is a block to kramdown. */
export function isBlock(element: Element): boolean {
  return blockTypes.has(element.type) || element.block;
}

/** A deep copy. */
export function cloneElement(element: Element): Element {
  const copy = new Element(element.type, element.content, element.line);
  Object.assign(copy, element);
  copy.attrs = element.attrs === null ? null : element.attrs.map(([name, value]) => [name, value]);
  copy.children = element.children.length === 0 ? [] : element.children.map(cloneElement);
  return copy;
}
