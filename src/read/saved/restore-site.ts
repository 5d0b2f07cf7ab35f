import { relative } from 'node:path';
import { withSlashes } from '../../core/files.js';
import type { Rows } from '../../core/lists/rows.js';
import type { Config, Document, Site } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';
import { encodingByPath } from '../data/encoding.js';
import { readDocument, readPage, saveFile } from '../documents/read-documents.js';
import { describeValue } from '../fingerprint.js';
import { collectionFolders } from '../folders/collection-folders.js';
import { DiskFile } from '../folders/disk-file.js';
import { readAsset } from '../read-assets.js';
import { collectionOf, readShared } from '../read-site.js';
import { type ReadOptions, type ReadSettings, readSettings } from '../settings.js';
import type { Source } from '../source.js';
import { LaterDocument } from './later-document.js';
import { fromPlain } from './plain.js';
import { restoreDocument } from './save-document.js';
import { createKeyTables, type KeyTables, type SavedFile, type SavedFiles } from './saved-files.js';
import { type MadeRow, restoreMade, type SavedSite } from './saved-site.js';

/** A site that an earlier process built. */
export interface KnownSite {
  readonly site: SavedSite;
  /** Of its documents, in the order of rendering: those of collections, then pages. */
  readonly ids: readonly string[];
  readonly keys: SavedFiles['keys'];
  readonly files: Rows<SavedFile>;
  readonly made: Rows<MadeRow>;
}

/** A document whose text is different now, and nothing else of it. */
export interface ChangedText {
  /** In the order of rendering. */
  readonly order: number;
  readonly isSame: boolean;
  /** What the next process is to know of its file, and its place among files. */
  readonly row: SavedFile;
  readonly place: number;
}

/** A site as it was built, but for the texts of some documents. */
export interface RestoredSite {
  readonly site: Site;
  readonly changed: readonly ChangedText[];
}

/**
 * The site of an earlier process where nothing but some files is different, all documents made only when something is
 * asked of them; undefined where those files are more than other texts of documents.
 */
export function restoreSite(
  config: Config,
  source: Source,
  known: KnownSite,
  paths: readonly string[],
  options: ReadOptions,
): RestoredSite | undefined {
  const settings = readSettings(config, options);
  // First: from here on, files are known to be as they were looked at.
  const shared = readShared(settings, source.shared());
  const restorer = new Restorer(settings, source, known);
  const documents = restorer.documents();
  const changed: ChangedText[] = [];
  const labels = new Set([...collectionFolders(config).keys(), 'posts']);
  if ([...labels].join() !== known.site.collections.map(([label]) => label).join()) return undefined;
  for (const path of paths) {
    const found = restorer.readAgain(path);
    if (found === undefined) return undefined;
    changed.push(found.changed);
    if (!found.changed.isSame) documents[found.changed.order] = found.document;
  }
  return { site: { ...restorer.site(documents), ...shared }, changed };
}

class Restorer {
  private readonly settings: ReadSettings;
  private readonly source: Source;
  private readonly known: KnownSite;
  private readonly tables: KeyTables;
  private readonly encodingOf: (path: string) => string;
  /** Labels by the order of their first documents; pages have none. */
  private readonly starts: readonly (readonly [start: number, label: string | undefined])[];
  private readonly pagesFrom: number;
  private readonly make = (order: number): Document => this.restore(order);

  constructor(settings: ReadSettings, source: Source, known: KnownSite) {
    this.settings = settings;
    this.source = source;
    this.known = known;
    this.tables = createKeyTables(known.keys);
    this.encodingOf = encodingByPath(settings.config, []);
    let start = 0;
    const starts: [number, string | undefined][] = [];
    for (const [label, count] of known.site.collections) {
      starts.push([start, label]);
      start += count;
    }
    this.starts = [...starts, [start, undefined]];
    this.pagesFrom = start;
  }

