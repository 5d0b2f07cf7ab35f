import { lazily } from '../../../core/lazily.js';
import { textElement } from '../element.js';
import type { SpanState } from '../span-state.js';
import { isSpace } from '../text.js';

const single = 39;
const double = 34;
const wordChar = lazily(() => /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u);

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a character counts as a word's to `\b`. */
function isWord(src: string, pos: number): boolean {
  const code = src.codePointAt(pos);
  if (code === undefined) return false;
  return code < 128 ? isAsciiWord(code) : wordChar().test(String.fromCodePoint(code));
}

function isPunctuation(code: number): boolean {
  return code > 32 && code < 127 && code !== 38 && (code === 95 || !isAsciiWord(code));
}

function isQuote(code: number): boolean {
  return code === single || code === double;
}

/** `"` before `*emphasis*`. */
function opensBeforeMark(src: string, pos: number): boolean {
  const isMark = (at: number): boolean => src.charCodeAt(at) === 95 || src.charCodeAt(at) === 42;
  const isText = (at: number): boolean => at < src.length && !isSpace(src.charCodeAt(at));
  return isMark(pos) && (isText(pos + 1) || (isMark(pos + 1) && isText(pos + 2)));
}

/** `"` before punctuation that no word goes on after. */
function closesBeforePunctuation(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  if (!isPunctuation(code) || src.startsWith('..', pos + 1)) return false;
  return isWord(src, pos) === isWord(src, pos + 1);
}

function closesBeforeSpace(src: string, pos: number): boolean {
  if (pos >= src.length || isSpace(src.charCodeAt(pos))) return true;
  return src.charCodeAt(pos) === 115 && !isWord(src, pos + 1);
}

/** The quotation marks by their numbers in a `QuoteRun`. */
export const quoteNames = ['lsquo', 'rsquo', 'ldquo', 'rdquo'] as const;

const lsquo = 0;
const rsquo = 1;
const ldquo = 2;
const rdquo = 3;

const left = (quote: number): number => (quote === double ? ldquo : lsquo);
const right = (quote: number): number => (quote === double ? rdquo : rsquo);

/**
 * What quotation marks come to, in one number, as most texts have many of them: the characters before them that are text
 * (0 or 1), how many marks there are (1 or 2), and their names' numbers. 0 for none.
 */
type QuoteRun = number;

const runOf = (before: number, name: number): QuoteRun => before + 2 + name * 8;
const pairOf = (before: number, first: number, second: number): QuoteRun => before + 4 + first * 8 + second * 32;

/** How many characters before the quotation marks are text. */
export const textBefore = (run: QuoteRun): number => run & 1;

/** How many quotation marks there are. */
export const marksIn = (run: QuoteRun): number => (run >> 1) & 3;

/** The number of the first name, or of the second. */
export const nameIn = (run: QuoteRun, index: number): number => (run >> (3 + index * 2)) & 3;

/** Two different quotation marks, or an apostrophe before a decade, at a position after white space or none. */
function specialQuotes(src: string, at: number, skipped: number): QuoteRun {
  const first = src.charCodeAt(at);
  const second = src.charCodeAt(at + 1);
  if (!isQuote(first)) return 0;
  if (isQuote(second) && first !== second && isAsciiWord(src.charCodeAt(at + 2)))
    return pairOf(skipped, left(first), left(second));
  const isDecade = isDigit(second) && isDigit(src.charCodeAt(at + 2)) && src.charCodeAt(at + 3) === 115;
  return first === single && isDecade ? runOf(skipped, rsquo) : 0;
}

/** Characters after which a quotation mark does not close. */
function isOpener(code: number): boolean {
  return isSpace(code)
    ? code !== 11 && code !== 12
    : code === 92 || code === 91 || code === 123 || code === 40 || code === 45;
}

/** The straight quotation marks and apostrophes at a position, which is that of one or of the character before one. */
export function findQuotes(src: string, pos: number): QuoteRun {
  const first = src.charCodeAt(pos);
  const second = src.charCodeAt(pos + 1);
  const isFirst = isQuote(first);
  if (!isFirst && (!isQuote(second) || first === 92)) return 0;
  if (isFirst) {
    if (opensBeforeMark(src, pos + 1)) return runOf(0, left(first));
    if (closesBeforePunctuation(src, pos + 1)) return runOf(0, right(first));
  }
  const skipped = isSpace(first) ? 1 : 0;
  const special = specialQuotes(src, pos + skipped, skipped);
  if (special !== 0) return special;
  if (isQuote(second)) {
    if (isSpace(first) && isAsciiWord(src.charCodeAt(pos + 2))) return runOf(1, left(second));
    if (!isOpener(first)) return runOf(1, right(second));
  }
  if (isFirst && closesBeforeSpace(src, pos + 1)) return runOf(0, right(first));
  if (second === single) return runOf(1, lsquo);
  if (first === single) return runOf(0, lsquo);
  return second === double ? runOf(1, ldquo) : runOf(0, ldquo);
}

/** Straight quotation marks and apostrophes. Begins at a quotation mark or at the character before one. */
export function smartQuotes(state: SpanState): boolean {
  const { src, pos } = state;
  const run = findQuotes(src, pos);
  if (run === 0) return false;
  const before = textBefore(run);
  const count = marksIn(run);
  if (before > 0) state.addText(src.slice(pos, pos + before));
  for (let i = 0; i < count; i++) state.add(textElement(quoteNames[nameIn(run, i)]!, state.parent.line, 'smart_quote'));
  state.pos = pos + before + count;
  return true;
}
