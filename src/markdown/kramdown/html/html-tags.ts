import { attribute, closeTag, matchAt, openTag, tagName } from './html-patterns.js';

/** An opening tag of HTML. */
export interface OpenTag {
  readonly name: string;
  readonly attributes: [name: string, value: string][];
  readonly isClosed: boolean;
  /** Where it ends. */
  readonly end: number;
}

/** A closing tag of HTML. */
export interface CloseTag {
  readonly name: string;
  readonly end: number;
}

/** What a character of ASCII may be: a name's first, a further one of it, one of a value without quotes, white space. */
const [first, further, ofWord, blank] = [1, 2, 4, 8];

/** What each may be, all together. */
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[a-z_]/i.test(char)) kinds[code] = first | further | ofWord;
  else if (/[0-9]/.test(char)) kinds[code] = further | ofWord;
  else if (/[-.]/.test(char)) kinds[code] = further;
  else if (/[ \t\r\n\f\v]/.test(char)) kinds[code] = blank;
}

/** What readers give where only the patterns know: at a character beyond ASCII. */
const unsure = -2;
const none = -1;

/** Moves over characters of a kind; over none where there are none. */
function skip(text: string, pos: number, kind: number): number {
  let at = pos;
  for (let code = text.charCodeAt(at); code < 128 && (kinds[code]! & kind) !== 0; code = text.charCodeAt(at)) at++;
  return at;
}

/** The end of characters of a kind, of which there may be none. */
function endOf(text: string, pos: number, kind: number): number {
  const end = skip(text, pos, kind);
  return text.charCodeAt(end) >= 128 ? unsure : end;
}

const beginsAt = (text: string, pos: number): boolean => {
  const code = text.charCodeAt(pos);
  return code < 128 && (kinds[code]! & first) !== 0;
};

/** The end of a name, with a prefix or without. */
function nameEnd(text: string, pos: number): number {
  if (!beginsAt(text, pos)) return text.charCodeAt(pos) >= 128 ? unsure : none;
  const end = endOf(text, pos + 1, further);
  if (end < 0 || text.charCodeAt(end) !== 58) return end;
  if (beginsAt(text, end + 1)) return endOf(text, end + 2, further);
  return text.charCodeAt(end + 1) >= 128 ? unsure : end;
}

/** The end of a value, which begins at a quotation mark or is a word. */
function valueEnd(text: string, pos: number): number {
  const quote = text.charCodeAt(pos);
  if (quote === 34 || quote === 39) {
    const close = text.indexOf(quote === 34 ? '"' : "'", pos + 1);
    return close < 0 ? none : close + 1;
  }
  const end = endOf(text, pos, ofWord);
  return end === pos ? none : end;
}

/** Reads attributes from behind a name; gives where they end. */
function readAttributes(text: string, pos: number, into: OpenTag['attributes']): number {
  let at = pos;
  for (;;) {
    const start = skip(text, at, blank);
    if (start === at) return at;
    const end = nameEnd(text, start);
    if (end === none) return at;
    if (end === unsure) return unsure;
    const name = text.slice(start, end);
    const equals = skip(text, end, blank);
    if (text.charCodeAt(equals) !== 61) {
      into.push([name, '']);
      at = end;
      continue;
    }
    const value = skip(text, equals + 1, blank);
    at = valueEnd(text, value);
    if (at < 0) return at;
    const isQuoted = (kinds[text.charCodeAt(value)] ?? 0) === 0;
    into.push([name, isQuoted ? text.slice(value + 1, at - 1) : text.slice(value, at)]);
  }
}

function openTagByPattern(text: string, pos: number): OpenTag | undefined {
  const found = matchAt(openTag(), text, pos);
  if (found === null) return undefined;
  const attributes: OpenTag['attributes'] = [];
  for (const [, name, word, double, single] of found[2]!.matchAll(attribute())) {
    attributes.push([name!, word ?? double ?? single ?? '']);
  }
  return { name: found[1]!, attributes, isClosed: found[3] !== undefined, end: pos + found[0].length };
}

/** The opening tag at a position. What is in ASCII is read without patterns, which take several times as long. */
export function readOpenTag(text: string, pos: number): OpenTag | undefined {
  if (text.charCodeAt(pos) !== 60) return undefined;
  const behind = nameEnd(text, pos + 1);
  if (behind === none) return undefined;
  const attributes: OpenTag['attributes'] = [];
  const last = behind === unsure ? unsure : readAttributes(text, behind, attributes);
  if (last === none) return undefined;
  if (last === unsure) return openTagByPattern(text, pos);
  const at = skip(text, last, blank);
  const isClosed = text.charCodeAt(at) === 47;
  const close = isClosed ? at + 1 : at;
  if (text.charCodeAt(close) !== 62) return undefined;
  return { name: text.slice(pos + 1, behind), attributes, isClosed, end: close + 1 };
}

/** The closing tag at a position. */
export function readCloseTag(text: string, pos: number): CloseTag | undefined {
  if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 47) return undefined;
  const behind = nameEnd(text, pos + 2);
  if (behind === none) return undefined;
  if (behind === unsure) {
    const found = matchAt(closeTag(), text, pos);
    return found === null ? undefined : { name: found[1]!, end: pos + found[0].length };
  }
  const at = skip(text, behind, blank);
  return text.charCodeAt(at) === 62 ? { name: text.slice(pos + 2, behind), end: at + 1 } : undefined;
}

/** Whether a tag's name begins at a position. */
export function isTagName(text: string, pos: number): boolean {
  return beginsAt(text, pos) || (text.charCodeAt(pos) >= 128 && matchAt(tagName(), text, pos) !== null);
}
