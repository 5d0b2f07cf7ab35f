import { CalendarDate, Time } from '../../core/time/time.js';
import { compareValues, equals, identityOf, isNumeric, plain } from '../../core/values/compare-values.js';
import { addedToObjects } from '../../core/values/object-lists.js';
import { inspect, isFloat, isInteger, toS } from '../../core/values/ruby.js';
import { Float, isDrop, Range } from '../../core/values/values.js';
import { liquidError } from '../errors.js';

/** `<` and `<=` in a template. */
export function less(a: unknown, b: unknown, orEqual: boolean): boolean {
  const order = order2(a, b);
  return order !== undefined && (order < 0 || (orEqual && order === 0));
}

/** `>` and `>=` in a template. */
export function more(a: unknown, b: unknown, orEqual: boolean): boolean {
  const order = order2(a, b);
  return order !== undefined && (order > 0 || (orEqual && order === 0));
}

function order2(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined;
  if (!isOrdered(a) || !isOrdered(b)) return undefined;
  const order = compareValues(a, b);
  if (order !== undefined || (isNumeric(a) && isNumeric(b))) return order;
  throw liquidError(
    `comparison of ${className(a)} with ${shown(b)} failed`,
    'liquid/comparison',
    'Compare a number with a number, a text with a text.',
  );
}

function isOrdered(value: unknown): boolean {
  return typeof value === 'string' || isNumeric(value) || value instanceof Time || value instanceof CalendarDate;
}

/** Ruby names small numbers by their value, everything else by its class. */
function shown(value: unknown): string {
  return isNumeric(value) && !(typeof value === 'bigint' && BigInt.asIntN(63, value) !== value)
    ? toS(value)
    : className(value);
}

/** The name of a value's Ruby class. */
export function className(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (typeof value === 'string') return 'String';
  if (isInteger(value)) return 'Integer';
  if (isFloat(value)) return 'Float';
  if (Array.isArray(value)) return 'Array';
  if (value instanceof Map) return 'Hash';
  if (value instanceof Time) return 'Time';
  if (value instanceof CalendarDate) return 'Date';
  if (value instanceof Range) return 'Range';
  return isDrop(value) ? value.className : 'Object';
}

/** `contains` in a template. */
export function contains(left: unknown, right: unknown): boolean {
  if (right === null || right === undefined || right === false) return false;
  if (typeof left === 'string') return left.includes(typeof right === 'string' ? right : toS(right));
  if (Array.isArray(left)) {
    const isObject = typeof right === 'object' && (isDrop(right) || right instanceof Map);
    const items = (isObject ? addedToObjects(left) : undefined) ?? left;
    return items.some((item) => equals(item, right));
  }
  if (left instanceof Map) return left.has(right);
  if (left instanceof Range) return isNumeric(right) && plain(right) >= left.first && plain(right) <= left.last;
  return false;
}

/** `== empty` in a template. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
}

const onlyBlanks = /^[\s\u0085]*$/;

/** `== blank` in a template where values answer to ActiveSupport's `blank?`. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return onlyBlanks.test(value) && !value.includes('\ufeff');
  return value === null || value === undefined || value === false || isEmpty(value);
}

/** A key under which two values are the same exactly if Ruby's `eql?` says so (1 is not 1.0). */
export function identityKey(value: unknown): unknown {
  if (typeof value === 'string') return `s${value}`;
  if (value === null || value === undefined) return null;
  if (value instanceof Float) return `f${value.value}`;
  if (Array.isArray(value) || value instanceof Map) return `i${className(value)}${structureKey(value)}`;
  if (value instanceof Time) return `t${value.epochMs},${value.nanos}`;
  if (value instanceof CalendarDate || value instanceof Range) return `i${className(value)}${inspect(value)}`;
  return isDrop(value) ? identityOf(value) : value;
}

const dropNumbers = new WeakMap<object, number>();
let lastDropNumber = 0;

function structureKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(structureKey).join(',')}]`;
  if (value instanceof Map) {
    return `{${[...value]
      .map(([key, item]) => `${structureKey(key)}>${structureKey(item)}`)
      .sort()
      .join(',')}}`;
  }
  const key = identityKey(value);
  if (typeof key !== 'object' || key === null) return typeof key === 'string' ? JSON.stringify(key) : String(key);
  let number = dropNumbers.get(key);
  if (number === undefined) dropNumbers.set(key, (number = ++lastDropNumber));
  return `d${number}`;
}
