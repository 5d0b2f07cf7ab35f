import { inspect, isFloat, isInteger, toS } from '../core/ruby.js';
import { CalendarDate, compareTimes, daysFromCivil, Time } from '../core/time.js';
import { type Drop, Float, isDrop, Range } from '../core/values.js';
import { liquidError } from './errors.js';

/** Ruby's `==`. */
export function equals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || a === undefined) return b === null || b === undefined;
  if (typeof a === 'string' || typeof b === 'string' || typeof a === 'boolean') return false;
  if (isNumeric(a)) return isNumeric(b) && numericEquals(a, b);
  return typeof b === 'object' && b !== null && typeof a === 'object' && objectEquals(a, b);
}

function numericEquals(a: Numeric, b: Numeric): boolean {
  const [x, y] = [plain(a), plain(b)];
  // Neither less nor more: so a bigint is compared with a number by value. NaN equals nothing.
  return x === y || (x <= y && x >= y);
}

function objectEquals(a: object, b: object): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equals(item, b[index]));
  if (a instanceof Map) return b instanceof Map && mapEquals(a, b);
  if (a instanceof Time) return b instanceof Time && compareTimes(a, b) === 0;
  if (a instanceof CalendarDate) return b instanceof CalendarDate && inspect(a) === inspect(b);
  if (a instanceof Range) return b instanceof Range && a.first === b.first && a.last === b.last;
  return isDrop(a) && isDrop(b) && identityOf(a) === identityOf(b);
}

function mapEquals(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !equals(value, b.get(key))) return false;
  return true;
}

function identityOf(drop: Drop): unknown {
  return drop.identity ?? drop;
}

/** A Ruby number of any class. */
export type Numeric = number | bigint | Float;

/** Whether a value is a number of Ruby's. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
}

function plain(value: Numeric): number | bigint {
  return value instanceof Float ? value.value : value;
}

/** Ruby's `<=>`: negative, 0 or positive; undefined where the two cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : undefined;
  if (isNumeric(a)) return isNumeric(b) ? compareNumbers(plain(a), plain(b)) : undefined;
  if (Array.isArray(a)) return Array.isArray(b) ? compareArrays(a, b) : undefined;
  if (a instanceof Time && b instanceof Time) return compareTimes(a, b);
  if (a instanceof CalendarDate && b instanceof CalendarDate)
    return a.year - b.year || a.month - b.month || a.day - b.day;
  if (a instanceof CalendarDate && isNumeric(b)) return compareNumbers(astronomicalDay(a), plain(b));
  return equals(a, b) ? 0 : undefined;
}

/** The Julian day that Ruby compares a date with a number by. */
function astronomicalDay(date: CalendarDate): number {
  return daysFromCivil(date.year, date.month, date.day) + 2_440_587.5;
}

function compareNumbers(a: number | bigint, b: number | bigint): number | undefined {
  return a < b ? -1 : a > b ? 1 : a <= b ? 0 : undefined;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const surrogate = /[\ud800-\udfff]/;

/** The order of two texts by code points, as Ruby compares UTF-8. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : 1;
  for (let index = 0; index < a.length && index < b.length; ) {
    const [left, right] = [a.codePointAt(index)!, b.codePointAt(index)!];
    if (left !== right) return left - right;
    index += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}

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
    'compare a number with a number, a text with a text',
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
  if (Array.isArray(left)) return left.some((item) => equals(item, right));
  if (left instanceof Map) return left.has(right);
  if (left instanceof Range) return isNumeric(right) && plain(right) >= left.first && plain(right) <= left.last;
  return false;
}

/** `== empty` in a template. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
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
