import type { BlockState } from '../block-state.js';
import { Element } from '../element.js';
import { matchAt } from '../html/html-patterns.js';
import { nextLine } from '../text.js';
import { indentedLinesEnd, outdent } from './code-block.js';

const mark = /\[\^(\w[\w-]*)\]:/y;

/** `[^name]: text`, with indented blocks after it. */
export function footnoteDefinition(state: BlockState): boolean {
  const { src, start } = state;
  if (src.charCodeAt(start + 1) !== 94) return false;
  const found = matchAt(mark, src, start);
  if (found === null) return false;
  const name = found[1]!;
  const from = start + found[0].length;
  const end = indentedLinesEnd(src, nextLine(src, from));
  const line = state.lineHere();
  const content = new Element('footnote_def', '', line);
  state.pos = end;
  state.parseText(content, outdent(src.slice(from, end)));
  const { footnotes } = state.document;
  if (footnotes.has(name)) state.document.warn(`Duplicate footnote name '${name}' - overwriting`, line);
  footnotes.set(name, { content, mark: state.addMark('footnote_def'), isReferenced: false });
  return true;
}
