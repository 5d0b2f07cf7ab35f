import type { Diagnostic } from '../../core/diagnostics.js';
import { TemplateError, type TemplateSource } from '../../core/template.js';
import { lstrip, rstrip, strip } from '../../core/text/strip.js';
import { SyntaxMistake } from '../errors.js';
import { hostTagNode } from '../tags/host-tag.js';
import {
  errorOf,
  mistakeAt,
  neverClosed,
  unclosed,
  unknownFilter,
  unknownInBlock,
  unknownOutside,
  warningOf,
} from './mistakes.js';
import { outputNode } from './output.js';
import type { ErrorMode, InnerTag, Parser, TagToken, Vocabulary } from './parser.js';
import { type Pipeline, parsePipelineLaxly, parsePipelineStrictly } from './pipeline.js';
import { countLines, liquidTagTokens, type Token, type Tokens, templateTokens } from './scan.js';
import type { Body } from './syntax.js';

const maxDepth = 100;
const tagShape = /^\{%-?([ \t\r\n\f\v]*)(#|\w+)([ \t\r\n\f\v]*)([\s\S]*?)-?%\}$/;
const outputShape = /^\{\{-?([\s\S]*?)-?\}\}$/;
const lineShape = /^[ \t\r\n\f\v]*(#|\w+)[ \t\r\n\f\v]*(.*)$/s;
const onlySpace = /^[ \t\r\n\f\v]*$/;

/** The syntax tree of a template, with the warnings of reading it. Throws `SiteError`. */
export function parseTemplate(
  source: TemplateSource,
  mode: ErrorMode,
  words: Vocabulary,
): { body: Body; warnings: readonly Diagnostic[] } {
  const parser = new TemplateParser(source, mode, words);
  return { body: parser.parse(), warnings: parser.warnings };
}

/** Where a tag or output is, and where its markup begins. */
type Place = { readonly start: number; readonly offset: number; readonly line: number };
type Found = Omit<Place, 'start'> & { readonly start: number | undefined };

class TemplateParser implements Parser {
  readonly warnings: Diagnostic[] = [];
  private readonly unknownFilters = new Set<string>();
  private trimsNext = false;
  private depth = 0;
  /** The line as Ruby counts it. */
  private line = 1;
  /** Where the tag or output is that is being read. */
  private offset = 0;

  constructor(
    readonly source: TemplateSource,
    private readonly mode: ErrorMode,
    private readonly words: Vocabulary,
  ) {}

  parse(): Body {
    const body = this.newBody();
    try {
      const inner = this.readBody(templateTokens(this.source.text), body);
      if (inner !== undefined) throw unknownOutside(inner, this.words);
    } catch (error) {
      throw errorOf(error, this.source, this.offset, this.line);
    }
    return body;
  }

  newBody(): Body {
    return { nodes: [], blank: true };
  }

  readBody(tokens: Tokens, body: Body): InnerTag | undefined {
    this.line = tokens.line;
    return tokens.isLiquidTag ? this.readLines(tokens, body) : this.readTokens(tokens, body);
  }

  readBlock(tag: TagToken, first: Body, onInner?: (inner: InnerTag) => Body | 'end' | undefined): void {
    for (let body = first; ; ) {
      if (this.depth >= maxDepth) {
        throw new TemplateError('Nesting too deep', 'liquid/too-deep', 'Split the template into includes.');
      }
      this.depth++;
      const inner = this.readBody(tag.tokens, body);
      this.depth--;
      if (inner === undefined) throw neverClosed(tag.name, tag);
      if (inner.name === `end${tag.name}`) return;
      const next = onInner?.(inner);
      if (next === 'end') return;
      if (next === undefined) throw unknownInBlock(inner, tag.name, `end${tag.name}`, this.words);
      body = next;
    }
  }

  readMarkup<T>(markup: string, strict: (markup: string) => T, lax: (markup: string) => T, place: Place): T {
    if (this.mode === 'lax') return lax(markup);
    try {
      return strict(markup);
    } catch (error) {
      // With nothing there, the tag as a whole is wrong.
      const isEmpty = onlySpace.test(markup);
      const found = isEmpty ? { ...place, start: undefined } : place;
      // What cannot be read laxly either is wrong where it was first found to be.
      this.offset = this.forgive(error, ` in "${strip(markup)}"`, found);
      return lax(markup);
    }
  }

  readPipeline(markup: string, start: number, place: Omit<Place, 'start'>): Pipeline {
    let pipeline: Pipeline;
    try {
      pipeline = parsePipelineStrictly(markup, start);
    } catch (error) {
      this.forgive(error, ` in "{{${markup}}}"`, { ...place, start });
      pipeline = parsePipelineLaxly(markup, start);
    }
    for (const { name, offset } of pipeline.filters) this.noteFilter(name, offset);
    return pipeline;
  }

  /** Goes on after a mistake of strict syntax where the mode allows it. Gives where it is. */
  private forgive(error: unknown, context: string, { start, offset, line }: Found): number {
    if (!(error instanceof SyntaxMistake)) throw error;
    error.context = context;
    const exact = start === undefined || error.at === undefined ? offset : start + error.at;
    if (this.mode === 'warn') this.warnings.push(warningOf(error, this.source, exact, line));
    if (this.mode !== 'strict') return exact;
    error.line = line;
    throw mistakeAt(error, { offset: exact });
  }

  private noteFilter(name: string, offset: number): void {
    if (this.words.strictFilters || this.words.filters.has(name) || this.unknownFilters.has(name)) return;
    this.unknownFilters.add(name);
    this.warnings.push(unknownFilter(name, this.words, this.source, offset));
  }

  private readTokens(tokens: Tokens, body: Body): InnerTag | undefined {
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (token.kind === 'text') {
        this.addText(token.text, body);
      } else if (token.kind === 'output') {
        this.addOutput(token, body);
      } else {
        const inner = this.addTag(token, tokens, body);
        if (inner === 'liquid') continue;
        if (inner !== undefined) return inner;
      }
      this.line = tokens.line;
    }
    return undefined;
  }

  private addText(written: string, body: Body): void {
    const text = this.trimsNext ? lstrip(written) : written;
    this.trimsNext = false;
    body.nodes.push({ kind: 'text', text });
    body.blank &&= onlySpace.test(text);
  }

  private addOutput(token: Token, body: Body): void {
    this.trimBefore(token, body);
    const match = outputShape.exec(token.text);
    if (match === null) throw unclosed(token);
    this.offset = token.offset;
    const place = { offset: token.offset, line: this.line };
    const start = token.offset + (token.text[2] === '-' ? 3 : 2);
    body.nodes.push(outputNode(this.readPipeline(match[1]!, start, place), place.offset, place.line));
    body.blank = false;
  }

  /** Gives `liquid` after a `{% liquid %}`, after which Ruby does not count on, or a tag that the block may know. */
  private addTag(token: Token, tokens: Tokens, body: Body): InnerTag | 'liquid' | undefined {
    this.trimBefore(token, body);
    const match = tagShape.exec(token.text);
    if (match === null) throw unclosed(token);
    const [, before, name, after, markup] = match as unknown as [string, string, string, string, string];
    this.line += countLines(before) + countLines(after);
    this.offset = token.offset;
    const start = token.offset + token.text.indexOf(name) + name.length + after.length;
    const tag = { name, markup, start, offset: token.offset, line: this.line, tokens };
    if (name !== 'liquid') return this.addNode(tag, body);
    const inner = this.readLines(liquidTagTokens(markup, start, this.line), body);
    if (inner !== undefined) throw unknownInBlock(inner, 'liquid', '%}', this.words);
    return 'liquid';
  }

  private addNode(tag: TagToken, body: Body): InnerTag | undefined {
    const hostTag = this.words.tags.get(tag.name);
    const rule = this.words.rules.get(tag.name);
    if (rule === undefined && hostTag === undefined) return tag;
    const node = hostTag === undefined ? rule!(this, tag) : hostTagNode(this, tag, hostTag);
    body.nodes.push(node);
    body.blank &&= node.blank;
    return undefined;
  }

  private readLines(tokens: Tokens, body: Body): InnerTag | undefined {
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (!onlySpace.test(token.text)) {
        const match = lineShape.exec(token.text);
        const place = { offset: token.offset, line: this.line };
        this.offset = token.offset;
        if (match === null) return { name: token.text, markup: token.text, start: token.offset, ...place };
        const [, name, markup] = match as unknown as [string, string, string];
        const start = token.offset + token.text.length - markup.length;
        const inner = this.addNode({ name, markup, start, ...place, tokens }, body);
        if (inner !== undefined) return inner;
      }
      this.line = tokens.line;
    }
    return undefined;
  }

  private trimBefore(token: Token, body: Body): void {
    if (token.text[2] === '-') {
      const last = body.nodes[body.nodes.length - 1];
      if (last?.kind === 'text') last.text = rstrip(last.text);
    }
    this.trimsNext = token.text[token.text.length - 3] === '-';
  }
}
