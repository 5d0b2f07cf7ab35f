import type { BlockState } from '../block-state.js';
import { addText } from '../element.js';
import { nextLine } from '../text.js';

/** A line that is nothing but text. */
export function textLine(state: BlockState): boolean {
  const end = nextLine(state.src, state.pos);
  addText(state.parent, state.src.slice(state.pos, end), 'raw_text');
  state.pos = end;
  return true;
}
