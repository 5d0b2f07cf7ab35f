import { applyAttributeList } from '../apply-attribute-list.js';
import type { KramdownDocument } from '../document.js';
import type { Element } from '../element.js';
import type { SpanState } from '../span-state.js';
import { headerText } from './header-text.js';

function readSpans(text: Element, line: number, state: SpanState): Element[] {
  text.children = [];
  state.reset(text.content, text, line);
  state.parseInto(text);
  return text.children;
}

/** Parses the spans of all texts below an element, applies attribute lists and takes the marks away. */
export function resolveSpans(element: Element, state: SpanState, document: KramdownDocument): void {
  const { children } = element;
  if (children.length === 0) return;
  if (children.length === 1 && children[0]!.type === 'raw_text') {
    element.children = readSpans(children[0]!, element.line, state);
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
      resolveSpans(child, state, document);
      if (child.ial !== undefined) applyAttributeList(child, child.ial, document.attributeLists);
      if (child.type === 'dt' || (child.type === 'header' && document.options.stripsIds)) {
        child.rawText = headerText(child, document.options.isGfm);
      }
      resolved.push(child);
    }
  }
  element.children = resolved;
}
