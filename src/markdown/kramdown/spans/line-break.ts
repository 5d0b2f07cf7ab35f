import { textElement } from '../element.js';
import type { SpanState } from '../span-state.js';

/** Two spaces or two backslashes at the end of a line. */
export function lineBreak(state: SpanState): boolean {
  const { src, pos } = state;
  const code = src.charCodeAt(pos);
  if (src.charCodeAt(pos + 2) !== 10 || src.charCodeAt(pos + 1) !== code || (code !== 32 && code !== 92)) return false;
  state.add(textElement('', state.parent.line, 'br'));
  state.pos += 2;
  return true;
}
