import { SiteError } from '../../../core/diagnostics.js';
import { strip } from '../../../core/text/strip.js';
import { toS } from '../../../core/values/ruby.js';
import type { Hash } from '../../../core/values/values.js';
import { namedEntity } from '../entities.js';
import { trim } from '../text.js';
import { readOptionYaml } from './option-yaml.js';

/** Reads an option's value. `name` is for messages. */
export type Parser<T> = (value: unknown, name: string) => T;

/** A value that kramdown refuses for an option. */
export class OptionError extends Error {
  override readonly name = 'OptionError';

  /** @param option the option's name */
  constructor(
    readonly option: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Which of kramdown's parsers reads the text, by its name; kramdown's own for any other. */
export function readInput(input: unknown): { isGfm: boolean; isPlainMarkdown: boolean; isHtml: boolean } {
  const name = toS(input).toLowerCase();
  return { isGfm: name === 'gfm', isPlainMarkdown: name === 'markdown', isHtml: name === 'html' };
}

/** True for everything but `false` and an empty text. */
export const readBoolean: Parser<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  const text = toS(value);
  return strip(text.toLowerCase()) !== 'false' && text !== '';
};

/** A text as Ruby's `Integer` reads it: with a sign, a prefix for its base, underscores; undefined for anything else. */
function parseInteger(text: string): number | undefined {
  const found = /^([+-]?)(0[xX]|0[bB]|0[oO]|0[dD]|0(?=_?\d))?_?([\da-fA-F]+(?:_[\da-fA-F]+)*)$/.exec(trim(text));
  if (found === null) return undefined;
  const [, sign, prefix = '0d', digits] = found;
  const base = { x: 16, b: 2, d: 10 }[prefix.slice(1).toLowerCase()] ?? 8;
  const plain = digits!.replaceAll('_', '').toLowerCase();
  if ([...plain].some((digit) => Number.parseInt(digit, 16) >= base)) return undefined;
  const number = Number.parseInt(plain, base);
  return sign === '-' ? -number : number;
}

/** A whole number; throws an OptionError for anything else. */
export const readInteger: Parser<number> = (value, name) => {
  const number = parseInteger(toS(value));
  if (number === undefined) throw new OptionError(name, `Invalid integer value for option '${name}': '${toS(value)}'`);
  return number;
};

/** A text. */
export const readString: Parser<string> = (value) => toS(value);

/** A name, its colon taken away; undefined for `nil` and for nothing. */
export const readSymbol: Parser<string | undefined> = (value) => {
  const text = strip(toS(value)).replace(/^:/, '');
  return text === '' || text === 'nil' ? undefined : text;
};

/** A list, or a text with commas; throws an OptionError for anything else. */
export const readList: Parser<unknown[]> = (value, name) => {
  if (typeof value === 'string') return value.replace(/,+$/, '').split(',');
  if (Array.isArray(value)) return value;
  throw new OptionError(name, `Invalid type for option ${name}`);
};

/** Levels of headers: a list, `1,2` or `1..3`. */
export const readLevels: Parser<number[]> = (value, name) => {
  const range = typeof value === 'string' ? /^(\d)\.\.(\d)$/.exec(value) : null;
  let levels: number[];
  if (range !== null) {
    levels = [];
    for (let level = Number(range[1]); level <= Number(range[2]); level++) levels.push(level);
  } else if (typeof value === 'string' && !/^\d(?:,\d)*$/.test(value)) {
    throw new OptionError(name, `Invalid syntax for option ${name}`);
  } else levels = readList(value, name).map((level) => Number.parseInt(toS(level), 10));
  if (levels.some((level) => !(level >= 1 && level <= 6))) {
    throw new OptionError(name, `Level numbers for option ${name} have to be integers from 1 to 6`);
  }
  return [...new Set(levels)];
};

function readFixedList(value: unknown, name: string, length: number): unknown[] {
  const list = readList(value, name);
  if (list.length !== length) throw new OptionError(name, `Option ${name} needs exactly ${length} values`);
  return list;
}

/** Names for the six levels of headers in LaTeX. */
export const readLatexHeaders: Parser<unknown[]> = (value, name) => readFixedList(value, name, 6);

/** Four entities, by name or number. kramdown refuses unknown names where it prints the first such mark. */
export const readQuotes: Parser<(string | number)[]> = (value, name) => {
  return readFixedList(value, name, 4).map((item) => {
    const quote = toS(item);
    const number = parseInteger(quote);
    if (number === undefined && namedEntity(quote) === undefined) {
      throw new OptionError(name, `Option ${name} has an unknown entity '${quote}'`);
    }
    return number ?? quote;
  });
};

/** Whether a value is a Hash. */
export const isHash = (value: unknown): value is Hash => value instanceof Map;

/** A Hash, or one as a text in YAML. Throws an OptionError for anything else. */
const readHash: Parser<Hash> = (value, name) => {
  if (isHash(value)) return value;
  if (typeof value !== 'string') throw new OptionError(name, `Invalid type for option ${name}`);
  let cause: unknown;
  try {
    const hash = readOptionYaml(value);
    if (isHash(hash)) return hash;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    cause = error;
  }
  throw new OptionError(name, `Invalid YAML value for option ${name}`, { cause });
};

/** A Hash whose names have no colons before them. */
export const readNames: Parser<Hash> = (value, name) => {
  return new Map([...readHash(value, name)].map(([key, item]) => [readSymbol(key, '') ?? '', item]));
};

/** What to print for typographic symbols, by their names. */
export const readSymbols: Parser<Record<string, string>> = (value, name) => {
  const symbols: Record<string, string> = {};
  for (const [key, text] of readHash(value, name)) symbols[readSymbol(key, '') ?? ''] = toS(text);
  return symbols;
};

/** Link definitions by id. */
export const readLinks: Parser<[string, [string, string | undefined]][]> = (value, name) => {
  return [...readHash(value, name)].map(([id, target]) => {
    if (!Array.isArray(target) || target.length === 0 || target.length > 2) {
      throw new OptionError(name, `Invalid structure for hash value of option ${name}`);
    }
    const [url, title] = target as unknown[];
    return [toS(id), [toS(url), title === undefined || title === null ? undefined : toS(title)]];
  });
};
