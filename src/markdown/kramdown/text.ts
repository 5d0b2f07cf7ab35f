/** Whether a character is white space to Ruby's `\s`: space, tab, line feed, vertical tab, form feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Ruby's `rstrip`. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Ruby's `lstrip`. */
export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && (isSpace(text.charCodeAt(start)) || text.charCodeAt(start) === 0)) start++;
  return start === 0 ? text : text.slice(start);
}

/** Ruby's `strip`. */
export function trim(text: string): string {
  return trimStart(trimEnd(text));
}

/** The index of the next line feed at or after a position, or of the text's end. */
export function lineEnd(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end < 0 ? text.length : end;
}

/** The position after the line that a position is in. */
export function nextLine(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end < 0 ? text.length : end + 1;
}

const reference = '&(?:[\\w:][\\-\\w.:]*;|#\\d+;|#x[0-9a-fA-F]+;)';
const textSpecial = /[<>&]/;
const attributeSpecial = /[<>&"]/;
const inText = new RegExp(`${reference}|[<>&]`, 'g');
const inAttribute = new RegExp(`${reference}|[<>&"]`, 'g');

function escapeOne(found: string): string {
  switch (found) {
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '&':
      return '&amp;';
    case '"':
      return '&quot;';
    default:
      return found;
  }
}

/** Escapes `<`, `>` and `&`, every one. */
export function escapeAll(text: string): string {
  return textSpecial.test(text) ? text.replace(/[<>&]/g, escapeOne) : text;
}

/** Escapes `<`, `>` and those `&` that begin no character reference. */
export function escapeText(text: string): string {
  return textSpecial.test(text) ? text.replace(inText, escapeOne) : text;
}

/** As `escapeText`, and double quotes. */
export function escapeAttribute(text: string): string {
  return attributeSpecial.test(text) ? text.replace(inAttribute, escapeOne) : text;
}

/**
 * Searches a text for fixed strings so that repeated searches from growing positions cost one pass in all: the last
 * answer is kept for each string.
 */
export class Finder {
  private known: Map<string, { from: number; found: number }> | undefined;

  constructor(private readonly text: string) {}

  /** As `indexOf`. */
  find(needle: string, from: number): number {
    const last = this.known?.get(needle);
    if (last !== undefined && from >= last.from && (last.found < 0 || from <= last.found)) return last.found;
    const found = this.text.indexOf(needle, from);
    this.known ??= new Map();
    this.known.set(needle, { from, found });
    return found;
  }

  /** The index of a pattern's next match (the pattern with the `g` flag), or -1. */
  match(pattern: RegExp, from: number): number {
    const last = this.known?.get(pattern.source);
    if (last !== undefined && from >= last.from && (last.found < 0 || from <= last.found)) return last.found;
    pattern.lastIndex = from;
    const found = pattern.exec(this.text)?.index ?? -1;
    this.known ??= new Map();
    this.known.set(pattern.source, { from, found });
    return found;
  }
}

/** What `\b` of Ruby's takes for a character of a word: letters of every script are, and raised digits and fractions of Latin-1. */
const joined = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\xb2\xb3\xb9\xbc-\xbe]`;

/** Whether a word, which needs no escapes in a pattern, stands by itself somewhere in a text. */
export function hasWord(text: string, word: string): boolean {
  return text.includes(word) && new RegExp(`(?<!${joined})${word}(?!${joined})`, 'u').test(text);
}
