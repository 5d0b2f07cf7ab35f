import { type Element, textElement } from '../element.js';
import { type Entity, entityToChar, namedEntity, numberedEntity } from '../entities.js';

const reference = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
const quotes = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo']);
const symbols = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo']);

function entityElement(entity: Entity, original: string, line: number): Element {
  const element = textElement(original, line, 'entity');
  element.meta = { entity };
  return element;
}

/** Divides raw text into text and the characters that it names. */
export function splitEntities(raw: string, keepsSpaces: boolean, line: number): Element[] {
  const text = keepsSpaces ? raw : raw.replace(/[ \t\r\n\f\v]+/g, ' ');
  const parts: Element[] = [];
  let pos = 0;
  reference.lastIndex = 0;
  for (let found = reference.exec(text); found !== null; found = reference.exec(text)) {
    const [all, name, decimal, hex] = found;
    parts.push(textElement(text.slice(pos, found.index), line));
    pos = found.index + all.length;
    if (name !== undefined && quotes.has(name)) parts.push(textElement(name, line, 'smart_quote'));
    else if (name !== undefined && symbols.has(name)) parts.push(textElement(name, line, 'typographic_sym'));
    else {
      const number = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '0', 16);
      const entity = name === undefined ? numberedEntity(number) : namedEntity(name);
      if (entity === undefined) {
        parts.push(entityElement(namedEntity('amp')!, '', line));
        pos = found.index + 1;
        reference.lastIndex = pos;
      } else parts.push(entityElement(entity, all, line));
    }
  }
  if (pos < text.length) parts.push(textElement(text.slice(pos), line));
  return parts;
}

/** Raw text with every character that it names put in. */
export function decodeEntities(raw: string): string {
  return splitEntities(raw, true, 1)
    .map((part) => {
      if (part.type === 'text') return part.content;
      const entity = part.type === 'entity' ? (part.meta!.entity as Entity) : namedEntity(part.content)!;
      return entityToChar(entity) ?? '';
    })
    .join('');
}

/** All text below an element. */
export function textOf(element: Element): string {
  return (element.type === 'text' ? element.content : '') + element.children.map(textOf).join('');
}
