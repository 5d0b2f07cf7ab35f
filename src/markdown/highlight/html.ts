import type { HighlightOptions } from '../../core/template.js';

/**
 * Highlighted code as `{% highlight %}` prints it with its options. Jekyll knows one kind of line numbers, the table, whatever
 * `linenos` is given.
 */
export function applyOptions(
  html: string,
  { markLines: marked, lineNumbers, firstLine = 1 }: HighlightOptions,
): string {
  const shown = marked === undefined ? html : markLines(html, marked);
  return lineNumbers ? numberLines(shown, firstLine) : shown;
}

/** Wraps lines of highlighted code (from 1) in `<span class="hll">`; spans over several lines are cut at their ends. */
function markLines(html: string, numbers: readonly number[]): string {
  const marked = new Set(numbers);
  return splitLines(html)
    .map((line, index) => (marked.has(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

/** Highlighted code in a table with the numbers of its lines, from `first`, beside it. */
function numberLines(html: string, first: number): string {
  const code = html.endsWith('\n') || /\n<\/span>$/.test(html) ? html : `${html}\n`;
  const count = code.split('\n').length - 1;
  let numbers = '';
  for (let line = first; line < first + count; line++) numbers += `${line}\n`;
  return (
    '<table class="rouge-table"><tbody><tr>' +
    `<td class="gutter gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="code"><pre>${code}</pre></td></tr></tbody></table>`
  );
}

function splitLines(html: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of html.replace(/\n$/, '').split('\n')) {
    let text = open + line;
    for (const [mark] of line.matchAll(/<[^>]*>/g)) open = mark === '</span>' ? '' : mark;
    if (open !== '') text += '</span>';
    // A span that begins at the very end of a line holds nothing of it.
    lines.push(text.replace(/<span[^>]*><\/span>/g, ''));
  }
  return lines;
}
