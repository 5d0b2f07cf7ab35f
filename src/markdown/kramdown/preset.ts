import MarkdownIt from 'markdown-it';
import { BlockState } from './block-state.js';
import { readHtmlDocument } from './blocks/html-document.js';
import { KramdownDocument, type Warning } from './document.js';
import { Element } from './element.js';
import { blocksOfLead, lineStartBehind } from './lead.js';
import type { KramdownOptions } from './options/options.js';
import { type PrintedBlock, printQuickly, type QuickPrinting } from './quick/blocks.js';
import { QuickSpans } from './quick/spans.js';
import { areUsual } from './quick/usual.js';
import { KramdownRenderer } from './render/renderer.js';
import type { CodeHighlight } from './render/rendering.js';
import { setRules } from './rules.js';
import { SpanState } from './span-state.js';
import { replaceAbbreviations } from './tree/abbreviations.js';
import { finishGfm, HeaderIds } from './tree/gfm.js';
import { type PrintSpans, resolveSpans } from './tree/spans.js';

/** Ruby's line ends: every `\r\n` and `\r` a line feed, one at the end. */
function normalize(text: string): string {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unix.endsWith('\n') ? unix : `${unix}\n`;
}

/** The HTML of a text's beginning: one that ends with a blank line has that as its last block. */
function leadOf(html: string, length: number, text: string, leadLength: number): string {
  return html.slice(0, length) + (text.startsWith('\n\n', leadLength - 2) ? '\n' : '');
}

/** What one run of the preset leaves. */
export interface KramdownResult {
  readonly html: string;
  readonly warnings: readonly Warning[];
  /** The HTML of the text's beginning by itself, if that is known. */
  readonly lead: string | undefined;
}

/** A markdown-it whose rules are all kramdown's. */
export class KramdownPreset {
  private readonly md = new MarkdownIt('zero');
  private readonly renderer = new KramdownRenderer();
  private readonly blocks: BlockState;
  private readonly spans: SpanState;
  private readonly isUsual: boolean;
  private quick: QuickPrinting | undefined;

  /**
   * @param mode `smartypants` for the few rules of Jekyll's `smartify`
   */
  constructor(
    private readonly options: KramdownOptions,
    private readonly highlight: CodeHighlight,
    mode: 'kramdown' | 'smartypants' = 'kramdown',
  ) {
    const { md } = this;
    const isSmarty = mode === 'smartypants';
    this.isUsual = !isSmarty && areUsual(options);
    const { blocks, spans } = setRules(md, options, isSmarty);
    md.renderer = this.renderer;
    const none = new KramdownDocument(options, new Element('root'));
    this.spans = new SpanState(md, none, spans);
    this.blocks = new BlockState(md, blocks, none, new SpanState(md, none, spans, 'raw_text'));
  }

  /** @param leadLength how many characters of the text somebody may want by themselves, 0 for none */
  render(text: string, leadLength = 0): KramdownResult {
    const unix = normalize(text);
    // A beginning in the text as it was given is none in another.
    const length = text.includes('\r') ? 0 : leadLength;
    return this.renderQuickly(unix, length) ?? this.renderTree(unix, length);
  }

  /** Without a tree; undefined where the text needs one. */
  private renderQuickly(text: string, leadLength: number): KramdownResult | undefined {
    if (!this.isUsual) return undefined;
    this.quick ??= this.createQuick();
    const printed = printQuickly(text, lineStartBehind(text, leadLength), this.quick);
    if (printed === undefined) return undefined;
    const { html, leadLength: length, warnings } = printed;
    return { html, warnings, lead: length === 0 ? undefined : leadOf(html, length, text, leadLength) };
  }

  private createQuick(): QuickPrinting {
    const { options, highlight } = this;
    const document = new KramdownDocument(options, new Element('root'));
    const spans = new QuickSpans(this.renderer.plainCodeTag({ document, highlight }));
    return { options, spans, printBlock: (...block) => this.printBlock(...block) };
  }

  private printBlock(text: string, pos: number, last: string, ids: HeaderIds): PrintedBlock | undefined {
    const root = new Element('root');
    const document = new KramdownDocument(this.options, root);
    const before = new Element(last);
    root.children = [before];
    const end = this.blocks.readBlock(text, pos, document);
    root.children = root.children.filter((child) => child !== before);
    if (end < 0 || root.children.length === 0) return undefined;
    const { warnings } = document;
    const ofBlocks = warnings.length;
    this.finish(document, text.slice(pos, end), ids);
    const behindSpans = warnings.length;
    const types = root.children.map(({ type }) => type);
    const { html, hasMadeIds } = this.renderer.renderDocument(root, { document, highlight: this.highlight });
    if (hasMadeIds) return undefined;
    if (warnings.length === 0) return { html, end, types, warnings: undefined };
    const phases = [
      warnings.slice(0, ofBlocks),
      warnings.slice(ofBlocks, behindSpans),
      warnings.slice(behindSpans),
    ] as const;
    return { html, end, types, warnings: phases };
  }

  /** What prints spans; undefined where more is done with their text, or the text itself sets options. */
  private printSpans({ abbreviations }: KramdownDocument, text: string): PrintSpans | undefined {
    if (abbreviations.size > 0 || text.includes('{::options')) return undefined;
    this.quick ??= this.createQuick();
    const { spans } = this.quick;
    return (content) => spans.read(content, 0, content.length);
  }

  private renderTree(text: string, leadLength: number): KramdownResult {
    const { options, highlight } = this;
    const document = this.parse(text);
    const { warnings } = document;
    const blocks =
      leadLength === 0 ? undefined : blocksOfLead(text, leadLength, document, document.options === options);
    const rendered = this.renderer.renderDocument(document.root, { document, highlight }, blocks);
    const { html } = rendered;
    const lead = blocks === undefined ? undefined : leadOf(html, rendered.leadLength, text, leadLength);
    return { html, warnings, lead };
  }

  private parse(text: string): KramdownDocument {
    const root = new Element('root');
    const document = new KramdownDocument(this.options, root);
    const { blocks } = this;
    if (this.options.isHtml) {
      blocks.readDocument(text, document, readHtmlDocument);
      return document;
    }
    blocks.readDocument(text, document);
    this.finish(document, text, new HeaderIds(document.options.autoIdPrefix));
    return document;
  }

  /** What comes after the blocks of a text: spans, abbreviations, and GFM's last step. */
  private finish(document: KramdownDocument, text: string, ids: HeaderIds): void {
    const { spans, options } = this;
    const { root } = document;
    spans.begin(document);
    const print = this.isUsual ? this.printSpans(document, text) : undefined;
    resolveSpans(root, spans, document, print);
    replaceAbbreviations(root, document);
    for (const { content } of document.footnotes.values()) {
      resolveSpans(content, spans, document, print);
      replaceAbbreviations(content, document);
    }
    for (const [name, { content, isReferenced }] of document.footnotes) {
      if (!isReferenced) document.warn(`Footnote definition for '${name}' is unreferenced - ignoring`, content.line);
    }
    if (options.isGfm) finishGfm(document, text, options.hardWrap, ids);
  }
}
