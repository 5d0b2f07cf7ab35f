import { Element } from '../element.js';
import { SpanState } from '../span-state.js';
import { isSpace } from '../text.js';

const closing = /[^ \t\r\n\f\v~]~~/g;

/** GFM's `~~deleted~~`. */
export function strikethrough(state: SpanState): boolean {
  const { src, pos, document } = state;
  const from = pos + 2;
  const first = src.charCodeAt(from);
  if (src.charCodeAt(pos + 1) !== 126 || from >= src.length || first === 126 || isSpace(first) || !state.canTry())
    return false;
  const found = state.finder.match(closing, from);
  if (found < 0) return false;
  const end = src.codePointAt(found)! > 0xffff ? found + 2 : found + 1;
  const element = new Element('html_element', '', state.lineHere());
  element.tag = 'del';
  state.add(element);
  const inner = new SpanState(state.md, document, state.sets);
  inner.reset(src.slice(from, end), element, element.line);
  inner.depth = state.depth;
  inner.parseInto(element);
  state.pos = end + 2;
  return true;
}
