import type { BlockState } from '../block-state.js';
import { blankEnd, isTextStop } from '../boundaries.js';
import { isSpace, lineEnd } from '../text.js';

/** Whether a line holds anything but white space. */
export function hasText(src: string, pos: number): boolean {
  while (pos < src.length && src.charCodeAt(pos) !== 10) {
    if (!isSpace(src.charCodeAt(pos))) return true;
    pos++;
  }
  return false;
}

/** Whether a line's first character but spaces and tabs is no white space either: kramdown takes a line of code as one only then. */
function isCode(src: string, pos: number): boolean {
  while (src.charCodeAt(pos) === 32 || src.charCodeAt(pos) === 9) pos++;
  return pos < src.length && !isSpace(src.charCodeAt(pos));
}

/** Whether a line begins with a tab or four spaces. */
export function isIndented(src: string, pos: number): boolean {
  return src.charCodeAt(pos) === 9 || src.startsWith('    ', pos);
}

/** The end of the indented lines at a position and of the lines that lazily continue them (where they may); the position itself where there are none. */
export function indentedLinesEnd(src: string, pos: number, isLazy = true): number {
  for (;;) {
    const blank = blankEnd(src, pos);
    let at = blank < 0 ? pos : blank;
    if (!isIndented(src, at) || !isCode(src, at)) return pos;
    while (at < src.length && isIndented(src, at) && isCode(src, at)) at = lineEnd(src, at) + 1;
    while (isLazy && at < src.length && isCode(src, at) && !isTextStop(src, at)) at = lineEnd(src, at) + 1;
    pos = Math.min(at, src.length);
  }
}

/** Takes one step of indentation from every line. */
export function outdent(text: string): string {
  return text.replace(/(^|\n)(?:\t| {4})/g, '$1');
}

/** A code block by indentation. */
export function codeBlock(state: BlockState): boolean {
  if (!isIndented(state.src, state.pos)) return false;
  const end = indentedLinesEnd(state.src, state.pos, !state.document.options.isPlainMarkdown);
  if (end === state.pos) return false;
  const text = state.src.slice(state.pos, end).replace(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1');
  state.add(state.create('codeblock', outdent(text)));
  state.pos = end;
  return true;
}
