import { type Element, getAttribute } from '../element.js';
import { namedEntity } from '../entities.js';
import { voidElements } from '../html/html-names.js';
import type { KramdownOptions } from '../options/options.js';
import { escapeAll, hasWord } from '../text.js';
import { copyAttributes, formatBlock, formatOuterBlock, formatSpan, htmlAttributes, spaces } from './html.js';
import { basicId, type Rendering } from './rendering.js';

/** Where the table of contents and the footnotes go, until they are known. */
export const tocPlace = '\u0000{:toc}\u0000';
export const footnotesPlace = '\u0000{:footnotes}\u0000';

const hasRef = (element: Element, name: string): boolean => element.ial?.refs.includes(name) ?? false;

function renderStandaloneImage(element: Element, indent: number): string {
  let figure = copyAttributes(element);
  let image = copyAttributes(element.children[0]!);
  for (const name of ['class', 'id']) {
    const found = image.find(([key]) => key === name);
    if (found === undefined || figure.some(([key]) => key === name)) continue;
    figure = [...figure, found];
    image = image.filter((pair) => pair !== found);
  }
  const margin = spaces(indent + 2);
  const alt = image.find(([key]) => key === 'alt')?.[1] ?? '';
  const body = `${margin}<img${htmlAttributes(image)} />\n${margin}<figcaption>${alt}</figcaption>\n`;
  return formatOuterBlock('figure', figure, body, indent);
}

/** A paragraph, with or without its tags. */
export function renderParagraph(element: Element, indent: number, rendering: Rendering): string {
  if (element.hidden) return rendering.inner(element, indent);
  const first = element.children[0];
  if (element.children.length === 1 && first!.type === 'img' && hasRef(first!, 'standalone')) {
    return renderStandaloneImage(element, indent);
  }
  return formatBlock('p', element.attrs, rendering.inner(element, indent), indent);
}

/** The tag of a header of a level. */
export function headerTag(level: number, { headerOffset }: KramdownOptions): string {
  return `h${Math.max(Math.min(level + headerOffset, 6), 1)}`;
}

/** A header; noted for the table of contents. */
export function renderHeader(element: Element, indent: number, rendering: Rendering): string {
  const { options } = rendering;
  let attributes = element.attrs;
  let id = getAttribute(element, 'id');
  if (options.autoIds && id === undefined) {
    id = rendering.headerId(element.rawText);
    attributes = [...copyAttributes(element), ['id', id]];
  }
  const classes = getAttribute(element, 'class');
  const isHidden = classes !== undefined && hasWord(classes, 'no_toc');
  const isListed = !isHidden && options.tocLevels.includes(element.level);
  if (id !== undefined && isListed) rendering.toc.push({ level: element.level, id, children: element.children });
  return formatBlock(headerTag(element.level, options), attributes, rendering.inner(element, indent), indent);
}

/** A list, or the place of the table of contents or of the footnotes. */
export function renderList(element: Element, indent: number, rendering: Rendering): string {
  if (rendering.tocList === undefined && hasRef(element, 'toc')) {
    rendering.tocList = element;
    return tocPlace;
  }
  if (!rendering.hasFootnoteList && hasRef(element, 'footnotes')) {
    rendering.hasFootnoteList = true;
    return footnotesPlace;
  }
  return formatOuterBlock(element.type, element.attrs, rendering.inner(element, indent), indent);
}

/** A block whose children stand on lines of their own. */
export function renderOuter(element: Element, indent: number, rendering: Rendering): string {
  return formatOuterBlock(element.type, element.attrs, rendering.inner(element, indent), indent);
}

/** An item of a list or a definition. */
export function renderItem(element: Element, indent: number, rendering: Rendering): string {
  const inner = rendering.inner(element, indent);
  const margin = spaces(indent);
  const start = `${margin}<${element.type}${htmlAttributes(element.attrs)}>`;
  const first = element.children[0];
  if (first !== undefined && !(first.type === 'p' && first.hidden))
    return `${start}\n${inner}${margin}</${element.type}>\n`;
  return `${start}${inner}${inner.endsWith('\n') ? margin : ''}</${element.type}>\n`;
}

