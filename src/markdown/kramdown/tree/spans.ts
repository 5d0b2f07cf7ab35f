import { applyAttributeList } from '../apply-attribute-list.js';
import type { KramdownDocument } from '../document.js';
import { Element } from '../element.js';
import type { SpanState } from '../span-state.js';
import { isSpace } from '../text.js';
import { headerText } from './header-text.js';

function readSpans(text: Element, line: number, state: SpanState): Element[] {
  text.children = [];
  state.reset(text.content, text, line);
  state.parseInto(text);
  return text.children;
}

/** Prints the spans of a text without a tree; undefined where it takes one. */
export type PrintSpans = (text: string) => string | undefined;

/** What is printed of the text of a paragraph; undefined where it is that of another element, or takes a tree. */
function printedSpans(element: Element, { content }: Element, print: PrintSpans | undefined): Element | undefined {
  if (print === undefined || element.type !== 'p') return undefined;
  if (isSpace(content.charCodeAt(0)) || isSpace(content.charCodeAt(content.length - 1))) return undefined;
  const html = print(content);
  return html === undefined ? undefined : new Element('raw', html, element.line);
}

/**
 * Parses the spans of all texts below an element, applies attribute lists and takes the marks away.
 *
 * @param print what prints the texts of most paragraphs
 */
export function resolveSpans(
  element: Element,
  state: SpanState,
  document: KramdownDocument,
  print: PrintSpans | undefined,
): void {
  const { children } = element;
  if (children.length === 0) return;
  if (children.length === 1 && children[0]!.type === 'raw_text') {
    const printed = printedSpans(element, children[0]!, print);
    element.children = printed === undefined ? readSpans(children[0]!, element.line, state) : [printed];
    return;
  }
  const resolved: Element[] = [];
  let blank: Element | undefined;
  for (const child of children) {
    if (child.type === 'raw_text') {
      blank = undefined;
      for (const span of readSpans(child, element.line, state)) resolved.push(span);
    } else if (child.type === 'eob') {
      if (child.ial !== undefined) applyAttributeList(child, child.ial, document.attributeLists);
    } else if (child.type === 'blank') {
      if (blank !== undefined) blank.content += child.content;
      else {
        blank = child;
        resolved.push(child);
      }
    } else {
      blank = undefined;
      resolveSpans(child, state, document, print);
      if (child.ial !== undefined) applyAttributeList(child, child.ial, document.attributeLists);
      if (child.type === 'dt' || (child.type === 'header' && document.options.stripsIds)) {
        child.rawText = headerText(child, document.options.isGfm);
      }
      resolved.push(child);
    }
  }
  element.children = resolved;
}
