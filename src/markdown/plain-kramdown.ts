import { toHash } from '../core/values/values.js';
import { createHighlighter, type Highlighter } from './highlight/highlighter.js';
import { readPlainOptions } from './kramdown/options/options.js';
import { createMarkdown, type MarkdownResult } from './markdown.js';

let highlighter: Highlighter | undefined;

function highlight(code: string, language: string | undefined): string {
  highlighter ??= createHighlighter();
  return highlighter.highlight(code, language);
}

/**
 * Converts a text as kramdown does without Jekyll, with kramdown's own defaults:
 * `renderKramdown('*a*').html` is what `Kramdown::Document.new('*a*').to_html` gives in Ruby.
 *
 * @param options kramdown's options by their names: `{ input: 'GFM', auto_ids: false, toc_levels: '1..3' }`. Throws an
 *   Error for a value that kramdown refuses
 */
export function renderKramdown(text: string, options: Readonly<Record<string, unknown>> = {}): MarkdownResult {
  return createMarkdown({ dialect: 'kramdown', kramdown: readPlainOptions(toHash(options)), highlight }).render(text);
}
