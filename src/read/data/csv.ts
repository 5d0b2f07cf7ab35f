import { SiteError } from '../../core/diagnostics.js';
import { parseCalendarDate, parseTime } from '../../core/time/parse-time.js';
import { formatTime } from '../../core/time/strftime.js';
import { createZone } from '../../core/time/zone.js';
import { toInteger } from '../../core/values/ruby.js';
import { type Hash, toFloat } from '../../core/values/values.js';
import { readCsvRows } from './csv-rows.js';

/** `csv_reader` and `tsv_reader` of the configuration. */
export interface CsvOptions {
  readonly delimiter: ',' | '\t';
  /** Whether the first row names the fields of the others, or their names, as a list or as a row. */
  readonly headers: boolean | string | readonly unknown[];
  /** Names of {@link fieldConverters}. */
  readonly converters: readonly string[];
}

type Field = unknown;

/** Most fields that the rows of a table may lack together; Ruby would fill them all with nil. */
const maxLacking = 10_000_000;

/** The rows of a CSV text as Ruby reads them: hashes by the names of the first row, empty fields nil. */
export function parseCsv(text: string, path: string, options: CsvOptions): unknown[] {
  const { delimiter, headers } = options;
  const rows: Field[][] = readCsvRows(text, delimiter, path);
  const names = headers === true || headers === '' ? (rows.shift() ?? []) : headersOf(headers, delimiter, path);
  if (names !== undefined) checkLacking(rows, names.length, path);
  const values =
    options.converters.length === 0 ? rows : rows.map((row) => row.map((field) => convert(field, options)));
  return names === undefined ? values : values.map((row) => toHash(names, row));
}

function checkLacking(rows: readonly (readonly Field[])[], width: number, path: string): void {
  let lacking = 0;
  for (const row of rows) lacking += Math.max(0, width - row.length);
  if (lacking <= maxLacking) return;
  const message = `Invalid CSV: its rows lack more than ${maxLacking.toLocaleString('en-US')} fields`;
  const hint = 'Look for a first row that is much longer than the others.';
  throw new SiteError({ code: 'csv/syntax', message, hint, path, position: { line: 1, column: 1 } });
}

function headersOf(headers: CsvOptions['headers'], delimiter: ',' | '\t', path: string): readonly Field[] | undefined {
  if (typeof headers === 'string') return readCsvRows(headers, delimiter, path)[0] ?? [];
  return Array.isArray(headers) ? headers : undefined;
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

const hexadecimal = '0x([\\da-f]+(?:_[\\da-f]+)*)';
const wholeShape = new RegExp(
  `^\\s*([-+]?)(?:${hexadecimal}|0b([01]+(?:_[01]+)*)|0[o_]?([0-7]+(?:_[0-7]+)*)|(0|[1-9]\\d*(?:_\\d+)*))\\s*$`,
  'i',
);
const hexadecimalShape = new RegExp(`^\\s*([-+]?)${hexadecimal}\\s*$`, 'i');
const floatShape = /^\s*[-+]?(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?\s*$/i;

const integer: FieldConverter = (text) => {
  const found = wholeShape.exec(text);
  if (found === null) return undefined;
  const [sign, hex, binary, octal, decimal] = found.slice(1).map((digits) => digits?.replaceAll('_', ''));
  const value = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : decimal!;
  return toInteger(BigInt(value) * (sign === '-' ? -1n : 1n));
};

const float: FieldConverter = (text) => {
  if (floatShape.test(text)) return toFloat(Number(text.replaceAll('_', '')));
  const found = hexadecimalShape.exec(text);
  return found === null
    ? undefined
    : toFloat(Number(`0x${found[2]!.replaceAll('_', '')}`) * (found[1] === '-' ? -1 : 1));
};

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
