import { CsvError, parse } from 'csv-parse/sync';
import { SiteError } from '../core/diagnostics.js';
import { parseCalendarDate, parseTime } from '../core/parse-time.js';
import { formatTime } from '../core/strftime.js';
import { type Hash, toFloat } from '../core/values.js';
import { createZone } from '../core/zone.js';

/** `csv_reader` and `tsv_reader` of the configuration. */
export interface CsvOptions {
  readonly delimiter: ',' | '\t';
  /** Whether the first row names the fields of the others. */
  readonly headers: boolean;
  /** Names of {@link fieldConverters}. */
  readonly converters: readonly string[];
}

type Field = unknown;

/** The rows of a CSV text as Ruby reads them: hashes by the names of the first row, empty fields nil. */
export function parseCsv(text: string, path: string, options: CsvOptions): unknown[] {
  const rows = readRows(text, path, options).map((row) => row.map((field) => convert(field, options)));
  if (!options.headers) return rows.map((row) => (row.length === 1 && row[0] === null ? [] : row));
  const [names, ...others] = rows;
  return names === undefined ? [] : others.map((row) => toHash(names, row));
}

function readRows(text: string, path: string, { delimiter }: CsvOptions): Field[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      cast: (value, context) => (value === '' && !context.quoting ? null : value),
    }) as Field[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new SiteError(
      { code: 'csv/syntax', message: `Invalid CSV: ${error.message}`, path, position: { line, column: 1 } },
      { cause: error },
    );
  }
}

function toHash(names: readonly Field[], row: readonly Field[]): Hash {
  const hash: Hash = new Map();
  const length = Math.max(names.length, row.length);
  for (let index = 0; index < length; index++) {
    const name = names[index] ?? null;
    if (!hash.has(name)) hash.set(name, row[index] ?? null);
  }
  return hash;
}

function convert(field: Field, { converters }: CsvOptions): Field {
  if (typeof field !== 'string') return field;
  for (const name of converters) {
    const value = fieldConverters[name]!(field);
    if (value !== undefined) return value;
  }
  return field;
}

type FieldConverter = (text: string) => Field;

const integer: FieldConverter = (text) => {
  const digits = /^\s*([-+]?)(?:0x([\da-f]+)|0b([01]+)|0o?([0-7]+)|(\d+(?:_\d+)*))\s*$/i.exec(text);
  if (digits === null) return undefined;
  const [, sign, hex, binary, octal, decimal = ''] = digits;
  const value = hex ? BigInt(`0x${hex}`) : binary ? BigInt(`0b${binary}`) : octal ? BigInt(`0o${octal}`) : undefined;
  const whole = (value ?? BigInt(decimal.replaceAll('_', ''))) * (sign === '-' ? -1n : 1n);
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
};

const float: FieldConverter = (text) =>
  /^\s*[-+]?\d+(?:_\d+)*(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(text)
    ? toFloat(Number(text.replaceAll('_', '')))
    : undefined;

const numeric: FieldConverter = (text) => integer(text) ?? float(text);

const utc = createZone('UTC');
const weekdays = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const dateShape = new RegExp(
  `^(?:(?:${weekdays},?\\s+)?${months}\\s+\\d{1,2},?\\s+\\d{2,4}|\\d{4}-\\d{2}-\\d{2})$`,
  'i',
);
const dateTimeShape = new RegExp(
  `^(?:(?:${weekdays},?\\s+)?${months}\\s+\\d{1,2}\\s+\\d{1,2}:\\d{1,2}:\\d{1,2},?\\s+\\d{2,4}|` +
    '\\d{4}-\\d{2}-\\d{2}(?:\\s\\d{2}:\\d{2}:\\d{2}|T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:[-+]\\d{2}:?\\d{2}|Z)?)?)$',
  'i',
);

const date: FieldConverter = (text) => {
  if (!dateShape.test(text)) return undefined;
  const time = parseTime(text, utc);
  return parseCalendarDate(time === undefined ? text : formatTime(time, '%Y-%m-%d'));
};

/** Ruby's DateTime is UTC where the text names no offset, and is the same to templates as its text in ISO 8601. */
const dateTime: FieldConverter = (text) => {
  const time = dateTimeShape.test(text) ? parseTime(text, utc) : undefined;
  return time && formatTime(time, '%Y-%m-%dT%H:%M:%S%:z');
};

/** Ruby's own converters by name. */
export const fieldConverters: Readonly<Record<string, FieldConverter>> = {
  integer,
  float,
  numeric,
  date,
  date_time: dateTime,
  all: (text) => dateTime(text) ?? numeric(text),
};
