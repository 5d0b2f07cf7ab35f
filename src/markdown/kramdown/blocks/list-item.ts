import { createAttributeList, readAttributeList } from '../attribute-list.js';
import type { BlockState } from '../block-state.js';
import { attributeLine, attributeTextEnd, isBlockTag, skipIndent } from '../boundaries.js';
import type { Element } from '../element.js';
import { isSpace, trimStart } from '../text.js';
import { hasText } from './code-block.js';

export type Marker = 'ul' | 'ol' | 'dl';

/** The position after a list marker with at most `maxIndent` spaces before it, or -1. */
export function markerEnd(src: string, pos: number, type: Marker, maxIndent = 3): number {
  const max = pos + maxIndent;
  while (pos < max && src.charCodeAt(pos) === 32) pos++;
  let code = src.charCodeAt(pos);
  if (type === 'ol') {
    const start = pos;
    while (code >= 48 && code <= 57) code = src.charCodeAt(++pos);
    if (pos === start || code !== 46) return -1;
  } else if (type === 'ul' ? code !== 42 && code !== 43 && code !== 45 : code !== 58) return -1;
  const after = src.charCodeAt(pos + 1);
  return after === 32 || after === 9 || after === 124 ? pos + 1 : -1;
}

/** Whether an ordered or unordered list begins at a position. */
export function isListStart(src: string, pos: number): boolean {
  const code = src.charCodeAt(skipIndent(src, pos));
  if (code >= 48 && code <= 57) return markerEnd(src, pos, 'ol') >= 0;
  return (code === 42 || code === 43 || code === 45) && markerEnd(src, pos, 'ul') >= 0;
}

/** The first line of an item: its text, and how far content must be indented to belong to the item. */
export interface FirstLine {
  text: string;
  readonly indentation: number;
}

/** The end of an attribute list at the start of an item's text with the white space after it, or -1. */
function itemListEnd(text: string): { start: number; stop: number; end: number } | undefined {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  if (!text.startsWith('{:', start)) return undefined;
  if (/^(?:(?:\w[\w-]*)?:|\/)/.test(text.slice(start + 2, start + 200))) return undefined;
  const stop = attributeTextEnd(text, start + 2);
  if (stop < 0) return undefined;
  let end = stop + 1;
  while (isSpace(text.charCodeAt(end))) end++;
  return { start: start + 2, stop, end };
}

/** Reads what follows the marker on its line. `width` is the marker's with the spaces before it. */
export function readFirstLine(width: number, content: string): FirstLine {
  const list = itemListEnd(content);
  if (!hasText(content, 0) || list?.end === content.length) return { text: trimStart(content), indentation: 4 };
  for (let found = /^( *)(\t+)/.exec(content); found !== null; found = /^( *)(\t+)/.exec(content)) {
    const column = found[1]!.length + width;
    const spaces = 4 - (column % 4) + (found[2]!.length - 1) * 4;
    content = found[1] + ' '.repeat(spaces) + content.slice(found[0].length);
  }
  let spaces = 0;
  while (content.charCodeAt(spaces) === 32) spaces++;
  return { text: trimSpace(content), indentation: width + spaces };
}

function trimSpace(text: string): string {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  return text.slice(start);
}

/** Takes the attribute list from the start of an item's text and gives it to the item. */
export function takeItemList(state: BlockState, item: Element, text: string, line: number): string {
  const list = state.document.options.isPlainMarkdown ? undefined : itemListEnd(text);
  if (list === undefined) return text;
  item.ial ??= createAttributeList();
  const inner = text.slice(list.start, list.stop);
  if (!readAttributeList(inner, item.ial)) {
    state.document.warn(`No or invalid attributes found in IAL/ALD content: ${inner}`, line);
  }
  return text.slice(list.end);
}

/** Whether a line with text is indented far enough to belong to an item. */
export function isContentLine(src: string, pos: number, indentation: number): boolean {
  let at = pos;
  for (let units = Math.floor(indentation / 4); units > 0; units--) {
    if (src.charCodeAt(at) === 9) at++;
    else if (src.startsWith('    ', at)) at += 4;
    else return false;
  }
  const rest = indentation % 4;
  if (rest > 0 && !src.startsWith('   '.slice(0, rest), at) && src.charCodeAt(at) !== 9) return false;
  return hasText(src, at);
}

/** Whether a line lazily continues an item's text. */
export function isLazyLine(src: string, pos: number, indentation: number): boolean {
  if (!hasText(src, pos)) return false;
  let start = pos;
  const max = pos + Math.min(indentation, 3);
  while (start < max && src.charCodeAt(start) === 32) start++;
  const code = src.charCodeAt(start);
  if (code === 123) return attributeLine(src, start) === undefined;
  return !(code === 60 && isBlockTag(src, start));
}

/** A line of an item without its indentation, and whether it had all of it. */
export function outdentLine(line: string, indentation: number): { text: string; isIndented: boolean } {
  let tabs = 0;
  while (line.charCodeAt(tabs) === 9) tabs++;
  if (tabs > 0) line = '    '.repeat(tabs) + line.slice(tabs);
  let spaces = 0;
  while (spaces < indentation && line.charCodeAt(spaces) === 32) spaces++;
  return spaces === indentation ? { text: line.slice(spaces), isIndented: true } : { text: line, isIndented: false };
}
