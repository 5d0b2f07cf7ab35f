import MarkdownIt from 'markdown-it';
import { flatText } from '../../../core/text/flat-text.js';
import type { KramdownDocument } from '../document.js';
import { type Element, textElement } from '../element.js';
import {
  footnotesPlace,
  renderCell,
  renderComment,
  renderHeader,
  renderHtmlElement,
  renderItem,
  renderList,
  renderMarkup,
  renderMath,
  renderOuter,
  renderParagraph,
  renderRaw,
  renderTerm,
  tocPlace,
} from './blocks.js';
import { renderCodeBlock, renderCodeSpan } from './code.js';
import { renderFootnotes } from './footnotes.js';
import { htmlAttributes, spaces } from './html.js';
import { type CodeHighlight, Rendering, type RenderRule } from './rendering.js';
import {
  renderAbbreviation,
  renderEntity,
  renderFootnote,
  renderImage,
  renderQuote,
  renderSpan,
  renderSymbol,
  renderText,
} from './spans.js';
import { renderToc } from './toc.js';

/** How each type of element is printed. */
const rules: Readonly<Record<string, RenderRule>> = {
  blank: () => '\n',
  text: renderText,
  raw_text: renderText,
  p: renderParagraph,
  header: renderHeader,
  blockquote: renderOuter,
  codeblock: renderCodeBlock,
  hr: (element, indent) => `${spaces(indent)}<hr${htmlAttributes(element.attrs)} />\n`,
  ul: renderList,
  ol: renderList,
  dl: renderOuter,
  li: renderItem,
  dd: renderItem,
  dt: renderTerm,
  table: renderOuter,
  thead: renderOuter,
  tbody: renderOuter,
  tfoot: renderOuter,
  tr: renderOuter,
  td: renderCell,
  th: renderCell,
  html_element: renderHtmlElement,
  xml_comment: renderMarkup,
  xml_pi: renderMarkup,
  comment: renderComment,
  raw: renderRaw,
  math: renderMath,
  br: () => '<br />',
  a: renderSpan,
  em: renderSpan,
  strong: renderSpan,
  img: renderImage,
  codespan: renderCodeSpan,
  footnote: renderFootnote,
  entity: renderEntity,
  typographic_sym: renderSymbol,
  smart_quote: renderQuote,
  abbreviation: renderAbbreviation,
};

/** What the renderer needs besides the tree. */
export interface RenderEnvironment {
  document: KramdownDocument;
  highlight: CodeHighlight;
}

/** HTML, and how much of it is that of the first blocks. */
export interface RenderedDocument {
  readonly html: string;
  readonly leadLength: number;
  /** Whether headers in HTML were given ids, each of which is there once in a text. */
  readonly hasMadeIds: boolean;
}

/** Prints the tree as kramdown does. */
export class KramdownRenderer extends MarkdownIt.Renderer {
  /** The tag before code spans to which nothing is done but that they are escaped; undefined where more is. */
  plainCodeTag({ document, highlight }: RenderEnvironment): string | undefined {
    const html = new Rendering(document, rules, highlight).render(textElement('x', 1, 'codespan'), 0);
    const isPlain = document.options.codeSpans.defaultLanguage === 'plaintext' && document.warnings.length === 0;
    return isPlain ? /^(<code[^>]*>)x<\/code>$/.exec(html)?.[1] : undefined;
  }

  /** The tree's root as HTML, and the length of that of its first so many blocks. */
  renderDocument(root: Element, { document, highlight }: RenderEnvironment, leadBlocks = 0): RenderedDocument {
    const rendering = new Rendering(document, rules, highlight);
    let html = '';
    rendering.stack.push(root);
    // A block's pieces are joined while they are in the processor's caches; those of all blocks at the end would not be.
    let leadLength = 0;
    let blocksLeft = leadBlocks;
    for (const child of root.children) {
      html += flatText(rendering.render(child, 0));
      if (--blocksLeft === 0) leadLength = html.length;
    }
    rendering.stack.pop();
    if (!rendering.hasFootnoteList) html += renderFootnotes(rendering);
    else {
      const footnotes = renderFootnotes(rendering);
      html = html.replace(footnotesPlace, () => footnotes);
    }
    if (rendering.tocList !== undefined) {
      const toc = renderToc(rendering);
      html = html.replace(tocPlace, () => toc);
    }
    return { html, leadLength, hasMadeIds: rendering.hasMadeIds };
  }
}
