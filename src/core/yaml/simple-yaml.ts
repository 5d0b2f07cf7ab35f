import type { Hash } from '../values/values.js';
import { resolveScalar } from './resolve-scalar.js';

const noValue = Symbol('not simple');

/** What is no letter, blank or line end as most have it. */
const control = /[^\n -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;
/** Of these, what is more than a tab between other letters or a line end of Windows. */
const unusual = /[^\n\r\t -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|(?:^|\n) *\t/;

/** Most letters of a key. */
const longestKey = 1000;

/** Kinds of letters: 1 may stand in a key, 2 may also begin one, 4 may not begin a plain value. */
const kinds = new Uint8Array(128);
for (let code = 48; code <= 57; code++) kinds[code] = 1;
for (let code = 65; code <= 90; code++) kinds[code] = kinds[code + 32] = 3;
kinds[95] = 3;
kinds[45] = 5;
for (const letter of '!&*%@`\'"#|>{}[],?:=') kinds[letter.charCodeAt(0)]! |= 4;

/**
 * Reads the YAML that most front matter is: `key: value` lines with plain or quoted values, lists in brackets and lists
 * of dashes. Undefined for anything else, which wants the whole language.
 */
export function parseSimpleYaml(text: string): Hash | undefined {
  if (control.test(text) && unusual.test(text)) return undefined;
  const hash: Hash = new Map();
  const length = text.length;
  let start = text.startsWith('---') ? documentStart(text) : 0;
  while (start < length) {
    const next = lineEnd(text, start);
    const end = trimEnd(text, start, next);
    if (end === start || text.charCodeAt(start) === 35) {
      start = next + 1;
      continue;
    }
    const colon = keyEnd(text, start, end);
    if (colon === -1 || colon - start > longestKey) return undefined;
    const key = text.slice(start, colon);
    const from = skipBlanks(text, colon + 1, end);
    start = next + 1;
    let value: unknown;
    if (from === end) {
      const list: unknown[] = [];
      start = readItems(text, start, list);
      if (start === -1) return undefined;
      value = list.length === 0 ? null : list;
    } else {
      value = parseInline(text, from, end);
      if (value === noValue) return undefined;
    }
    if (start < length && !startsLine(text, start)) return undefined;
    if (key.length <= 5 && typeof resolveScalar(key) !== 'string') return undefined;
    if (key.charCodeAt(0) === 95 && typeof resolveScalar(key) !== 'string') return undefined;
    hash.set(key, value);
  }
  return hash.size === 0 ? undefined : hash;
}

/** The offset behind a first line `---`, 0 where it is another one. */
function documentStart(text: string): number {
  const next = lineEnd(text, 0);
  return trimEnd(text, 0, next) === 3 ? next + 1 : 0;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** The end of a line without blanks; those beyond ASCII stay, as in YAML. */
function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  for (; end > start; end--) {
    const code = text.charCodeAt(end - 1);
    if (code !== 32 && code !== 9 && code !== 13) break;
  }
  return end;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at;
}

/** The offset of the colon behind a line's key, -1 where the line is no simple pair. */
function keyEnd(text: string, start: number, end: number): number {
  if (((kinds[text.charCodeAt(start)] ?? 0) & 2) === 0) return -1;
  let at = start + 1;
  while (at < end && ((kinds[text.charCodeAt(at)] ?? 0) & 1) !== 0) at++;
  if (at >= end || text.charCodeAt(at) !== 58) return -1;
  return at + 1 === end || text.charCodeAt(at + 1) === 32 ? at : -1;
}

/** Whether the line at an offset cannot continue the value before it. */
function startsLine(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code === 10 || code === 13 || code === 35 || ((kinds[code] ?? 0) & 2) !== 0;
}

/** Reads the lines of a dashed list; gives the offset behind it, or -1 where it is not simple. */
function readItems(text: string, from: number, list: unknown[]): number {
  let start = from;
  let indent = -1;
  while (start < text.length) {
    const code = text.charCodeAt(start);
    if (code !== 32 && code !== 45) return start;
    const next = lineEnd(text, start);
    const end = trimEnd(text, start, next);
    const dash = skipBlanks(text, start, end);
    if (text.charCodeAt(dash) !== 45 || text.charCodeAt(dash + 1) !== 32 || dash + 1 >= end) return -1;
    if (indent !== -1 && indent !== dash - start) return -1;
    indent = dash - start;
    const value = parseInline(text, skipBlanks(text, dash + 1, end), end);
    if (value === noValue) return -1;
    list.push(value);
    start = next + 1;
  }
  return start;
}

function parseInline(text: string, start: number, end: number): unknown {
  const first = text.charCodeAt(start);
  if (first === 34 || first === 39) return parseQuoted(text.slice(start, end));
  if (first === 91) return parseFlowList(text.slice(start, end));
  if (!isPlain(text, start, end)) return noValue;
  return resolveScalar(text.slice(start, end));
}

/** Whether a plain scalar means itself: no indicator in front, neither `: ` nor ` #` nor a tab inside. */
function isPlain(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 128 && (kinds[first]! & 4) !== 0) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 58 && (at + 1 === end || text.charCodeAt(at + 1) === 32)) return false;
    if (code === 35 && text.charCodeAt(at - 1) === 32) return false;
    if (code === 9) return false;
  }
  return true;
}

function parseQuoted(text: string): unknown {
  const quote = text[0]!;
  if (text.length < 2 || text.indexOf(quote, 1) !== text.length - 1) return noValue;
  return quote === '"' && text.includes('\\') ? noValue : text.slice(1, -1);
}

const wideBlank = /[^\S \t]/;
const plainInFlow = /^[^\s!&*%@`'"#|>{}[\],?:=-][^:#,[\]{}\t]*$/;

function parseFlowList(text: string): unknown {
  if (!text.endsWith(']') || text.indexOf('[', 1) !== -1 || text.indexOf(']') !== text.length - 1) return noValue;
  if (wideBlank.test(text)) return noValue;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const list: unknown[] = [];
  for (const part of inner.split(',')) {
    const item = part.trim();
    const first = item.charCodeAt(0);
    const isQuoted = first === 34 || first === 39;
    const value = isQuoted ? parseQuoted(item) : plainInFlow.test(item) ? resolveScalar(item) : noValue;
    if (value === noValue) return noValue;
    list.push(value);
  }
  return list;
}
