import type { BlockState } from '../block-state.js';
import { blankEnd } from '../boundaries.js';
import { lastChild } from '../element.js';

/** Blank lines: one element for all that follow each other. */
export function blankLine(state: BlockState): boolean {
  const end = blankEnd(state.src, state.pos);
  if (end < 0) return false;
  const text = state.src.slice(state.pos, end);
  const last = lastChild(state.parent);
  if (last?.type === 'blank') last.content += text;
  else state.add(state.create('blank', text));
  state.pos = end;
  return true;
}
