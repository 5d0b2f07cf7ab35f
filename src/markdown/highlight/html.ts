import type { HighlightOptions } from '../../core/template.js';

/** The table of line numbers and code that Rouge's table formatter makes of spans. */
export interface TableClasses {
  readonly table: string;
  readonly gutter: string;
  readonly code: string;
}

/** Rouge's own class names, as kramdown's `line_numbers` prints them. */
export const rougeTable: TableClasses = { table: 'rouge-table', gutter: 'rouge-gutter', code: 'rouge-code' };

/** The class names of Jekyll's `{% highlight … linenos %}`. */
const jekyllTable: TableClasses = { table: 'rouge-table', gutter: 'gutter', code: 'code' };

/** Spans in a table with a gutter of line numbers from `firstLine`; `shown` is what to print in place of the plain spans. */
export function wrapTable(spans: string, classes: TableClasses, firstLine = 1, shown = spans): string {
  const breaks = spans.split('\n').length - 1;
  const ended = /\n(?:<\/span>)?$/.test(spans);
  const numbers = Array.from({ length: ended ? breaks : breaks + 1 }, (_, index) => firstLine + index).join('\n');
  return (
    `<table class="${classes.table}"><tbody><tr><td class="${classes.gutter} gl"><pre class="lineno">${numbers}\n</pre></td>` +
    `<td class="${classes.code}"><pre>${shown}${ended ? '' : '\n'}</pre></td></tr></tbody></table>`
  );
}

/** Spans cut at line ends, each line complete in itself and without its newline. */
export function spanLines(spans: string): string[] {
  const lines: string[] = [];
  let line = '';
  let open = '';
  for (const [part] of spans.matchAll(/<span class="[^"]*">|<\/span>|\n|[^<\n]+/g)) {
    if (part === '\n') {
      lines.push(line);
      line = '';
    } else if (part === '</span>') open = '';
    else if (part.startsWith('<')) open = part;
    else line += open === '' ? part : `${open}${part}</span>`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Each line with its newline; the marked ones in a span of class `hll`. Lines count from 1. */
export function markLines(spans: string, marked: readonly number[]): string {
  return spanLines(spans)
    .map((line, index) => (marked.includes(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

/**
 * Spans as `{% highlight %}` prints them with its options. Jekyll knows one kind of line numbers, the table, whatever
 * `linenos` is given.
 */
export function applyOptions(spans: string, options: HighlightOptions, classes: TableClasses = jekyllTable): string {
  const shown = options.markLines?.length ? markLines(spans, options.markLines) : spans;
  return options.lineNumbers ? wrapTable(spans, classes, options.firstLine, shown) : shown;
}
