import { readlinkSync } from 'node:fs';
import { describeZone } from './described-zone.js';
import { localToEpochBy, type Zone } from './time.js';
import { zoneOfFile } from './zone-file.js';
import { zoneNames } from './zone-names.js';

/** Offsets are asked of Intl once for each such stretch of time (about twelve days). */
const stretch = 2 ** 30;
/** The last moment that Intl knows. */
const limit = 8.64e15;

/** A stretch of time with one change of the offset in it. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const utc: Zone = {
  name: 'UTC',
  offsetAt: () => 0,
  abbreviationAt: () => 'UTC',
  localToEpoch: (localMs) => localMs,
};

const zones = new Map<string, Zone>();

/** Names of zones to Intl that the tz database has none of. */
const lettersOfIntl: ReadonlySet<string> = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
);

/** Whether a name is one of the tz database that this machine knows, in the same capitals: on Linux it is that of a file. */
export function isZoneName(name: string): boolean {
  if (zoneOfFile(name) !== undefined) return true;
  if (/^[-+\d]/.test(name) || lettersOfIntl.has(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
  } catch {
    return false;
  }
  return /^[A-Z]/.test(name) && (name === name.toUpperCase() || !isOtherwiseSpelled(name));
}

function isOtherwiseSpelled(name: string): boolean {
  const listed = Object.values(zoneNames);
  if (listed.some((names) => ` ${names} `.includes(` ${name} `))) return false;
  // Asked only now, as Intl takes milliseconds to list them.
  const names = [...listed.flatMap((some) => some.split(' ')), ...Intl.supportedValuesOf('timeZone')];
  const wanted = name.toLowerCase();
  return !names.includes(name) && names.some((each) => each.toLowerCase() === wanted);
}

/**
 * The zone of an IANA name, or the one that a text of POSIX describes; the machine's own for undefined. Anything else is UTC,
 * as it is to the C library.
 */
export function createZone(name: string | undefined): Zone {
  const wanted = name ?? machineZone();
  let zone = zones.get(wanted);
  if (zone === undefined) {
    zone = makeZone(wanted);
    zones.set(wanted, zone);
  }
  return zone;
}

let machine: { readonly variable: string | undefined; readonly name: string } | undefined;

/** What `TZ` names or describes, which is more than Intl takes; undefined where it is a file that tells no name. */
function zoneOfVariable(variable: string): string | undefined {
  const text = variable.replace(/^:/, '');
  if (!text.startsWith('/')) return text === '' || text === 'Etc/UTC' ? 'UTC' : text;
  return nameOfFile(text);
}

/** The name of the zone that the system's clock is set to. */
function ownZone(): string {
  // Intl takes long to load, and has no name where `TZ` is one that it does not know.
  return linkedZone() ?? new Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}

function nameOfFile(path: string): string | undefined {
  return /zoneinfo\/([A-Z][\w+-]*(?:\/[\w+-]+)*)$/.exec(path)?.[1];
}

/** The name of the machine's zone, looked up once for each value of `TZ`. */
function machineZone(): string {
  const variable = process.env.TZ;
  if (machine === undefined || machine.variable !== variable) {
    machine = { variable, name: (variable === undefined ? undefined : zoneOfVariable(variable)) ?? ownZone() };
  }
  return machine.name;
}

/** The zone that the system's clock is linked to, where it is a link. */
function linkedZone(): string | undefined {
  try {
    return nameOfFile(readlinkSync('/etc/localtime'));
  } catch {
    return undefined;
  }
}

function makeZone(name: string): Zone {
  if (name === 'UTC' || name === 'Etc/UTC') return utc;
  if (name.startsWith(':')) return createZone(name.slice(1) || 'UTC');
  if (!isZoneName(name)) return describeZone(name).zone;
  return zoneOfFile(name) ?? zoneOfIntl(name);
}

/** The zone of a name by what Intl knows, where the system has no file of it, with letters of its times since 1970. */
export function zoneOfIntl(name: string): Zone {
  const offsetAt = createOffsets(name);
  let letters: ReadonlyMap<number, string> | undefined;
  return {
    name,
    offsetAt,
    abbreviationAt(epochMs) {
      letters ??= lettersOf(name);
      const offset = offsetAt(epochMs);
      return letters.get(offset) ?? numericName(offset);
    },
    localToEpoch: localToEpochBy(offsetAt),
  };
}

function createOffsets(name: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const ask = (epochMs: number): number => parseOffset(format.format(Math.min(Math.max(epochMs, -limit), limit)));
  const known = new Map<number, number | Change>();
  return (epochMs) => {
    const key = Math.floor(epochMs / stretch);
    let found = known.get(key);
    if (found === undefined) {
      found = findOffset(key * stretch, ask);
      known.set(key, found);
    }
    if (typeof found === 'number') return found;
    return epochMs < found.at ? found.before : found.after;
  };
}

function findOffset(start: number, ask: (epochMs: number) => number): number | Change {
  const before = ask(start);
  const after = ask(start + stretch);
  if (before === after) return before;
  let low = Math.floor(start / 1000);
  let high = Math.ceil((start + stretch) / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return { at: high * 1000, before, after };
}

function parseOffset(text: string): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

function lettersOf(name: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [group, names] of Object.entries(zoneNames)) {
    if (!` ${names} `.includes(` ${name} `)) continue;
    for (const part of group.split(' ')) {
      const match = /^([A-Za-z]+)(-?\d+)$/.exec(part)!;
      letters.set(Number(match[2]), match[1]!);
    }
  }
  return letters;
}

/** `+03`, `-0330`: what the tz database calls a local time without letters. */
function numericName(offset: number): string {
  if (offset % 60 !== 0) return 'LMT';
  const minutes = Math.abs(Math.trunc(offset / 60));
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  const rest = minutes % 60;
  return `${offset < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}
