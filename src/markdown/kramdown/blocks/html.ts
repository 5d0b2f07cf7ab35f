import { escapePattern } from '../../../core/text/escape-pattern.js';
import type { BlockState } from '../block-state.js';
import {
  addText,
  type ContentModel,
  Element,
  getAttribute,
  lastChild,
  setAttribute,
  takeAttribute,
  textElement,
} from '../element.js';
import { contentModel, knownElements, spanElements, voidElements } from '../html/html-names.js';
import { isTagName, type OpenTag, readCloseTag, readOpenTag } from '../html/html-tags.js';
import { convertToNative } from '../tree/native.js';

/** Elements nested deeper than this are read as text. */
const maxDepth = 500;

/**
 * Gives an element the attributes of its tag.
 *
 * @param isKnown whether it is one of HTML's, whose attributes have small letters
 * @param warn is told of what is there twice
 */
export function addHtmlAttributes(
  element: Element,
  attributes: OpenTag['attributes'],
  isKnown: boolean,
  warn: (message: string) => void,
): void {
  for (const [given, value] of attributes) {
    const name = isKnown ? given.toLowerCase() : given;
    if (getAttribute(element, name) !== undefined) warn(`Duplicate HTML attribute '${name}'`);
    setAttribute(element, name, value);
  }
}

/** What the `markdown` attribute of a tag asks for; the attribute is taken away. */
export function takeMarkdownAttribute(element: Element): ContentModel | 'default' {
  switch (takeAttribute(element, 'markdown')) {
    case '0':
      return 'raw';
    case '1':
      return 'default';
    case 'span':
      return 'span';
    case 'block':
      return 'block';
    default:
      return '';
  }
}

/** An element's name as kramdown keeps it: known names in small letters. */
export function elementName(name: string): string {
  const lower = name.toLowerCase();
  return knownElements.has(lower) ? lower : name;
}

/** Moves over blanks to the end of the line, where nothing else is there. */
function skipLineRest(state: BlockState): void {
  let at = state.pos;
  while (state.src.charCodeAt(at) === 32 || state.src.charCodeAt(at) === 9) at++;
  if (state.src.charCodeAt(at) === 10) state.pos = at + 1;
}

/** The position of an element's closing tag, in any case of letters, or -1. */
function findCloseTag(src: string, name: string, pos: number): number {
  const pattern = new RegExp(`</${escapePattern(name)}[ \\t\\r\\n\\f\\v]*>`, 'gi');
  pattern.lastIndex = pos;
  return pattern.exec(src)?.index ?? -1;
}

/** Takes text up to an element's closing tag (or the end) as its content. */
function readUntilClose(state: BlockState, element: Element, type: string): void {
  const end = findCloseTag(state.src, element.tag, state.pos);
  const text = state.src.slice(state.pos, end < 0 ? state.src.length : end);
  addText(element, text, type);
  if (end < 0) {
    state.pos = state.src.length;
    state.document.warn(`Found no end tag for '${element.tag}' - auto-closing it`, element.line);
  } else state.pos = state.src.indexOf('>', end) + 1;
}

const isRaw = (element: Element): boolean => element.model === 'raw';

function readContent(state: BlockState, element: Element): void {
  if (element.model === 'block') {
    if (!state.parseInto(element)) {
      state.document.warn(`Found no end tag for '${element.tag}' - auto-closing it`, element.line);
    }
  } else if (element.model === 'span') readUntilClose(state, element, 'raw_text');
  else readRaw(state, element);
  if (!isRaw(state.parent)) skipLineRest(state);
}

