import { decodeEntities, withoutControls } from './decode-entities.js';
import { closes, emptyElements, weightOf } from './elements.js';
import { movedAttributes, readAttributes } from './read-attributes.js';

/** An element of a fragment of HTML. */
export interface HtmlElement {
  readonly kind: 'element';
  name: string;
  /** Without a value: undefined. */
  attributes: ReadonlyMap<string, string | undefined>;
  readonly parent: HtmlElement | undefined;
  children: HtmlNode[];
}

/** Text, with its entities decoded unless it is `raw` (of a script or style). */
export interface HtmlText {
  readonly kind: 'text' | 'raw';
  readonly text: string;
}

/** A comment or another thing in angle brackets, as it stands. */
export interface HtmlMarkup {
  readonly kind: 'markup';
  readonly text: string;
}

/** Any node of a tree. */
export type HtmlNode = HtmlElement | HtmlText | HtmlMarkup;

/** `<name`, `</name>` (which may begin with a mark), `</` before no name (which is dropped), `<!--`, `<!doctype…>`, `<?name` and what follows, `<?`. */
const start =
  /<([A-Za-z][\w:.-]*)|<\/([A-Za-z_:.][\w:.-]*)[^>]*>?|<\/|<!--|<!doctype[^>]*>?|<\?(?:([A-Za-z_][\w:.-]*)(?=[^\w:.-]))?/iy;
const commentEnd = /--!?>/g;

/** What is read into: the elements that are open, from the fragment itself on, and how many end tags of its document are none. */
interface Reading {
  open: HtmlElement[];
  misplaced: number;
}

/**
 * Reads a fragment of HTML as libxml2's parser for HTML 4 does, on which html-pipeline and jekyll-toc stand: the root
 * has the fragment's nodes as its children.
 */
export function parseHtml(html: string): HtmlElement {
  const root = createElement('#fragment', new Map(), undefined);
  const reading: Reading = { open: [root], misplaced: 0 };
  let position = 0;
  let text = '';
  const flush = (): void => {
    appendText(reading.open.at(-1)!, decodeEntities(text));
    text = '';
  };
  while (position < html.length) {
    const angle = html.indexOf('<', position);
    text += html.slice(position, angle < 0 ? undefined : angle);
    if (angle < 0) break;
    start.lastIndex = angle;
    const match = start.exec(html);
    if (match === null) {
      text += '<';
      position = angle + 1;
      continue;
    }
    flush();
    position = start.lastIndex;
    if (match[1] !== undefined) position = readElement(html, position, match[1].toLowerCase(), reading);
    else if (match[2] !== undefined) closeElement(match[2].toLowerCase(), reading);
    else if (match[0] === '<!--') position = readComment(html, position, reading.open);
    else if (match[3] !== undefined) position = readInstruction(html, position, match[3], reading.open);
  }
  flush();
  if (/<[A-Za-z][\w.-]*:/.test(html)) dropPrefixes(root);
  if (bodyLine.test(html)) {
    const body = createElement('body', new Map(), root);
    body.children = root.children;
    root.children = [body];
  } else {
    // What is in the fragment itself is moved to it from a document.
    for (const child of root.children)
      if (child.kind === 'element') child.attributes = movedAttributes(child.attributes);
  }
  return root;
}

/** A fragment with such a line keeps its body, without its attributes. */
const bodyLine = /(?<![^\n])[\t\v\f\r ]*<body/i;

/** Names lose their prefix once everything is read. */
function dropPrefixes(root: HtmlElement): void {
  const left = [root];
  for (let element = left.pop(); element !== undefined; element = left.pop()) {
    const colon = element.name.indexOf(':');
    if (colon >= 0 && colon < element.name.length - 1) element.name = element.name.slice(colon + 1);
    for (const child of element.children) if (child.kind === 'element') left.push(child);
  }
}

/** Adds text, to the last one where nothing is between the two. */
function appendText(element: HtmlElement, text: string): void {
  if (text === '') return;
  const last = element.children.at(-1);
  if (last?.kind === 'text') element.children[element.children.length - 1] = { kind: 'text', text: last.text + text };
  else element.children.push({ kind: 'text', text });
}

function createElement(
  name: string,
  attributes: HtmlElement['attributes'],
  parent: HtmlElement | undefined,
): HtmlElement {
  return { kind: 'element', name, attributes, parent, children: [] };
}

