import type { DocumentState, World } from './world.js';

const none: readonly DocumentState[] = [];

/** The style sheets with source maps that were rendered before the document being rendered now, in Jekyll's order. */
export function sheetsBefore({ sheets, rendering }: World): readonly DocumentState[] {
  if (sheets.length === 0 || rendering === undefined) return none;
  const { state, phase } = rendering;
  // All collections come before all pages, and an excerpt can be asked for at any time.
  if (state.document.kind !== 'page' || phase === 'excerpt' || sheets[0]!.order >= state.order) return none;
  return sheets.filter((sheet) => sheet.order < state.order);
}
