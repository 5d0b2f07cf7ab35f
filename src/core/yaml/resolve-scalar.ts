import { isDay, parseCalendarDate } from '../time/parse-time.js';
import { localMs, Time } from '../time/time.js';
import { parseInteger, toInteger } from '../values/ruby.js';
import { toFloat } from '../values/values.js';

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
  ['null', null],
  ['~', null],
  ['', null],
]);
const infinities: ReadonlyMap<string, number> = new Map([
  ['.inf', Infinity],
  ['.Inf', Infinity],
  ['.INF', Infinity],
  ['-.inf', -Infinity],
  ['-.Inf', -Infinity],
  ['-.INF', -Infinity],
  ['.nan', NaN],
  ['.NaN', NaN],
  ['.NAN', NaN],
]);
const decimal = /^[-+]?(?:0|[1-9]\d*)$/;
const otherBase = /^(?:0[0-7]+|0[xX][0-9a-fA-F]+|[-+]0x[0-9a-fA-F]+|0b[01]+)$/;
const float = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?$/;
const sexagesimal = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(\.[\d_]*)?$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const time =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t-\r]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?[ \t-\r]*(?:Z|([-+])(\d{1,2})(?::?(\d{2}))?)?$/;

/**
 * The value of a plain YAML scalar as SafeYAML guesses it: yes/no/on/off, `1,000`, octal, `12:30` (750.0), dates, and
 * times, which are UTC where they name no offset. Everything else is a string.
 */
export function resolveScalar(text: string): unknown {
  const length = text.length;
  if (length <= 5) {
    const word = words.get(text.toLowerCase());
    if (word !== undefined) return word;
  }
  const first = text.charCodeAt(0);
  const isNumberLike = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46 || first === 95;
  if (!isNumberLike) return text;
  if (text.charCodeAt(length - 1) !== 10) return resolveNumber(text);
  // The patterns of Ruby's overlook a line end behind a number.
  const value = resolveNumber(text.slice(0, -1));
  return typeof value === 'string' ? text : value;
}

function resolveNumber(text: string): unknown {
  if (text.charCodeAt(4) === 45 && text.length >= 8) return resolveDate(text);
  const plain = text.includes(',') || text.includes('_') ? text.replace(/[_,]/g, '') : text;
  if (decimal.test(plain)) return parseInteger(plain);
  if (otherBase.test(plain)) return parseOtherBase(plain);
  if (float.test(text) && /\.[_]*\d/.test(text)) return toFloat(Number(text.replaceAll('_', '')));
  const infinity = infinities.get(text);
  if (infinity !== undefined) return infinity;
  // Commas are taken out of whole numbers alone.
  const sixties = sexagesimal.exec(text.includes('.') ? text : plain);
  if (sixties !== null) return toFloat(parseSexagesimal(sixties[0], sixties[1]));
  return text;
}

function resolveDate(text: string): unknown {
  return (date.test(text) ? parseCalendarDate(text) : resolveTime(text)) ?? text;
}

function parseOtherBase(text: string): number | bigint {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '').toLowerCase();
  const wide = BigInt(/^0[xb]/.test(digits) ? digits : `0o${digits.slice(1)}`);
  return toInteger(negative ? -wide : wide);
}

/** SafeYAML takes the sign twice: off the first part, and off the sum. */
function parseSexagesimal(text: string, fraction: string | undefined): number {
  const whole = fraction === undefined ? text : text.slice(0, -fraction.length);
  let sum = 0;
  for (const part of whole.replaceAll('_', '').split(':')) sum = sum * 60 + Number(part);
  if (fraction !== undefined && fraction.length > 1) sum += Number(`0${fraction.replaceAll('_', '')}`);
  return text.startsWith('-') ? -sum : sum;
}

function resolveTime(text: string): Time | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  const isOfDay = hour < 24 || (hour === 24 && minute === 0 && second === 0);
  if (!isDay(year, month, day) || !isOfDay || minute > 59 || second > 60) return undefined;
  const size = Number(match[9] ?? 0) * 3600 + Number(match[10] ?? 0) * 60;
  // Ruby has no time a whole day off, and passes over an offset of more.
  if (size === 86_400) return undefined;
  const offset = size > 86_400 ? 0 : match[8] === '-' ? -size : size;
  const nanos = match[7] === undefined ? 0 : Number(match[7].slice(0, 9).padEnd(9, '0'));
  // A leap second is the one before it.
  const ms =
    localMs(year, month, day, hour, minute, Math.min(second, 59)) - offset * 1000 + Math.floor(nanos / 1_000_000);
  return new Time(ms, nanos % 1_000_000, offset);
}
