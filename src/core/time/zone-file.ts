import { readFileSync } from 'node:fs';
import { countBelow } from '../lists/count-below.js';
import { describeZone, type LocalTime } from './described-zone.js';
import { localToEpochBy, type Zone } from './time.js';

/** Where systems but Windows keep the tz database, which Ruby's times come from as well. */
const folder = '/usr/share/zoneinfo';

/** One of the local times that a file knows. */
interface FileTime extends LocalTime {
  readonly isSummer: boolean;
}

const zones = new Map<string, Zone | undefined>();

/**
 * The zone of a name by the system's file of it; undefined where there is none that can be read. Intl knows the same, but takes
 * some 25 ms to load, and neither the letters nor what the system says of times before 1970.
 */
export function zoneOfFile(name: string): Zone | undefined {
  if (!/^[A-Z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return undefined;
  if (!zones.has(name)) zones.set(name, readZone(name));
  return zones.get(name);
}

function readZone(name: string): Zone | undefined {
  try {
    return parseZone(name, readFileSync(`${folder}/${name}`));
  } catch {
    // A folder, a file that is cut off, or nothing.
    return undefined;
  }
}

const headerSize = 44;

/** Reads a file of RFC 8536 from version 2 on, whose second part has times of 64 bits. */
function parseZone(name: string, file: Buffer): Zone | undefined {
  if (file.toString('latin1', 0, 4) !== 'TZif' || file[4]! < 50) return undefined;
  const start = headerSize + sizeOfPart(file, 0, 4);
  const [, , , times, types] = countsAt(file, start);
  const timesAt = start + headerSize;
  const indexesAt = timesAt + 8 * times;
  const typesAt = indexesAt + times;
  const lettersAt = typesAt + 6 * types;
  const local = Array.from({ length: types }, (_, index): FileTime => {
    const at = typesAt + 6 * index;
    const begin = lettersAt + file[at + 5]!;
    return {
      offset: file.readInt32BE(at),
      isSummer: file[at + 4] === 1,
      letters: file.toString('latin1', begin, file.indexOf(0, begin)),
    };
  });
  const changes = Array.from({ length: times }, (_, index) => Number(file.readBigInt64BE(timesAt + 8 * index)));
  const kinds = Array.from({ length: times }, (_, index) => local[file[indexesAt + index]!]!);
  const end = start + headerSize + sizeOfPart(file, start, 8);
  const rule = file.toString('latin1', end + 1, file.indexOf(10, end + 1));
  return makeZone(name, { changes, kinds, first: local.find(({ isSummer }) => !isSummer) ?? local[0]!, rule });
}

/** How many there are of: marks of UTC, of standard time, leap seconds, changes, local times, bytes of letters. */
function countsAt(file: Buffer, start: number): [number, number, number, number, number, number] {
  return [20, 24, 28, 32, 36, 40].map((at) => file.readUInt32BE(start + at)) as ReturnType<typeof countsAt>;
}

function sizeOfPart(file: Buffer, start: number, timeSize: number): number {
  const [utc, standard, leaps, times, types, letters] = countsAt(file, start);
  return times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standard + utc;
}

/** What a file says. `rule` describes, as POSIX does, what is after the last change. */
interface ZoneTable {
  /** Seconds from 1970, ascending. */
  readonly changes: readonly number[];
  /** What is from each of them on. */
  readonly kinds: readonly LocalTime[];
  readonly first: LocalTime;
  readonly rule: string;
}

function makeZone(name: string, { changes, kinds, first, rule }: ZoneTable): Zone {
  const later = rule === '' ? undefined : describeZone(rule).zone;
  const last = (changes.at(-1) ?? Number.NEGATIVE_INFINITY) * 1000;
  const at = (epochMs: number): LocalTime => {
    if (later !== undefined && epochMs >= last) {
      return { offset: later.offsetAt(epochMs), letters: later.abbreviationAt(epochMs) };
    }
    return kinds[countBelow(changes, Math.floor(epochMs / 1000) + 1) - 1] ?? first;
  };
  const offsetAt = (epochMs: number): number => at(epochMs).offset;
  return { name, offsetAt, abbreviationAt: (epochMs) => at(epochMs).letters, localToEpoch: localToEpochBy(offsetAt) };
}
