import { capitalize, downcase } from '../../core/text/letter-case.js';
import { lstrip, rstrip, strip } from '../../core/text/strip.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { liquidError, rubyError } from '../errors.js';
import type { FilterRows } from '../filter-rows.js';
import { sizeOf, stringLength } from '../run/lookup.js';
import { toWholeNumber } from '../run/numbers.js';
import { replaceAll, replaceFirst, replaceLast } from './replace.js';

const surrogate = /[\ud800-\udfff]/;

/** A part of a text by characters (code points), as Ruby's `slice`; undefined where it begins outside. */
export function sliceText(text: string, offset: number, length: number): string | undefined {
  // What lies behind the part counts only where it is counted from the end.
  const counted = offset < 0 ? text : text.slice(0, offset + Math.max(length, 0));
  const characters: string | readonly string[] = surrogate.test(counted) ? [...text] : text;
  const from = offset < 0 ? offset + characters.length : offset;
  if (from < 0 || from > characters.length || length < 0) return undefined;
  const part = characters.slice(from, from + length);
  return typeof part === 'string' ? part : part.join('');
}

function slice(input: unknown, offset: unknown, length: unknown): unknown {
  const wanted = [toWholeNumber(offset), isTruthy(length) ? toWholeNumber(length) : 1];
  if (wanted.some((index) => Math.abs(Number(index)) >= 2 ** 63)) throw rubyError('an index is too large');
  const [from, count] = wanted.map(Number) as [number, number];
  if (!Array.isArray(input)) return sliceText(toS(input), from, count) ?? '';
  const start = from < 0 ? from + input.length : from;
  return start < 0 || start > input.length || count < 0 ? [] : asObjectsOf(input, input.slice(start, start + count));
}

function truncate(input: unknown, length: unknown = 50, ending: unknown = '...'): unknown {
  if (input === null || input === undefined) return null;
  const text = toS(input);
  const most = Number(toWholeNumber(length));
  const end = toS(ending);
  if (stringLength(text) <= most) return text;
  return sliceText(text, 0, Math.max(0, most - stringLength(end))) + end;
}

function truncatewords(input: unknown, words: unknown = 15, ending: unknown = '...'): unknown {
  if (input === null || input === undefined) return null;
  const text = toS(input);
  const given = toWholeNumber(words);
  const most = Math.max(1, Number(given));
  if (most + 1 >= 2 ** 31) throw liquidError(`integer ${given} too big for truncatewords`, 'liquid/argument');
  const list = splitWords(text, most + 1);
  return list.length <= most ? text : list.slice(0, -1).join(' ') + toS(ending);
}

const whiteSpace = /[\t\n\v\f\r ]+/g;

/** Ruby's `split(' ', limit)`: words; the last of `limit` is all the rest. */
function splitWords(text: string, limit: number): string[] {
  const words: string[] = [];
  let start = /^[\t\n\v\f\r ]*/.exec(text)![0].length;
  whiteSpace.lastIndex = start;
  while (words.length < limit - 1) {
    const match = whiteSpace.exec(text);
    if (match === null) break;
    words.push(text.slice(start, match.index));
    start = whiteSpace.lastIndex;
  }
  if (start < text.length || words.length > 0) words.push(text.slice(start));
  return words;
}

/** Items of a list that V8 makes without trouble. */
const mostParts = 20_000_000;

/** Splits at a text; at an empty one, into characters, which are the units of a text without surrogates: V8 gives those much sooner. */
function splitAt(by: string, text: string): string[] {
  return by === '' && /[\ud800-\udfff]/.test(text) ? [...text] : text.split(by);
}

/** Throws for a text of so many parts that the process would end by it. */
function checkParts(text: string, by: string): void {
  if (text.length <= mostParts * Math.max(1, by.length) || countParts(text, by) <= mostParts) return;
  throw liquidError('A text is too long to split', 'liquid/too-large');
}

/** How many parts a text has, up to one more than there may be. */
function countParts(text: string, by: string): number {
  if (by === '') return text.length;
  if (by === ' ') return countWords(text);
  let count = 1;
  for (let at = text.indexOf(by); at >= 0 && count <= mostParts; at = text.indexOf(by, at + by.length)) count++;
  return count;
}

function countWords(text: string): number {
  let count = 1;
  whiteSpace.lastIndex = 0;
  while (count <= mostParts && whiteSpace.test(text)) count++;
  return count;
}

/** White space between words that is more than a blank. */
const wideSpace = / ?[\t\n\v\f\r][\t\n\v\f\r ]*| {2}[\t\n\v\f\r ]*/g;

/** The result of `split: " " | join: " "`, without a list of the words. */
export function joinWords(input: unknown): string {
  const text = toS(input);
  const joined = text.replace(wideSpace, ' ');
  return joined.slice(joined.startsWith(' ') ? 1 : 0, joined.endsWith(' ') ? -1 : undefined);
}

function split(input: unknown, pattern: unknown): unknown {
  const text = toS(input);
  const by = toS(pattern);
  if (text === '') return [];
  checkParts(text, by);
  const parts = by === ' ' ? text.replace(/^[\t\n\v\f\r ]+/, '').split(/[\t\n\v\f\r ]+/) : splitAt(by, text);
  while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

/** Liquid's filters on texts. */
export const textFilters: FilterRows = {
  size: [(_, input) => sizeOf(input) ?? 0, 1, 1],
  downcase: [(_, input) => downcase(toS(input)), 1, 1],
  upcase: [(_, input) => toS(input).toUpperCase(), 1, 1],
  capitalize: [(_, input) => capitalize(toS(input)), 1, 1],
  slice: [(_, input, offset, length) => slice(input, offset, length), 2, 3],
  truncate: [(_, input, length, ending) => truncate(input, length, ending), 1, 3],
  truncatewords: [(_, input, words, ending) => truncatewords(input, words, ending), 1, 3],
  split: [(_, input, pattern) => split(input, pattern), 2, 2],
  strip: [(_, input) => strip(toS(input)), 1, 1],
  lstrip: [(_, input) => lstrip(toS(input)), 1, 1],
  rstrip: [(_, input) => rstrip(toS(input)), 1, 1],
  strip_newlines: [(_, input) => toS(input).replace(/\r?\n/g, ''), 1, 1],
  replace: [(_, input, search, to = '') => replaceAll(toS(input), toS(search), toS(to)), 2, 3],
  replace_first: [(_, input, search, to = '') => replaceFirst(toS(input), toS(search), toS(to)), 2, 3],
  replace_last: [(_, input, search, to) => replaceLast(toS(input), toS(search), toS(to)), 3, 3],
  remove: [(_, input, search) => replaceAll(toS(input), toS(search), ''), 2, 2],
  remove_first: [(_, input, search) => replaceFirst(toS(input), toS(search), ''), 2, 2],
  remove_last: [(_, input, search) => replaceLast(toS(input), toS(search), ''), 2, 2],
  append: [(_, input, end) => toS(input) + toS(end), 2, 2],
  prepend: [(_, input, start) => toS(start) + toS(input), 2, 2],
};
