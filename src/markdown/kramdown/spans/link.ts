import { applyAttributeList } from '../apply-attribute-list.js';
import type { AttributeList } from '../attribute-list.js';
import { normalizeLinkId } from '../document.js';
import { Element, setAttribute, textElement } from '../element.js';
import { matchAt } from '../html/html-patterns.js';
import type { SpanState, SpanStop } from '../span-state.js';
import { isSpace, trim } from '../text.js';

interface Target {
  readonly url: string;
  readonly title: string | undefined;
  readonly ial: AttributeList | undefined;
  /** The position after the whole link. */
  readonly end: number;
}

/** Counts brackets until the one that closes a link's text. */
class BracketStop implements SpanStop {
  readonly extra = 93;
  /** Positions of the brackets that are still open. */
  readonly open: number[];
  private counted = 0;
  private images = 0;
  private count = 1;

  constructor(
    private readonly element: Element,
    start: number,
  ) {
    this.open = [start];
  }

  isHere({ src, pos }: SpanState): boolean {
    this.countImages();
    const code = src.charCodeAt(pos);
    if (code === 93) {
      this.count--;
      this.open.pop();
    } else if (code === 91 || (code === 33 && src.charCodeAt(pos + 1) === 91)) {
      this.count++;
      this.open.push(pos);
    } else return false;
    return this.count - this.images === 0;
  }

  /** Notes the images read since, whose closing brackets were read with them. */
  countImages(): void {
    const { children } = this.element;
    for (; this.counted < children.length; this.counted++) {
      if (children[this.counted]!.type !== 'img') continue;
      this.images++;
      this.open.pop();
    }
  }
}

/** Longer texts in brackets are not worth a warning where no link is defined. */
const maxWarnedLength = 1000;

