import type { StateCore } from 'markdown-it';

/** A run of hyphens as em and en dashes, as cmark divides it. */
function dashes(run: string): string {
  const count = run.length;
  if (count % 3 === 0) return '—'.repeat(count / 3);
  if (count % 2 === 0) return '–'.repeat(count / 2);
  if (count % 3 === 2) return `${'—'.repeat((count - 2) / 3)}–`;
  return `${'—'.repeat((count - 4) / 3)}––`;
}

/** Dashes and ellipses, as cmark's `SMART` option makes them. */
export function smartPunctuation(state: StateCore): void {
  for (const token of state.tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== 'text') continue;
      child.content = child.content.replace(/\.\.\./g, '…').replace(/-{2,}/g, dashes);
    }
  }
}
