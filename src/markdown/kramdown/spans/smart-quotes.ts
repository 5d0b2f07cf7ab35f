import { lazily } from '../../../core/lazily.js';
import { textElement } from '../element.js';
import type { SpanState } from '../span-state.js';
import { isSpace } from '../text.js';

type QuoteName = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo';

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

const left = (quote: number): QuoteName => (quote === double ? 'ldquo' : 'lsquo');
const right = (quote: number): QuoteName => (quote === double ? 'rdquo' : 'rsquo');

function addQuotes(state: SpanState, before: number, end: number, ...names: QuoteName[]): boolean {
  const { line } = state.parent;
  if (before > 0) state.addText(state.src.slice(state.pos, state.pos + before));
  for (const name of names) state.add(textElement(name, line, 'smart_quote'));
  state.pos = end;
  return true;
}

/** Two different quotation marks, or an apostrophe before a decade, at a position after white space or none. */
function specialQuotes(state: SpanState, at: number): QuoteName[] | undefined {
  const { src } = state;
  const first = src.charCodeAt(at);
  const second = src.charCodeAt(at + 1);
  if (!isQuote(first)) return undefined;
  if (isQuote(second) && first !== second && isAsciiWord(src.charCodeAt(at + 2))) return [left(first), left(second)];
  const isDecade = isDigit(second) && isDigit(src.charCodeAt(at + 2)) && src.charCodeAt(at + 3) === 115;
  return first === single && isDecade ? ['rsquo'] : undefined;
}

/** Characters after which a quotation mark does not close. */
function isOpener(code: number): boolean {
  return isSpace(code)
    ? code !== 11 && code !== 12
    : code === 92 || code === 91 || code === 123 || code === 40 || code === 45;
}

/** Straight quotation marks and apostrophes. Begins at a quotation mark or at the character before one. */
export function smartQuotes(state: SpanState): boolean {
  const { src, pos } = state;
  const first = src.charCodeAt(pos);
  const second = src.charCodeAt(pos + 1);
  const isFirst = isQuote(first);
  if (!isFirst && (!isQuote(second) || first === 92)) return false;
  if (isFirst) {
    if (opensBeforeMark(src, pos + 1)) return addQuotes(state, 0, pos + 1, left(first));
    if (closesBeforePunctuation(src, pos + 1)) return addQuotes(state, 0, pos + 1, right(first));
  }
  const skipped = isSpace(first) ? 1 : 0;
  const special = specialQuotes(state, pos + skipped);
  if (special !== undefined) return addQuotes(state, skipped, pos + skipped + special.length, ...special);
  if (isQuote(second)) {
    if (isSpace(first) && isAsciiWord(src.charCodeAt(pos + 2))) return addQuotes(state, 1, pos + 2, left(second));
    if (!isOpener(first)) return addQuotes(state, 1, pos + 2, right(second));
  }
  if (isFirst && closesBeforeSpace(src, pos + 1)) return addQuotes(state, 0, pos + 1, right(first));
  if (second === single) return addQuotes(state, 1, pos + 2, 'lsquo');
  if (first === single) return addQuotes(state, 0, pos + 1, 'lsquo');
  if (second === double) return addQuotes(state, 1, pos + 2, 'ldquo');
  return addQuotes(state, 0, pos + 1, 'ldquo');
}