const escaped = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;
const idInBrackets = /[ \t\r\n\f\v]*\[([^\]]+)?\]/y;
const angleUrl = /\(<([^\n>]*)>(\))?/y;
const urlPart = /[()]|[ \t\r\n\f\v](?=['"])/g;
const endAfterDouble = /"[ \t\r\n\f\v]*\)/g;
const endAfterSingle = /'[ \t\r\n\f\v]*\)/g;

/** A title in quotation marks and the parenthesis after it. */
function readTitle(state: SpanState, pos: number, url: string): Target | undefined {
  const { src } = state;
  while (isSpace(src.charCodeAt(pos))) pos++;
  const quote = src.charCodeAt(pos);
  if (quote !== 34 && quote !== 39) return undefined;
  const stop = state.finder.match(quote === 34 ? endAfterDouble : endAfterSingle, pos + 2);
  if (stop < 0) return undefined;
  return { url, title: src.slice(pos + 1, stop), ial: undefined, end: src.indexOf(')', stop) + 1 };
}

/** `(url "title")` at a position. */
function readUrl(state: SpanState, pos: number): Target | undefined {
  const { src } = state;
  const isAngle = src.charCodeAt(pos + 1) === 60 && state.finder.find('>', pos) >= 0;
  const angle = isAngle ? matchAt(angleUrl, src, pos) : null;
  if (angle !== null) {
    const end = pos + angle[0].length;
    return angle[2] === undefined
      ? readTitle(state, end, angle[1]!)
      : { url: angle[1]!, title: undefined, ial: undefined, end };
  }
  if (state.finder.find(')', pos) < 0) return undefined;
  let depth = 0;
  urlPart.lastIndex = pos;
  let last = pos;
  for (let found = urlPart.exec(src); found !== null; found = urlPart.exec(src)) {
    last = urlPart.lastIndex;
    if (found[0] === '(') depth++;
    else if (found[0] === ')') {
      depth--;
      if (depth === 0) return { url: trim(src.slice(pos + 1, last - 1)), title: undefined, ial: undefined, end: last };
    } else break;
  }
  const target = readTitle(state, last, trim(src.slice(pos + 1, last - 1)));
  if (target === undefined) state.wasted += last - pos;
  return target;
}

/** What a link with its text closed before `pos` leads to; undefined where it is no link. */
function readTarget(state: SpanState, textStart: number, pos: number): Target | undefined {
  const { src, document } = state;
  const after = src.charCodeAt(pos);
  const mayBeId = after === 91 || (isSpace(after) && state.finder.find(']', pos) >= 0);
  const id = mayBeId ? matchAt(idInBrackets, src, pos) : null;
  if (id === null && after === 40) return readUrl(state, pos);
  const text = id?.[1] ?? src.slice(textStart, pos - 1);
  if (document.links.size === 0 && text.length > maxWarnedLength) return undefined;
  const key = normalizeLinkId(id?.[1] ?? text.replace(escaped, '$1'));
  const found = document.links.get(key);
  if (found !== undefined) {
    return { url: found.url, title: found.title, ial: found.mark?.ial, end: pos + (id?.[0].length ?? 0) };
  }
  if (id?.[1] === undefined) document.warn(`No link definition for link ID '${key}' found`, state.lineHere());
  return undefined;
}

function addLink(state: SpanState, element: Element, target: Target, alt: string): void {
  element.ial = target.ial;
  if (target.ial !== undefined) applyAttributeList(element, target.ial, state.document.attributeLists);
  if (element.type === 'a') setAttribute(element, 'href', target.url);
  else {
    setAttribute(element, 'src', target.url);
    setAttribute(element, 'alt', alt);
    element.children = [];
  }
  if (target.title !== undefined) setAttribute(element, 'title', target.title);
  state.add(element);
  state.pos = target.end;
}

/** Brackets stay alone in the same surroundings only. */
function bracketKey(state: SpanState, pos: number): number {
  return pos * 4 + (state.openEmphasis > 0 ? 1 : 0) + (state.openStrong > 0 ? 2 : 0);
}

/** An address in parentheses with nothing else. */
export const plainUrl = /\([^()<\s\0]+\)/y;

/** A link of text alone to an address alone, as most are; reads no other. */
function readPlainLink(state: SpanState, element: Element, start: number): boolean {
  const { src } = state;
  const close = state.endOfPlain(start, 93);
  if (close === start || src.charCodeAt(close) !== 93) return false;
  plainUrl.lastIndex = close + 1;
  if (!plainUrl.test(src)) return false;
  const end = plainUrl.lastIndex;
  element.children = [textElement(src.slice(start, close), element.line, state.textType)];
  addLink(state, element, { url: src.slice(close + 2, end - 1), title: undefined, ial: undefined, end }, '');
  return true;
}

function giveUp(state: SpanState, pos: number, end: number): boolean {
  state.pos = pos;
  state.addPlain(end);
  return true;
}

/** `[text](url "title")`, `[text][id]`, `[id]`, and images of the same forms. */
export function link(state: SpanState): boolean {
  const { src, pos } = state;
  const isImage = src.charCodeAt(pos) === 33;
  const textStart = pos + (isImage ? 2 : 1);
  if (src.charCodeAt(textStart - 1) !== 91 || textStart >= src.length || src.charCodeAt(textStart) === 94) return false;
  if (!isImage && state.openLinks > 0) return giveUp(state, pos, textStart);
  if (state.lonelyBrackets.has(bracketKey(state, pos)) || state.finder.find(']', textStart) < 0 || !state.canTry()) {
    state.isBracketLost = state.openLinks > 0;
    return giveUp(state, pos, textStart);
  }
  const element = new Element(isImage ? 'img' : 'a', '', state.parent.line);
  if (!isImage && readPlainLink(state, element, textStart)) return true;
  const stop = new BracketStop(element, pos);
  state.pos = textStart;
  if (!state.parseInto(element, stop)) {
    stop.countImages();
    for (const open of stop.open) state.lonelyBrackets.add(bracketKey(state, open));
    state.isBracketLost = true;
    state.wasted += src.length - textStart;
    return giveUp(state, pos, textStart);
  }
  const close = state.pos;
  state.pos = pos;
  const target = readTarget(state, textStart, close + 1);
  if (target === undefined) {
    state.wasted += close - textStart;
    return giveUp(state, pos, textStart);
  }
  addLink(state, element, target, isImage ? src.slice(textStart, close).replace(escaped, '$1') : '');
  return true;
}
