import type { AttributeList } from './attribute-list.js';
import { type Element, getAttribute, setAttribute } from './element.js';
import { trimStart } from './text.js';

/** Gives an element the attributes of a list and of the definitions that it refers to. */
export function applyAttributeList(
  element: Element,
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
  depth = 0,
): void {
  for (const name of list.refs) {
    const definition = definitions.get(name);
    if (definition !== undefined && depth < 20) applyAttributeList(element, definition, definitions, depth + 1);
  }
  for (const [key, value] of list.attributes) {
    if (key === 'class') setAttribute(element, key, trimStart(`${getAttribute(element, key) ?? ''} ${value}`));
    else setAttribute(element, key, value);
  }
}
