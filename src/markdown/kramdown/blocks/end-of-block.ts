import type { BlockState } from '../block-state.js';
import { endOfBlockEnd } from '../boundaries.js';

/** `^` on a line of its own ends a block. */
export function endOfBlock(state: BlockState): boolean {
  const end = endOfBlockEnd(state.src, state.pos);
  if (end < 0) return false;
  state.addMark();
  state.pos = end;
  return true;
}
