import type { StateCore } from 'markdown-it';

/** A run of hyphens as em and en dashes, as cmark divides it. */
function dashes(run: string): string {
  const count = run.length;
  if (count % 3 === 0) return '—'.repeat(count / 3);
  if (count % 2 === 0) return '–'.repeat(count / 2);
  if (count % 3 === 2) return `${'—'.repeat((count - 2) / 3)}–`;
  return `${'—'.repeat((count - 4) / 3)}––`;
}

/** A quotation mark that has no partner: an apostrophe, or one that opens or closes by what is before it. */
function loneQuote(quote: string, at: number, text: string): string {
  return quote === "'" ? '’' : at === 0 || /\s/.test(text[at - 1]!) ? '“' : '”';
}

/** Dashes, ellipses and lone quotation marks, as cmark's `SMART` option makes them. */
export function smartPunctuation(state: StateCore): void {
  for (const token of state.tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== 'text') continue;
      child.content = child.content
        .replace(/\.\.\./g, '…')
        .replace(/-{2,}/g, dashes)
        .replace(/['"]/g, loneQuote);
    }
  }
}
