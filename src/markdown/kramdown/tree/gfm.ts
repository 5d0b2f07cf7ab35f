import { lazily } from '../../../core/lazily.js';
import { downcase } from '../../../core/text/letter-case.js';
import type { KramdownDocument } from '../document.js';
import { type Element, getAttribute, isBlock, setAttribute, textElement } from '../element.js';

const isAscii = /^[\0-\x7f]*$/;
const asciiOther = /[^\w\- \t]+/g;
const unicodeOther = lazily(() => /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]+/gu);

/** Makes ids as GitHub does; each one once. */
export class HeaderIds {
  private readonly counts = new Map<string, number>();

  constructor(private readonly prefix: string) {}

  next(text: string): string {
    const lower = downcase(text);
    const word = isAscii.test(lower) ? lower.replace(asciiOther, '') : lower.replace(unicodeOther(), '');
    const id = word.replace(/[ \t]/g, '-');
    const count = (this.counts.get(id) ?? -1) + 1;
    this.counts.set(id, count);
    return this.prefix + (count > 0 ? `${id}-${count}` : id);
  }
}

/** Splits a text at its hard line breaks. */
function splitBreaks(parent: Element, child: Element, mark: string, into: Element[]): void {
  const lines = child.content.split(mark);
  const isLast = parent.children[parent.children.length - 1] === child;
  const omitsLast = lines[lines.length - 1] === '' && isBlock(parent) && isLast;
  const last = lines.length - 2;
  lines.forEach((line, index) => {
    into.push(textElement(index > 0 ? `\n${line}` : line, child.line + index));
    if (index < last || (index === last && !omitsLast)) into.push(textElement('', child.line + index, 'br'));
  });
}

/** @param mark what stands for a hard line break; undefined where the whole text has none */
function update(element: Element, document: KramdownDocument, ids: HeaderIds, mark: string | undefined): void {
  const { children } = element;
  let changed: Element[] | undefined;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (mark !== undefined && child.type === 'text' && child.content.includes(mark)) {
      changed ??= children.slice(0, i);
      splitBreaks(element, child, mark, changed);
      continue;
    }
    if (child.type === 'header' && document.options.autoIds && getAttribute(child, 'id') === undefined) {
      setAttribute(child, 'id', ids.next(child.rawText));
    } else if (child.type !== 'html_element' && child.children.length > 0) {
      // No header is in a paragraph, but for HTML that was taken for kramdown's.
      if (mark !== undefined || child.type !== 'p' || document.options.htmlToNative) {
        update(child, document, ids, mark);
      }
    }
    changed?.push(child);
  }
  if (changed !== undefined) element.children = changed;
}

/** Whether a backslash may end a line: nothing but white space, or an extension that leaves nothing, stands between. */
const mayBreak = (text: string): boolean => (text.includes('\\') && /\\[\s\0]*\n/.test(text)) || text.includes('{::');

/** GFM's last step: hard line breaks and the ids of headers. */
export function finishGfm(document: KramdownDocument, text: string, hardWrap: boolean, ids: HeaderIds): void {
  const mark = hardWrap ? '\n' : mayBreak(text) ? '\\\n' : undefined;
  update(document.root, document, ids, mark);
}
