import { applyAttributeList } from '../apply-attribute-list.js';
import { Element } from '../element.js';
import { matchAt } from '../html/html-patterns.js';
import type { SpanState } from '../span-state.js';

const marker = /\[\^(\w[\w-]*)\]/y;

/** `[^name]`. */
export function footnoteMarker(state: SpanState): boolean {
  if (state.src.charCodeAt(state.pos + 1) !== 94) return false;
  const found = matchAt(marker, state.src, state.pos);
  if (found === null) return false;
  const name = found[1]!;
  const { document } = state;
  const footnote = document.footnotes.get(name);
  const line = state.lineHere();
  if (footnote === undefined) {
    document.warn(`Footnote definition for '${name}' not found`, line);
    state.addPlain(state.pos + found[0].length);
    return true;
  }
  if (!footnote.isReferenced) {
    footnote.isReferenced = true;
    const { mark } = footnote;
    if (mark.ial !== undefined) applyAttributeList(mark, mark.ial, document.attributeLists);
  }
  const element = new Element('footnote', name, line);
  element.attrs = footnote.mark.attrs;
  element.ial = footnote.mark.ial;
  element.meta = { footnote };
  state.add(element);
  state.pos += found[0].length;
  return true;
}
