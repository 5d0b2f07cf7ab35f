import { lazily } from '../../../core/lazily.js';
import type { Footnote } from '../document.js';
import { Element, setAttribute } from '../element.js';
import { type Entity, namedEntity, numberedEntity } from '../entities.js';
import { escapeText } from '../text.js';
import { formatSpan, htmlAttributes } from './html.js';
import type { Rendering, UsedFootnote } from './rendering.js';

const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const cjkBreak = lazily(() => new RegExp(`(?<=${cjk})\\n(?=${cjk})`, 'gu'));

/** Text. */
export function renderText(element: Element, _indent: number, rendering: Rendering): string {
  const html = escapeText(element.content);
  return rendering.options.removesCjkBreaks ? html.replace(cjkBreak(), '') : html;
}

/** A span with content. */
export function renderSpan(element: Element, indent: number, rendering: Rendering): string {
  return formatSpan(element.type, element.attrs, rendering.inner(element, indent));
}

/** An image. */
export function renderImage(element: Element): string {
  return `<img${htmlAttributes(element.attrs)} />`;
}

/** A character that the text names. */
export function renderEntity(element: Element, _indent: number, rendering: Rendering): string {
  return rendering.entity(element.meta!.entity as Entity, element.content);
}

const symbolEntities: Readonly<Record<string, readonly string[]>> = {
  mdash: ['mdash'],
  ndash: ['ndash'],
  hellip: ['hellip'],
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
  laquo: ['laquo'],
  raquo: ['raquo'],
};

/** A dash, an ellipsis or a guillemet. */
export function renderSymbol(element: Element, _indent: number, rendering: Rendering): string {
  const own = rendering.options.typographicSymbols[element.content];
  if (own !== undefined) return escapeText(own);
  return symbolEntities[element.content]!.map((name) => rendering.entity(namedEntity(name)!)).join('');
}

const quoteNames = ['lsquo', 'rsquo', 'ldquo', 'rdquo'];

function quoteText(quote: string | number, rendering: Rendering): string {
  const entity = typeof quote === 'number' ? numberedEntity(quote) : namedEntity(quote);
  return entity === undefined ? '' : rendering.entity(entity);
}

/** A curly quotation mark. */
export function renderQuote(element: Element, _indent: number, rendering: Rendering): string {
  const index = quoteNames.indexOf(element.content);
  return (rendering.quotes[index] ??= quoteText(rendering.options.smartQuotes[index]!, rendering));
}

function noteFootnote(name: string, content: Element, rendering: Rendering): { used: UsedFootnote; repeat: string } {
  const known = rendering.footnotes.find((footnote) => footnote.name === name);
  if (known !== undefined) return { used: known, repeat: `:${++known.repeats}` };
  const number = rendering.options.footnoteNr + rendering.footnotes.length;
  const used = { name, content, number, repeats: 0 };
  rendering.footnotes.push(used);
  return { used, repeat: '' };
}

/** A reference to a footnote. */
export function renderFootnote(element: Element, _indent: number, rendering: Rendering): string {
  const name = rendering.options.footnotePrefix + element.content;
  const { used, repeat } = noteFootnote(name, (element.meta!.footnote as Footnote).content, rendering);
  return (
    `<sup id="fnref:${name}${repeat}" role="doc-noteref">` +
    `<a href="#fn:${name}" class="footnote" rel="footnote">${used.number}</a></sup>`
  );
}

/** An abbreviation. */
export function renderAbbreviation(element: Element, _indent: number, rendering: Rendering): string {
  const { title, mark } = rendering.document.abbreviations.get(element.content)!;
  const copy = new Element('abbr');
  copy.attrs = mark.attrs === null ? null : mark.attrs.map(([name, value]) => [name, value]);
  if (title !== '') setAttribute(copy, 'title', title);
  return formatSpan('abbr', copy.attrs, element.content);
}
