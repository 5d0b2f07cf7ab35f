import type { AttributeList } from './attribute-list.js';
import { closingBrace } from './boundaries.js';
import type { KramdownDocument } from './document.js';
import { Element } from './element.js';
import { isKnownOption, isOptionForbidden, setInlineOption } from './options/options.js';

/** The start (or stray stop) tag of an extension. */
export interface Extension {
  readonly name: string;
  readonly options: string;
  /** `{::name /}`. */
  readonly isClosed: boolean;
  /** `{:/name}` or `{:/}`. */
  readonly isStop: boolean;
  /** The position after it. */
  readonly end: number;
}

const start = /\{::(\w+)(?:(\/)?\}|[ \t\r\n\f\v])/y;
const stop = /\{:\/(\w[\w-]*)?\}/y;

/** The warning for a stop tag that stops nothing. */
export function strayStop({ name }: Extension): string {
  return `Invalid extension stop tag${name === '' ? '' : ` for '${name}'`} found - ignoring it`;
}

/** Reads an extension's tag. `endAfter` gives where the tag ends if its brace closes before a position, or -1. */
export function readExtensionStart(
  src: string,
  pos: number,
  endAfter: (after: number) => number,
): Extension | undefined {
  stop.lastIndex = pos;
  const stray = stop.exec(src);
  if (stray !== null) {
    const end = endAfter(stop.lastIndex);
    return end < 0 ? undefined : { name: stray[1] ?? '', options: '', isClosed: false, isStop: true, end };
  }
  start.lastIndex = pos;
  const found = start.exec(src);
  if (found === null) return undefined;
  const name = found[1]!;
  const from = start.lastIndex;
  if (found[0].endsWith('}')) {
    const end = endAfter(from);
    return end < 0 ? undefined : { name, options: '', isClosed: found[2] !== undefined, isStop: false, end };
  }
  const brace = closingBrace(src, from, (after) => endAfter(after) >= 0, true);
  if (brace < 0) return undefined;
  const end = endAfter(brace + 1);
  const isClosed = src.charCodeAt(brace - 1) === 47;
  return { name, options: src.slice(from, isClosed ? brace - 1 : brace), isClosed, isStop: false, end };
}

function setOptions(document: KramdownDocument, list: AttributeList, line: number): void {
  for (const [key, value] of list.attributes) {
    if (!isKnownOption(key)) document.warn(`Unknown kramdown option '${key}'`, line);
    else if (isOptionForbidden(document.options, key)) document.warn(`Option ${key} may not be set inline`, line);
    else document.options = setInlineOption(document.options, key, value);
  }
}

/** Does what an extension says: gives the element that it leaves, true where it leaves none, undefined where it is unknown. */
export function runExtension(
  document: KramdownDocument,
  name: string,
  list: AttributeList,
  body: string | undefined,
  line: number,
  isBlock: boolean,
): Element | true | undefined {
  if (name === 'options') {
    setOptions(document, list, line);
    return true;
  }
  if (name !== 'comment' && name !== 'nomarkdown') return undefined;
  if (body === undefined) return true;
  const element = new Element(name === 'comment' ? 'comment' : 'raw', body, line);
  element.block = isBlock;
  element.info = name === 'comment' ? '' : (list.attributes.get('type') ?? '');
  return element;
}
