import { closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { storeRows } from '../../core/lists/rows.js';
import { hashText } from '../../core/text/hash-text.js';
import {
  type BuildParts,
  type BuildPatches,
  headerLength,
  headParts,
  type PartIndex,
  partNames,
  rowParts,
  type Stored,
  type StoredRecord,
} from './stored-build.js';

/** A whole file of these parts. */
export function wholeFile(key: string, parts: BuildParts): Buffer {
  const toBytes = (name: keyof BuildParts): Buffer => Buffer.from(JSON.stringify(parts[name]));
  const begin = Buffer.from(
    [JSON.stringify(key), ...partNames.slice(0, headParts).map((name) => JSON.stringify(parts[name]))].join('\n'),
  );
  const index: PartIndex[] = [];
  const rest: Buffer[] = [];
  for (const name of partNames.slice(headParts)) {
    const rows = rowParts.has(name) ? storeRows(parts[name] as readonly unknown[]) : undefined;
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

/** The header of a file with these parts. */
function headerOf(parts: readonly Buffer[]): string {
  return `${parts
    .map((part) => `${part.length} ${hashText(part)}`)
    .join(' ')
    .padEnd(headerLength - 1)}\n`;
}

/** Appends a record to a file; false where there is no file, or where it has so many that it is better rewritten. */
export function addRecord(file: string, stored: Stored, patches: BuildPatches): boolean {
  const list = partNames.map((name) => patches[name] ?? null);
  const record = JSON.stringify([stored.id, ...list] satisfies StoredRecord);
  if (!hasRoom(stored, record.length)) return false;
  try {
    const opened = openSync(file, constants.O_WRONLY | constants.O_APPEND);
    try {
      // After a line end of its own, so that a record that was cut off before it does not damage it.
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
