import { type Diagnostic, SiteError } from '../../core/diagnostics.js';
import { extensionOf } from '../../core/paths.js';
import { Time } from '../../core/time/time.js';
import type { Document } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import { isTruthy } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import { checkCopy, checkText, excerptWarning, futureWarning, matterProblems, slugWarning } from '../file-problems.js';
import { describeValue } from '../fingerprint.js';
import type { DiskFile } from '../folders/disk-file.js';
import { secondPageId } from '../paths.js';
import { restoreDocument, saveDocument } from '../saved/save-document.js';
import type { KeyTables, KnownFile, SavedFile } from '../saved/saved-files.js';
import type { ReadSettings } from '../settings.js';
import { addressTemplate, createDocument, separatorOf } from './document.js';
import { type DocumentData, type DocumentOrigin, documentData, isNow } from './document-data.js';
import { extractExcerpt } from './excerpt.js';
import { type FrontMatter, parseFrontMatter } from './front-matter.js';
import { withMatterPlace } from './matter-place.js';
import { namesDate, namesSlug } from './placeholders.js';

/** A file as the site has it: no document where it is not published or could not be read. */
export interface ReadResult {
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the document depends on the time of the build, except for the date of a document that has none. */
  readonly isOfMoment?: boolean;
}

const nothing: readonly Diagnostic[] = [];
const descriptions = new WeakMap<Hash, string>();

/** Reads a file once for each configuration; the same document as long as the file is the same. */
function remember(settings: ReadSettings, file: DiskFile, read: () => ReadResult): ReadResult {
  if (file.kept?.by === settings) return file.kept.value as ReadResult;
  const value = file.saved === undefined ? undefined : restored(file.saved, file, settings);
  const result = value ?? collect(file, read);
  if (value === undefined && result.document !== undefined) settings.onRead?.(result.document);
  file.kept = { by: settings, value: result };
  return result;
}

/** What an earlier process read; undefined where another time of the build may make another thing of it. */
function restored({ row }: KnownFile, file: DiskFile, settings: ReadSettings): ReadResult | undefined {
  const saved = row[5];
  if (saved === undefined) return undefined;
  const document = restoreDocument(saved, file, settings);
  // That of the build for a document without a date.
  const isOwn = document.date !== settings.time;
  return isOwn && (isInFuture(document.date, settings) || isNow(document.date, settings))
    ? undefined
    : { document, diagnostics: nothing };
}

/**
 * What is known of a file, for the next process; undefined where it is nothing.
 *
 * @param tables those of the process before, or the same with more
 */
export function saveFile(file: DiskFile, tables: KeyTables): SavedFile | undefined {
  const { hasFrontMatter, hash } = file.known;
  if (hasFrontMatter === undefined && hash === undefined) return undefined;
  const header = hasFrontMatter === undefined ? 0 : hasFrontMatter ? 2 : 1;
  const row = [file.absolutePath, file.size, file.mtimeMs, header, hash ?? 0] as const;
  // Cached for each use, as other readers cache other things.
  const result = file.kept?.value as Partial<ReadResult> | undefined;
  const document = result?.document;
  const known = file.saved?.row;
  if (document === undefined || result?.diagnostics?.length !== 0) return row;
  if (isOfMoment(file) || (known?.[5] === undefined && isDatedByFile(document))) return row;
  const saved = known?.[5] ?? saveDocument(document, file, tables);
  if (known !== undefined && known[3] === header && known[4] === row[4] && known[5] === saved) return known;
  return saved === undefined ? row : [...row, saved];
}

/** Whether the document depends on the time of the build, except for the date of a document that has none. */
export function isOfMoment({ kept }: DiskFile): boolean {
  return (kept?.value as Partial<ReadResult> | undefined)?.isOfMoment === true;
}

/** The document that was read from a file last. */
export function documentOf({ kept }: DiskFile): Document | undefined {
  return (kept?.value as Partial<ReadResult> | undefined)?.document;
}

/** Whether a document has no date of its own. */
function isUndated({ kind, data }: Document): boolean {
  return kind === 'document' && !(data.get('date') instanceof Time);
}

/** Whether a document without a date has the time of its file, as drafts have, and not that of the build. */
function isDatedByFile(document: Document): boolean {
  return isUndated(document) && (document.isDraft === true || isTruthy(document.data.get('draft')));
}

/** Whether the time of the build is in the address of a document that has no date. */
function hasTimeInAddress(document: Document, settings: ReadSettings): boolean {
  const { collection = '', data } = document;
  return isUndated(document) && namesDate(addressTemplate(data.get('permalink'), collection, settings));
}

