import { type GenerateTools, type Plugin, priorities } from '../core/plugin.js';
import { strip, withSingleSpaces } from '../core/text/strip.js';
import { stripHtml } from '../core/text/strip-html.js';
import type { Document } from '../core/types.js';
import type { Hash } from '../core/values/values.js';
import { createDocumentMemo, isMarkdown, mapDocuments, optionsOf, withExcerptOf, withoutExcerpt } from './values.js';

const space = '[\\t\\n\\v\\f\\r ]';
/** A heading where it is: `# Title`, with an empty one that may be on a line below; or underlined. */
const heading = new RegExp(
  `(?:#{1,3}${space}+([^\\n]*)(?:${space}+#{1,3}(?![^\\n]))?|([^\\n]*)\\n[-=]+${space}*)(?![^\\n])`,
  'y',
);
/** A line of dashes under an empty one, which the gem takes for a heading too. */
const emptyHeading = new RegExp(`\\r?\\n[-=]+${space}*(?![^\\n])`, 'y');

/** The first heading of a text, where only white space stands before it, and where it ends. */
function findHeading(text: string): { readonly title: string; readonly end: number } | undefined {
  const start = /[^\t\n\v\f\r ]|$/.exec(text)!.index;
  heading.lastIndex = start;
  const found = heading.exec(text);
  if (found !== null) return { title: found[1] ?? found[2] ?? '', end: heading.lastIndex };
  emptyHeading.lastIndex = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  return start > 0 && emptyHeading.test(text) ? { title: '', end: emptyHeading.lastIndex } : undefined;
}

/** jekyll-titles-from-headings: Markdown without a title takes that of its first heading. */
export const titlesFromHeadings: Plugin = {
  name: 'jekyll-titles-from-headings',
  priority: priorities.lowest,
  generate(site, tools) {
    const options = optionsOf(site.config, 'titles_from_headings');
    if (options === undefined) return site;
    const isTaken = (document: Document): boolean => isMarkdown(site.config, document.extension);
    const change = (document: Document): Document =>
      isTaken(document) ? titled(document, site.config, () => withTitle(tools, options, document)) : document;
    return mapDocuments(site, change, { pagesOnly: options.get('collections') !== true });
  },
};

const titled = createDocumentMemo<Document>();

function withTitle(tools: GenerateTools, options: Hash, document: Document): Document {
  // Documents of collections have a title from their file's name, which a heading beats.
  const given = document.data.get('title') ?? null;
  const isPage = document.kind === 'page';
  // Of what pages have by default, the gem sees a title only where front matter has no empty one, and `strip_title` never.
  const own = isPage && (given !== null || document.data.has('strip_title')) ? tools.ownData(document) : document.data;
  const isTitled = given !== null && (!own.has('title') || own.get('title') !== null);
  if (isPage ? isTitled : !document.isWritten) return document;
  const found = findHeading(document.body);
  const strips = (own.has('strip_title') ? own : options).get('strip_title') === true;
  const title = found === undefined ? given : plainTitle(tools, found.title);
  const body = strips ? strip(document.body.slice(found?.end ?? 0)) : document.body;
  const data = new Map(document.data).set('title', title);
  const change = { data, body, url: document.route.url };
  if (strips && document.collection === 'posts') {
    // Only posts get another excerpt where their heading is taken away, even those that have one of their own.
    const changed = tools.changeDocument(document, { ...change, data: withoutExcerpt(data) });
    if (changed.excerpt !== undefined) return changed;
  }
  // Where there is no heading, there is a title all the same, without a value.
  if (title === given && body === document.body && document.data.has('title')) return document;
  return withExcerptOf(document, tools.changeDocument(document, change));
}

function plainTitle(tools: GenerateTools, markdown: string): string {
  return withSingleSpaces(stripHtml(tools.markdownify(markdown))).replace(/\[\^[^\]]*\]/g, '');
}
