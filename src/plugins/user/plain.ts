import { CalendarDate, localMs, Time, type Zone } from '../../core/time/time.js';
import { type Drop, Float, type Hash, isDrop, Range } from '../../core/values/values.js';
import type { PlainObject } from './types.js';

/** Views that were made of Ruby values, so that what a plugin hands on unchanged comes back as it was. */
const originals = new WeakMap<object, unknown>();
const views = new WeakMap<object, object>();

/** A Ruby value as JavaScript has it. Hashes and drops are read member by member, when a plugin asks. */
export function toView(value: unknown): unknown {
  if (value instanceof Map || isDrop(value)) return objectView(value);
  if (Array.isArray(value)) return remember(value.map(toView), value);
  return toScalar(value);
}

function toScalar(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Float) return value.value;
  if (value instanceof Time) return remember(new Date(value.epochMs), value);
  if (value instanceof CalendarDate) return remember(new Date(localMs(value.year, value.month, value.day)), value);
  if (value instanceof Range)
    return remember(
      Array.from({ length: Math.max(value.last - value.first + 1, 0) }, (_, i) => value.first + i),
      value,
    );
  return value;
}

function remember<T extends object>(view: T, original: unknown): T {
  originals.set(view, original);
  return view;
}

function objectView(value: Hash | Drop): object {
  let view = views.get(value);
  if (view === undefined) {
    view = remember(new Proxy(Object.create(null) as object, handlerOf(value)), value);
    views.set(value, view);
  }
  return view;
}

function handlerOf(value: Hash | Drop): ProxyHandler<object> {
  const keys = (): string[] => [...(value.keys?.() ?? [])].map(String);
  const read = (key: string): unknown =>
    toView(value.get(key) ?? (value instanceof Map && /^\d+$/.test(key) ? value.get(Number(key)) : undefined));
  const text = (): string =>
    isDrop(value)
      ? (value.toS?.() ?? value.className)
      : JSON.stringify(Object.fromEntries(keys().map((key) => [key, read(key)])));
  return {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return text;
      return typeof key === 'string' ? (read(key) ?? undefined) : undefined;
    },
    has: (_target, key) => typeof key === 'string' && keys().includes(key),
    ownKeys: keys,
    getOwnPropertyDescriptor: (_target, key) =>
      typeof key === 'string' && keys().includes(key)
        ? { value: read(key), enumerable: true, configurable: true, writable: false }
        : undefined,
    set: () => false,
  };
}

/**
 * A JavaScript value as templates see it: objects as hashes, sets as lists, dates as times of the zone. Throws for what
 * can be none of it: promises, dates that are invalid, and values that hold themselves.
 */
export function fromPlain(value: unknown, zone: Zone | 'UTC' = 'UTC'): unknown {
  try {
    return toRuby(value, zone);
  } catch (error) {
    throw error instanceof RangeError ? new TypeError('it gave a value that holds itself') : error;
  }
}

function toRuby(value: unknown, zone: Zone | 'UTC'): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object') return value;
  if (originals.has(value)) return originals.get(value);
  if (value instanceof Date) return timeOf(value, zone);
  if (value instanceof Promise) throw new TypeError('it gave a promise that nothing waits for');
  if (Array.isArray(value) || value instanceof Set) return Array.from(value, (item) => toRuby(item, zone));
  if (isRubyValue(value)) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, item]) => [key, toRuby(item, zone)]));
}

function timeOf(date: Date, zone: Zone | 'UTC'): Time {
  if (Number.isNaN(date.getTime())) throw new TypeError('it gave an invalid date');
  return new Time(date.getTime(), 0, zone);
}

const isRubyValue = (value: object): boolean =>
  [Time, CalendarDate, Float, Range].some((kind) => value instanceof kind) || isDrop(value);

/** A copy of a Ruby value that a plugin may change: hashes as objects, all the way down. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Map) return hashToPlain(value);
  if (Array.isArray(value)) return value.map(toPlain);
  return toScalar(value);
}

/** As {@link toPlain}, for a hash. */
export function hashToPlain(hash: Hash): PlainObject {
  return Object.fromEntries([...hash].map(([key, value]) => [String(key), toPlain(value)]));
}

/** The hash with what a plugin changed in its copy; the same hash where it changed nothing. */
export function withChanges(hash: Hash, changed: PlainObject, zone: Zone): Hash {
  const result: Hash = new Map();
  let isChanged = false;
  const known = new Map([...hash.keys()].map((key) => [String(key), key]));
  for (const [name, value] of Object.entries(changed)) {
    const key = known.has(name) ? known.get(name) : name;
    const old = hash.get(key);
    const isSame = hash.has(key) && isEqual(value, toPlain(old));
    isChanged ||= !isSame;
    result.set(key, isSame ? old : fromPlain(value, zone));
  }
  return isChanged || result.size !== hash.size ? result : hash;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Date || b instanceof Date)
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [Object.entries(a), b as PlainObject];
  return (
    one.length === Object.keys(other).length && one.every(([key, value]) => key in other && isEqual(value, other[key]))
  );
}
