import type { BlockState } from '../block-state.js';
import { isLazyEnd } from '../boundaries.js';
import { nextLine } from '../text.js';

/** The text of a quote without its marks. */
export function quotedText(lines: string): string {
  return lines.replace(/(^|\n) {0,3}> ?/g, '$1');
}

/** A block quote, with the lines that lazily continue it. */
export function blockquote(state: BlockState): boolean {
  const { src } = state;
  const element = state.create('blockquote');
  let end = nextLine(src, state.start);
  const hasLists = !state.document.options.isPlainMarkdown;
  while (!isLazyEnd(src, end, hasLists)) end = nextLine(src, end);
  const text = quotedText(src.slice(state.pos, end));
  state.add(element);
  state.pos = end;
  state.parseText(element, text);
  return true;
}
