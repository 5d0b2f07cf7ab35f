import { lazily } from '../lazily.js';
import { timeInspect, timeToS } from '../time/strftime.js';
import { CalendarDate, Time } from '../time/time.js';
import { addedToObjects } from './object-lists.js';
import { type Drop, Float, isDrop, Range } from './values.js';

/** Ruby's `to_s` of a value; '' for nil, an array or a hash as `inspect` has it. */
export function toS(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? integerToS(value) : floatToS(value);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value) || value instanceof Map) return inspect(value);
  if (value instanceof Float) return floatToS(value.value);
  if (value instanceof Time || value instanceof CalendarDate) return timeToS(value);
  if (value instanceof Range) return `${value.first}..${value.last}`;
  if (isDrop(value)) return value.toS === undefined ? value.className : value.toS();
  return '';
}

/** What Liquid prints for a value: `to_s`, but the members of an array one after the other. */
export function toOutput(value: unknown): string {
  return Array.isArray(value) ? printItems(value) : toS(value);
}

function printItems(items: readonly unknown[]): string {
  const added = addedToObjects(items);
  let out = '';
  for (const item of items) out += asObject(item, added, 'itemText') ?? toOutput(item);
  return out;
}

/**
 * What an item of a list of the site is printed as: there a document is no drop yet, and a page not the hash that Liquid
 * sees where it is alone. Undefined for other items, and for what was added to the list as a template holds it.
 */
function asObject(
  item: unknown,
  added: readonly unknown[] | undefined,
  print: 'itemText' | 'inspectItem',
): string | undefined {
  if (added === undefined || added.includes(item)) return undefined;
  return (item as { [name in typeof print]?: () => string } | null | undefined)?.[print]?.();
}

/** Ruby's `Array#join`: nested arrays are joined too, everything else is printed by `to_s`. */
export function joinArray(values: readonly unknown[], glue: string): string {
  let out = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (index > 0) out += glue;
    out += typeof value === 'string' ? value : Array.isArray(value) ? joinArray(value, glue) : toS(value);
  }
  return out;
}

/** Ruby's `inspect` of a value (Ruby 3.1: `{"a"=>1}`, `[nil, "b"]`). */
export function inspect(value: unknown): string {
  if (typeof value === 'string') return inspectString(value);
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return inspectArray(value);
  if (value instanceof Map) return inspectHash(value);
  if (value instanceof Time || value instanceof CalendarDate) return timeInspect(value);
  if (isDrop(value)) return inspectDrop(value);
  return toS(value);
}

function inspectHash(hash: ReadonlyMap<unknown, unknown>): string {
  let out = '';
  for (const [key, value] of hash) out += `${out === '' ? '' : ', '}${inspect(key)}=>${inspect(value)}`;
  return `{${out}}`;
}

function inspectArray(items: readonly unknown[]): string {
  const added = addedToObjects(items);
  return `[${items.map((item) => asObject(item, added, 'inspectItem') ?? inspect(item)).join(', ')}]`;
}

function inspectDrop(drop: Drop): string {
  if (drop.inspect !== undefined) return drop.inspect();
  if (drop.keys === undefined) return drop.className;
  return inspectHash(new Map(drop.keys().map((key) => [key, drop.get(key)])));
}

const plainString = /^[\x20\x21\x24-\x5b\x5d-\x7e\u00a1-\u024f]*$/;
const escapedParts = lazily(() => /["\\\x07-\x0d\x1b]|#(?=[{$@])|(?!\x85)[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu);
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '#': '\\#',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
};

/** Ruby's `String#inspect`: in double quotes, with Ruby's escapes. */
export function inspectString(text: string): string {
  if (plainString.test(text)) return `"${text}"`;
  const escaped = text.replace(escapedParts(), (part) => {
    const code = part.codePointAt(0)!;
    const hex = code.toString(16).toUpperCase();
    return shortEscapes[part] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
  });
  return `"${escaped}"`;
}

function integerToS(value: number): string {
  return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
}

/** Ruby's `Float#to_s`: `1.0`, `0.1`, `1.0e+20`, `1.0e-05`, `Infinity`, `NaN`. */
export function floatToS(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e15 && Number.isInteger(value)) return `${value}.0`;
  if (size >= 1e-4 && size < 1e16 && !Number.isInteger(value)) return String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${digits.includes('.') ? digits : `${digits}.0`}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

const leadingInteger = /^[\0\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*)/;
const leadingFloat = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+(?:_\d+)*)?)/;

/** Ruby's `String#to_i`: the integer that the text begins with, or 0. */
export function stringToInteger(text: string): number | bigint {
  const match = leadingInteger.exec(text);
  return match === null ? 0 : parseInteger(match[1]!.replaceAll('_', ''));
}

/** Ruby's `String#to_f`: the number that the text begins with, or 0; as a JavaScript number. */
export function stringToFloat(text: string): number {
  const match = leadingFloat.exec(text);
  return match === null ? 0 : Number(match[1]!.replaceAll('_', ''));
}

/** The integer of decimal digits with an optional sign: a number where it is exact, else a bigint. */
export function parseInteger(digits: string): number | bigint {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value + 0;
  return BigInt(digits.startsWith('+') ? digits.slice(1) : digits);
}

/** A bigint as the Integer that templates see: a number where that is exact. */
export function toInteger(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** Whether Ruby takes a value for true: everything but nil and false. */
export function isTruthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined;
}

/** Whether a value is a Ruby Float. */
export function isFloat(value: unknown): value is number | Float {
  return typeof value === 'number' ? !Number.isInteger(value) : value instanceof Float;
}

/** Whether a value is a Ruby Integer. */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'number' ? Number.isInteger(value) : typeof value === 'bigint';
}
