import type { Diagnostic } from '../core/diagnostics.js';
import { SiteError } from '../core/diagnostics.js';
import { type Tag, TemplateError, type TemplateSource } from '../core/template.js';
import { placeIn, SyntaxMistake } from './errors.js';
import { nearest } from './nearest.js';
import { outputNode } from './output.js';
import { type Pipeline, parsePipelineLaxly, parsePipelineStrictly } from './pipeline.js';
import { countLines, liquidTagTokens, type Token, type Tokens, templateTokens } from './scan.js';
import type { Body, CodeNode } from './syntax.js';
import { hostTagNode } from './tags/host-tag.js';

/** How wrong syntax is met: read laxly in silence, with a warning, or refused. */
export type ErrorMode = 'lax' | 'warn' | 'strict';

/** What a tag's rule is told of the tag it reads. */
export interface TagToken {
  readonly name: string;
  /** All that stands between the name and the end of the tag. */
  readonly markup: string;
  readonly offset: number;
  readonly markupOffset: number;
  readonly line: number;
  readonly tokens: Tokens;
}

/** A standard tag: reads itself, with its body where it has one, into a node. */
export type TagRule = (parser: Parser, tag: TagToken) => CodeNode;

/** A tag met inside a block that is none of the block's own: `else`, `when`, `endif`, or one that nobody knows. */
export interface InnerTag {
  readonly name: string;
  readonly markup: string;
  readonly offset: number;
  readonly line: number;
}

/** Reads one template. */
export interface Parser {
  readonly source: TemplateSource;
  readonly mode: ErrorMode;
  readonly warnings: Diagnostic[];
  /** A new body's nodes until a tag that only the block around it can know; undefined at the end of the text. */
  readBody(tokens: Tokens, body: Body): InnerTag | undefined;
  /**
   * The bodies of a block: reads until `endNAME`, asks `onInner` for the body to go on with at any other tag
   * (undefined: an unknown tag; `end`: the block ends there).
   */
  readBlock(tag: TagToken, body: Body, onInner?: (inner: InnerTag) => Body | 'end' | undefined): void;
  /** Reads markup strictly, laxly, or both, as the mode says. */
  readMarkup<T>(
    markup: string,
    strict: (markup: string) => T,
    lax: (markup: string) => T,
    place?: { offset: number; line: number },
  ): T;
  /** Reads an output's markup: strictly first in every mode. */
  readPipeline(markup: string, place: { offset: number; line: number }): Pipeline;
  /** Notes a filter that does not exist. */
  hasFilter(name: string): boolean;
  newBody(): Body;
}

/** The tags and filters that templates may use. */
export interface Vocabulary {
  readonly rules: ReadonlyMap<string, TagRule>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly filters: ReadonlyMap<string, unknown>;
  readonly hints: ReadonlyMap<string, string>;
}

