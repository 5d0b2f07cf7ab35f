/** Wraps lines of highlighted code (from 1) in `<span class="hll">`; spans over several lines are cut at their ends. */
export function markLines(html: string, numbers: readonly number[]): string {
  const marked = new Set(numbers);
  return splitLines(html)
    .map((line, index) => (marked.has(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

/** Highlighted code in a table with the numbers of its lines beside it. */
export function numberLines(html: string): string {
  const code = html.endsWith('\n') || /\n<\/span>$/.test(html) ? html : `${html}\n`;
  const count = code.split('\n').length - 1;
  let numbers = '';
  for (let line = 1; line <= count; line++) numbers += `${line}\n`;
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
