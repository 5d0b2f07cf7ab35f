import { type GenerateTools, type Plugin, priorities } from '../core/plugin.js';
import { matchesEntry } from '../core/text/fnmatch.js';
import { type Config, type Document, type Site, staticFiles } from '../core/types.js';
import {
  asArray,
  createDocumentMemo,
  isMarkdown,
  mapDocuments,
  optionsOf,
  withExcerptOf,
  withoutExcerpt,
  writtenDocuments,
} from './values.js';

const space = '[\\t\\n\\v\\f\\r ]';
// Lengths are bounded, so that a text of brackets only is done in a time that follows its length.
const title = String.raw`(${space}+"(?:\\"|[^"]){0,2000}(?<!\\)"|${space}+"(?:\\'|[^']){0,2000}(?<!\\)')?`;
const inline = String.raw`\[((?:(?!\]\()[^\n]){0,1000})\]\((?=[^)]{1,2000}\))([^)]{1,2000}?)(#[^\n]{1,500}?)?${title}\)`;
const reference = String.raw`(?<![^\n])${space}{0,100}?\[([^\n]{0,1000}?)\]: ([^\n]{1,2000}?)(#[^\n]{1,500}?)?${title}${space}*?(?![^\n])`;
const link = new RegExp(`${inline}|${reference}`, 'g');

/** jekyll-relative-links: links in Markdown to files of the source become links to what is made of them. */
export const relativeLinks: Plugin = {
  name: 'jekyll-relative-links',
  priority: priorities.lowest,
  generate(site, tools) {
    const options = optionsOf(site.config, 'relative_links');
    if (options === undefined) return site;
    const excluded = asArray(options.get('exclude'));
    const urls = settledUrls(site);
    const coversCollections = options.get('collections') === true;
    const change = (document: Document): Document => {
      const isCovered = document.kind === 'page' || document.isWritten;
      if (!isCovered || !isMarkdown(site.config, document.extension)) return document;
      if (matchesEntry(excluded, document.path, () => false)) return document;
      return linked(document, urls, () => withOwnBeginning(tools, document, withLinks(tools, urls, document)));
    };
    return mapDocuments(site, change, { pagesOnly: !coversCollections });
  },
};

const linked = createDocumentMemo<Document>();
const lastUrls = new WeakMap<Config, ReadonlyMap<string, string>>();

/** What every path is found at: the same object as long as everything is found where it was. */
function settledUrls(site: Site): ReadonlyMap<string, string> {
  const urls = urlsByPath(site);
  const last = lastUrls.get(site.config);
  if (last !== undefined && isSame(last, urls)) return last;
  lastUrls.set(site.config, urls);
  return urls;
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, url] of a) if (b.get(path) !== url) return false;
  return true;
}

/** What a path of the source is found at; pages before static files before documents. */
function urlsByPath(site: Site): Map<string, string> {
  const urls = new Map<string, string>();
  for (const { path, route } of [...site.pages, ...staticFiles(site), ...writtenDocuments(site)]) {
    if (!urls.has(path)) urls.set(path, route.url);
  }
  return urls;
}

function withLinks(tools: GenerateTools, urls: ReadonlyMap<string, string>, document: Document): Document {
  if (!document.body.includes(']')) return document;
  const slash = document.path.lastIndexOf('/');
  const folder = slash < 0 ? '' : document.path.slice(0, slash);
  const body = document.body.replace(link, (...match: (string | undefined)[]) => {
    const [whole, ...groups] = match;
    const isInline = groups[1] !== undefined;
    const [text, path, fragment = '', after = ''] = isInline ? groups.slice(0, 4) : groups.slice(4, 8);
    const url = path === undefined || isElsewhere(path) ? undefined : urls.get(sourcePath(path, folder));
    if (url === undefined) return whole!;
    const target = tools.relativeUrl(url) + fragment + after;
    return isInline ? `[${text}](${target})` : `\n[${text}]: ${target}`;
  });
  return body === document.body ? document : tools.changeDocument(document, { body, url: document.route.url });
}

/** A document's excerpt is the beginning of its text then, even where it has one of its own, or of what a redirect replaced. */
function withOwnBeginning(tools: GenerateTools, document: Document, linkedOne: Document): Document {
  const { kind, body, excerpt } = document;
  const data = withoutExcerpt(document.data);
  const isOfOther = body === '' && excerpt !== undefined && excerpt.text !== '';
  if (kind === 'page' || (data === document.data && !isOfOther)) return linkedOne;
  const changed = tools.changeDocument(linkedOne, { data, url: document.route.url });
  // Without a separator the gem finds an empty one at the start.
  return changed.excerpt === undefined ? withExcerptOf({ ...document, excerpt: { text: '' } }, changed) : changed;
}

/** A fragment of the page itself, or a URL with a scheme. */
function isElsewhere(path: string): boolean {
  return path.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(path);
}

/** The path of the source that a link means; '' for none. */
function sourcePath(path: string, folder: string): string {
  if (path.startsWith('//')) return '';
  const parts = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  // To Ruby, a path that begins with `~` begins in a home folder.
  if (/^\/?~/.test(path) || parts[0]?.startsWith('~')) return '';
  for (const part of path.replace(/^\//, '').split('/')) {
    if (part === '..') {
      // Above the source folder there is nothing to link to.
      if (parts.pop() === undefined) return '';
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return decode(parts.join('/'));
}

/** As Ruby's CGI has it: a percent sign without two digits stays; '' where the bytes are no text. */
function decode(path: string): string {
  try {
    return path.replaceAll('+', ' ').replace(/(?:%[\da-fA-F]{2})+/g, (bytes) => decodeURIComponent(bytes));
  } catch {
    return '';
  }
}
