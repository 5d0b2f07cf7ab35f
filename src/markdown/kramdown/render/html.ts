import type { Element } from '../element.js';
import { escapeAttribute, trim } from '../text.js';

/** Attributes as they stand in a tag, each after a space. */
export function htmlAttributes(attributes: Element['attrs']): string {
  if (attributes === null) return '';
  let html = '';
  for (const [name, value] of attributes) {
    const text = String(value);
    if (name === 'id' && trim(text) === '') continue;
    html += ` ${name}="${escapeAttribute(text)}"`;
  }
  return html;
}

const indents = Array.from({ length: 40 }, (_, count) => ' '.repeat(count));

/** Spaces. */
export function spaces(count: number): string {
  return indents[count] ?? ' '.repeat(Math.max(count, 0));
}

/** A span. */
export function formatSpan(name: string, attributes: Element['attrs'], body: string): string {
  return `<${name}${attributes === null ? '' : htmlAttributes(attributes)}>${body}</${name}>`;
}

/** A block on one line. */
export function formatBlock(name: string, attributes: Element['attrs'], body: string, indent: number): string {
  return `${spaces(indent)}<${name}${attributes === null ? '' : htmlAttributes(attributes)}>${body}</${name}>\n`;
}

/** A block with its body on lines of their own. */
export function formatOuterBlock(name: string, attributes: Element['attrs'], body: string, indent: number): string {
  return `${spaces(indent)}<${name}${htmlAttributes(attributes)}>\n${body}${spaces(indent)}</${name}>\n`;
}

/** A copy of an element's attributes. */
export function copyAttributes(element: Element): NonNullable<Element['attrs']> {
  return element.attrs === null ? [] : element.attrs.map(([name, value]) => [name, value]);
}
