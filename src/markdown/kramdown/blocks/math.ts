import type { BlockState } from '../block-state.js';
import { isSpace, trim } from '../text.js';

/** A block of mathematics between `$$`. */
export function mathBlock(state: BlockState): boolean {
  const { src, start } = state;
  const isEscaped = src.charCodeAt(start) === 92;
  const open = isEscaped ? start + 1 : start;
  if (!src.startsWith('$$', open)) return false;
  const close = state.finder.find('$$', open + 2);
  if (close < 0 || !state.isAfterBoundary()) return false;
  let end = close + 2;
  while (end < src.length && isSpace(src.charCodeAt(end)) && src.charCodeAt(end) !== 10) end++;
  const isLineEnd = src.charCodeAt(end) === 10;
  if (isEscaped) {
    if (isLineEnd) {
      state.pos = open;
      state.start = open;
    }
    return false;
  }
  const { pos } = state;
  const line = state.lineHere();
  state.pos = isLineEnd ? end + 1 : close + 2;
  if (!state.isBeforeBoundary()) {
    state.pos = pos;
    return false;
  }
  const element = state.create('math', trim(src.slice(open + 2, close)), line);
  element.block = true;
  state.add(element);
  return true;
}
