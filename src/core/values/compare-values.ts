import { compareTexts } from '../text/compare-texts.js';
import { CalendarDate, compareTimes, daysFromDate, Time } from '../time/time.js';
import { inspect } from './ruby.js';
import { type Drop, Float, isDrop, Range } from './values.js';

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

/** What a drop is compared by. */
export function identityOf(drop: Drop): unknown {
  return drop.identity ?? drop;
}

/** A Ruby number of any class. */
export type Numeric = number | bigint | Float;

/** Whether a value is a number of Ruby's. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
}

/** A Ruby number as one of JavaScript's. */
export function plain(value: Numeric): number | bigint {
  return value instanceof Float ? value.value : value;
}

/** Ruby's `<=>`: negative, 0 or positive; undefined where the two cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b) : undefined;
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
  return daysFromDate(date.year, date.month, date.day) + 2_440_587.5;
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
