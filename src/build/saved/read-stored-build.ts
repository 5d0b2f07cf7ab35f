import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { lazily } from '../../core/lazily.js';
import { applyPatch, type Patch } from '../../core/lists/patch.js';
import { StoredRows } from '../../core/lists/rows.js';
import { hashText } from '../../core/text/hash-text.js';
import { createSavedManifest } from '../../output/manifest.js';
import type { SavedFile, SavedFiles } from '../../read/saved/saved-files.js';
import type { MadeRow, SavedSite } from '../../read/saved/saved-site.js';
import type { EvidenceHead, SavedFact } from '../../render/evidence/saved-evidence.js';
import { checksumOf } from './piece-writer.js';
import type { BuildStamp } from './stamp.js';
import {
  type BuildParts,
  hashLength,
  headerLength,
  headParts,
  type LoadedBuild,
  type LoadedRest,
  type PartIndex,
  partNames,
  type StoredRecord,
} from './stored-build.js';

/**
 * Reads the head of a file. The rest stays in the file until it is asked for, and counts as damaged if the file has
 * changed by then. The file is not kept open: Windows does not let an open file be replaced.
 */
export function openBuild(file: string): LoadedBuild {
  return whileOpen(file, (opened) => {
    const header = readPart(opened, 0, headerLength)?.toString('latin1').trim() ?? '';
    const [beginLength, beginHash, restLength, restHash, indexLength] = header.split(' ');
    const begin = readPart(opened, headerLength, Number(beginLength), beginHash);
    if (begin === undefined || restHash === undefined || indexLength === undefined) throw new Error('damaged');
    const restStart = headerLength + Number(beginLength);
    const whole = restStart + Number(restLength);
    const size = fstatSync(opened).size;
    const added = size > whole ? readPart(opened, whole, size - whole) : undefined;
    const { id, patchesOf } = readRecords(added, header);
    const line = linesOf(begin);
    const rest = lazily(() => {
      const bytes = readAgain(file, restStart, Number(restLength), restHash);
      return bytes && restOf(new RestParts(bytes, Number(indexLength), patchesOf));
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

function patched(text: string, patches: readonly Patch[]): unknown {
  return patches.reduce(applyPatch, JSON.parse(text) as unknown);
}

/** The parts behind those of the head, and what later builds changed in them. */
class RestParts {
  private readonly index: readonly PartIndex[];

  constructor(
    private readonly bytes: Buffer,
    indexLength: number,
    private readonly patchesOf: (part: number) => readonly Patch[],
  ) {
    this.index = JSON.parse(bytes.toString('utf8', bytes.length - indexLength)) as readonly PartIndex[];
  }

  read<T>(name: keyof BuildParts): T {
    return patched(this.bytesOf(name).toString(), this.patches(name)) as T;
  }

  rows<T>(name: keyof BuildParts): StoredRows<T> {
    return new StoredRows<T>(this.bytesOf(name), this.index[placeOf(name)]!.rows!, this.patches(name));
  }

  private bytesOf(name: keyof BuildParts): Buffer {
    const place = placeOf(name);
    const start = this.index.slice(0, place).reduce((sum, part) => sum + part.bytes, 0);
    return this.bytes.subarray(start, start + this.index[place]!.bytes);
  }

  private patches(name: keyof BuildParts): readonly Patch[] {
    return this.patchesOf(partNames.indexOf(name));
  }
}

function placeOf(name: keyof BuildParts): number {
  return partNames.indexOf(name) - headParts;
}

function restOf(parts: RestParts): LoadedRest {
  const keys = parts.read<SavedFiles['keys']>('keys');
  const fileRows = lazily(() => parts.rows<SavedFile>('files'));
  const evidenceRows = lazily(() => ({
    placed: parts.rows<SavedFact>('placed'),
    owners: parts.read<readonly number[]>('owners'),
    members: parts.rows<string>('members'),
    lists: parts.rows<string>('lists'),
  }));
  const links = lazily(() => {
    const { placed, owners, members, lists } = evidenceRows();
    return { placed: placed.all(), owners, members: members.all(), lists: lists.all() };
  });
  const site = lazily(() => parts.read<SavedSite | null>('site'));
  const made = lazily(() => parts.rows<MadeRow>('made'));
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
      head: parts.read<EvidenceHead>('head'),
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
  return checksum === undefined || checksumOf(bytes) === checksum ? bytes : undefined;
}

/** The lines of some bytes; JSON has no line ends of its own. */
function linesOf(bytes: Buffer): (index: number) => string {
  const starts = [0];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) starts.push(end + 1);
  return (index) => bytes.toString('utf8', starts[index], (starts[index + 1] ?? bytes.length + 1) - 1);
}
