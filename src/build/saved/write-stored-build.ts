import { closeSync, constants, openSync, writeFileSync, writeSync } from 'node:fs';
import { storeRows } from '../../core/lists/rows.js';
import { hashText } from '../../core/text/hash-text.js';
import { PieceWriter } from './piece-writer.js';
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

/** Writes a whole file of these parts. Throws where the system refuses. */
export function writeWhole(file: string, key: string, parts: BuildParts): void {
  const opened = openSync(file, 'w');
  try {
    // Its place is taken until lengths and checksums are known.
    writeFileSync(opened, ' '.repeat(headerLength));
    const header = [writeHead(opened, key, parts), writeRest(opened, parts)].flat().join(' ');
    writeSync(opened, `${header.padEnd(headerLength - 1)}\n`, 0);
  } finally {
    closeSync(opened);
  }
}

function writeHead(opened: number, key: string, parts: BuildParts): (number | string)[] {
  const writer = new PieceWriter(opened);
  writer.add(JSON.stringify(key));
  for (const name of partNames.slice(0, headParts)) writer.add(`\n${JSON.stringify(parts[name])}`);
  return [writer.length, writer.end()];
}

/** What is behind the head, and where each part of that is. */
function writeRest(opened: number, parts: BuildParts): (number | string)[] {
  const writer = new PieceWriter(opened);
  const add = (text: string): number => writer.add(text);
  const index = partNames.slice(headParts).map((name): PartIndex => {
    const start = writer.length;
    const rows = rowParts.has(name) ? storeRows(parts[name] as readonly unknown[], add) : undefined;
    if (rows === undefined) writer.add(JSON.stringify(parts[name]));
    return { bytes: writer.length - start, ...(rows && { rows }) };
  });
  const indexLength = writer.add(JSON.stringify(index));
  return [writer.length, writer.end(), indexLength];
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