function collect(file: DiskFile, read: () => ReadResult): ReadResult {
  try {
    return read();
  } catch (error) {
    if (error instanceof SiteError) return { diagnostics: [withMatterPlace(error.diagnostic, file)] };
    throw error;
  }
}

/** What `include` makes of a collection's file besides: a page, kept apart from its document. */
const secondPages = new WeakMap<DiskFile, { readonly by: ReadSettings; readonly value: ReadResult }>();

/** The page that a collection's file is besides, where `include` names its folder. */
export function readSecondPage(file: DiskFile, settings: ReadSettings): ReadResult {
  const kept = secondPages.get(file);
  if (kept?.by === settings) return kept.value;
  const value = collect(file, () => makePage(file, settings, secondPageId(file.path)));
  secondPages.set(file, { by: settings, value });
  return value;
}

/** A page of the site. */
export function readPage(file: DiskFile, settings: ReadSettings): ReadResult {
  return remember(settings, file, () => makePage(file, settings, file.path));
}

function makePage(file: DiskFile, settings: ReadSettings, id: string): ReadResult {
  const problem = checkText(file, false, settings);
  if (problem !== undefined) return { diagnostics: [problem] };
  const matter = readMatter(file, settings);
  const { data: own, body, bodyLine } = matter;
  const diagnostics = matterProblems(matter, settings, true);
  if (!isPublished(own, settings)) return { diagnostics };
  const defaults = settings.defaults.of(file.path, 'pages');
  const document = createDocument(
    {
      kind: 'page',
      id,
      path: file.path,
      file,
      data: pageData(file.path, own, defaults, settings),
      ownData: own,
      permalink: own.has('permalink')
        ? own.get('permalink')
        : (settings.defaults.valueOf(file.path, 'pages', 'permalink') ?? null),
      body,
      bodyLine,
      contentHash: `${file.hash} ${describeDefaults(defaults)}`,
    },
    settings,
  );
  return { document, diagnostics };
}

/** A file's front matter; as in Jekyll, one that is no text has none, and its body is all of it. */
function readMatter(file: DiskFile, settings: ReadSettings): FrontMatter {
  const error = checkCopy(file, settings);
  if (error === undefined) return parseFrontMatter(file.text, file.path);
  return { data: new Map(), body: file.text, bodyLine: 1, error };
}

/**
 * Front matter over defaults; an empty `layout:` means none, in both, where any other empty key leaves what the less
 * special defaults say.
 */
function pageData(path: string, own: Hash, defaults: Hash, settings: ReadSettings): Hash {
  if (defaults.size === 0) return own;
  const data = overDefaults(defaults, own);
  if (own.has('layout')) data.set('layout', own.get('layout'));
  else if (defaults.has('layout')) data.set('layout', settings.defaults.valueOf(path, 'pages', 'layout') ?? null);
  return data;
}

/** A page's own data over its defaults. A `path` counts among its own alone. */
export function overDefaults(defaults: Hash, own: Hash): Hash {
  const data = mergeHashes(defaults, own);
  if (!own.has('path')) data.delete('path');
  return data;
}

function describeDefaults(defaults: Hash): string {
  let text = descriptions.get(defaults);
  if (text === undefined) {
    text = describeValue(defaults);
    descriptions.set(defaults, text);
  }
  return text;
}

/** What a post, a draft or another collection's document is read with. */
export interface DocumentPlace {
  readonly collection: string;
  readonly isDraft: boolean;
  /** Whether the collection is written. */
  readonly isWritten: boolean;
}

/** A post, a draft or another collection's document. */
export function readDocument(file: DiskFile, place: DocumentPlace, settings: ReadSettings): ReadResult {
  return remember(settings, file, () => {
    const problem = checkText(file, place.collection === 'posts', settings);
    if (problem !== undefined) return { diagnostics: [problem] };
    const extension = extensionOf(file.path);
    if (extension === '.yaml' || extension === '.yml') return readYamlDocument(file, place, settings);
    return readTextDocument(file, place, settings);
  });
}

