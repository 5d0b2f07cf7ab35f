import { CalendarDate, Time } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import { DocumentRef } from '../../core/types.js';
import { Float, type Hash } from '../../core/values/values.js';
import type { Plain } from './saved-files.js';

/** A value as plain data; undefined where it holds something that cannot be. */
export function toPlain(value: unknown): Plain | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
  if (value === undefined) return { nil: null };
  if (typeof value === 'bigint') return { big: String(value) };
  if (Array.isArray(value)) return listToPlain(value);
  if (value instanceof Map) {
    const list = listToPlain([...value].flat(1));
    return list && { hash: list };
  }
  if (value instanceof Float) return Object.is(value.value, -0) ? undefined : { float: value.value };
  if (value instanceof Time) return { time: [value.epochMs, value.nanos, zoneToPlain(value.zone)] };
  if (value instanceof CalendarDate) return { date: [value.year, value.month, value.day] };
  if (value instanceof DocumentRef) return { ref: value.id };
  return undefined;
}

/** A list of values as plain data; undefined where one of them cannot be. */
export function listToPlain(values: readonly unknown[]): Plain[] | undefined {
  const list: Plain[] = [];
  for (const value of values) {
    const plain = toPlain(value);
    if (plain === undefined) return undefined;
    list.push(plain);
  }
  return list;
}

function zoneToPlain(zone: Time['zone']): Plain {
  return typeof zone === 'object' ? { zone: zone.name } : zone;
}

/** The value that plain data represent. */
export function fromPlain(plain: Plain): unknown {
  if (typeof plain !== 'object' || plain === null) return plain;
  if (Array.isArray(plain)) return plain.map(fromPlain);
  let kind = '';
  for (kind in plain) break;
  const value = (plain as { readonly [kind: string]: Plain })[kind]!;
  if (kind === 'hash') return hashFromPlain(value as readonly Plain[]);
  if (kind === 'nil') return undefined;
  if (kind === 'big') return BigInt(value as string);
  if (kind === 'float') return new Float(value as number);
  if (kind === 'ref') return new DocumentRef(value as string);
  if (kind === 'zone') return createZone(value as string);
  const [first, second, third] = value as [number, number, Plain];
  return kind === 'time'
    ? new Time(first, second, fromPlain(third) as Time['zone'])
    : new CalendarDate(first, second, third as number);
}

function hashFromPlain(list: readonly Plain[]): Hash {
  const hash: Hash = new Map();
  for (let index = 0; index < list.length; index += 2) hash.set(fromPlain(list[index]!), fromPlain(list[index + 1]!));
  return hash;
}
