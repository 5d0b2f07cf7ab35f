import { lazily } from '../../core/lazily.js';
import type { GenerateTools, NewPage } from '../../core/plugin.js';
import type { Zone } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import type { Config, Document, Site } from '../../core/types.js';
import { mapDocuments, newestPosts } from '../values.js';
import { fromPlain, hashToPlain, withChanges } from './plain.js';
import type { AddedPage, PlainObject, PluginDocument, PluginSite, PluginTools } from './types.js';

/** A document that a plugin may change, and what it came to. */
export interface DocumentFacade {
  readonly shown: PluginDocument;
  readonly document: Document;
  /** The document with the changes; the same object where there are none. */
  apply(tools: GenerateTools, config: Config): Document;
}

/** Shows a document to a plugin; its data is copied when first asked for. */
export function showDocument(document: Document, text: { content?: string; output?: string } = {}): DocumentFacade {
  let data: PlainObject | undefined;
  const { id, kind, path, collection, date, route } = document;
  const shown: PluginDocument = {
    ...{ id, kind, path, url: route.url, collection, date: date && new Date(date.epochMs) },
    get data() {
      return (data ??= hashToPlain(document.data));
    },
    set data(value) {
      data = value;
    },
    content: text.content ?? document.body,
    ...(text.output === undefined ? {} : { output: text.output }),
  };
  return {
    shown,
    document,
    apply(tools, config) {
      const changed =
        data === undefined
          ? document.data
          : withChanges(document.data, asObject(data, `\`data\` of ${path}`), createZone(config.timezone));
      const body = String(shown.content ?? '');
      if (changed === document.data && body === document.body) return document;
      return tools.changeDocument(document, { data: changed, body });
    },
  };
}

/** The site as a plugin sees it, and the site with what it changed. */
export interface SiteFacade {
  readonly shown: PluginSite;
  readonly documents: ReadonlyMap<Document, DocumentFacade>;
  show(document: Document): PluginDocument;
  apply(tools: GenerateTools): Site;
}

/** Shows a site to a plugin. Lists and documents are made when first asked for. */
export function showSite(site: Site, outputOf?: (document: Document) => string | undefined): SiteFacade {
  const documents = new Map<Document, DocumentFacade>();
  const added: NewPage[] = [];
  const removed = new Set<string>();
  const members = new Map<string, unknown>();
  const zone = lazily(() => createZone(site.config.timezone));
  const config = lazy(() => Object.freeze(hashToPlain(site.config.values)));
  const data = lazy(() => hashToPlain(site.data));
  const show = (document: Document): PluginDocument => {
    let facade = documents.get(document);
    if (facade === undefined)
      documents.set(document, (facade = showDocument(document, { output: outputOf?.(document) })));
    return facade.shown;
  };
  const all = shownList('documents', () =>
    [...site.collections.values()].flatMap((collection) => collection.documents.map(show)),
  );
  const posts = shownList('posts', () => newestPosts(site).map(show));
  const pages = shownList('pages', () => site.pages.map(show));
  const collections = lazy(() =>
    Object.fromEntries([...site.collections].map(([label, collection]) => [label, collection.documents.map(show)])),
  );
  const shown: PluginSite = {
    ...{ source: site.config.source, destination: site.config.destination, time: new Date(site.time.epochMs) },
    get config() {
      return config.get();
    },
    get posts() {
      return posts.get();
    },
    get pages() {
      return pages.get();
    },
    get documents() {
      return all.get();
    },
    get collections() {
      return collections.get();
    },
    get staticFiles() {
      return site.assets.map(({ path, route }) => ({ path, url: route.url }));
    },
    get data() {
      return data.get();
    },
    set data(value) {
      data.set(value);
    },
    addPage: (page) => added.push(newPage(page, zone())),
    removePage: ({ id }) => removed.add(id),
    set: (name, value) => members.set(name, value),
  };
  return {
    shown,
    documents,
    show,
    apply: (tools) => {
      for (const list of [posts, pages, all]) list.check();
      const changed = mapDocuments(site, (document) => documents.get(document)?.apply(tools, site.config) ?? document);
      return withAdditions(changed, tools, { added, removed, members, data: data.peek() });
    },
  };
}

function newPage({ path, data = {}, content = '', url }: AddedPage, zone: Zone): NewPage {
  if (typeof path !== 'string') throw new TypeError('addPage needs the path that a file of the page would have.');
  const front = fromPlain(asObject(data, `\`data\` of ${path}`), zone) as Map<unknown, unknown>;
  return { path, data: front, body: String(content), url };
}

function asObject(value: unknown, what: string): PlainObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new TypeError(`${what} has to be an object.`);
  return value as PlainObject;
}

interface Additions {
  readonly added: readonly NewPage[];
  readonly removed: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, unknown>;
  readonly data: PlainObject | undefined;
}

function withAdditions(site: Site, tools: GenerateTools, { added, removed, members, data }: Additions): Site {
  const zone = createZone(site.config.timezone);
  let result = site;
  if (added.length > 0 || removed.size > 0) {
    const kept = site.pages.filter(({ id }) => !removed.has(id));
    result = { ...result, pages: [...kept, ...added.map((page) => tools.createPage(page))] };
  }
  if (members.size > 0) {
    const values = [...members].map(([name, value]) => [name, fromPlain(value, zone)] as const);
    result = { ...result, members: new Map<unknown, unknown>([...(site.members ?? []), ...values]) };
  }
  const changed = data === undefined ? site.data : withChanges(site.data, asObject(data, '`site.data`'), zone);
  return changed === site.data ? result : { ...result, data: changed };
}

interface Lazy<T> {
  get(): T;
  set(value: T): void;
  /** The value where it was asked for. */
  peek(): T | undefined;
}

function lazy<T>(make: () => T): Lazy<T> {
  let value: T | undefined;
  return { get: () => (value ??= make()), set: (given) => (value = given), peek: () => value };
}

/** A list of documents; what a plugin itself adds to it would go nowhere. */
function shownList(name: string, make: () => PluginDocument[]): { get(): readonly PluginDocument[]; check(): void } {
  let count = 0;
  const list = lazy(() => {
    const made = make();
    count = made.length;
    return made;
  });
  return {
    get: list.get,
    check() {
      if ((list.peek()?.length ?? 0) <= count) return;
      throw new TypeError(`What is added to site.${name} is no part of the site: add pages by site.addPage.`);
    },
  };
}

/** The tools of a generator, as a user's plugin has them. */
export function showTools(tools: GenerateTools, origin: string): PluginTools {
  return {
    readFile: (path) => tools.readFile(path)?.text,
    markdownify: (text) => tools.markdownify(text),
    slugify: (text, mode) => tools.slugify(text, mode),
    relativeUrl: (url) => tools.relativeUrl(url),
    absoluteUrl: (url) => tools.absoluteUrl(url),
    warn: (message, path = origin) => tools.report({ severity: 'warning', code: 'plugin/warning', message, path }),
  };
}
