import { escapeHtml } from '../../core/text/escape-html.js';
import { downcase } from '../../core/text/letter-case.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { elementsOf, type HtmlElement, parseHtml, textOf } from '../html/html.js';
import { serializeHtml } from '../html/serialize.js';
import { asArray, toInt } from '../values.js';

/** A heading that a table of contents lists. */
export interface Heading {
  readonly id: string;
  /** Escaped for HTML. */
  readonly text: string;
  readonly level: number;
  readonly element: HtmlElement;
}

/** The headings of the levels asked for, without those that are marked to be left out. */
export function findHeadings(html: string, options: Hash): { root: HtmlElement; headings: Heading[] } {
  const root = parseHtml(html);
  const [first, last] = [toInt(options.get('min_level')), toInt(options.get('max_level'))];
  const hidden = asArray(options.get('no_toc_section_class')).map((name) => partsOf(`.${toS(name)}`));
  const seen = new Map<string, number>();
  const headings: Heading[] = [];
  for (const element of elementsOf(root)) {
    const level = /^h(0|[1-9]\d*)$/.exec(element.name)?.[1];
    if (level === undefined || Number(level) < first || Number(level) > last) continue;
    if (classesOf(element).includes('no_toc') || hidden.some((parts) => isWithin(element.parent, parts))) continue;
    headings.push({ ...named(element, seen), level: Number(level), element });
  }
  return { root, headings };
}

function classesOf(element: HtmlElement): string[] {
  return (element.attributes.get('class') ?? '').split(/\s+/);
}

/** A part of a selector: `div.note.wide`. */
interface Part {
  readonly name: string;
  readonly classes: readonly string[];
}

/** jekyll-toc makes a selector of what it takes for a class, so that it may be several: `note.wide`, `note .inner`. */
function partsOf(selector: string): Part[] {
  return selector.split(/\s+/).map((part) => {
    const [name = '', ...classes] = part.split('.');
    return { name, classes };
  });
}

/** Whether an element or one around it is what the last part says, within what the part before says, and so on. */
function isWithin(element: HtmlElement | undefined, parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return true;
  if (element === undefined) return false;
  const own = classesOf(element);
  const isLast = (last.name === '' || last.name === element.name) && last.classes.every((name) => own.includes(name));
  return isWithin(element.parent, isLast ? parts.slice(0, -1) : parts);
}

function named(element: HtmlElement, seen: Map<string, number>): { id: string; text: string } {
  const text = textOf(element);
  const own = element.attributes.get('id');
  // Those that headings have of their own are not counted, even where two are alike.
  if (own !== undefined) return { id: own, text: escapeHtml(text) };
  const id = idOf(text);
  const count = seen.get(id) ?? 0;
  seen.set(id, count + 1);
  return { id: count === 0 ? id : `${id}-${count}`, text: escapeHtml(text) };
}

function idOf(text: string): string {
  const plain = downcase(text)
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return encodeURIComponent(plain).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The HTML with a link before the text of each heading. */
export function withAnchors(html: string, options: Hash): string {
  const { root, headings } = findHeadings(html, options);
  for (const { id, element } of headings) {
    const anchor = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
    if (element.children.length > 0) element.children.unshift(...parseHtml(anchor).children);
  }
  return serializeHtml(root);
}

/** The items of the headings, those of lower levels in lists of their own. */
export function buildList(headings: readonly Heading[], options: Hash, tag: string): string {
  const top = Math.min(...headings.map(({ level }) => level));
  const sublist = toS(options.get('sublist_class'));
  const attributes = sublist === '' ? '' : ` class="${sublist}"`;
  const item = `${toS(options.get('item_class'))} ${toS(options.get('item_prefix'))}`;
  let list = '';
  for (let index = 0; index < headings.length; index++) {
    const { level, id, text } = headings[index]!;
    // What is before the first heading of the top level is listed without an item of its own.
    const nested = deeperThan(top, headings, level === top ? index + 1 : index);
    const below = nested.length === 0 ? '' : buildList(nested, options, tag);
    if (level !== top) {
      list += below;
      index += nested.length - 1;
      continue;
    }
    const inner = below === '' ? '' : `\n<${tag}${attributes}>\n${below}</${tag}>\n`;
    list += `<li class="${item}h${level}"><a href="#${id}">${text}</a>${inner}</li>\n`;
    index += nested.length;
  }
  return list;
}

function deeperThan(top: number, headings: readonly Heading[], from: number): readonly Heading[] {
  let end = from;
  while (end < headings.length && headings[end]!.level > top) end++;
  return headings.slice(from, end);
}
