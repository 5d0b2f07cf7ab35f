import { closeSync, constants, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { hashText } from '../core/hash-text.js';
import { lazily } from '../core/lazily.js';
import { applyPatch, type Patch } from '../core/patch.js';
import { type Rows, type RowsIndex, StoredRows, storeRows } from '../core/rows.js';
import { createSavedManifest, type Manifest, type SavedManifest } from '../output/manifest.js';
import type { SavedFile, SavedFiles } from '../read/saved-files.js';
import type { MadeRow, SavedSite } from '../read/saved-site.js';
import type { EvidenceHead, EvidenceLinks, SavedEvidence, SavedFact } from '../render/saved-evidence.js';
import type { BuildStamp } from './stamp.js';

/** What an earlier process left, each part read when it is asked for. */
export interface LoadedBuild {
  readonly key: string;
  readonly stamp: BuildStamp | null;
  readonly manifest: SavedManifest;
  /** The other parts; undefined where they are damaged. */
  rest(): LoadedRest | undefined;
  /** The file that it is in, as far as it was read. */
  readonly stored: Stored;
}

/** The parts that are needed only where something changed. */
export interface LoadedRest {
  readonly evidence: SavedEvidence;
  /** What is known of files, and the same as far as it is asked for. */
  files(): SavedFiles;
  readonly keys: SavedFiles['keys'];
  readonly fileRows: Rows<SavedFile>;
  /** The site as it was built; null where it could not be saved. */
  readonly site: SavedSite | null;
  readonly made: Rows<MadeRow>;
}

/** The parts of a build, in the order in which they are stored; those that are lists of many have an item a line. */
export interface BuildParts {
  readonly stamp: BuildStamp | null;
  readonly manifest: Manifest;
  readonly keys: SavedFiles['keys'];
  readonly files: readonly SavedFile[];
  readonly head: EvidenceHead;
  readonly placed: EvidenceLinks['placed'];
  readonly owners: EvidenceLinks['owners'];
  readonly members: EvidenceLinks['members'];
  readonly lists: EvidenceLinks['lists'];
  readonly site: SavedSite | null;
  readonly made: readonly MadeRow[];
}

/** What is different in each part, or nothing. */
export type BuildPatches = { readonly [part in keyof BuildParts]?: Patch | null };

/** The first two are enough to see whether anything changed. */
const partNames = [
  ...(['stamp', 'manifest'] as const),
  ...(['keys', 'files', 'head', 'placed', 'owners', 'members', 'lists', 'site', 'made'] as const),
] as const satisfies readonly (keyof BuildParts)[];
const beginning = 2;
const inRows = new Set<keyof BuildParts>(['files', 'placed', 'members', 'lists', 'made']);

/** Where a part is in what only matters where something changed. */
interface PartIndex {
  readonly bytes: number;
  readonly rows?: RowsIndex;
}

/** A whole file of these parts. */
export function wholeFile(key: string, parts: BuildParts): Buffer {
  const toBytes = (name: keyof BuildParts): Buffer => Buffer.from(JSON.stringify(parts[name]));
  const begin = Buffer.from(
    [JSON.stringify(key), ...partNames.slice(0, beginning).map((name) => JSON.stringify(parts[name]))].join('\n'),
  );
  const index: PartIndex[] = [];
  const rest: Buffer[] = [];
  for (const name of partNames.slice(beginning)) {
    const rows = inRows.has(name) ? storeRows(parts[name] as readonly unknown[]) : undefined;
    const stored = rows?.parts ?? [toBytes(name)];
    rest.push(...stored);
    index.push({ bytes: lengthOf(stored), ...(rows === undefined ? {} : { rows: rows.index }) });
  }
  const indexLine = Buffer.from(`${JSON.stringify(index)}\n`);
  const file = Buffer.concat([Buffer.alloc(headerLength), begin, indexLine, ...rest]);
  const restAt = headerLength + begin.length;
  file.write(headerOf([begin, file.subarray(restAt)]));
  return file;
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/**
 * The file of one cache: a header, what tells whether anything changed, the rest, and behind them records of what later
 * builds changed. A record names the one before it, so that of two processes that add at once one is heard, and none
 * where the file was written again in between; one that is not whole is as none.
 */
export interface Stored {
  /** The last record's checksum, or the header. */
  readonly id: string;
  /** Bytes written as a whole, and those added to them. */
  readonly whole: number;
  readonly added: number;
}

/** In front of the two parts: the length and the checksum of each. */
const headerLength = 128;

/** The header of a file with these parts. */
function headerOf(parts: readonly Buffer[]): string {
  return `${parts
    .map((part) => `${part.length} ${hashText(part)}`)
    .join(' ')
    .padEnd(headerLength - 1)}\n`;
}

/** A record: what was there before it, and what is different in each part. */
type StoredRecord = readonly [before: string, ...patches: readonly (Patch | null)[]];

/** Appends a record to a file; false where there is no file, or where it has so many that it is better rewritten. */
export function addRecord(file: string, stored: Stored, patches: BuildPatches): boolean {
  const list = partNames.map((name) => patches[name] ?? null);
  const record = JSON.stringify([stored.id, ...list] satisfies StoredRecord);
  if (!hasRoom(stored, record.length)) return false;
  try {
    const opened = openSync(file, constants.O_WRONLY | constants.O_APPEND);
    try {
      // Behind a line end of its own: what was cut off before it does not take it along.
      writeFileSync(opened, `\n${hashText(record)} ${record}\n`);
    } finally {
      closeSync(opened);
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether appending to a file is better than rewriting it. */
function hasRoom(stored: Stored, length: number): boolean {
  return stored.added + length <= stored.whole / 4;
}

/**
 * Reads the part that tells whether anything changed; the other stays in the file until it is asked for, and is as damaged
 * where the file is another by then. It is not kept open: Windows lets nobody put another in the place of a file that is.
 */
export function openBuild(file: string): LoadedBuild {
  return whileOpen(file, (opened) => {
    const header = readPart(opened, 0, headerLength)?.toString('latin1').trim() ?? '';
    const [beginLength, beginHash, restLength, restHash] = header.split(' ');
    const begin = readPart(opened, headerLength, Number(beginLength), beginHash);
    if (begin === undefined || restHash === undefined) throw new Error('damaged');
    const restStart = headerLength + Number(beginLength);
    const whole = restStart + Number(restLength);
    const size = fstatSync(opened).size;
    const added = size > whole ? readPart(opened, whole, size - whole) : undefined;
    const { id, patchesOf } = readRecords(added, header);
    const line = linesOf(begin);
    const rest = lazily(() => {
      const bytes = readAgain(file, restStart, Number(restLength), restHash);
      return bytes && restOf(bytes, patchesOf);
    });
    return {
      key: JSON.parse(line(0)) as string,
      stamp: patched(line(1), patchesOf(0)) as BuildStamp | null,
      manifest: createSavedManifest(line(2), patchesOf(1)),
      rest,
      stored: { id, whole, added: added?.length ?? 0 },
    };
  });
}

/** Some bytes of a file, as of `readPart`; undefined, too, where there is none any more. */
function readAgain(file: string, start: number, length: number, checksum: string): Buffer | undefined {
  try {
    return whileOpen(file, (opened) => readPart(opened, start, length, checksum));
  } catch {
    return undefined;
  }
}

function whileOpen<T>(file: string, read: (opened: number) => T): T {
  const opened = openSync(file, 'r');
  try {
    return read(opened);
  } finally {
    closeSync(opened);
  }
}

/** The records behind a file's parts, as far as each follows from the one before. */
function readRecords(
  bytes: Buffer | undefined,
  header: string,
): { readonly id: string; patchesOf(part: number): readonly Patch[] } {
  const patches: (readonly (Patch | null)[])[] = [];
  let id = header;
  for (const line of bytes?.toString().split('\n') ?? []) {
    const [checksum, text] = [line.slice(0, hashLength), line.slice(hashLength + 1)];
    if (line === '' || hashText(text) !== checksum) continue;
    const [before, ...changes] = JSON.parse(text) as StoredRecord;
    if (before !== id) continue;
    id = checksum;
    patches.push(changes);
  }
  return { id, patchesOf: (part) => patches.map((changes) => changes[part]!).filter((patch) => patch !== null) };
}

const hashLength = hashText('').length;

function patched(text: string, patches: readonly Patch[]): unknown {
  return patches.reduce(applyPatch, JSON.parse(text) as unknown);
}

function restOf(bytes: Buffer, patchesOf: (part: number) => readonly Patch[]): LoadedRest {
  const first = bytes.indexOf(10) + 1;
  const index = JSON.parse(bytes.toString('utf8', 0, first)) as readonly PartIndex[];
  const placeOf = (name: keyof BuildParts): number => partNames.indexOf(name) - beginning;
  const partOf = (name: keyof BuildParts): Buffer => {
    const place = placeOf(name);
    const start = index.slice(0, place).reduce((sum, part) => sum + part.bytes, first);
    return bytes.subarray(start, start + index[place]!.bytes);
  };
  const patchesOfPart = (name: keyof BuildParts): readonly Patch[] => patchesOf(partNames.indexOf(name));
  const read = <T>(name: keyof BuildParts): T => patched(partOf(name).toString(), patchesOfPart(name)) as T;
  const rows = <T>(name: keyof BuildParts): StoredRows<T> =>
    new StoredRows<T>(partOf(name), index[placeOf(name)]!.rows!, patchesOfPart(name));
  const keys = read<SavedFiles['keys']>('keys');
  const fileRows = lazily(() => rows<SavedFile>('files'));
  const evidenceRows = lazily(() => ({
    placed: rows<SavedFact>('placed'),
    owners: read<readonly number[]>('owners'),
    members: rows<string>('members'),
    lists: rows<string>('lists'),
  }));
  const links = lazily(() => {
    const { placed, owners, members, lists } = evidenceRows();
    return { placed: placed.all(), owners, members: members.all(), lists: lists.all() };
  });
  const site = lazily(() => read<SavedSite | null>('site'));
  const made = lazily(() => rows<MadeRow>('made'));
  return {
    keys,
    files: lazily(() => ({ keys, files: fileRows().all() })),
    get fileRows() {
      return fileRows();
    },
    get site() {
      return site();
    },
    get made() {
      return made();
    },
    evidence: {
      head: read<EvidenceHead>('head'),
      links,
      get rows() {
        return evidenceRows();
      },
    },
  };
}

/** Some bytes of a file; undefined where they are not all there, or have another checksum. */
function readPart(file: number, start: number, length: number, checksum?: string): Buffer | undefined {
  if (!Number.isSafeInteger(length) || length < 0) return undefined;
  const bytes = Buffer.allocUnsafe(Math.min(length, fstatSync(file).size));
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, start + at);
    if (count === 0) return undefined;
    at += count;
  }
  if (bytes.length !== length) return undefined;
  return checksum === undefined || hashText(bytes) === checksum ? bytes : undefined;
}

/** The lines of some bytes; JSON has no line ends of its own. */
function linesOf(bytes: Buffer): (index: number) => string {
  const starts = [0];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) starts.push(end + 1);
  return (index) => bytes.toString('utf8', starts[index], (starts[index + 1] ?? bytes.length + 1) - 1);
}
