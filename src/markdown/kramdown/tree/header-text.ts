import type { Element } from '../element.js';
import { type Entity, entityToChar, namedEntity } from '../entities.js';

function nameToChar(name: string): string {
  if (name === 'laquo_space') return '«\u00a0';
  if (name === 'raquo_space') return '\u00a0»';
  return entityToChar(namedEntity(name)!)!;
}

function gfmText(element: Element): string {
  switch (element.type) {
    case 'text':
    case 'codespan':
    case 'math':
      return element.content;
    case 'entity':
      return entityToChar(element.meta!.entity as Entity) ?? '';
    case 'smart_quote':
    case 'typographic_sym':
      return nameToChar(element.content);
    default:
      return element.children.map(gfmText).join('');
  }
}

function plainText(element: Element): string {
  return element.type === 'text' ? element.content : element.children.map(plainText).join('');
}

/** The text of a header or term without its markup, as ids are made from it. */
export function headerText(element: Element, isGfm: boolean): string {
  return element.children.map(isGfm ? gfmText : plainText).join('');
}
