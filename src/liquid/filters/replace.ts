/** What a replacement stands for at a match: Ruby reads backslashes in it. */
function expand(replacement: string, text: string, start: number, end: number): string {
  return replacement.replace(/\\([0-9&\\`'])/g, (_, sign: string) => {
    if (sign === '0' || sign === '&') return text.slice(start, end);
    if (sign === '\\') return '\\';
    if (sign === '`') return text.slice(0, start);
    return sign === "'" ? text.slice(end) : '';
  });
}

/** Ruby's `gsub` with a text for its pattern. */
export function replaceAll(text: string, search: string, replacement: string): string {
  const isPlain = !replacement.includes('\\');
  if (search === '')
    return text.replace(/(?:)/gu, (_, at: number) => (isPlain ? replacement : expand(replacement, text, at, at)));
  if (!isPlain) return text.replaceAll(search, (_, at: number) => expand(replacement, text, at, at + search.length));
  return text.length < worthKnowing ? text.split(search).join(replacement) : replaceKnown(text, search, replacement);
}

/** Ruby's `sub` with a text for its pattern. */
export function replaceFirst(text: string, search: string, replacement: string): string {
  const at = text.indexOf(search);
  if (at === -1) return text;
  return text.slice(0, at) + expand(replacement, text, at, at + search.length) + text.slice(at + search.length);
}

/** Liquid's `replace_last`, which reads no backslashes. */
export function replaceLast(text: string, search: string, replacement: string): string {
  const at = text.lastIndexOf(search);
  return at === -1 ? text : text.slice(0, at) + replacement + text.slice(at + search.length);
}

/** Layouts that compress HTML look through a page for some 150 tags: a longer text is one to know. */
const worthKnowing = 4096;

/** The text that was given or made last, and whether its letters are known. */
let last = '';
let isKnown = false;
/** A bit for each three letters in a row that are in it (and some that are not), by a hash. */
const triples = new Uint32Array(4096);

function replaceKnown(text: string, search: string, replacement: string): string {
  if (text !== last) {
    last = text;
    isKnown = false;
  } else if (!isKnown) {
    triples.fill(0);
    know(text, 0, text.length);
    isKnown = true;
  }
  if (isKnown && !mayHave(search)) return text;
  const parts = splitAt(text, search);
  if (parts.length === 1) return text;
  last = parts.join(replacement);
  let at = 0;
  for (const part of isKnown ? parts : []) {
    // Around each replacement letters stand beside each other that did not before.
    know(last, Math.max(at - replacement.length - 2, 0), Math.min(at + 2, last.length));
    at += part.length + replacement.length;
  }
  return last;
}

/** `text.split(search)`; blanks in front, which are everywhere, are looked for last. */
function splitAt(text: string, search: string): string[] {
  const blanks = search.length - search.trimStart().length;
  if (blanks === 0 || blanks === search.length) return text.split(search);
  const parts: string[] = [];
  const rest = search.slice(blanks);
  let start = 0;
  for (let at = text.indexOf(rest, blanks); at !== -1; at = text.indexOf(rest, Math.max(at + 1, start + blanks))) {
    if (!text.startsWith(search, at - blanks)) continue;
    parts.push(text.slice(start, at - blanks));
    start = at + rest.length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Notes the triples of a part of a text. */
function know(text: string, start: number, end: number): void {
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = ((hash << 6) ^ text.charCodeAt(at)) & 0x1ffff;
    if (at >= start + 2) triples[hash >>> 5]! |= 1 << (hash & 31);
  }
}

/** Whether the known text may have another in it: false where it certainly has not. */
function mayHave(search: string): boolean {
  let hash = 0;
  for (let at = 0; at < search.length; at++) {
    hash = ((hash << 6) ^ search.charCodeAt(at)) & 0x1ffff;
    if (at >= 2 && (triples[hash >>> 5]! & (1 << (hash & 31))) === 0) return false;
  }
  return true;
}
