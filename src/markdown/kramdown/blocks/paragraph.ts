import type { BlockState } from '../block-state.js';
import { isLazyEnd, skipIndent } from '../boundaries.js';
import { addText, lastChild } from '../element.js';
import { nextLine, trimEnd, trimStart } from '../text.js';
import { marksEnd } from './header.js';
import { isListStart, markerEnd } from './list-item.js';

function isAtxStart(src: string, pos: number): boolean {
  const at = marksEnd(src, pos);
  const code = src.charCodeAt(at);
  return at > pos && (code === 32 || code === 9);
}

export function isFenceStart(src: string, pos: number): boolean {
  for (let i = 0; i < 3; i++) {
    const code = src.charCodeAt(pos + i);
    if (code !== 96 && code !== 126) return false;
  }
  return true;
}

/** Whether a paragraph ends before a line. GFM's `paragraph_end` quirk lets more than a blank line end it. */
export function isParagraphEnd(src: string, pos: number, isQuirky: boolean): boolean {
  if (pos >= src.length) return true;
  const code = src.charCodeAt(pos);
  // Most lines begin with a letter or are blank.
  if (code > 96) return code < 123 || code > 127 ? false : isMarkedEnd(src, pos, isQuirky);
  return code === 10 || isMarkedEnd(src, pos, isQuirky);
}

function isMarkedEnd(src: string, pos: number, isQuirky: boolean): boolean {
  const start = skipIndent(src, pos);
  const code = src.charCodeAt(start);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127) return false;
  if (isLazyEnd(src, pos) || (code === 58 && markerEnd(src, pos, 'dl') >= 0)) return true;
  if (!isQuirky) return false;
  switch (code) {
    case 62:
      return true;
    case 35:
      return start === pos && isAtxStart(src, pos);
    case 96:
    case 126:
      return isFenceStart(src, start);
    default:
      return isListStart(src, pos);
  }
}

/** Text, until a blank line or something that may interrupt it. */
export function paragraph(state: BlockState): boolean {
  const { src, pos } = state;
  const { isGfm, endsParagraphs, isPlainMarkdown } = state.document.options;
  const isQuirky = isGfm && endsParagraphs;
  let end = Math.min(state.stop + 1, src.length);
  if (isPlainMarkdown) while (!isLazyEnd(src, end, false)) end = nextLine(src, end);
  else while (!isParagraphEnd(src, end, isQuirky)) end = nextLine(src, end);
  const text = trimEnd(src.slice(pos, end));
  const last = lastChild(state.parent);
  if (last?.type === 'p') {
    const lastText = lastChild(last);
    if (lastText?.type === 'raw_text') {
      lastText.content += (pos >= 3 && src.startsWith('  \n', pos - 3) ? '  \n' : '\n') + text;
    } else addText(last, text, 'raw_text');
  } else {
    const element = state.create('p');
    state.add(element);
    addText(element, trimStart(text), 'raw_text');
  }
  state.pos = end;
  return true;
}
