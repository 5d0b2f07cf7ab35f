import { hashText } from '../core/hash-text.js';
import type { DocumentChange, NewPage } from '../core/plugin.js';
import type { Config, Document } from '../core/types.js';
import { createDocument } from './document.js';
import { describeValue } from './fingerprint.js';
import { pageData } from './read-documents.js';
import { type ReadOptions, readSettings } from './settings.js';

/** Makes the documents that plugins ask for, with the site's defaults, permalinks and excerpts. */
export interface DocumentFactory {
  createPage(page: NewPage): Document;
  changeDocument(document: Document, change: DocumentChange): Document;
}

/** A factory for a configuration; `options` as given to `readSite`. Both throw SiteError for a bad permalink. */
export function createDocumentFactory(config: Config, options: ReadOptions = {}): DocumentFactory {
  const settings = readSettings(config, options);
  return {
    createPage(page) {
      const path = page.path.replace(/^\/+/, '');
      const defaults = settings.defaults.of(path, 'pages');
      const permalink = page.data.has('permalink') ? page.data.get('permalink') : (defaults.get('permalink') ?? null);
      const document = createDocument(
        {
          kind: 'page',
          id: page.id ?? `generated:${path}`,
          path,
          data: pageData(page.data, defaults),
          permalink,
          body: page.body,
          ...(page.url === undefined ? {} : { url: page.url }),
          ...(page.name === undefined ? {} : { name: page.name }),
        },
        settings,
      );
      return withExtras(document, page);
    },
    changeDocument(document, change) {
      const { kind, id, path, file, collection, isDraft, bodyLine } = document;
      const data = change.data ?? document.data;
      const changed = createDocument(
        {
          ...{ kind, id, path, file, collection, isDraft, bodyLine, data },
          body: change.body ?? document.body,
          isWritten: change.isWritten ?? document.isWritten,
          ...(change.url === undefined ? {} : { url: change.url }),
          ...(change.url === undefined && keepsUrl(document, data) ? { url: document.route.url } : {}),
        },
        settings,
      );
      return withExtras(changed, { paginator: change.paginator ?? document.paginator, name: document.name });
    },
  };
}

/** Whether nothing that the URL is made of is different. */
function keepsUrl(document: Document, data: Document['data']): boolean {
  const keys = ['permalink', 'slug', 'categories', 'date'];
  return keys.every((key) => describeValue(document.data.get(key)) === describeValue(data.get(key)));
}

function withExtras(document: Document, extras: Pick<Document, 'paginator' | 'name'>): Document {
  const { paginator, name } = extras;
  if (paginator === undefined && name === undefined) return document;
  const hash = hashText(`${document.hash} ${describeValue(paginator)} ${name ?? ''}`);
  return {
    ...document,
    ...(paginator === undefined ? {} : { paginator }),
    ...(name === undefined ? {} : { name }),
    hash,
  };
}
