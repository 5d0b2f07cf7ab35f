import { parse, TomlDate, TomlError } from 'smol-toml';
import { SiteError } from '../diagnostics.js';
import { CalendarDate, Time } from '../time/time.js';
import { toInteger } from './ruby.js';
import { type Hash, toFloat } from './values.js';

/** A TOML text as Ruby values. Throws SiteError with its place. */
export function parseToml(text: string, path: string): Hash {
  try {
    return toRuby(parse(text, { integersAsBigInt: true })) as Hash;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = `Invalid TOML: ${error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')}`;
    const hint = 'TOML wants texts in quotes, and each key and table once; https://toml.io tells the rest.';
    const position = { line: error.line, column: error.column };
    throw new SiteError({ code: 'toml/syntax', message, hint, path, position });
  }
}

function toRuby(value: unknown): unknown {
  if (value instanceof TomlDate) return toTime(value);
  if (Array.isArray(value)) return value.map(toRuby);
  if (typeof value === 'bigint') return toInteger(value);
  if (typeof value === 'number') return toFloat(value);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, one]) => [key, toRuby(one)]));
}

function toTime(date: TomlDate): unknown {
  if (date.isTime()) return date.toISOString();
  if (date.isDate()) return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return new Time(date.getTime(), 0, 0);
}
