import { type GenerateTools, type Plugin, priorities } from '../core/plugin.js';
import type { Document } from '../core/types.js';
import type { Hash } from '../core/values.js';
import { asHash, isMarkdown, mapDocuments, normalizeWhitespace, setting, stripHtml, withExcerptOf } from './values.js';

/** The first heading of a text, where nothing stands before it: `# Title`, or underlined. */
const heading = /^(?<![\s\S])\s*(?:#{1,3}\s+(.*)(?:\s+#{1,3})?|(.*)\r?\n[-=]+\s*)$/m;

/** jekyll-titles-from-headings: Markdown without a title takes that of its first heading. */
export const titlesFromHeadings: Plugin = {
  name: 'jekyll-titles-from-headings',
  priority: priorities.lowest,
  generate(site, tools) {
    const options = asHash(setting(site.config, 'titles_from_headings'));
    if (options.get('enabled') === false) return site;
    const change = (document: Document): Document =>
      isMarkdown(site.config, document.extension) ? withTitle(tools, options, document) : document;
    return mapDocuments(site, change, { pagesOnly: options.get('collections') !== true });
  },
};

function withTitle(tools: GenerateTools, options: Hash, document: Document): Document {
  // Documents of collections have a title from their file's name, which a heading beats.
  const given = document.data.get('title') ?? null;
  if (document.kind === 'page' ? given !== null : !document.isWritten) return document;
  const found = heading.exec(document.body);
  const own = document.data.get('strip_title');
  const strips = document.data.has('strip_title') ? own === true : options.get('strip_title') === true;
  const title = found === null ? given : plainTitle(tools, found[1] ?? found[2] ?? '');
  const body = strips ? document.body.replace(heading, '').trim() : document.body;
  if (title === given && body === document.body) return document;
  const data = new Map(document.data).set('title', title);
  const changed = tools.changeDocument(document, { data, body, url: document.route.url });
  // Only posts get another excerpt where their heading is taken away.
  return document.collection === 'posts' ? changed : withExcerptOf(document, changed);
}

function plainTitle(tools: GenerateTools, markdown: string): string {
  return normalizeWhitespace(stripHtml(tools.markdownify(markdown))).replace(/\[\^[^\]]*\]/g, '');
}
