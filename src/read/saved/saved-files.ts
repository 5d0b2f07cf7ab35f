/** A value as plain JSON: whatever JSON has not is an object with one key that names its class. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [kind: string]: Plain };

/**
 * What a file is known to hold as long as its size and time stay the same. Rows of plain data, for they are many: path
 * (absolute), bytes, milliseconds of its time, whether it has front matter (0 where nobody asked, 1 no, 2 yes), the
 * hash of its bytes (0 where they were not read), and the document that was read from it.
 */
export type SavedFile = readonly [
  path: string,
  size: number,
  mtimeMs: number,
  frontMatter: 0 | 1 | 2,
  hash: string | 0,
  document?: SavedDocument,
];

/** A document without its texts. */
export type SavedDocument = readonly [
  isPage: 0 | 1,
  collection: string | 0,
  /** 0 where it is not given, 1 no, 2 yes. */
  isDraft: 0 | 1 | 2,
  /** Which keys its data has: a place in the table of keys. */
  keys: number,
  /** As JSON: for most documents it is not needed. */
  values: string,
  /** Characters at the end of the file. */
  bodyLength: number,
  bodyLine: number,
  extension: string,
  outputExtension: string,
  url: string,
  output: string,
  isWritten: 0 | 1,
  /** Its text, or the number of characters at the beginning of the body; null for none. */
  excerpt: string | number | null,
  hash: string,
  /** The date of its data: milliseconds since 1970 of a plain time in UTC, any other time as it is; 0 for none. */
  date: Plain,
];

/** Files, and the lists of keys that the data of their documents have. */
export interface SavedFiles {
  readonly keys: readonly (readonly Plain[])[];
  readonly files: readonly SavedFile[];
}

/** What an earlier process knew of a file, with the table that goes with it. */
export interface KnownFile {
  readonly row: SavedFile;
  readonly tables: KeyTables;
}

/** Lists of keys, each once. */
export interface KeyTables {
  readonly lists: (readonly Plain[])[];
  /** The places in `lists`, by the keys as JSON. */
  readonly places: Map<string, number>;
}

/** Tables of the lists given. */
export function createKeyTables(lists: readonly (readonly Plain[])[] = []): KeyTables {
  return { lists: [...lists], places: new Map(lists.map((list, place) => [JSON.stringify(list), place])) };
}

/** The place of a list of keys, which is added where it is new. */
export function placeOfKeys(tables: KeyTables, list: readonly Plain[]): number {
  const text = JSON.stringify(list);
  let place = tables.places.get(text);
  if (place === undefined) {
    place = tables.lists.push(list) - 1;
    tables.places.set(text, place);
  }
  return place;
}
