import { textElement } from '../element.js';
import type { SpanState } from '../span-state.js';
import { isSpace } from '../text.js';

/** Code between runs of backticks. */
export function codeSpan(state: SpanState): boolean {
  const { src, pos } = state;
  let after = pos + 1;
  while (src.charCodeAt(after) === 96) after++;
  const isSimple = after - pos === 1;
  const isFree = isSimple && (pos === 0 || isSpace(src.charCodeAt(pos - 1))) && isSpace(src.charCodeAt(after));
  const end = isFree ? -1 : state.finder.find(src.slice(pos, after), after);
  if (end < 0) {
    state.addPlain(after);
    return true;
  }
  let text = src.slice(after, end);
  if (!isSimple) {
    if (text.charCodeAt(0) === 32) text = text.slice(1);
    if (text.charCodeAt(text.length - 1) === 32) text = text.slice(0, -1);
  }
  state.add(textElement(text, state.parent.line, 'codespan'));
  state.pos = end + after - pos;
  return true;
}
