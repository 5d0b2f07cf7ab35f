import type { BlockState } from '../block-state.js';
import { blankEnd, endOfBlockEnd } from '../boundaries.js';
import { Element, lastChild, textElement } from '../element.js';
import { nextLine } from '../text.js';
import { isContentLine, isLazyLine, markerEnd, outdentLine, readFirstLine, takeItemList } from './list-item.js';

interface Definition {
  readonly element: Element;
  text: string;
  isParagraph: boolean;
}

/** The terms before the first `:`: a paragraph, right before it or with one blank line between. */
function takeTerms(state: BlockState): { paragraph: Element; isApart: boolean } | undefined {
  const { children } = state.parent;
  const last = children[children.length - 1];
  if (last?.type === 'p') {
    children.pop();
    return { paragraph: last, isApart: false };
  }
  const before = children[children.length - 2];
  if (last?.type !== 'blank' || last.content !== '\n' || before?.type !== 'p') return undefined;
  children.length -= 2;
  return { paragraph: before, isApart: true };
}

function addTerms(state: BlockState, list: Element, paragraph: Element): void {
  const line = state.lineHere();
  for (const text of paragraph.children[0]!.content.replace(/\n+$/, '').split('\n')) {
    const term = new Element('dt', '', line);
    term.rawText = takeItemList(state, term, text, line);
    term.children.push(textElement(term.rawText, line, 'raw_text'));
    list.children.push(term);
  }
}

/** Reads the lines of definitions. */
function readDefinitions(state: BlockState, isApart: boolean): Definition[] {
  const { src } = state;
  const definitions: Definition[] = [];
  let indentation = 4;
  let isBlankBefore = false;
  let isParagraph = isApart;
  while (state.pos < src.length) {
    const { pos } = state;
    const end = nextLine(src, pos);
    const current = definitions[definitions.length - 1];
    const marker = markerEnd(src, pos, 'dl', current === undefined ? 3 : Math.min(indentation - 1, 3));
    if (marker >= 0) {
      const line = state.lineHere();
      const element = new Element('dd', '', line);
      const first = readFirstLine(marker - pos, src.slice(marker, end));
      indentation = first.indentation;
      definitions.push({ element, text: takeItemList(state, element, first.text, line), isParagraph });
      isParagraph = false;
      isBlankBefore = false;
      state.pos = end;
    } else if (endOfBlockEnd(src, pos) >= 0) {
      break;
    } else if (isContentLine(src, pos, indentation) || (!isBlankBefore && isLazyLine(src, pos, indentation))) {
      current!.text += outdentLine(src.slice(pos, end), indentation).text;
      isParagraph = false;
      isBlankBefore = false;
      state.pos = end;
    } else {
      const blank = blankEnd(src, pos);
      if (blank < 0) break;
      current!.text += src.slice(pos, blank);
      isParagraph = true;
      isBlankBefore = true;
      state.pos = blank;
    }
  }
  return definitions;
}

/** Parses a definition's text; gives the blank lines at its end. */
function parseDefinition(state: BlockState, { element, text, isParagraph }: Definition): Element | undefined {
  state.parseText(element, text);
  const { children } = element;
  const blank = lastChild(element)?.type === 'blank' ? children.pop() : undefined;
  const first = children[0];
  if (first?.type === 'p' && !isParagraph) {
    if (children.length > 1) first.children[0]!.content += '\n';
    first.hidden = true;
  }
  return blank;
}

function appendList(state: BlockState, list: Element): void {
  const { children } = state.parent;
  const last = children[children.length - 1];
  const before = children[children.length - 2];
  if (last?.type === 'dl') last.children.push(...list.children);
  else if (last?.type === 'blank' && before?.type === 'dl') {
    children.pop();
    before.children.push(...list.children);
  } else children.push(list);
}

/** Definitions: lines that begin with `:` under a paragraph of terms. */
export function definitionList(state: BlockState): boolean {
  if (markerEnd(state.src, state.pos, 'dl') < 0) return false;
  const terms = takeTerms(state);
  if (terms === undefined) return false;
  const list = state.create('dl', '', terms.paragraph.line);
  addTerms(state, list, terms.paragraph);
  list.ial = terms.paragraph.ial;
  let last: Element | undefined;
  for (const definition of readDefinitions(state, terms.isApart)) {
    list.children.push(definition.element);
    const blank = parseDefinition(state, definition);
    if (definition.element.children.length > 0 || blank !== undefined) last = blank;
  }
  appendList(state, list);
  if (last !== undefined) state.add(last);
  return true;
}
