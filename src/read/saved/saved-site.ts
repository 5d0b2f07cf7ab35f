import type { Time } from '../../core/time/time.js';
import type { Document, Site } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';
import { secondPageId } from '../paths.js';
import { fromPlain, toPlain } from './plain.js';
import type { Plain } from './saved-files.js';

/** A site as it was built, with what plugins added: what goes where, each file by its place among saved files. */
export interface SavedSite {
  /** Each collection's documents follow each other in `places`, and then the pages. */
  readonly collections: readonly (readonly [label: string, documents: number])[];
  /** Of each document: the place of its file; where it has none that is saved, −1 − the place among made documents. */
  readonly places: readonly number[];
  /** Of the pages: what is asked of all of them. */
  readonly extensions: readonly string[];
  readonly assets: readonly (readonly [file: number, path: string, collection: string | 0])[];
  /** Bodies of made documents. */
  readonly texts: readonly string[];
  readonly members: Plain;
}

/** A document that plugins made or changed, or that its file alone does not determine. */
export type MadeRow = readonly [
  isPage: 0 | 1,
  collection: string | 0,
  isDraft: boolean | null,
  id: string,
  path: string,
  data: Plain,
  /** Its place among texts. */
  body: number,
  bodyLine: number,
  /** Its place among texts. */
  rawContent: number | null,
  extension: string,
  outputExtension: string,
  date: Plain,
  url: string,
  output: string,
  isWritten: 0 | 1,
  excerpt: string | null,
  paginator: Plain,
  name: string | null,
  members: readonly string[] | null,
  hash: string,
];

/** A site as it is saved. */
export interface SavedSiteParts {
  readonly site: SavedSite;
  readonly made: readonly MadeRow[];
}

/** Up to this many documents are saved with their bodies; for a site with more, the next process reads all. */
const maxBodies = 100;

/**
 * A site for the next process; undefined where something of it cannot be saved.
 *
 * @param placeOf the place of a file among those that are saved
 */
export function saveSite(
  site: Site,
  placeOf: (absolutePath: string | undefined, document?: Document) => number | undefined,
): SavedSiteParts | undefined {
  const made: MadeRow[] = [];
  const places: number[] = [];
  const texts = new Map<string, number>();
  let bodies = 0;
  const add = (document: Document): boolean => {
    if (document.file !== undefined && document.id === secondPageId(document.path)) return false;
    const place = placeOf(document.file?.absolutePath, document);
    if (place === undefined && document.file !== undefined && ++bodies > maxBodies) return false;
    const row = place === undefined ? saveMade(document, texts) : undefined;
    if (row !== undefined) places.push(-made.push(row));
    else if (place !== undefined) places.push(place);
    else return false;
    return true;
  };
  const lists = [...[...site.collections.values()].map(({ documents }) => documents), site.pages];
  if (!lists.every((documents) => documents.every(add))) return undefined;
  const assets: SavedSite['assets'][number][] = [];
  for (const { absolutePath, path, collection } of site.assets) {
    const place = placeOf(absolutePath);
    if (place === undefined) return undefined;
    assets.push([place, path, collection ?? 0]);
  }
  const members = site.members === undefined ? null : toPlain(site.members);
  if (members === undefined) return undefined;
  const collections = [...site.collections].map(([label, { documents }]) => [label, documents.length] as const);
  const extensions = site.pages.map(({ extension }) => extension);
  return { site: { collections, places, extensions, assets, texts: [...texts.keys()], members }, made };
}

function saveMade(document: Document, texts: Map<string, number>): MadeRow | undefined {
  const { kind, collection, isDraft, id, path, bodyLine, extension, outputExtension, route, isWritten } = document;
  const [data, date] = [toPlain(document.data), toPlain(document.date ?? null)];
  const paginator = toPlain(document.paginator ?? null);
  if (data === undefined || date === undefined || paginator === undefined) return undefined;
  const placeOf = (text: string): number => {
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    return place;
  };
  return [
    kind === 'page' ? 1 : 0,
    collection ?? 0,
    isDraft ?? null,
    id,
    path,
    data,
    placeOf(document.body),
    bodyLine,
    document.rawContent === undefined ? null : placeOf(document.rawContent),
    extension,
    outputExtension,
    date,
    route.url,
    route.output,
    isWritten ? 1 : 0,
    document.excerpt?.text ?? null,
    paginator,
    document.name ?? null,
    document.members ?? null,
    document.hash,
  ];
}

/** The document of a row. */
export function restoreMade(row: MadeRow, texts: readonly string[]): Document {
  const [isPage, collection, isDraft, id, path, data, body, bodyLine, rawContent, ...more] = row;
  const [extension, outputExtension, date, url, output, isWritten, excerpt, paginator, name, members, hash] = more;
  return {
    id,
    kind: isPage === 1 ? 'page' : 'document',
    path,
    ...(collection === 0 ? {} : { collection }),
    ...(isDraft === null ? {} : { isDraft }),
    data: fromPlain(data) as Hash,
    body: texts[body]!,
    bodyLine,
    ...(rawContent === null ? {} : { rawContent: texts[rawContent]! }),
    extension,
    outputExtension,
    ...(date === null ? {} : { date: fromPlain(date) as Time }),
    route: { url, output },
    isWritten: isWritten === 1,
    ...(excerpt === null ? {} : { excerpt: { text: excerpt } }),
    ...(paginator === null ? {} : { paginator: fromPlain(paginator) as Hash }),
    ...(name === null ? {} : { name }),
    ...(members === null ? {} : { members }),
    hash,
  };
}