const maxDepth = 100;
const tagShape = /^\{%-?([ \t\r\n\f\v]*)(#|\w+)([ \t\r\n\f\v]*)([\s\S]*?)-?%\}$/;
const outputShape = /^\{\{-?([\s\S]*?)-?\}\}$/;
const liquidLineShape = /^[ \t\r\n\f\v]*(#|\w+)[ \t\r\n\f\v]*([\s\S]*?)$/;
const onlySpace = /^[ \t\r\n\f\v]*$/;
const leadingSpace = /^[\0 \t\r\n\f\v]+/;
const trailingSpace = /[\0 \t\r\n\f\v]+$/;

/** The syntax tree of a template, with the warnings of reading it. Throws `SiteError`. */
export function parseTemplate(
  source: TemplateSource,
  mode: ErrorMode,
  words: Vocabulary,
): { body: Body; warnings: Diagnostic[] } {
  const warnings: Diagnostic[] = [];
  const unknownFilters = new Set<string>();
  let trimNext = false;
  let depth = 0;
  let line = 1;
  let lastOffset = 0;

  const fail = (error: unknown, offset: number): unknown => {
    if (error instanceof SyntaxMistake) {
      const message = error.message + (error.context ?? '');
      return new SiteError(
        { code: error.code, message, hint: error.hint, ...placeIn(source, error.offset ?? offset) },
        { cause: error },
      );
    }
    if (error instanceof TemplateError) {
      return new SiteError(
        { code: error.code, message: error.message, hint: error.hint, ...placeIn(source, offset) },
        { cause: error },
      );
    }
    return error;
  };

  const trimBefore = (token: Token, body: Body): void => {
    if (token.text[2] === '-') {
      const last = body.nodes[body.nodes.length - 1];
      if (last?.kind === 'text') last.text = last.text.replace(trailingSpace, '');
    }
    trimNext = token.text[token.text.length - 3] === '-';
  };

  const addTag = (
    name: string,
    markup: string,
    token: Token,
    markupOffset: number,
    tokens: Tokens,
    body: Body,
  ): InnerTag | undefined => {
    const tag: TagToken = { name, markup, offset: token.offset, markupOffset, line, tokens };
    lastOffset = token.offset;
    const rule = words.rules.get(name);
    const hostTag = rule === undefined ? words.tags.get(name) : undefined;
    if (rule === undefined && hostTag === undefined) return tag;
    const node = rule !== undefined ? rule(parser, tag) : hostTagNode(parser, tag, hostTag!);
    body.nodes.push(node);
    body.blank &&= node.blank;
    return undefined;
  };

  const readLines = (tokens: Tokens, body: Body): InnerTag | undefined => {
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (!onlySpace.test(token.text)) {
        const match = liquidLineShape.exec(token.text);
        lastOffset = token.offset;
        if (match === null) return { name: token.text, markup: token.text, offset: token.offset, line };
        const inner = addTag(
          match[1]!,
          match[2]!,
          token,
          token.offset + token.text.length - match[2]!.length,
          tokens,
          body,
        );
        if (inner !== undefined) return inner;
      }
      line = tokens.line;
    }
    return undefined;
  };

  const readLiquidTag = (markup: string, offset: number, body: Body): void => {
    const inner = readLines(liquidTagTokens(markup, offset, line), body);
    if (inner !== undefined) throw unknownTag(inner, 'liquid', '%}', words);
  };

  const readTagToken = (token: Token, tokens: Tokens, body: Body): InnerTag | undefined => {
    trimBefore(token, body);
    const match = tagShape.exec(token.text);
    if (match === null) {
      throw at(
        new SyntaxMistake(
          `Tag '${token.text}' was not properly terminated with regexp: /\\%\\}/`,
          'liquid/unclosed',
          'end the tag with `%}`',
        ),
        token,
      );
    }
    const [, before, name, after, markup] = match as unknown as [string, string, string, string, string];
    line += countLines(before) + countLines(after);
    const markupOffset = token.offset + token.text.indexOf(name, 2) + name.length + after.length;
    if (name === 'liquid') {
      lastOffset = token.offset;
      readLiquidTag(markup, markupOffset, body);
      return undefined;
    }
    return addTag(name, markup, token, markupOffset, tokens, body);
  };

  const readTokens = (tokens: Tokens, body: Body): InnerTag | undefined => {
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (token.kind === 'tag') {
        const isLiquid = /^\{%-?[ \t\r\n\f\v]*liquid\b/.test(token.text);
        const inner = readTagToken(token, tokens, body);
        if (inner !== undefined) return inner;
        if (isLiquid && tagShape.exec(token.text)?.[2] === 'liquid') continue;
      } else if (token.kind === 'output') {
        trimBefore(token, body);
        const match = outputShape.exec(token.text);
        if (match === null) {
          throw at(
            new SyntaxMistake(
              `Variable '${token.text}' was not properly terminated with regexp: /\\}\\}/`,
              'liquid/unclosed',
              'end the output with `}}`',
            ),
            token,
          );
        }
        lastOffset = token.offset;
        body.nodes.push(outputNode(parser.readPipeline(match[1]!, { offset: token.offset, line }), token.offset, line));
        body.blank = false;
      } else {
        const text = trimNext ? token.text.replace(leadingSpace, '') : token.text;
        trimNext = false;
        body.nodes.push({ kind: 'text', text });
        body.blank &&= onlySpace.test(text);
      }
      line = tokens.line;
    }
    return undefined;
  };

  const warn = (error: SyntaxMistake, offset: number): void => {
    const message = error.message + (error.context ?? '');
    warnings.push({
      severity: 'warning',
      code: 'liquid/syntax',
      message,
      hint: error.hint,
      ...placeIn(source, offset),
    });
  };

  const parser: Parser = {
    source,
    mode,
    warnings,
    newBody: () => ({ nodes: [], blank: true }),
    readBody(tokens, body) {
      line = tokens.line;
      return tokens.isLiquidTag ? readLines(tokens, body) : readTokens(tokens, body);
    },
    readBlock(tag, first, onInner) {
      const start = { offset: tag.offset, line: tag.line };
      let body = first;
      for (;;) {
        if (depth >= maxDepth)
          throw new TemplateError('Nesting too deep', 'liquid/too-deep', 'split the template into includes');
        depth++;
        const inner = parser.readBody(tag.tokens, body);
        depth--;
        if (inner === undefined) throw at(neverClosed(tag.name), start);
        if (inner.name === `end${tag.name}`) return;
        const next = onInner?.(inner);
        if (next === 'end') return;
        if (next === undefined) throw unknownTag(inner, tag.name, `end${tag.name}`, words);
        body = next;
      }
    },
    readMarkup(markup, strict, lax, place) {
      if (mode === 'lax') return lax(markup);
      try {
        return strict(markup);
      } catch (error) {
        if (!(error instanceof SyntaxMistake)) throw error;
        error.context = ` in "${markup.trim()}"`;
        error.line = place?.line ?? line;
        if (mode === 'strict') throw error;
        warn(error, place?.offset ?? lastOffset);
        return lax(markup);
      }
    },
    readPipeline(markup, place) {
      let pipeline: Pipeline;
      try {
        pipeline = parsePipelineStrictly(markup);
      } catch (error) {
        if (!(error instanceof SyntaxMistake)) throw error;
        error.context = ` in "{{${markup}}}"`;
        error.line = place.line;
        if (mode === 'strict') throw error;
        if (mode === 'warn') warn(error, place.offset);
        pipeline = parsePipelineLaxly(markup);
      }
      for (const { name } of pipeline.filters) noteFilter(name, place.offset);
      return pipeline;
    },
    hasFilter: (name) => words.filters.has(name),
  };

  const noteFilter = (name: string, offset: number): void => {
    if (words.filters.has(name) || unknownFilters.has(name)) return;
    unknownFilters.add(name);
    const close = nearest(name, words.filters.keys());
    warnings.push({
      severity: 'warning',
      code: 'liquid/unknown-filter',
      message: `There is no filter '${name}': values pass through it unchanged`,
      hint: close === undefined ? undefined : `did you mean '${close}'?`,
      ...placeIn(source, offset),
    });
  };

  const body = parser.newBody();
  try {
    const inner = parser.readBody(templateTokens(source.text), body);
    if (inner !== undefined) throw unknownOuterTag(inner, words);
  } catch (error) {
    if (error instanceof SyntaxMistake) error.line ??= line;
    throw fail(error, lastOffset);
  }
  return { body, warnings };
}

function at(error: SyntaxMistake, place: { offset: number }): SyntaxMistake {
  error.offset = place.offset;
  return error;
}

function neverClosed(name: string): SyntaxMistake {
  return new SyntaxMistake(`'${name}' tag was never closed`, 'liquid/never-closed', `add {% end${name} %}`);
}

function unknownTag(inner: InnerTag, block: string, delimiter: string, words: Vocabulary): SyntaxMistake {
  if (inner.name === 'else') {
    return at(new SyntaxMistake(`${block} tag does not expect 'else' tag`, 'liquid/unexpected-tag'), inner);
  }
  if (inner.name.startsWith('end')) {
    const message = `'${inner.name}' is not a valid delimiter for ${block} tags. use ${delimiter}`;
    return at(
      new SyntaxMistake(message, 'liquid/unexpected-tag', `close {% ${block} %} with {% ${delimiter} %} first`),
      inner,
    );
  }
  return at(unknownName(inner.name, words), inner);
}

function unknownOuterTag(inner: InnerTag, words: Vocabulary): SyntaxMistake {
  if (inner.name === 'else' || inner.name === 'end') {
    return at(new SyntaxMistake(`Unexpected outer '${inner.name}' tag`, 'liquid/unexpected-tag'), inner);
  }
  return at(unknownName(inner.name, words), inner);
}

function unknownName(name: string, words: Vocabulary): SyntaxMistake {
  const close = nearest(name, [...words.rules.keys(), ...words.tags.keys()]);
  const hint = words.hints.get(name) ?? (close === undefined ? undefined : `did you mean {% ${close} %}?`);
  return new SyntaxMistake(`Unknown tag '${name}'`, 'liquid/unknown-tag', hint);
}
