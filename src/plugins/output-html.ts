import type { RenderedDocument } from '../core/plugin.js';
import type { Document } from '../core/types.js';
import { toS } from '../core/values/ruby.js';
import { parseHtml, replaceTexts } from './html/html.js';
import { serializeHtml } from './html/serialize.js';

/** Whether a document's output is HTML that a filter of html-pipeline may change. */
export function isHtmlOutput(document: Document): boolean {
  return (
    document.isWritten && (document.outputExtension === '.html' || toS(document.data.get('permalink')).endsWith('/'))
  );
}

/**
 * Puts the texts of a page's body (of the whole output where it has none) through `change`, where `isIn` says that there is something to change.
 * The HTML is written again then, as html-pipeline does. A document of a collection `pages` goes through twice: Jekyll's
 * plugins take it once for a page and once for a document.
 */
export function changeBodyTexts(
  { document, output }: RenderedDocument,
  isIn: (html: string) => boolean,
  ignored: ReadonlySet<string>,
  change: (html: string) => string,
): string {
  const once = changeOnce(output, isIn, ignored, change);
  return document.collection === 'pages' ? changeOnce(once, isIn, ignored, change) : once;
}

function changeOnce(
  output: string,
  isIn: (html: string) => boolean,
  ignored: ReadonlySet<string>,
  change: (html: string) => string,
): string {
  const rewrite = (html: string): string => {
    if (!isIn(html)) return html;
    const root = parseHtml(html);
    replaceTexts(root, ignored, change);
    return serializeHtml(root);
  };
  const opening = output.includes('<body') ? /<body([\s\S]*?)>[\t\n\v\f\r ]*/.exec(output) : null;
  if (opening === null) return output.includes('<body') ? output : rewrite(output);
  const start = opening.index + opening[0].length;
  const end = output.indexOf('</body>', start);
  const body = output.slice(start, end < 0 ? undefined : end);
  const changed = rewrite(body);
  return changed === body ? output : output.slice(0, start) + changed + (end < 0 ? '' : output.slice(end));
}
