import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { changedRange } from '../core/lists/changed-range.js';
import { compareTexts } from '../core/text/compare-texts.js';
import type { Asset, Collection, Config, Document, Layout, Site } from '../core/types.js';
import { isTruthy } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { readData } from './data/data-files.js';
import {
  resortDocuments,
  type SortedDocuments,
  sortByKey,
  sortByList,
  sortDocuments,
  sortPages,
} from './documents/order.js';
import { type DocumentPlace, readDocument, readPage, readSecondPage } from './documents/read-documents.js';
import { sortWarnings } from './file-problems.js';
import { collectionFolders } from './folders/collection-folders.js';
import { DiskFile } from './folders/disk-file.js';
import { readAsset } from './read-assets.js';
import { readIncludes, readLayouts } from './read-layouts.js';
import { type ReadOptions, type ReadSettings, readSettings } from './settings.js';
import type { FoundFile, SourceSnapshot } from './snapshot.js';

/** A site and diagnostics of its files. */
export interface ReadSite {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/** The snapshots that sites were read from. */
const snapshots = new WeakMap<Site, SourceSnapshot>();
/** The order that a collection's documents were put in. */
const sortings = new WeakMap<Collection, SortedDocuments>();
const noDocuments: readonly Document[] = [];

/**
 * Everything that was found in the source folder as a site. Pure; what did not change since `previous` keeps its
 * identity: documents, lists, collections.
 */
export function readSite(
  config: Config,
  snapshot: SourceSnapshot,
  previous?: Site,
  options: ReadOptions = {},
): ReadSite {
  const settings = readSettings(config, options);
  const diagnostics: Diagnostic[] = [...snapshot.diagnostics];
  const before = previous?.config === config ? previous : undefined;
  const collections = readCollections(settings, snapshot, before, diagnostics);
  const pages = keepList(readPages(settings, snapshot, diagnostics), before?.pages);
  const site: Site = {
    config,
    time: settings.time,
    now: settings.now,
    collections: keepMap(collections, before?.collections),
    pages,
    layouts: keepMap<Layout>(readLayouts(settings, snapshot, diagnostics), before?.layouts),
    includes: keepMap(readIncludes(snapshot), before?.includes),
    assets: keepList(readAssets(settings, snapshot, collections), before?.assets),
    data: siteData(settings, snapshot, before, diagnostics),
    ...(snapshot.theme === undefined ? {} : { theme: snapshot.theme.theme }),
  };
  snapshots.set(site, snapshot);
  return { site, diagnostics };
}

function keepList<T>(next: readonly T[], last: readonly T[] | undefined): readonly T[] {
  if (last === undefined || last.length !== next.length) return next;
  return next.every((one, index) => one === last[index]) ? last : next;
}

function keepMap<T>(next: ReadonlyMap<string, T>, last: ReadonlyMap<string, T> | undefined): ReadonlyMap<string, T> {
  if (last === undefined || last.size !== next.size) return next;
  const before = last.entries();
  for (const [key, value] of next) {
    const [lastKey, lastValue] = before.next().value!;
    if (key !== lastKey || value !== lastValue) return next;
  }
  return last;
}

function siteData(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  before: Site | undefined,
  diagnostics: Diagnostic[],
): Hash {
  const last = before === undefined ? undefined : snapshots.get(before);
  const found: Diagnostic[] = [];
  const given = settings.config.values.get('data');
  const isSame =
    last !== undefined &&
    last.data === snapshot.data &&
    last.dataFolders === snapshot.dataFolders &&
    last.theme?.data === snapshot.theme?.data &&
    last.theme?.dataFolders === snapshot.theme?.dataFolders;
  const data = readData(snapshot, settings, found);
  diagnostics.push(...found);
  if (given instanceof Map) return given;
  return isSame ? before!.data : data;
}

function readPages(settings: ReadSettings, snapshot: SourceSnapshot, diagnostics: Diagnostic[]): Document[] {
  const pages: Document[] = [];
  const isShown = inCollections(snapshot);
  const add = (file: SourceSnapshot['pages'][number], list: Document[]): void => {
    const result = isShown(file) ? readSecondPage(file, settings) : readPage(file, settings);
    if (result.diagnostics.length > 0) diagnostics.push(...result.diagnostics);
    if (result.document !== undefined) list.push(result.document);
  };
  for (const file of snapshot.pages) add(file, pages);
  const sorted = sortPages(pages);
  const own = new Set(snapshot.pages.map((file) => file.path));
  for (const file of snapshot.theme?.pages ?? []) if (!own.has(file.path)) add(file, sorted);
  return sorted;
}

/** Whether a page's file is a collection's document too, as where `include` names `_posts`. */
function inCollections({ posts, collections }: SourceSnapshot): (file: SourceSnapshot['pages'][number]) => boolean {
  let files: Set<FoundFile['file']> | undefined;
  return (file) => {
    if (!/(?:^|\/)_/.test(file.path)) return false;
    files ??= new Set(
      [...posts.flatMap((one) => one.files), ...[...collections.values()].flat()].map((one) => one.file),
    );
    return files.has(file);
  };
}

function readAssets(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  collections: ReadonlyMap<string, Collection>,
): Asset[] {
  const assets = snapshot.assets.map((file) => readAsset(file, settings));
  assets.sort((a, b) => compareTexts(a.path, b.path));
  const own = new Set(snapshot.assets.map((file) => file.path));
  for (const collection of collections.values()) for (const asset of collection.assets) assets.push(asset);
  for (const file of snapshot.theme?.assets ?? []) if (!own.has(file.path)) assets.push(readAsset(file, settings));
  return assets;
}

function readCollections(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  before: Site | undefined,
  diagnostics: Diagnostic[],
): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  const labels = [...collectionFolders(settings.config).keys()];
  if (!labels.includes('posts')) labels.push('posts');
  for (const label of labels) {
    const last = before?.collections.get(label);
    collections.set(label, readCollection(label, settings, snapshot, last, diagnostics));
  }
  return collections;
}

