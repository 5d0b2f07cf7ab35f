/** What a replacement means at a match: Ruby reads backslashes in it. */
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
  return text.split(search).join(replacement);
}

/** From this length on, a text is searched in its two parts. */
export const longText = 4096;

/** The last result of `replaceFirst`, and its two parts: up to the end of a replacement, and what follows. */
let last = '';
let head = '';
let tail = '';

/**
 * Ruby's `sub` with a text for its pattern. Layouts that take comments out of a page do so one by one: if a long text
 * is the last result, it is searched as its two parts, as V8 would join it again for each.
 */
export function replaceFirst(text: string, search: string, replacement: string): string {
  if (text.length < longText || text !== last) {
    last = text;
    head = '';
    tail = text;
  }
  const at = findInParts(search);
  if (at === -1) return text;
  const after = at + search.length - head.length;
  const start = at < head.length ? head.slice(0, at) : head + tail.slice(0, at - head.length);
  const rest = after < 0 ? head.slice(after) + tail : tail.slice(after);
  head = start + expand(replacement, text, at, at + search.length);
  tail = rest;
  last = head + tail;
  return last;
}

/** Where a text begins in `head` and `tail` together. */
function findInParts(search: string): number {
  const seam = search.length - 1;
  const inHead = head === '' ? -1 : head.indexOf(search);
  if (inHead !== -1) return inHead;
  if (seam > 0 && head !== '') {
    const from = Math.max(head.length - seam, 0);
    const across = (head.slice(from) + tail.slice(0, seam)).indexOf(search);
    if (across !== -1) return from + across;
  }
  const inTail = tail.indexOf(search);
  return inTail === -1 ? -1 : head.length + inTail;
}

/** Liquid's `replace_last`, which reads no backslashes. */
export function replaceLast(text: string, search: string, replacement: string): string {
  const at = text.lastIndexOf(search);
  return at === -1 ? text : text.slice(0, at) + replacement + text.slice(at + search.length);
}
