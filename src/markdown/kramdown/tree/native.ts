import { Element, getAttribute, isBlock, setAttribute, takeAttribute } from '../element.js';
import { contentModel, spanElements } from '../html/html-names.js';
import { isSpace, trim, trimEnd, trimStart } from '../text.js';
import { finishTable, isSimpleTable } from './native-table.js';
import { decodeEntities, splitEntities, textOf } from './native-text.js';

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const withoutText = names('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup');
const wrapsText = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
);
const withoutSpace = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form',
);
const stripped = names(
  `address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 h6
  legend li nav p section td th`,
);
const simple = names('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dl dt dd');

/** Makes an HTML element one of kramdown's. */
function become(element: Element, type: string): void {
  element.type = type;
  element.tag = type;
  element.block = false;
  element.model = '';
  element.isClosed = false;
  element.ial = undefined;
}

function convertChildren(element: Element, isNative = true, keepsSpaces = false): void {
  if (element.children.length === 0) return;
  element.children = element.children.flatMap((child) => {
    if (child.type === 'text') return splitEntities(child.content, keepsSpaces || !isNative, child.line);
    convert(child, isNative, keepsSpaces, element);
    return [child];
  });
}

function keepHtml(element: Element, isNative = true, keepsSpaces = false): void {
  element.block = !spanElements.has(element.tag);
  element.model = isNative ? contentModel(element.tag) : 'raw';
  element.isClosed = false;
  element.ial = undefined;
  convertChildren(element, isNative, keepsSpaces);
}

function convertEmphasis(element: Element): void {
  const text = textOf(element);
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))) keepHtml(element, false);
  else {
    become(element, element.tag === 'em' || element.tag === 'i' ? 'em' : 'strong');
    convertChildren(element);
  }
}

function convertHeader(element: Element): void {
  const level = Number(element.tag[1]);
  const text = textOf(element);
  become(element, 'header');
  element.level = level;
  element.rawText = text;
  convertChildren(element);
}

function convertCode(element: Element): void {
  const text = decodeEntities(textOf(element));
  const value = getAttribute(element, 'class');
  if (element.tag === 'code') {
    become(element, 'codespan');
    if (value !== undefined) {
      setAttribute(element, 'class', value.replace(/\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*/g, ''));
    }
  } else {
    const inner =
      element.children.length === 1 && element.children[0]!.tag === 'code' ? element.children[0]! : undefined;
    const language = inner === undefined ? undefined : /\blanguage-\S+/.exec(getAttribute(inner, 'class') ?? '')?.[0];
    become(element, 'codeblock');
    if (language !== undefined) setAttribute(element, 'class', trimEnd(`${language} ${value ?? ''}`));
  }
  element.content = text;
  element.children = [];
}

function convertScript(element: Element): void {
  const type = getAttribute(element, 'type') ?? '';
  if (!/\bmath\/tex\b/.test(type)) {
    keepHtml(element);
    return;
  }
  become(element, 'math');
  element.block = type.includes('mode=display');
  const text = element.children.shift()?.content ?? '';
  element.content = text.replace(/^(?:%\s*)?<!\[CDATA\[\n?([\s\S]*?)(?:\s%)?\]\]>$/, '$1');
  takeAttribute(element, 'type');
}

function convertTable(element: Element): void {
  if (!isSimpleTable(element)) {
    keepHtml(element, false);
    return;
  }
  element.children = element.children.filter((child) => child.type !== 'text');
  convertChildren(element);
  become(element, 'table');
  finishTable(element);
}

function convertLink(element: Element): void {
  if (getAttribute(element, 'href') === undefined) {
    keepHtml(element, false);
    return;
  }
  become(element, 'a');
  convertChildren(element);
}

/** Elements that become something else by rules of their own. */
const converters: Readonly<Record<string, (element: Element) => void>> = {
  textarea: (element) => keepHtml(element, true, true),
  a: convertLink,
  em: convertEmphasis,
  i: convertEmphasis,
  b: convertEmphasis,
  strong: convertEmphasis,
  h1: convertHeader,
  h2: convertHeader,
  h3: convertHeader,
  h4: convertHeader,
  h5: convertHeader,
  h6: convertHeader,
  code: convertCode,
  pre: convertCode,
  table: convertTable,
  script: convertScript,
};

function stripSpace({ children }: Element): void {
  const first = children[0];
  const last = children[children.length - 1];
  if (first?.type === 'text') first.content = trimStart(first.content);
  if (last?.type === 'text') last.content = trimEnd(last.content);
}

function dropSpace(element: Element): void {
  const { children } = element;
  element.children = children.filter((child, index) => {
    if (child.type !== 'text' || trim(child.content) !== '') return true;
    if (index === 0 || index === children.length - 1) return false;
    return !(isBlock(children[index - 1]!) && isBlock(children[index + 1]!));
  });
}

function wrapText(element: Element): void {
  const wrapped: Element[] = [];
  let paragraph: Element | undefined;
  for (const child of element.children) {
    if (isBlock(child) && child.type !== 'text') {
      paragraph = undefined;
      wrapped.push(child);
      continue;
    }
    if (paragraph === undefined) {
      paragraph = new Element('p', '', child.line);
      paragraph.hidden = true;
      wrapped.push(paragraph);
    }
    paragraph.children.push(child);
  }
  element.children = wrapped;
}

function convertByName(element: Element, isNative: boolean, keepsSpaces: boolean): void {
  const { tag } = element;
  if (isNative && withoutText.has(tag)) element.children = element.children.filter((child) => child.type !== 'text');
  if (isNative && simple.has(tag)) {
    become(element, tag);
    convertChildren(element, isNative, keepsSpaces);
  } else keepHtml(element, isNative, keepsSpaces);
  if (!isNative) return;
  if (stripped.has(tag)) stripSpace(element);
  if (withoutSpace.has(tag)) dropSpace(element);
  if (wrapsText.has(tag)) wrapText(element);
}

function convert(element: Element, isNative: boolean, keepsSpaces: boolean, parent: Element | undefined): void {
  if (element.type === 'xml_comment' || element.type === 'xml_pi') {
    let around = 'div';
    if (parent !== undefined) around = parent.type === 'header' ? 'h1' : parent.tag;
    element.block = contentModel(around) !== 'span';
  } else if (element.type === 'html_element') {
    const own = isNative && Object.hasOwn(converters, element.tag) ? converters[element.tag] : undefined;
    if (own !== undefined) own(element);
    else convertByName(element, isNative, keepsSpaces);
  }
}

/** Turns all HTML of a document into kramdown's own elements, where there are such. */
export function convertDocument(root: Element): void {
  root.children = root.children.flatMap((child) => {
    if (child.type === 'text') return splitEntities(child.content, false, child.line);
    convertToNative(child);
    return [child];
  });
  dropSpace(root);
}

/** Turns an HTML element and those inside it into kramdown's own, where there are such (`html_to_native`). */
export function convertToNative(element: Element): void {
  convert(element, true, false, undefined);
}
