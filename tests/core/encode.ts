import { timeToS } from '../../src/core/time/strftime.js';
import { CalendarDate, Time } from '../../src/core/time/time.js';
import { Float } from '../../src/core/values/values.js';

/** A Ruby value as the fixtures' scripts write it: hashes as lists of pairs, what JSON has not under a `$` key. */
export function encode(value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Float) return { $f: floatText(value.value) };
  if (typeof value === 'number' && !Number.isInteger(value)) return { $f: floatText(value) };
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof CalendarDate) return { $d: timeToS(value) };
  if (value instanceof Time) return { $t: timeToS(value) + fraction(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map) return { $h: [...value].map(([key, item]) => [encode(key), encode(item)]) };
  return value;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return Number.isInteger(value) ? `${Object.is(value, -0) ? '-' : ''}${value}.0` : String(value);
}

function fraction(time: Time): string {
  const nanos = (((time.epochMs % 1000) + 1000) % 1000) * 1_000_000 + time.nanos;
  return nanos === 0 ? '' : ` ${nanos}`;
}