function readCollection(
  label: string,
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  last: Collection | undefined,
  diagnostics: Diagnostic[],
): Collection {
  const { config } = settings;
  const parts = collectionOf(label, settings);
  const { metadata, isWritten } = parts;
  const isPosts = label === 'posts';
  const found = isPosts
    ? readPosts(settings, snapshot, isWritten, diagnostics)
    : readFiles(label, settings, snapshot, isWritten, diagnostics);
  const sorting = isPosts ? resortDocuments(found.documents, last && sortings.get(last), settings.time) : undefined;
  const sorted = sorting
    ? limit(sorting.sorted, config.values.get('limit_posts'))
    : orderDocuments(
        found.documents,
        config.compat === '4' ? metadata : new Map(),
        `${settings.collectionsPrefix}_${label}`,
        diagnostics,
      );
  const documents = keepList(sorted, last?.documents);
  const assets = keepList(found.assets, last?.assets);
  if (last !== undefined && documents === last.documents && assets === last.assets) return last;
  const collection = { ...parts, documents, assets };
  if (sorting !== undefined) sortings.set(collection, sorting);
  return collection;
}

/** The settings of a collection. */
export function collectionOf(label: string, settings: ReadSettings): Omit<Collection, 'documents' | 'assets'> {
  const { config, collectionsPrefix } = settings;
  const metadata = metadataOf(config, label);
  const relativeDirectory = `_${label}`;
  const directory = join(config.source, collectionsPrefix, relativeDirectory);
  return { label, metadata, relativeDirectory, directory, isWritten: isTruthy(metadata.get('output')) };
}

/** The parts of a site that its documents share, all of which were read before. */
export function readShared(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
): Pick<Site, 'layouts' | 'includes' | 'data' | 'theme'> {
  return {
    layouts: readLayouts(settings, snapshot, []),
    includes: readIncludes(snapshot),
    data: siteData(settings, snapshot, undefined, []),
    ...(snapshot.theme === undefined ? {} : { theme: snapshot.theme.theme }),
  };
}

