import type { BlockState } from '../block-state.js';
import { trim } from '../text.js';

/** `*[short]: long`. */
export function abbreviationDefinition(state: BlockState): boolean {
  const { src, start } = state;
  if (src.charCodeAt(start) !== 42 || src.charCodeAt(start + 1) !== 91) return false;
  const end = state.stop;
  const close = src.indexOf(']:', start + 3);
  if (close < 0 || close >= end) return false;
  const short = src.slice(start + 2, close);
  const line = state.lineHere();
  const { abbreviations } = state.document;
  if (abbreviations.has(short)) state.document.warn(`Duplicate abbreviation ID '${short}' - overwriting`, line);
  state.pos = end + 1;
  abbreviations.set(short, { title: trim(src.slice(close + 2, end)), mark: state.addMark('abbrev_def') });
  return true;
}
