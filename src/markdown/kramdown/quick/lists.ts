import { type Marker, markerEnd } from '../blocks/list-item.js';
import { blankEnd } from '../boundaries.js';
import { type Finder, isSpace, lineEnd, nextLine } from '../text.js';
import { isTextStart } from './starts.js';

/** Where an item's text stands. */
export interface ItemText {
  readonly start: number;
  readonly end: number;
}

/** A list whose items are a line of text each. */
export interface PlainList {
  readonly type: 'ul' | 'ol';
  readonly items: readonly ItemText[];
  readonly end: number;
}

function readItem(src: string, pos: number, type: Marker, finder: Finder): ItemText | undefined {
  let start = markerEnd(src, pos, type, 0);
  if (start < 0) return undefined;
  while (src.charCodeAt(start) === 32) start++;
  let end = lineEnd(src, start);
  const isTask = src.charCodeAt(start) === 91 && src.charCodeAt(start + 2) === 93;
  const pipe = finder.find('|', start);
  if (isTask || (pipe >= 0 && pipe < end) || !isTextStart(src, start)) return undefined;
  while (isSpace(src.charCodeAt(end - 1))) end--;
  return { start, end };
}

/**
 * The list at a position, if it is a plain one.
 *
 * @param finder searches the text
 */
export function readPlainList(src: string, pos: number, finder: Finder): PlainList | undefined {
  const type = markerEnd(src, pos, 'ul') >= 0 ? 'ul' : 'ol';
  const items: ItemText[] = [];
  let at = pos;
  for (; at < src.length && !isSpace(src.charCodeAt(at)); at = nextLine(src, at)) {
    const item = readItem(src, at, type, finder);
    if (item === undefined) return undefined;
    items.push(item);
  }
  const blank = at < src.length ? blankEnd(src, at) : at;
  const goesOn = blank < 0 || isSpace(src.charCodeAt(blank)) || markerEnd(src, blank, type) >= 0;
  return goesOn ? undefined : { type, items, end: at };
}
