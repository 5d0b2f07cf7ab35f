import { cloneElement, Element, getAttribute, lastChild, setAttribute } from '../element.js';
import type { Rendering } from './rendering.js';

function withoutFootnotes(elements: readonly Element[]): Element[] {
  return elements
    .filter((element) => element.type !== 'footnote')
    .map((element) => {
      if (element.children.length > 0) element.children = withoutFootnotes(element.children);
      return element;
    });
}

function withoutLinks(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.children.length > 0) element.children = withoutLinks(element.children);
    return element.type === 'a' ? element.children : [element];
  });
}

function createEntry(type: string, listId: string, level: number, id: string, children: readonly Element[]): Element {
  const item = new Element('li');
  item.level = level;
  const paragraph = new Element('p');
  paragraph.hidden = true;
  const link = new Element('a');
  setAttribute(link, 'href', `#${id}`);
  setAttribute(link, 'id', `${listId}-${id}`);
  link.children = withoutLinks(withoutFootnotes(children.map(cloneElement)));
  paragraph.children.push(link);
  item.children.push(paragraph, new Element(type));
  return item;
}

function dropEmptyList(item: Element): void {
  if (lastChild(item)!.children.length === 0) item.children.pop();
}

/** The table of contents in the form of the list that marks its place. */
export function renderToc(rendering: Rendering): string {
  const marker = rendering.tocList!;
  const list = new Element(marker.type);
  list.attrs = marker.attrs === null ? null : marker.attrs.map(([name, value]) => [name, value]);
  if (getAttribute(list, 'id') === undefined) setAttribute(list, 'id', 'markdown-toc');
  const listId = getAttribute(list, 'id')!;
  const stack: Element[] = [];
  for (const { level, id, children } of rendering.toc) {
    const item = createEntry(marker.type, listId, level, id, children);
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) dropEmptyList(stack.pop()!);
    const parent = stack.length === 0 ? list : lastChild(stack[stack.length - 1]!)!;
    parent.children.push(item);
    stack.push(item);
  }
  while (stack.length > 0) dropEmptyList(stack.pop()!);
  return list.children.length === 0 ? '' : rendering.render(list, 0);
}
