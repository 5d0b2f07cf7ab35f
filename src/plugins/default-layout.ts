import { type Plugin, priorities } from '../core/plugin.js';
import type { Document, Site } from '../core/types.js';
import { isMarkdown, mapDocuments, withExcerptOf } from './values.js';

/** jekyll-default-layout: Markdown without a layout gets `home`, `page` or `post`, else `default`, as far as they exist. */
export const defaultLayout: Plugin = {
  name: 'jekyll-default-layout',
  priority: priorities.lowest,
  generate(site, tools) {
    return mapDocuments(site, (document) => {
      const isCovered = document.kind === 'page' || document.collection === 'posts';
      if (!isCovered || !isMarkdown(site.config, document.extension) || document.data.has('layout')) return document;
      // Where there is none, nil is what it gets.
      const layout = layoutFor(site, document) ?? null;
      const data = new Map(document.data).set('layout', layout);
      const changed = tools.changeDocument(document, { data, url: document.route.url });
      // Other plugins may have given it another excerpt than its text has.
      return changed.excerpt?.text === document.excerpt?.text ? changed : withExcerptOf(document, changed);
    });
  },
};

function layoutFor(site: Site, document: Document): string | undefined {
  const wanted = [document.kind === 'page' ? 'page' : 'post', 'default'];
  if (document.route.url === '/') wanted.unshift('home');
  return wanted.find((name) => site.layouts.has(name));
}
