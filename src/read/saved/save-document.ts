import { Time } from '../../core/time/time.js';
import type { Document, Excerpt } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';
import type { DiskFile } from '../folders/disk-file.js';
import { fromPlain, listToPlain, toPlain } from './plain.js';
import { type KeyTables, type Plain, placeOfKeys, type SavedDocument } from './saved-files.js';

/** A document for the next process; undefined where something of it cannot be saved. */
export function saveDocument(document: Document, file: DiskFile, tables: KeyTables): SavedDocument | undefined {
  const { kind, collection, isDraft, bodyLine, extension, outputExtension, route, isWritten, hash, excerpt } = document;
  const { body, data } = document;
  const keys = listToPlain([...data.keys()]);
  const values = listToPlain([...data.values()]);
  if (keys === undefined || values === undefined || document.id !== file.path || !endsWith(file.text, body)) {
    return undefined;
  }
  const text = excerpt?.text;
  return [
    kind === 'page' ? 1 : 0,
    collection ?? 0,
    isDraft === undefined ? 0 : isDraft ? 2 : 1,
    placeOfKeys(tables, keys),
    JSON.stringify(values),
    body.length,
    bodyLine,
    extension,
    outputExtension,
    route.url,
    route.output,
    isWritten ? 1 : 0,
    text === undefined ? null : body.slice(0, text.length) === text ? text.length : text,
    hash,
    dateToPlain(data.get('date')),
  ];
}

/** As the method of that name, which compares unit by unit and takes many times as long. */
function endsWith(text: string, end: string): boolean {
  return text.length >= end.length && text.slice(text.length - end.length) === end;
}

/** The epoch itself is not saved as a number, as 0 means no time. */
function dateToPlain(date: unknown): Plain {
  if (!(date instanceof Time)) return 0;
  const isPlainTime = date.zone === 'UTC' && date.nanos === 0 && date.epochMs !== 0;
  return isPlainTime ? date.epochMs : toPlain(date)!;
}

function dateFromPlain(plain: Plain): Time | undefined {
  if (plain === 0) return undefined;
  return typeof plain === 'number' ? new Time(plain, 0, 'UTC') : (fromPlain(plain) as Time);
}

/** A document with all its keys, whether it has them or not: thousands of one shape cost less. */
export type AllOf<T> = { -readonly [K in keyof Required<T>]: T[K] | undefined };

class RestoredDocument implements Omit<AllOf<Document>, 'paginator' | 'name' | 'members' | 'bodyFile' | 'rawContent'> {
  id: string;
  kind: Document['kind'];
  path: string;
  collection: string | undefined;
  isDraft: boolean | undefined;
  bodyLine: number;
  extension: string;
  outputExtension: string;
  date: Time | undefined;
  /** The one in its data. */
  ownDate: Time | undefined;
  route: Document['route'];
  isWritten: boolean;
  hash: string;
  madeData: Hash | undefined = undefined;
  madeExcerpt: Excerpt | undefined = undefined;

  constructor(
    readonly file: DiskFile,
    saved: SavedDocument,
    time: Time,
  ) {
    this.id = file.path;
    this.kind = saved[0] === 1 ? 'page' : 'document';
    this.path = file.path;
    this.collection = saved[1] === 0 ? undefined : saved[1];
    this.isDraft = saved[2] === 0 ? undefined : saved[2] === 2;
    this.bodyLine = saved[6];
    this.extension = saved[7];
    this.outputExtension = saved[8];
    this.ownDate = dateFromPlain(saved[14]);
    this.date = this.ownDate ?? (this.kind === 'document' ? time : undefined);
    this.route = { url: saved[9], output: saved[10] };
    this.isWritten = saved[11] === 1;
    this.hash = saved[13];
  }

  get data(): Hash {
    this.madeData ??= restoreData(this.file, this.ownDate);
    return this.madeData;
  }

  get body(): string {
    return bodyOf(this.file);
  }

  get excerpt(): Excerpt | undefined {
    if (savedOf(this.file)[12] === null) return undefined;
    this.madeExcerpt ??= restoreExcerpt(this.file);
    return this.madeExcerpt;
  }

  valueOfKey(key: string): unknown {
    if (this.madeData !== undefined) return this.madeData.get(key);
    if (key === 'date' && this.ownDate !== undefined) return this.ownDate;
    const saved = savedOf(this.file);
    const place = this.file.saved!.tables.lists[saved[3]]!.indexOf(key);
    return place < 0 ? undefined : fromPlain(valuesOf(saved)[place]!);
  }
}

const ownKeys: PropertyDescriptorMap = {};
for (const key of ['data', 'body', 'excerpt']) {
  ownKeys[key] = { ...Object.getOwnPropertyDescriptor(RestoredDocument.prototype, key), enumerable: true };
}

/** How documents of an earlier process are made. */
export interface RestoreSettings {
  /** The time of the build, to which documents without a date are dated. */
  readonly time: Time;
  /** Whether data and texts are own properties of a document, as copying it key by key needs; that takes time. */
  readonly areCopied: boolean;
}

/** The document that an earlier process read from a file; its data and texts are made when they are asked for. */
export function restoreDocument(saved: SavedDocument, file: DiskFile, { time, areCopied }: RestoreSettings): Document {
  const document = new RestoredDocument(file, saved, time);
  if (areCopied) Object.defineProperties(document, ownKeys);
  return document as Document;
}

function savedOf({ saved }: DiskFile): SavedDocument {
  return saved!.row[5]!;
}

function valuesOf(saved: SavedDocument): readonly Plain[] {
  return JSON.parse(saved[4]) as readonly Plain[];
}

function bodyOf(file: DiskFile): string {
  return file.text.slice(file.text.length - savedOf(file)[5]);
}

function restoreData(file: DiskFile, date: Time | undefined): Hash {
  const saved = savedOf(file);
  const keys = file.saved!.tables.lists[saved[3]]!;
  const datePlace = date === undefined ? -1 : keys.indexOf('date');
  const data: Hash = new Map();
  for (const [index, value] of valuesOf(saved).entries()) {
    data.set(fromPlain(keys[index]!), index === datePlace ? date : fromPlain(value));
  }
  return data;
}

function restoreExcerpt(file: DiskFile): Excerpt | undefined {
  const excerpt = savedOf(file)[12];
  if (excerpt === null) return undefined;
  if (typeof excerpt === 'string') return { text: excerpt };
  return {
    get text() {
      return bodyOf(file).slice(0, excerpt);
    },
  };
}
