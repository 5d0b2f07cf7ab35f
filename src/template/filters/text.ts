import { lazily } from '../../core/lazily.js';
import type { Filter } from '../../core/template.js';
import { escapeXml } from '../../core/text/escape-html.js';
import { withSingleSpaces } from '../../core/text/strip.js';
import { Time } from '../../core/time/time.js';
import { inspect as inspectValue, joinArray, stringToInteger, toInteger, toS } from '../../core/values/ruby.js';
import { Float, isDrop } from '../../core/values/values.js';
import { needString, wrongInput } from './values.js';

const cjk = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}';
const cjkCharacters = lazily(() => new RegExp(`[${cjk}]`, 'gu'));
const otherWords = lazily(() => new RegExp(`[^${cjk} \\t\\r\\n\\f\\v]+`, 'gu'));
const words = /[^ \t\r\n\f\v]+/g;

/** The four characters that XML does not take in text or attributes, as entities. */
export const xmlEscape: Filter = (_context, input) => escapeXml(toS(input));

/** How Ruby prints a value for programmers, escaped. */
export const inspect: Filter = (_context, input) => escapeXml(inspectValue(input));

/** Runs of white space become one space; none at the ends. */
export const normalizeWhitespace: Filter = (_context, input) => withSingleSpaces(toS(input));

/** Counts words; with `cjk` or `auto`, each character of Chinese, Japanese or Korean is one. */
export const numberOfWords: Filter = (_context, input, mode) => {
  const text = needString('number_of_words', input);
  const plain = count(text, words);
  if (mode !== 'cjk' && mode !== 'auto') return plain;
  const characters = count(text, cjkCharacters());
  return mode === 'auto' && characters === 0 ? plain : characters + count(text, otherWords());
};

/** `a, b, and c`; the second argument is the word before the last. */
export const arrayToSentenceString: Filter = (_context, input, connector = 'and') => {
  const word = toS(connector);
  if (typeof input === 'string') return sentenceOfString(input, word);
  if (input instanceof Map && input.size <= 2) return sentenceOfHash(input, word);
  if (!Array.isArray(input)) throw wrongInput('array_to_sentence_string', input, 'an array');
  if (input.length <= 1) return input.length === 0 ? '' : toS(input[0]);
  if (input.length === 2) return `${toS(input[0])} ${word} ${toS(input[1])}`;
  return `${joinArray(input.slice(0, -1), ', ')}, ${word} ${toS(input.at(-1))}`;
};

/** To an integer as Ruby's `to_i` does; true is 1 and false is 0. */
export const toIntegerFilter: Filter = (_context, input) => {
  if (typeof input === 'boolean') return input ? 1 : 0;
  if (input === null || input === undefined) return 0;
  if (typeof input === 'bigint') return input;
  if (typeof input === 'string') return stringToInteger(input);
  if (input instanceof Time) return Math.floor(input.epochMs / 1000);
  const value = input instanceof Float ? input.value : input;
  if (typeof value === 'number' && Number.isFinite(value)) return toInteger(BigInt(Math.trunc(value)));
  throw wrongInput('to_integer', input, 'a number, a string or a time');
};

/** Markdown to HTML. `first` is what the text was made of, where it was made in one pipeline. */
export const markdownify: Filter = (context, input, first = input) =>
  converted(input, first, (text) => context.host.markdownify(text));

/** Typographic quotes, dashes and ellipses. */
export const smartify: Filter = (context, input, first = input) =>
  converted(input, first, (text) => context.host.smartify(text));

/** What kramdown makes of a value: where Ruby prints that in ASCII, other characters are written as entities. */
function converted(input: unknown, first: unknown, convert: (text: string) => string): string {
  const text = toS(input);
  const html = convert(text);
  if (typeof first === 'string' || !isInAscii(first) || !isAscii.test(text)) return html;
  return html.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}

const isAscii = /^[\0-\x7f]*$/;

/** Ruby prints a list or a hash in the encoding of what comes first in it: UTF-8 for texts, ASCII for numbers, times and so on. */
function isInAscii(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || isInAscii(value[0]);
  if (value instanceof Map) return value.size === 0 || isInAscii(value.keys().next().value);
  return typeof value !== 'string' && !isDrop(value);
}

/** Sass in the indented syntax to CSS. */
export const sassify: Filter = (context, input) => context.host.sassify(needString('sassify', input), 'indented');

/** SCSS to CSS. */
export const scssify: Filter = (context, input) => context.host.sassify(needString('scssify', input), 'scss');

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/** Jekyll asks a hash for its members 0 and 1, as if it were an array. */
function sentenceOfHash(hash: ReadonlyMap<unknown, unknown>, word: string): string {
  return hash.size < 2 ? toS(hash.get(0)) : `${toS(hash.get(0))} ${word} ${toS(hash.get(1))}`;
}

/** A string has a length and characters too, so Jekyll makes a sentence of a short one and stops at a longer. */
function sentenceOfString(text: string, word: string): string {
  const characters = [...text];
  if (characters.length > 2) throw wrongInput('array_to_sentence_string', text, 'an array');
  return characters.join(` ${word} `);
}