  documents(): Document[] {
    const { ids, site } = this.known;
    const documents: Document[] = [];
    for (const [index, [start, label]] of this.starts.entries()) {
      const end = this.starts[index + 1]?.[0] ?? ids.length;
      const kind = label === undefined ? 'page' : 'document';
      for (let order = start; order < end; order++) {
        const extension = site.extensions[order - this.pagesFrom];
        documents.push(new LaterDocument(ids[order]!, kind, label, extension, order, this.make) as Document);
      }
    }
    return documents;
  }

  private restore(order: number): Document {
    const { site, ids, files, made } = this.known;
    const place = site.places[order]!;
    if (place < 0) return restoreMade(made.at(-1 - place), site.texts);
    const row = files.at(place);
    return restoreDocument(row[5]!, this.file(row, ids[order]!), { time: this.settings.time, areCopied: false });
  }

  private file(row: SavedFile, path: string): DiskFile {
    const file = new DiskFile(path, row[0], { size: row[1], mtimeMs: row[2] }, this.encodingOf(path));
    file.saved = { row, tables: this.tables };
    return file;
  }

  /** A document of a file that was changed; undefined where more of it is different than its text. */
  readAgain(path: string): { readonly document: Document; readonly changed: ChangedText } | undefined {
    const { config } = this.settings;
    const id = withSlashes(relative(config.source, path));
    const order = this.known.ids.indexOf(id);
    const place = this.known.site.places[order] ?? -1;
    const file = this.source.file(id);
    if (place < 0 || !(file instanceof DiskFile) || !this.source.isSettled(file)) return undefined;
    const saved = this.known.files.at(place);
    if (saved[0] !== file.absolutePath) return undefined;
    // Without its front matter, or behind a byte order mark, a file is copied: nothing of its data need be different.
    if (saved[3] !== 0 && file.hasFrontMatter !== (saved[3] === 2)) return undefined;
    const before = this.restore(order);
    const { document, diagnostics } = this.read(file, before);
    if (document === undefined || diagnostics.length > 0 || !isSameButForText(before, document)) return undefined;
    const row = saveFile(file, this.tables);
    const isWhole = row?.[5] !== undefined && this.tables.lists.length === this.known.keys.length;
    if (!isWhole || row === undefined) return undefined;
    return { document, changed: { order, isSame: before.hash === document.hash, row, place } };
  }

  private read(file: DiskFile, { kind, collection = '', isDraft = false }: Document): ReturnType<typeof readDocument> {
    if (kind === 'page') return readPage(file, this.settings);
    const { isWritten } = collectionOf(collection, this.settings);
    return readDocument(file, { collection, isDraft, isWritten }, this.settings);
  }

  site(documents: readonly Document[]): Omit<Site, 'layouts' | 'includes' | 'data'> {
    const { collections, assets: saved, members } = this.known.site;
    const assets = saved.map(([place, path, label]) => {
      const file = this.file(this.known.files.at(place), path);
      return readAsset(file, this.settings, label === 0 ? undefined : collectionOf(label, this.settings));
    });
    const made = collections.map(([label, count], index) => {
      const start = this.starts[index]![0];
      const found = {
        documents: documents.slice(start, start + count),
        assets: assets.filter(({ collection }) => collection === label),
      };
      return [label, { ...collectionOf(label, this.settings), ...found }] as const;
    });
    return {
      config: this.settings.config,
      time: this.settings.time,
      now: this.settings.now,
      collections: new Map(made),
      pages: documents.slice(this.pagesFrom),
      assets,
      ...(members === null ? {} : { members: fromPlain(members) as Hash }),
    };
  }
}

/** Whether two versions of a document differ in their text alone. */
function isSameButForText(a: Document, b: Document): boolean {
  const told = (one: Document): unknown[] => {
    const { kind, collection, isDraft, extension, outputExtension, isWritten, route, data, excerpt, date } = one;
    const parts = [kind, collection, isDraft, extension, outputExtension, isWritten, route.url, route.output];
    return [...parts, excerpt !== undefined, date, data];
  };
  return describeValue(told(a)) === describeValue(told(b));
}
