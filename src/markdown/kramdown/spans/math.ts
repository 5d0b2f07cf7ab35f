import { textElement } from '../element.js';
import type { SpanState } from '../span-state.js';
import { trim } from '../text.js';

/** Mathematics between `$$`. */
export function mathSpan(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 1) !== 36) return false;
  const end = state.finder.find('$$', pos + 2);
  if (end < 0) return false;
  state.add(textElement(trim(src.slice(pos + 2, end)), state.parent.line, 'math'));
  state.pos = end + 2;
  return true;
}
