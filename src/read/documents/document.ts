import { SiteError } from '../../core/diagnostics.js';
import { baseName, extensionOf } from '../../core/paths.js';
import { expandPagePermalink, permalinkExtension, routeOf } from '../../core/route.js';
import { hashText } from '../../core/text/hash-text.js';
import { offsetOf, Time } from '../../core/time/time.js';
import type { Document, Excerpt, Route, SourceFile } from '../../core/types.js';
import { inspect, isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { invalidPermalink } from '../file-problems.js';
import { describeValue } from '../fingerprint.js';
import { outputName, withoutTrailingDots } from '../paths.js';
import type { ReadSettings } from '../settings.js';
import { extractExcerpt } from './excerpt.js';
import { expandPermalink, UnknownPlaceholder, withStyleSuffix } from './permalink.js';
import { documentPlaceholders } from './placeholders.js';

/** What a document is made of; URL, excerpt and hash are worked out. */
export interface DocumentParts {
  readonly kind: Document['kind'];
  /** Its path where it is not given. */
  readonly id?: string;
  /** Relative to the source folder. */
  readonly path: string;
  readonly file?: SourceFile;
  readonly collection?: string;
  readonly isDraft?: boolean;
  /** All its data, defaults and what is added included. */
  readonly data: Hash;
  /** The same of a page of a file, without defaults: these have no say in its excerpt. */
  readonly ownData?: Hash;
  /** Its date where `data` has none; the time of the build otherwise. Its place among others does not follow from it. */
  readonly undated?: Time;
  /** Its permalink, where it is not that of `data`; null for none. */
  readonly permalink?: unknown;
  readonly body: string;
  readonly bodyLine?: number;
  /** The file that the body is read from, where it is another than `path`. */
  readonly bodyFile?: string;
  /** What `page.content` shows until the render, where it is not the body. */
  readonly rawContent?: string;
  readonly isWritten?: boolean;
  /** False for one that gets no excerpt in any case; true for a page that has one although it has no file of its own. */
  readonly hasExcerpt?: boolean;
  /** Its URL, where it is given as it stands. */
  readonly url?: string;
  /** The last part of its path, where a plugin names it differently. */
  readonly name?: string;
  /** Members that templates see besides its data, where a plugin adds some. */
  readonly members?: readonly string[];
  /** What is hashed for data and body, where it is known to change whenever they do. */
  readonly contentHash?: string;
}

const htmlExtensions = new Set(['.html', '.xhtml', '.htm']);

/** Makes a document: its route from permalink and path, its excerpt, its hash. Throws SiteError for a bad permalink. */
export function createDocument(parts: DocumentParts, settings: ReadSettings): Document {
  const { kind, path, data, body } = parts;
  const name = outputName(path);
  const permalink = parts.permalink === undefined ? data.get('permalink') : parts.permalink;
  const outputExtension = outputExtensionOf(name, permalink, settings);
  const date = dateOf(parts, settings);
  const url = parts.url ?? urlOf(parts, { name, permalink, outputExtension, date }, settings);
  const route = routeOf(url, outputExtension, kind);
  const excerpt = excerptOf(parts, outputExtension, settings);
  // Jekyll makes a page's excerpt before it knows the defaults.
  if (excerpt !== undefined && parts.ownData !== undefined && data !== parts.ownData) data.delete('excerpt');
  const isWritten = parts.isWritten ?? true;
  return {
    id: parts.id ?? path,
    kind,
    path,
    ...(parts.name === undefined ? {} : { name: parts.name }),
    ...(parts.members === undefined ? {} : { members: parts.members }),
    ...(parts.file === undefined ? {} : { file: parts.file }),
    ...(parts.collection === undefined ? {} : { collection: parts.collection }),
    ...(parts.isDraft === undefined ? {} : { isDraft: parts.isDraft }),
    data,
    body,
    bodyLine: parts.bodyLine ?? 1,
    ...(parts.bodyFile === undefined ? {} : { bodyFile: parts.bodyFile }),
    ...(parts.rawContent === undefined ? {} : { rawContent: parts.rawContent }),
    extension: extensionOf(path),
    outputExtension,
    ...(date === undefined ? {} : { date }),
    route,
    isWritten,
    ...(excerpt === undefined ? {} : { excerpt }),
    hash: hashOf(parts, route, outputExtension, isWritten, excerpt),
  };
}

function outputExtensionOf(name: string, permalink: unknown, settings: ReadSettings): string {
  const own = typeof permalink === 'string' ? permalinkExtension(permalink) : '';
  return own === '' ? settings.outputExtension(extensionOf(name)) : own;
}

function dateOf({ kind, data, undated }: DocumentParts, settings: ReadSettings): Time | undefined {
  const date = data.get('date');
  if (kind === 'page') return date instanceof Time ? date : undefined;
  return date instanceof Time ? date : (undated ?? settings.time);
}

/** What a URL is made of. */
interface UrlParts {
  readonly name: string;
  readonly permalink: unknown;
  readonly outputExtension: string;
  readonly date: Time | undefined;
}

function urlOf(parts: DocumentParts, url: UrlParts, settings: ReadSettings): string {
  if (isTruthy(url.permalink) && typeof url.permalink !== 'string')
    throw invalidPermalink(parts.path, `The permalink should be a text, but is ${inspect(url.permalink)}.`);
  return parts.kind === 'page' ? pageUrl(parts, url, settings) : documentUrl(parts, url, settings);
}

function pageUrl(parts: DocumentParts, { name, permalink, outputExtension }: UrlParts, settings: ReadSettings): string {
  // That of the defaults Jekyll knows only later, and makes the root of it.
  if (parts.ownData?.get('permalink') === '') throw invalidPermalink(parts.path, `Invalid permalink in ${parts.path}`);
  const own = (parts.name ?? baseName(name)).replace(/^\/+/, '');
  const end = name.endsWith(own) ? name.length - own.length : name.lastIndexOf('/') + 1;
  const folder = end === 0 ? '' : `/${name.slice(0, end - 1)}`;
  const basename = withoutTrailingDots(own.slice(0, own.length - extensionOf(own).length));
  const template = isTruthy(permalink) ? String(permalink) : pageTemplate(basename, outputExtension, settings);
  return expandPagePermalink(template, [
    ['path', folder],
    ['basename', basename],
    ['output_ext', outputExtension],
  ]);
}

function pageTemplate(basename: string, outputExtension: string, settings: ReadSettings): string {
  if (!htmlExtensions.has(outputExtension)) return '/:path/:basename:output_ext';
  return basename === 'index' ? '/:path/' : withStyleSuffix('/:path/:basename', settings.permalinkStyle);
}

/** What the URL of a document of a collection is made after: its own permalink, or its collection's. */
export function addressTemplate(permalink: unknown, collection: string, settings: ReadSettings): string {
  return isTruthy(permalink) ? String(permalink) : settings.templateOf(collection);
}

function documentUrl(parts: DocumentParts, url: UrlParts, settings: ReadSettings): string {
  const collection = parts.collection ?? '';
  const template = addressTemplate(url.permalink, collection, settings);
  const placeholders = documentPlaceholders({
    collection,
    path: url.name,
    cleanPath: cleanPath(url.name, collection, settings),
    outputExtension: url.outputExtension,
    data: parts.data,
    date: url.date ?? settings.time,
    compat: settings.config.compat,
  });
  try {
    return expandPermalink(template, placeholders);
  } catch (error) {
    if (!(error instanceof UnknownPlaceholder)) throw error;
    throw isTruthy(url.permalink)
      ? invalidPermalink(parts.path, error.message)
      : invalidTemplate(error.message, collection, settings);
  }
}

/** An error about the permalink that the configuration gives a collection, or all documents. */
function invalidTemplate(message: string, collection: string, { config }: ReadSettings): SiteError {
  const { diagnostic } = invalidPermalink('_config.yml', message);
  const collections = config.values.get('collections');
  const own = collections instanceof Map ? collections.get(collection) : undefined;
  const template: unknown = own instanceof Map ? own.get('permalink') : undefined;
  // Posts have that of all documents where they have none of their own.
  const isOwn = isTruthy(template) && template !== config.values.get('permalink');
  return new SiteError(isOwn ? { ...diagnostic, setting: ['collections', collection, 'permalink'] } : diagnostic);
}

/** The path in the collection's folder, without extension: `/sub/name`. */
export function cleanPath(path: string, collection: string, settings: ReadSettings): string {
  const prefix = settings.collectionsPrefix;
  const relative = prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const bare = relative.slice(0, relative.length - extensionOf(relative).length);
  return withoutTrailingDots(bare.replace(`_${collection}`, () => ''));
}

/** What ends the excerpt of a document with some data; '' where it has none. */
export function separatorOf(data: Hash, settings: ReadSettings): string {
  const own = data.get('excerpt_separator');
  return isTruthy(own) ? toS(own) : settings.excerptSeparator;
}

function excerptOf(parts: DocumentParts, outputExtension: string, settings: ReadSettings): Excerpt | undefined {
  const { kind, ownData: data = parts.data } = parts;
  if (parts.hasExcerpt === false || isTruthy(data.get('excerpt'))) return undefined;
  if (kind === 'page' && !(settings.pageExcerpts && htmlExtensions.has(outputExtension))) return undefined;
  if (kind === 'page' && parts.file === undefined && parts.hasExcerpt !== true) return undefined;
  const separator = separatorOf(data, settings);
  if (separator === '') return undefined;
  return { text: extractExcerpt(parts.body, separator, settings.blocks).text };
}

function hashOf(
  parts: DocumentParts,
  route: Route,
  outputExtension: string,
  isWritten: boolean,
  excerpt: Excerpt | undefined,
): string {
  const date = parts.data.get('date') ?? parts.undated;
  return hashText(
    [
      parts.id ?? parts.path,
      parts.path,
      parts.kind,
      parts.collection ?? '',
      String(parts.isDraft),
      parts.contentHash ?? `${describeValue(parts.data)}\n${parts.body}`,
      date instanceof Time ? `${date.epochMs} ${date.nanos} ${offsetOf(date)}` : '',
      `${parts.bodyLine ?? 1} ${parts.bodyFile ?? ''}`,
      parts.rawContent ?? '',
      route.url,
      route.output,
      outputExtension,
      String(isWritten),
      excerpt === undefined ? '-' : String(excerpt.text.length),
      excerpt === undefined ? '' : excerpt.text.slice(-40),
    ].join('\u0000'),
  );
}