function readElement(html: string, from: number, name: string, reading: Reading): number {
  const { open } = reading;
  const { attributes, end, isClosed } = readAttributes(html, from);
  while (open.length > 1 && closes(name, open.at(-1)!.name)) open.pop();
  const parent = open.at(-1)!;
  if (documentElements.has(name)) {
    // They are there already; one that is closed at once closes what is open.
    reading.misplaced++;
    if (isClosed) leave(reading, open.length - 1);
    return end;
  }
  // A deeper one is an error to libxml2, which drops it and all that follows.
  if (open.length > deepest) return html.length;
  const element = createElement(name, attributes, parent);
  parent.children.push(element);
  if (isClosed || emptyElements.has(name)) return end;
  open.push(element);
  return name === 'script' || name === 'style' ? readRaw(html, end, element, reading) : end;
}

/** A comment that nothing ends, and all that follows it, is dropped. */
function readComment(html: string, from: number, open: readonly HtmlElement[]): number {
  commentEnd.lastIndex = from;
  const end = commentEnd.exec(html);
  if (end === null) return html.length;
  open.at(-1)!.children.push({ kind: 'markup', text: `<!--${withoutControls(html.slice(from, end.index))}-->` });
  return commentEnd.lastIndex;
}

/** So it is with an instruction for a processor. */
function readInstruction(html: string, from: number, name: string, open: readonly HtmlElement[]): number {
  const end = html.indexOf('>', from);
  if (end < 0) return html.length;
  const data = html.slice(from, end);
  open.at(-1)!.children.push({ kind: 'markup', text: `<?${name}${data && ` ${data.trimStart()}`}>` });
  return end + 1;
}

const endTag = /<\/(?:([A-Za-z_:.][\w:.-]*)[^>]*>?)?/y;

/** The text of a script or style, up to what begins as its end tag does. Before any text, each end tag is one as elsewhere. */
function readRaw(html: string, from: number, element: HtmlElement, reading: Reading): number {
  const end = new RegExp(`</${element.name}`, 'gi');
  let position = from;
  while (position < html.length) {
    endTag.lastIndex = position;
    const tag = endTag.exec(html);
    if (tag !== null) {
      position = endTag.lastIndex;
      if (tag[1] !== undefined) closeElement(tag[1].toLowerCase(), reading);
      if (reading.open.at(-1) !== element) return position;
      if (tag[1] !== undefined) continue;
    }
    end.lastIndex = position;
    const text = withoutControls(html.slice(position, (position = end.exec(html)?.index ?? html.length)));
    if (text !== '') element.children.push({ kind: 'raw', text });
  }
  return position;
}

const documentElements = new Set(['html', 'head', 'body']);
/** How many elements may be in each other. */
const deepest = 255;

function closeElement(name: string, reading: Reading): void {
  const { open } = reading;
  if (documentElements.has(name)) {
    if (reading.misplaced > 0) reading.misplaced--;
    else if (name !== 'head') leave(reading, 0);
    return;
  }
  const weight = weightOf(name);
  let index = open.length - 1;
  for (; index > 0 && open[index]!.name !== name; index--) if (weightOf(open[index]!.name) > weight) return;
  if (index > 0) open.length = index;
}

/** Leaves an open element and all in it. What follows the end of the fragment itself is no part of it. */
function leave(reading: Reading, index: number): void {
  if (index > 0) reading.open.length = index;
  else reading.open = [createElement('#rest', new Map(), undefined)];
}

/** All elements below one, in document order. */
export function elementsOf(element: HtmlElement, found: HtmlElement[] = []): HtmlElement[] {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    found.push(child);
    elementsOf(child, found);
  }
  return found;
}

/** Whether an element stands in one of these, or is one. */
export function isWithin(element: HtmlElement, names: ReadonlySet<string>): boolean {
  for (let current: HtmlElement | undefined = element; current !== undefined; current = current.parent) {
    if (names.has(current.name)) return true;
  }
  return false;
}

/** The text of an element and all below it. */
export function textOf(element: HtmlElement): string {
  return element.children
    .map((child) => (child.kind === 'element' ? textOf(child) : child.kind === 'markup' ? '' : child.text))
    .join('');
}

/** Puts every text outside `ignored` elements through `change`, which is given and gives HTML. */
export function replaceTexts(
  element: HtmlElement,
  ignored: ReadonlySet<string>,
  change: (html: string) => string,
): void {
  if (ignored.has(element.name)) return;
  element.children = element.children.flatMap((child): HtmlNode[] => {
    if (child.kind === 'element') replaceTexts(child, ignored, change);
    if (child.kind !== 'text') return [child];
    const html = escapeText(child.text);
    const changed = change(html);
    return changed === html ? [child] : parseHtml(changed).children;
  });
}

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
