import { lazily } from '../../core/lazily.js';
import { spanElements } from './html/html-names.js';
import { matchAt, tagName } from './html/html-patterns.js';
import { isSpace } from './text.js';

/** The positions that begin and end the parts of a block attribute list. */
export interface AttributeLine {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

/** The end of the blank lines at a position, or -1. */
export function blankEnd(src: string, pos: number): number {
  let end = -1;
  for (let i = pos; i < src.length; i++) {
    const code = src.charCodeAt(i);
    if (!isSpace(code)) break;
    if (code === 10) end = i + 1;
  }
  return end;
}

/** The position after white space and a line feed, or -1: `\s*?\n`. */
export function restOfLineEnd(src: string, pos: number): number {
  for (let i = pos; i < src.length; i++) {
    const code = src.charCodeAt(i);
    if (code === 10) return i + 1;
    if (!isSpace(code)) return -1;
  }
  return -1;
}

/** The position after at most three spaces. */
export function skipIndent(src: string, pos: number): number {
  const max = pos + 3;
  while (pos < max && src.charCodeAt(pos) === 32) pos++;
  return pos;
}

/** Whether `^` stands alone on the line at a position: the end of that line, or -1. */
export function endOfBlockEnd(src: string, pos: number): number {
  return src.charCodeAt(pos) === 94 ? restOfLineEnd(src, pos + 1) : -1;
}

/** More escaped braces than this are not looked through, so that no text costs more than a few passes over it. */
const maxEscapedBraces = 200;

/**
 * The brace that closes what was begun before `start`, with the right thing after it. Escaped braces may close too, if
 * none else does.
 */
export function closingBrace(src: string, start: number, isEnd: (after: number) => boolean, isEmpty = false): number {
  const escaped: number[] = [];
  for (let brace = src.indexOf('}', start); brace >= 0; brace = src.indexOf('}', brace + 1)) {
    if (src.charCodeAt(brace - 1) === 92 && brace - 1 >= start) {
      escaped.push(brace);
      if (escaped.length > maxEscapedBraces) return -1;
      continue;
    }
    if ((brace > start || isEmpty) && isEnd(brace + 1)) return brace;
    break;
  }
  for (const brace of escaped.reverse()) if (isEnd(brace + 1)) return brace;
  return -1;
}

/** The end of an attribute list's text in running text, or -1. `start` is the position after its opening mark. */
export function attributeTextEnd(src: string, start: number): number {
  return closingBrace(src, start, () => true);
}

/** The end of an attribute list's text that must end its line, or -1. */
export function attributeLineStop(src: string, start: number): number {
  return closingBrace(src, start, (after) => restOfLineEnd(src, after) >= 0);
}

/** A block attribute list `{: …}` (without its indentation) at a position. */
export function attributeLine(src: string, pos: number): AttributeLine | undefined {
  if (src.charCodeAt(pos) !== 123 || src.charCodeAt(pos + 1) !== 58) return undefined;
  const after = src.charCodeAt(pos + 2);
  if (after === 58 || after === 47) return undefined;
  const stop = attributeLineStop(src, pos + 2);
  return stop < 0 ? undefined : { start: pos + 2, stop, end: restOfLineEnd(src, stop + 1) };
}

const leadingWord = lazily(() => /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/u);

/** Whether a tag of a block element (or of an unknown one) begins at a position, where `<` stands. */
export function isBlockTag(src: string, pos: number): boolean {
  const isClosing = src.charCodeAt(pos + 1) === 47;
  const found = matchAt(tagName(), src, pos + (isClosing ? 2 : 1));
  if (found === null) return false;
  const word = leadingWord().exec(found[0])?.[0] ?? '';
  if (spanElements.has(word) || word === 'script') return false;
  if (!isClosing) return true;
  let end = pos + 2 + found[0].length;
  while (isSpace(src.charCodeAt(end))) end++;
  return src.charCodeAt(end) === 62;
}

/** Whether a line that is not blank ends lazily continued text: an attribute list (where there are such), `^`, or a block tag. */
export function isTextStop(src: string, pos: number, hasLists = true): boolean {
  const start = skipIndent(src, pos);
  switch (src.charCodeAt(start)) {
    case 123:
      return hasLists && attributeLine(src, start) !== undefined;
    case 60:
      return isBlockTag(src, start);
    case 94:
      return start === pos && endOfBlockEnd(src, pos) >= 0;
    default:
      return false;
  }
}

/** Whether lazily continued text ends at a line: blank, the text's end, or `isTextStop`. */
export function isLazyEnd(src: string, pos: number, hasLists = true): boolean {
  if (pos >= src.length) return true;
  const code = src.charCodeAt(pos);
  if (isSpace(code) && blankEnd(src, pos) >= 0) return true;
  return isTextStop(src, pos, hasLists);
}

/** Whether a block may end at a position: a blank line, `^`, an attribute list or the text's end. */
export function isBlockBoundary(src: string, pos: number): boolean {
  if (pos >= src.length) return true;
  if (blankEnd(src, pos) >= 0 || endOfBlockEnd(src, pos) >= 0) return true;
  const start = skipIndent(src, pos);
  return src.charCodeAt(start) === 123 && attributeLine(src, start) !== undefined;
}
