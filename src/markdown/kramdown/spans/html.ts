import { addHtmlAttributes, elementName, takeMarkdownAttribute } from '../blocks/html.js';
import { Element, textElement } from '../element.js';
import { blockElements, contentModel, knownElements, voidElements } from '../html/html-names.js';
import { isTagName, type OpenTag, readCloseTag, readOpenTag } from '../html/html-tags.js';
import type { SpanState, SpanStop } from '../span-state.js';
import { convertToNative } from '../tree/native.js';

function createStop(name: string): SpanStop {
  const isKnown = knownElements.has(name);
  return {
    extra: -1,
    isHere({ src, pos }: SpanState): boolean {
      if (src.charCodeAt(pos) !== 60 || src.charCodeAt(pos + 1) !== 47) return false;
      const found = readCloseTag(src, pos);
      return found !== undefined && (isKnown ? found.name.toLowerCase() : found.name) === name;
    },
  };
}

/** Whether an element's content is read as kramdown's. */
function parsesContent(state: SpanState, element: Element, line: number): boolean {
  const isRaw = contentModel(element.tag) === 'raw';
  switch (takeMarkdownAttribute(element)) {
    case 'span':
      return true;
    case 'raw':
      return false;
    case 'default':
      return !isRaw;
    case 'block':
      state.document.warn('Cannot use block-level parsing in span-level HTML tag - using default mode', line);
  }
  return !isRaw && state.parent.model !== 'raw' && state.document.options.parseSpanHtml;
}

function readContent(state: SpanState, element: Element): void {
  const isParsed = element.model === 'span';
  if (state.parseInto(element, createStop(element.tag), isParsed ? state.sets.all : state.sets.html)) {
    state.pos = state.src.indexOf('>', state.pos) + 1;
    return;
  }
  state.document.warn(`Found no end tag for '${element.tag}' - auto-closing it`, element.line);
  const { parent } = state;
  state.parent = element;
  state.addPlain(state.src.length);
  state.parent = parent;
}

function readElement(state: SpanState, tag: OpenTag): void {
  const line = state.lineHere();
  const name = elementName(tag.name);
  const { end } = tag;
  if (blockElements.has(name)) {
    state.document.warn(`Found block HTML tag '${name}' in span-level text`, line);
    state.addPlain(end);
    return;
  }
  const element = new Element('html_element', '', line);
  element.tag = name;
  addHtmlAttributes(element, tag.attributes, knownElements.has(name), (message) =>
    state.document.warn(`${message} - overwriting previous one`, line),
  );
  for (const pair of element.attrs ?? []) pair[1] = (pair[1] as string).replace(/\n+/g, ' ');
  element.model = parsesContent(state, element, line) ? 'span' : 'raw';
  element.isClosed = tag.isClosed;
  state.add(element);
  state.pos = end;
  if (!element.isClosed && !voidElements.has(name)) readContent(state, element);
  if (state.document.options.htmlToNative) convertToNative(element);
}

/** A comment or an element in running text. */
export function htmlSpan(state: SpanState): boolean {
  const { src, pos } = state;
  const next = src.charCodeAt(pos + 1);
  if (next === 33) {
    if (!src.startsWith('--', pos + 2)) return false;
    const end = state.finder.find('-->', pos + 4);
    if (end < 0) state.addPlain(pos + 1);
    else {
      state.add(textElement(src.slice(pos, end + 3), state.lineHere(), 'xml_comment'));
      state.pos = end + 3;
    }
    return true;
  }
  if (next === 47) {
    const close = readCloseTag(src, pos);
    if (close !== undefined) {
      state.document.warn(`Found invalidly used HTML closing tag for '${close.name}'`, state.lineHere());
    }
    state.addPlain(close?.end ?? pos + 1);
    return true;
  }
  const open = state.canTry() ? readOpenTag(src, pos) : undefined;
  if (open !== undefined) readElement(state, open);
  else if (!isTagName(src, pos + 1)) return false;
  else state.addPlain(pos + 1);
  return true;
}
