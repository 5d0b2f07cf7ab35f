import { CsvError, parse } from 'csv-parse/sync';
import { SiteError } from '../core/diagnostics.js';
import { parseTime } from '../core/parse-time.js';
import type { Zone } from '../core/time.js';
import { type Hash, toFloat } from '../core/values.js';

/** `csv_reader` and `tsv_reader` of the configuration. */
export interface CsvOptions {
  readonly delimiter: ',' | '\t';
  /** Whether the first row names the fields of the others. */
  readonly headers: boolean;
  readonly converters: readonly string[];
  readonly zone: Zone;
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

function convert(field: Field, { converters, zone }: CsvOptions): Field {
  if (typeof field !== 'string') return field;
  for (const name of converters) {
    const value = convertAs(name, field, zone);
    if (value !== undefined) return value;
  }
  return field;
}

function convertAs(name: string, text: string, zone: Zone): Field {
  const isAll = name === 'all';
  if ((isAll || name === 'date_time' || name === 'date') && /^\d{4}-\d\d-\d\d/.test(text)) return parseTime(text, zone);
  if ((isAll || name === 'numeric' || name === 'integer') && /^[-+]?\d+$/.test(text)) return Number(text);
  if (!(isAll || name === 'numeric' || name === 'float')) return undefined;
  return /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? toFloat(Number(text)) : undefined;
}