function metadataOf(config: Config, label: string): Hash {
  const collections = config.values.get('collections');
  const metadata: unknown = collections instanceof Map ? collections.get(label) : undefined;
  return metadata instanceof Map ? metadata : new Map();
}

interface Found {
  readonly documents: Document[];
  readonly assets: Asset[];
}

function readPosts(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  isWritten: boolean,
  diagnostics: Diagnostic[],
): Found {
  const documents: Document[] = [];
  const post: DocumentPlace = { collection: 'posts', isDraft: false, isWritten };
  const draft: DocumentPlace = { ...post, isDraft: true };
  for (const [index, { files, isDraft }] of snapshot.posts.entries()) {
    const read = readFound(`${index} ${isDraft}`, files, isDraft ? draft : post, settings);
    for (const document of read.documents) if (document !== undefined) documents.push(document);
    for (const said of read.said) if (said !== undefined) diagnostics.push(...said);
  }
  return { documents, assets: [] };
}

/** The results of reading the files in one place: for each its document and its diagnostics, where it has any. */
interface ReadFound {
  readonly files: readonly FoundFile[];
  readonly documents: readonly (Document | undefined)[];
  readonly said: readonly (readonly Diagnostic[] | undefined)[];
}

const readBefore = new WeakMap<ReadSettings, Map<string, ReadFound>>();

/** Reads the files of a place; of those that were read before, only the part of the list that is different. */
function readFound(key: string, files: readonly FoundFile[], place: DocumentPlace, settings: ReadSettings): ReadFound {
  const places = readBefore.get(settings) ?? new Map<string, ReadFound>();
  readBefore.set(settings, places);
  const last = places.get(key) ?? { files: [], documents: [], said: [] };
  const range = changedRange(last.files, files);
  if (range === undefined) return last;
  const { start, oldEnd, newEnd } = range;
  const added = files.slice(start, newEnd).map(({ file }) => file);
  let ahead = 0;
  const results = added.map((file, at) => {
    if (at === ahead) ahead = DiskFile.readTogether(added, at);
    return readDocument(file, place, settings);
  });
  const splice = <T>(old: readonly T[], items: readonly T[]): T[] =>
    old.slice(0, start).concat(items, old.slice(oldEnd));
  const read: ReadFound = {
    files,
    documents: splice(
      last.documents,
      results.map(({ document }) => document),
    ),
    said: splice(
      last.said,
      results.map(({ diagnostics }) => (diagnostics.length === 0 ? undefined : diagnostics)),
    ),
  };
  places.set(key, read);
  return read;
}

function readFiles(
  label: string,
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  isWritten: boolean,
  diagnostics: Diagnostic[],
): Found {
  const documents: Document[] = [];
  const assets: Asset[] = [];
  const place: DocumentPlace = { collection: label, isDraft: false, isWritten };
  for (const { file } of snapshot.collections.get(label) ?? []) {
    if (!file.hasFrontMatter) {
      assets.push(readAsset(file, settings, { label, isWritten }));
      continue;
    }
    const result = readDocument(file, place, settings);
    if (result.diagnostics.length > 0) diagnostics.push(...result.diagnostics);
    if (result.document !== undefined) documents.push(result.document);
  }
  return { documents, assets };
}

function orderDocuments(documents: Document[], metadata: Hash, folder: string, diagnostics: Diagnostic[]): Document[] {
  const list = metadata.get('order');
  if (Array.isArray(list)) return sortByList(documents, list, folder);
  const key = metadata.get('sort_by');
  if (typeof key !== 'string') return sortDocuments(documents);
  diagnostics.push(...sortWarnings(documents, key));
  return sortByKey(documents, key);
}

function limit(documents: readonly Document[], count: unknown): readonly Document[] {
  if (typeof count !== 'number' || count <= 0) return documents;
  return documents.length === 0 ? noDocuments : documents.slice(-count);
}
