import type { BlockState } from '../block-state.js';
import { normalizeLinkId } from '../document.js';
import { matchAt } from '../html-patterns.js';

const definition =
  /\[([^\n\]]+)\]:[ \t]*(?:<([^\n]*?)>|([^\n]*?[^ \t\r\n\f\v][^\n]*?))(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?(["'])([^\n]+?)\4)?[ \t]*?\n/y;

/** Longer lines are no definitions: the pattern's cost grows faster than their length. */
const maxLength = 4000;

/** `[id]: url "title"`. */
export function linkDefinition(state: BlockState): boolean {
  const { src, start } = state;
  if (state.stop - start > maxLength) return false;
  const found = matchAt(definition, src, start);
  if (found === null || /[ \t]+["']/.test(found[3] ?? '')) return false;
  const id = normalizeLinkId(found[1]!);
  const line = state.lineHere();
  state.pos = start + found[0].length;
  if (state.document.links.has(id)) state.document.warn(`Duplicate link ID '${id}' - overwriting`, line);
  const mark = state.addMark('link_def');
  state.document.links.set(id, { url: found[2] ?? found[3]!, title: found[5], mark });
  return true;
}
