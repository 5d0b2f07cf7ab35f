import type { BlockState } from '../block-state.js';
import { skipIndent } from '../boundaries.js';

/** The end of a horizontal rule's line at a position, or -1. */
export function horizontalRuleEnd(src: string, pos: number): number {
  let at = skipIndent(src, pos);
  const mark = src.charCodeAt(at);
  if (mark !== 42 && mark !== 45 && mark !== 95) return -1;
  let count = 0;
  for (; at < src.length; at++) {
    const code = src.charCodeAt(at);
    if (code === mark) count++;
    else if (code === 10) return count >= 3 ? at + 1 : -1;
    else if (code !== 32 && code !== 9) return -1;
  }
  return -1;
}

/** Three or more of `*`, `-` or `_` on a line of their own. */
export function horizontalRule(state: BlockState): boolean {
  const end = horizontalRuleEnd(state.src, state.pos);
  if (end < 0) return false;
  state.add(state.create('hr'));
  state.pos = end;
  return true;
}
