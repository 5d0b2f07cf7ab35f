import type { BlockState } from '../block-state.js';
import { restOfLineEnd } from '../boundaries.js';
import { addText, setAttribute } from '../element.js';
import { lineEnd, trimEnd } from '../text.js';

const startChars =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const explicitId = new RegExp(
  `[\\t ]\\{#([${startChars}][${startChars}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*)\\}$`,
  'u',
);

interface HeaderText {
  readonly text: string;
  readonly id: string | undefined;
}

/** Splits `{#id}` from a header's text. */
export function headerText(line: string): HeaderText {
  const text = trimEnd(line);
  if (text.charCodeAt(text.length - 1) !== 125) return { text, id: undefined };
  const found = explicitId.exec(text);
  return found === null ? { text, id: undefined } : { text: trimEnd(text.slice(0, found.index)), id: found[1]! };
}

function addHeader(state: BlockState, level: number, text: string, id: string | undefined, end: number): boolean {
  if (text === '') return false;
  const element = state.create('header');
  element.level = level;
  element.rawText = text;
  addText(element, text, 'raw_text');
  if (id !== undefined) setAttribute(element, 'id', id);
  state.add(element);
  state.pos = end;
  return true;
}

/** The text without the marks that close it; `needsSpace` where they count only after a space. */
export function withoutClosingMarks(text: string, needsSpace: boolean): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 35) end--;
  if (end === text.length) return text;
  const before = text.charCodeAt(end - 1);
  if (needsSpace) return before === 32 || before === 9 ? trimEnd(text.slice(0, end - 1)) : text;
  if (before === 92) end++;
  return end === text.length ? text : trimEnd(text.slice(0, end));
}

/** The position after at most six `#`. */
export function marksEnd(src: string, pos: number): number {
  let after = pos;
  while (after < pos + 6 && src.charCodeAt(after) === 35) after++;
  return after;
}

/** A header of one to six `#`. GFM wants a space after them; its `paragraph_end` quirk wants no blank line before. */
export function atxHeader(state: BlockState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 35) return false;
  const after = marksEnd(src, pos);
  const level = after - pos;
  let start = after;
  while (src.charCodeAt(start) === 32 || src.charCodeAt(start) === 9) start++;
  const { isGfm, endsParagraphs } = state.document.options;
  if (isGfm && start === after) return false;
  if (!(isGfm && endsParagraphs) && !state.isAfterBoundary()) return false;
  // Without GFM the text may begin with the line's end, so that a lone mark takes the next line.
  const end = lineEnd(src, !isGfm && src.charCodeAt(start) === 10 ? start + 1 : start);
  if (!isGfm && end >= src.length) return false;
  const { text, id } = headerText(src.slice(start, end));
  return addHeader(state, level, withoutClosingMarks(text, isGfm && endsParagraphs), id, end + 1);
}

/** The position after the line under a header, or -1. */
export function underlineEnd(src: string, pos: number): number {
  let at = pos;
  while (src.charCodeAt(at) === 45 || src.charCodeAt(at) === 61) at++;
  return at === pos ? -1 : restOfLineEnd(src, at);
}

/** The level of a header with such a line under it. */
export function underlinedLevel(src: string, pos: number): number {
  return src.charCodeAt(pos) === 45 ? 2 : 1;
}

/** A header of a line and a line of `=` or `-` under it. */
export function setextHeader(state: BlockState): boolean {
  const { src, start, stop: end } = state;
  const after = underlineEnd(src, end + 1);
  if (after < 0 || !state.isAfterBoundary()) return false;
  const { text, id } = headerText(src.slice(start, end));
  return addHeader(state, underlinedLevel(src, end + 1), text, id, after);
}