/** A term; with an id where the list asks for it. */
export function renderTerm(element: Element, indent: number, rendering: Rendering): string {
  const attributes = copyAttributes(element);
  if (getAttribute(element, 'id') === undefined) {
    for (const ref of rendering.parent?.ial?.refs ?? []) {
      const found = /^auto_ids(?:-([\w-]+))?/.exec(ref);
      if (found === null) continue;
      attributes.push(['id', (found[1] ?? '') + basicId(element.rawText)]);
      break;
    }
  }
  return formatBlock('dt', attributes, rendering.inner(element, indent), indent);
}

/** A table's cell. */
export function renderCell(element: Element, indent: number, rendering: Rendering): string {
  const { stack } = rendering;
  const inner = rendering.inner(element, indent);
  const alignment = element.info;
  const attributes = copyAttributes(element);
  if (alignment !== '') {
    const style = attributes.find(([name]) => name === 'style');
    if (style === undefined) attributes.push(['style', `text-align: ${alignment}`]);
    else style[1] = `${style[1]}; text-align: ${alignment}`;
  }
  const name = stack[stack.length - 2]?.type === 'thead' ? 'th' : 'td';
  return formatBlock(name, attributes, inner === '' ? rendering.entity(namedEntity('nbsp')!) : inner, indent);
}

function isInRaw(rendering: Rendering): boolean {
  return rendering.parent?.type === 'html_element' && rendering.parent.model === 'raw';
}

/** An HTML element of the text. */
export function renderHtmlElement(element: Element, indent: number, rendering: Rendering): string {
  const inner = rendering.inner(element, indent);
  const name = element.tag;
  const start = `<${name}${htmlAttributes(element.attrs)}`;
  const isVoid = voidElements.has(name);
  if (!element.block) return inner === '' && isVoid ? `${start} />` : `${start}>${inner}</${name}>`;
  const isRaw = isInRaw(rendering);
  const margin = spaces(indent);
  let html = isRaw ? start : margin + start;
  if (element.isClosed && element.model === 'raw') html += ' />';
  else if (inner !== '' && element.model !== 'block') html += `>${inner}</${name}>`;
  else if (inner !== '') html += `>\n${inner.endsWith('\n') ? inner.slice(0, -1) : inner}\n${margin}</${name}>`;
  else html += isVoid ? ' />' : `></${name}>`;
  return isRaw ? html : `${html}\n`;
}

/** An HTML comment or processing instruction. */
export function renderMarkup(element: Element, indent: number, rendering: Rendering): string {
  return element.block && !isInRaw(rendering) ? `${spaces(indent)}${element.content}\n` : element.content;
}

/** `{::comment}`. */
export function renderComment(element: Element, indent: number): string {
  return element.block ? `${spaces(indent)}<!-- ${element.content} -->\n` : `<!-- ${element.content} -->`;
}

/** `{::nomarkdown}`. */
export function renderRaw(element: Element): string {
  const types = element.info.split(/[ \t\r\n\f\v]+/).filter((type) => type !== '');
  if (types.length > 0 && !types.includes('html')) return '';
  return element.block ? `${element.content}\n` : element.content;
}

/** Mathematics, with MathJax's delimiters or as it is. */
export function renderMath(element: Element, indent: number, rendering: Rendering): string {
  const { content, block } = element;
  if (rendering.options.mathEngine === 'mathjax') {
    const html = block ? `\\[${escapeAll(content)}\\]\n` : `\\(${escapeAll(content)}\\)`;
    if (element.attrs === null || element.attrs.length === 0) return html;
    return block ? formatBlock('div', element.attrs, html, indent) : formatSpan('span', element.attrs, `$${content}$`);
  }
  const { mathEngine } = rendering.options;
  if (mathEngine !== undefined) {
    rendering.document.warn(`The configured math engine ${mathEngine} is not available.`, element.line);
  }
  const attributes = copyAttributes(element);
  const pair = attributes.find(([name]) => name === 'class');
  if (pair === undefined) attributes.push(['class', 'kdmath']);
  else pair[1] = `${pair[1]} kdmath`.trimStart();
  return block
    ? formatBlock('div', attributes, `$$\n${content}\n$$`, indent)
    : formatSpan('span', attributes, `$${content}$`);
}