/** Reads an element from its opening tag, which was just matched. */
function readElement(state: BlockState, tag: OpenTag, line: number): void {
  const name = elementName(tag.name);
  const element = new Element('html_element', '', line);
  element.tag = name;
  element.block = true;
  state.pos = tag.end;
  addHtmlAttributes(element, tag.attributes, knownElements.has(name), (message) =>
    state.document.warn(`${message} - overwriting previous one`, line),
  );
  state.add(element);
  const isScript = name === 'script' || name === 'style';
  if (isScript) readUntilClose(state, element, 'raw');
  element.ial = state.waitingList;
  state.waitingList = undefined;
  const asked = state.document.options.isHtml ? 'raw' : takeMarkdownAttribute(element);
  const parsesBlocks = !isRaw(state.parent) && state.document.options.parseBlockHtml;
  if (asked === 'default' || (asked === '' && parsesBlocks)) element.model = contentModel(name);
  else element.model = asked === '' ? 'raw' : asked;
  if (element.model === 'block') skipLineRest(state);
  element.isClosed = !isScript && (tag.isClosed || voidElements.has(name));
  if (!element.isClosed && !isScript) readContent(state, element);
}

function addPlain(state: BlockState, end: number): void {
  addText(state.parent, state.src.slice(state.pos, end), 'text');
  state.pos = end;
}

/** Reads a comment or instruction as a leaf. */
function readLeaf(state: BlockState, type: string, close: string): boolean {
  const end = state.finder.find(close, state.pos + (type === 'xml_pi' ? 2 : 4));
  if (end < 0) return false;
  const element = textElement(state.src.slice(state.pos, end + close.length), state.lineHere(), type);
  element.block = true;
  state.add(element);
  state.pos = end + close.length;
  return true;
}

/** Reads what begins with `<` inside raw HTML. True where it closes the element. */
function readRawMarkup(state: BlockState, element: Element): boolean {
  const { src, pos } = state;
  if (src.startsWith('<!--', pos) && readLeaf(state, 'xml_comment', '-->')) return false;
  if (src.startsWith('<?', pos) && readLeaf(state, 'xml_pi', '?>')) return false;
  const open = state.depth < maxDepth ? readOpenTag(src, pos) : undefined;
  if (open !== undefined) {
    readElement(state, open, state.lineHere());
    return false;
  }
  const close = readCloseTag(src, pos);
  if (close === undefined) {
    addPlain(state, pos + 1);
    return false;
  }
  if (element.tag === (knownElements.has(element.tag) ? close.name.toLowerCase() : close.name)) {
    state.pos = close.end;
    return true;
  }
  state.document.warn(`Found invalidly used HTML closing tag for '${close.name}' - ignoring it`, state.lineHere());
  addPlain(state, close.end);
  return false;
}

function isMarkup(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos + 1);
  return code === 47 || code === 63 || src.startsWith('!--', pos + 1) || isTagName(src, pos + 1);
}

/** Reads an element's content where nothing but HTML counts. */
export function readRaw(state: BlockState, element: Element): void {
  const { src, parent } = state;
  state.parent = element;
  state.depth++;
  while (state.pos < src.length) {
    let next = src.indexOf('<', state.pos);
    while (next >= 0 && !isMarkup(src, next)) next = src.indexOf('<', next + 1);
    if (next < 0) {
      addPlain(state, src.length);
      if (element.type === 'html_element') {
        state.document.warn(`Found no end tag for '${element.tag}' - auto-closing it`, element.line);
      }
      break;
    }
    addPlain(state, next);
    if (readRawMarkup(state, element)) break;
  }
  state.depth--;
  state.parent = parent;
}

/** An HTML block: a comment, an element, or the closing tag of the element whose blocks are being read. */
export function htmlBlock(state: BlockState): boolean {
  const { src, pos, start } = state;
  if (start === pos && src.startsWith('<!--', pos) && readLeaf(state, 'xml_comment', '-->')) {
    skipLineRest(state);
    return true;
  }
  const open = readOpenTag(src, start);
  if (open !== undefined) {
    if (spanElements.has(open.name.toLowerCase())) return false;
    const line = state.lineHere();
    state.pos = start;
    readElement(state, open, line);
    if (state.document.options.htmlToNative) convertToNative(lastChild(state.parent)!);
    return true;
  }
  const close = readCloseTag(src, start);
  if (close === undefined || state.parent.type !== 'html_element') return false;
  const name = close.name.toLowerCase();
  if (spanElements.has(name) || state.parent.tag !== name) return false;
  state.pos = close.end;
  state.isStopped = true;
  return true;
}
