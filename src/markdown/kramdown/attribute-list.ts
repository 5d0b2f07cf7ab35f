import { isSpace, trim, trimStart } from './text.js';

/** `{: …}`: attributes in order, and the names of definitions (or marks such as `toc`) that it refers to. */
export interface AttributeList {
  refs: string[];
  readonly attributes: Map<string, string>;
}

/** An empty list. */
export function createAttributeList(): AttributeList {
  return { refs: [], attributes: new Map() };
}

const keyAndQuote = /(\w[\w-]*)=(["'])/y;
const reference = /(\w[\w-]*)(?=[ \t\r\n\f\v]|$)/y;
const idsAndClasses = /(?:#[A-Za-z][\w:-]*|\.[^ \t\r\n\f\v.#]+)+(?=[ \t\r\n\f\v]|$)/y;
const idOrClass = /#([A-Za-z][\w:-]*)|\.([^ \t\r\n\f\v.#]+)/g;

function addClass(list: AttributeList, name: string): void {
  list.attributes.set('class', trimStart(`${list.attributes.get('class') ?? ''} ${name}`));
}

/**
 * The quotation mark that ends a value, with white space or the end after it: the first that is not escaped or, where
 * there is none, the last that is. -1 where there is neither.
 */
function valueEnd(text: string, start: number, quote: string): number {
  let escaped = -1;
  for (let end = text.indexOf(quote, start); end >= 0; end = text.indexOf(quote, end + 1)) {
    if (end + 1 < text.length && !isSpace(text.charCodeAt(end + 1))) continue;
    if (end === start || text.charCodeAt(end - 1) !== 92) return end;
    escaped = end;
  }
  return escaped;
}

/** Reads `key="value"` at a position; gives the position after it, or -1. */
function readPair(text: string, at: number, list: AttributeList): number {
  keyAndQuote.lastIndex = at;
  const found = keyAndQuote.exec(text);
  if (found === null) return -1;
  const quote = found[2]!;
  const start = at + found[0].length;
  const end = valueEnd(text, start, quote);
  if (end < 0) return -1;
  const value = text.slice(start, end).replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1');
  list.attributes.set(found[1]!, value);
  return end + 1;
}

function readIdsAndClasses(text: string, list: AttributeList): void {
  for (const [, id, name] of text.matchAll(idOrClass)) {
    if (name !== undefined) addClass(list, name);
    else list.attributes.set('id', id!);
  }
}

/** Reads one item at a position; gives the position after it, or -1. */
function readItem(text: string, at: number, list: AttributeList): number {
  const end = readPair(text, at, list);
  if (end >= 0) return end;
  reference.lastIndex = at;
  if (reference.test(text)) {
    list.refs.push(text.slice(at, reference.lastIndex));
    return reference.lastIndex;
  }
  idsAndClasses.lastIndex = at;
  if (!idsAndClasses.test(text)) return -1;
  const after = idsAndClasses.lastIndex;
  readIdsAndClasses(text.slice(at, after), list);
  return after;
}

/** Adds what is between the braces to a list. False where there is something but nothing valid. */
export function readAttributeList(text: string, list: AttributeList): boolean {
  const trimmed = trim(text);
  if (trimmed === '' || trimmed === ':') return true;
  let isAnyFound = false;
  let at = 0;
  while (at <= text.length) {
    const end = readItem(text, at, list);
    if (end >= 0) {
      isAnyFound = true;
      at = end;
    }
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    at++;
  }
  return isAnyFound;
}

/** Adds a list's items to another list. */
export function mergeAttributeList(into: AttributeList, from: AttributeList): void {
  into.refs = into.refs.concat(from.refs);
  for (const [key, value] of from.attributes) {
    if (key === 'class') addClass(into, value);
    else into.attributes.set(key, value);
  }
}
