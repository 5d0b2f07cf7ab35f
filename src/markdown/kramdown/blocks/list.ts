import type { BlockState } from '../block-state.js';
import { blankEnd, endOfBlockEnd } from '../boundaries.js';
import { Element, lastChild, setAttribute, textElement } from '../element.js';
import { nextLine, trimEnd } from '../text.js';
import { horizontalRuleEnd } from './horizontal-rule.js';
import {
  isContentLine,
  isLazyLine,
  isListStart,
  markerEnd,
  outdentLine,
  readFirstLine,
  takeItemList,
} from './list-item.js';

/** An item while it is read. Its text is in parts, as a nested list may begin where no block could. */
interface Item {
  readonly element: Element;
  readonly parts: string[];
}

/** Reads the lines of a list; gives its items and whether `^` ended it. */
function readItems(state: BlockState, type: 'ul' | 'ol'): { items: Item[]; isEnded: boolean } {
  const { src } = state;
  const items: Item[] = [];
  let parts: string[] = [];
  let indentation = 4;
  let isNested = false;
  let isBlankBefore = false;
  while (state.pos < src.length) {
    const { pos } = state;
    if (isBlankBefore && horizontalRuleEnd(src, pos) >= 0) break;
    const ended = endOfBlockEnd(src, pos);
    if (ended >= 0) {
      state.pos = ended;
      return { items, isEnded: true };
    }
    const end = nextLine(src, pos);
    const maxIndent = items.length === 0 ? 3 : Math.min(indentation - 1, 3);
    const marker = markerEnd(src, pos, type, maxIndent);
    if (marker >= 0) {
      const line = state.lineHere();
      const element = new Element('li', '', line);
      const first = readFirstLine(marker - pos, src.slice(marker, end));
      indentation = first.indentation;
      const text = takeItemList(state, element, first.text, line);
      isNested = isListStart(text, 0);
      parts = [text];
      items.push({ element, parts });
      isBlankBefore = false;
      state.pos = end;
    } else if (isContentLine(src, pos, indentation) || (!isBlankBefore && isLazyLine(src, pos, indentation))) {
      const line = outdentLine(src.slice(pos, end), indentation);
      let { text } = line;
      if (isListStart(text, 0)) {
        if (!isNested && line.isIndented) {
          parts.push('');
          isNested = true;
        } else if (isNested && !line.isIndented) text = ' '.repeat(indentation + 4) + text;
      }
      parts[parts.length - 1] += text;
      isBlankBefore = false;
      state.pos = end;
    } else {
      const blank = blankEnd(src, pos);
      if (blank < 0) break;
      parts[parts.length - 1] += src.slice(pos, blank);
      isNested = true;
      isBlankBefore = true;
      state.pos = blank;
    }
  }
  return { items, isEnded: false };
}

/** Whether an item's first paragraph is printed without its tags. */
function isTight(list: Element, item: Element, isEnded: boolean): boolean {
  const { children } = item;
  const isLast = lastChild(list) === item;
  if (children[0]!.type !== 'p') return false;
  const isCompact =
    children.length < 2 || children[1]!.type !== 'blank' || (isLast && children.length === 2 && !isEnded);
  if (!isCompact) return false;
  if (!isLast || list.children.length === 1) return true;
  return list.children.slice(0, -1).some((other) => {
    const first = other.children[0];
    return first === undefined || first.type !== 'p' || first.hidden;
  });
}

/** A line that can be nothing but a paragraph: what begins with a letter and goes on over one line may be a table at most. */
const plainLine = /^[A-Za-z][^|\n]*\n?$/;

/** The result of a text that is one paragraph, as those of most items are. */
function addParagraph(item: Element, text: string): void {
  const paragraph = new Element('p', '', item.line);
  paragraph.children = [textElement(trimEnd(text), item.line, 'raw_text')];
  item.children = [paragraph];
}

/** Parses an item's parts; gives the blank lines at its end. */
function parseItem(state: BlockState, list: Element, { element, parts }: Item, isEnded: boolean): Element | undefined {
  if (parts.length === 1 && plainLine.test(parts[0]!)) addParagraph(element, parts[0]!);
  else {
    let { line } = element;
    for (const part of parts) line = state.parseText(element, part, line);
  }
  const { children } = element;
  if (children.length === 0) return undefined;
  const first = children[0]!;
  if (first.type === 'p' && first.ial !== undefined && children[1]?.type === 'eob') children.splice(1, 1);
  if (isTight(list, element, isEnded)) {
    if (children.length > 1 && children[1]!.type !== 'blank') first.children[0]!.content += '\n';
    first.hidden = true;
  }
  return lastChild(element)!.type === 'blank' ? children.pop() : undefined;
}

const unchecked = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const checked = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/** GFM: items that begin with `[ ]` or `[x]`. */
function markTasks(list: Element): void {
  let isTaskList = false;
  for (const item of list.children) {
    const first = item.children[0];
    if (first?.type !== 'p') continue;
    const text = first.children[0]!;
    const found = /^[ \t\r\n\f\v]*\[([ xX])\][ \t\r\n\f\v]+/.exec(text.content);
    if (found !== null) {
      text.content = (found[1] === ' ' ? unchecked : checked) + text.content.slice(found[0].length);
      isTaskList = true;
    }
    if (isTaskList) setAttribute(item, 'class', 'task-list-item');
  }
  if (isTaskList) setAttribute(list, 'class', 'task-list');
}

/** An ordered or unordered list. */
export function list(state: BlockState): boolean {
  if (!isListStart(state.src, state.pos)) return false;
  const type = markerEnd(state.src, state.pos, 'ul') >= 0 ? 'ul' : 'ol';
  const element = state.create(type);
  const { items, isEnded } = readItems(state, type);
  element.children = items.map((item) => item.element);
  state.add(element);
  let last: Element | undefined;
  for (const item of items) {
    const blank = parseItem(state, element, item, isEnded);
    if (item.element.children.length > 0 || blank !== undefined) last = blank;
  }
  if (last !== undefined && !isEnded) state.add(last);
  if (state.document.options.isGfm) markTasks(element);
  return true;
}
