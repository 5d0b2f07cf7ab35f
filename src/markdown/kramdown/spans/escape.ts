import type { SpanState } from '../span-state.js';

/** Characters that a backslash takes their meaning from. */
export const escapable = new Set('\\.*_+`<>()[]{}#!:|"\'$=-');

/** A backslash before a character that means something; in GFM before `~` too. */
export function escapeChar(state: SpanState): boolean {
  const char = state.src[state.pos + 1];
  if (char === undefined) return false;
  if (!escapable.has(char) && !(char === '~' && state.document.options.isGfm)) return false;
  state.addText(char);
  state.pos += 2;
  return true;
}