function readTextDocument(file: DiskFile, place: DocumentPlace, settings: ReadSettings): ReadResult {
  const prefix = settings.collectionsPrefix;
  const relativePath = prefix !== '' && file.path.startsWith(prefix) ? file.path.slice(prefix.length) : file.path;
  const { collection, isDraft } = place;
  const matter = readMatter(file, settings);
  const origin = { relativePath, collection, isDraft, frontMatter: matter.data, settings };
  const { data, isOfMoment, error } = dataOf(origin, matter.error);
  const isBroken = error !== undefined;
  const diagnostics = [...matterProblems({ error }, settings, false)];
  // Jekyll dates a draft, or a post that it could not read, once it asks whether that is in the future; where it does not,
  // they are put in order without a date.
  const isUndated = settings.publishesFuture && (isDraft || isBroken);
  if (collection === 'posts' && !isUndated && !(data.get('date') instanceof Time)) {
    data.set('date', isDraft ? modifiedTime(file, settings) : settings.time);
    // Whether it is one is asked for that, which a front matter that denies it does not change.
    if (isDraft && !isTruthy(data.get('draft'))) data.set('draft', true);
  }
  const isPost = collection === 'posts';
  const published = isPublished(data, settings);
  const undated = (isUndated && isDraft) || isTruthy(data.get('draft')) ? modifiedTime(file, settings) : undefined;
  const isFuture = isInFuture(data.get('date') ?? undated, settings);
  if (isPost && published && isFuture) diagnostics.push(futureWarning(file.path));
  if (isPost ? !published || isFuture : isHidden(data, settings)) return { diagnostics };
  const document = createDocument(
    {
      kind: 'document',
      path: file.path,
      file,
      collection,
      isDraft,
      data,
      ...(undated === undefined ? {} : { undated }),
      body: matter.body,
      bodyLine: matter.bodyLine,
      hasExcerpt: !isBroken,
      isWritten: place.isWritten && published && !isFuture,
      contentHash: `${file.hash} ${describeDefaults(settings.defaults.of(relativePath, collection))}`,
    },
    settings,
  );
  const slug = data.get('slug');
  if (typeof slug !== 'string' && isTruthy(slug)) {
    const isShown = namesSlug(addressTemplate(data.get('permalink'), collection, settings));
    if (isShown) diagnostics.push(slugWarning(file.path, slug));
  }
  const separator = separatorOf(data, settings);
  if (closesBlocks(document, separator, settings)) diagnostics.push(excerptWarning(file.path, separator));
  return {
    document,
    diagnostics: diagnostics.length === 0 ? nothing : diagnostics.map((said) => withMatterPlace(said, file)),
    isOfMoment: isOfMoment || hasTimeInAddress(document, settings),
  };
}

/** The data of a document, without its front matter where that is broken or has categories that are no list, as in Jekyll. */
function dataOf(origin: DocumentOrigin, error?: SiteError): DocumentData & { readonly error?: SiteError } {
  if (error !== undefined) return { ...documentData({ ...origin, isBroken: true }), error };
  try {
    return documentData(origin);
  } catch (problem) {
    if (!(problem instanceof SiteError) || problem.diagnostic.code !== 'front-matter/categories') throw problem;
    if (!origin.frontMatter.has('categories')) throw problem;
    return { ...documentData({ ...origin, frontMatter: new Map(), isBroken: true }), error: problem };
  }
}

/** Whether the excerpt ends inside of a Liquid block, which was closed in it. */
function closesBlocks({ excerpt, body }: Document, separator: string, settings: ReadSettings): boolean {
  if (excerpt === undefined || !excerpt.text.includes('{%')) return false;
  return extractExcerpt(body, separator, settings.blocks).isModified;
}

/** A YAML file in a collection: all of it is data, and nothing is added to it. */
function readYamlDocument(file: DiskFile, place: DocumentPlace, settings: ReadSettings): ReadResult {
  const value = parseYaml(file.text, { path: file.path });
  const data: Hash = value instanceof Map ? value : new Map();
  if (place.collection === 'posts' || isHidden(data, settings)) return { diagnostics: nothing };
  const document = createDocument(
    {
      kind: 'document',
      path: file.path,
      file,
      collection: place.collection,
      isDraft: false,
      data,
      body: '',
      isWritten: place.isWritten,
    },
    settings,
  );
  const { excerpt: _, ...rest } = document;
  return { document: rest, diagnostics: nothing, isOfMoment: hasTimeInAddress(document, settings) };
}

function modifiedTime(file: DiskFile, { zone }: ReadSettings): Time {
  const ms = Math.floor(file.modified * 1000);
  return new Time(ms, Math.floor((file.modified * 1000 - ms) * 1_000_000), zone);
}

/** Ruby: `data.fetch("published", true) || site.unpublished`. */
function isPublished(data: Hash, settings: ReadSettings): boolean {
  return settings.publishesUnpublished || !data.has('published') || isTruthy(data.get('published'));
}

function isHidden(data: Hash, settings: ReadSettings): boolean {
  return data.get('published') === false && !settings.publishesUnpublished;
}

function isInFuture(date: unknown, settings: ReadSettings): boolean {
  if (settings.publishesFuture || !(date instanceof Time)) return false;
  // A post made while a preview runs is not of the future.
  const now = settings.hasFixedTime ? settings.time.epochMs : Math.max(settings.time.epochMs, Date.now());
  return Math.floor(date.epochMs / 1000) > Math.floor(now / 1000);
}
