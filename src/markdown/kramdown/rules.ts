import type { MarkdownIt as Parser } from 'markdown-it';
import type { BlockRule, BlockRules } from './block-state.js';
import { abbreviationDefinition } from './blocks/abbreviation-definition.js';
import { blankLine } from './blocks/blank-line.js';
import { blockquote } from './blocks/blockquote.js';
import { codeBlock } from './blocks/code-block.js';
import { definitionList } from './blocks/definition-list.js';
import { endOfBlock } from './blocks/end-of-block.js';
import { blockExtension } from './blocks/extension.js';
import { fencedCode } from './blocks/fenced-code.js';
import { footnoteDefinition } from './blocks/footnote-definition.js';
import { atxHeader, setextHeader } from './blocks/header.js';
import { horizontalRule } from './blocks/horizontal-rule.js';
import { htmlBlock } from './blocks/html.js';
import { linkDefinition } from './blocks/link-definition.js';
import { list } from './blocks/list.js';
import { mathBlock } from './blocks/math.js';
import { paragraph } from './blocks/paragraph.js';
import { createTableRule } from './blocks/table.js';
import { textLine } from './blocks/text-line.js';
import { extendedRules } from './extended-rules.js';
import type { KramdownOptions } from './options/options.js';
import { createSearches, type SpanRule, type SpanRuleSets, type SpanRules, Start } from './span-state.js';
import { autolink } from './spans/autolink.js';
import { codeSpan } from './spans/code-span.js';
import { emphasis } from './spans/emphasis.js';
import { entity } from './spans/entity.js';
import { escapeChar } from './spans/escape.js';
import { spanExtension } from './spans/extension.js';
import { footnoteMarker } from './spans/footnote-marker.js';
import { htmlSpan } from './spans/html.js';
import { lineBreak } from './spans/line-break.js';
import { link } from './spans/link.js';
import { mathSpan } from './spans/math.js';
import { smartQuotes } from './spans/smart-quotes.js';
import { strikethrough } from './spans/strikethrough.js';
import { typographicSymbols } from './spans/typographic-symbols.js';
import { isSpace } from './text.js';

type BlockTable = readonly (readonly [name: string, rule: BlockRule, starts: string])[];
type SpanTable = readonly (readonly [name: string, rule: SpanRule, starts: string])[];

/** Every character, and every one but a space and a tab, or white space of any kind. */
const any = 'any';
const anyButBlank = 'any but blank';
const anyButSpace = 'any but space';
const whiteSpace = ' \t\n\v\f\r';

/** The rules of tables look at spans, so that they are made for a preset. */
const createBlockRules = (sets: SpanRuleSets): BlockTable => [
  ['blank_line', blankLine, whiteSpace],
  ['code_block', codeBlock, ' \t'],
  ['fenced_code', fencedCode, '`~'],
  ['blockquote', blockquote, '>'],
  ['atx_header', atxHeader, '#'],
  ['horizontal_rule', horizontalRule, '*-_'],
  ['list', list, '*+-0123456789'],
  ['definition_list', definitionList, ':'],
  ['html_block', htmlBlock, '<'],
  ['setext_header', setextHeader, anyButBlank],
  ['math_block', mathBlock, '$\\'],
  ['table', createTableRule(sets), anyButSpace],
  ['footnote_definition', footnoteDefinition, '['],
  ['link_definition', linkDefinition, '['],
  ['abbreviation_definition', abbreviationDefinition, '*'],
  ['block_extension', blockExtension, '{'],
  ['end_of_block', endOfBlock, '^'],
  ['paragraph', paragraph, anyButBlank],
];

/** Span rules in the order in which they are tried, with the characters that they begin with. */
const spanRules: SpanTable = [
  ['emphasis', emphasis, '*_'],
  ['code_span', codeSpan, '`'],
  ['autolink', autolink, '<'],
  ['html_span', htmlSpan, '<'],
  ['footnote_marker', footnoteMarker, '['],
  ['link', link, '[!'],
  ['smart_quotes', smartQuotes, '"\'*_`<[!${&-.~> '],
  ['math_span', mathSpan, '$'],
  ['span_extension', spanExtension, '{'],
  ['entity', entity, '&'],
  ['typographic_symbols', typographicSymbols, '-.\\<> '],
  ['line_break', lineBreak, ' \\'],
  ['escape', escapeChar, '\\'],
  ['strikethrough', strikethrough, '~'],
];

/** The rules of Jekyll's `smartify`: HTML blocks are kept, all other lines are one text. */
const smartyBlockRules: BlockTable = [
  ['html_block', htmlBlock, '<'],
  ['line', textLine, any],
];

const smartySpanRules: SpanTable = [
  ['smart_quotes', smartQuotes, '"\'&-.<> \\'],
  ['entity', entity, '&'],
  ['typographic_symbols', typographicSymbols, '-.\\<> '],
  ['html_span', htmlSpan, '<'],
];

/** On which condition a character begins a span; the rest always do. */
const conditions: Readonly<Record<string, number>> = {
  '-': Start.doubled,
  '.': Start.doubled,
  $: Start.doubled,
  '~': Start.doubled,
  '!': Start.beforeBracket,
  '{': Start.beforeColon,
  '"': Start.quote,
  "'": Start.quote,
  '>': Start.closingAngle,
  ' ': Start.never,
};

function mayStart(starts: string, code: number): boolean {
  if (starts === any) return true;
  if (starts === anyButBlank) return code !== 32 && code !== 9;
  if (starts === anyButSpace) return !isSpace(code);
  return starts.includes(String.fromCharCode(code));
}

/** The block rules of markdown-it's own table that may begin with each character. */
function createBlockChains(md: Parser, table: BlockTable): BlockRules {
  for (const [name, rule] of table) md.block.ruler.push(name, rule as unknown as () => boolean);
  const rules = md.block.ruler.getRules('') as unknown as BlockRule[];
  const chainOf = (code: number): BlockRule[] => rules.filter((_, index) => mayStart(table[index]![2], code));
  const chains: (readonly BlockRule[])[] = new Array(129).fill(chainOf(128));
  const named = table.map(([, , starts]) => (starts.startsWith(any) ? whiteSpace : starts)).join('');
  for (const char of new Set(named)) chains[char.charCodeAt(0)] = chainOf(char.charCodeAt(0));
  return chains;
}

/** A span parser's rules by character, for the rules of certain names only. */
function createSpanRules(md: Parser, table: SpanTable, names: ReadonlySet<string>): SpanRules {
  const starts = new Uint8Array(128);
  const chains: (SpanRule[] | undefined)[] = new Array(128).fill(undefined);
  const rules = md.inline.ruler.getRules('') as unknown as SpanRule[];
  table.forEach(([name, , chars], index) => {
    if (!names.has(name)) return;
    for (const char of chars) {
      const code = char.charCodeAt(0);
      if (name !== 'smart_quotes' || char === '"' || char === "'") starts[code] = conditions[char] ?? Start.always;
      (chains[code] ??= []).push(rules[index]!);
    }
  });
  if (names.has('line_break')) starts[10] = Start.lineEnd;
  return {
    starts,
    searchFor: createSearches(starts),
    chains,
    quotes: names.has('smart_quotes') ? smartQuotes : undefined,
  };
}

function enabledSpans(table: SpanTable, options: KramdownOptions): Set<string> {
  const names = new Set(table.map(([name]) => name));
  if (options.isPlainMarkdown) for (const name of extendedRules) names.delete(name);
  if (!options.isGfm) names.delete('strikethrough');
  else {
    if (options.hardWrap) names.delete('line_break');
    if (options.keepsSymbols) names.delete('typographic_symbols');
  }
  return names;
}

/** The rules of a parser. */
export interface Rules {
  readonly blocks: BlockRules;
  readonly spans: SpanRuleSets;
}

/** Gives a parser kramdown's rules, as options want them, and them alone; or those of Jekyll's `smartify`. */
export function setRules(md: Parser, options: KramdownOptions, isSmarty: boolean): Rules {
  const table = isSmarty ? smartySpanRules : spanRules;
  md.core.ruler.enableOnly([]);
  md.block.ruler.enableOnly([]);
  md.inline.ruler.enableOnly([]);
  for (const [name, rule] of table) md.inline.ruler.push(name, rule as unknown as () => boolean);
  const spans: SpanRuleSets = {
    all: createSpanRules(md, table, enabledSpans(table, options)),
    html: createSpanRules(md, table, new Set(['html_span'])),
    code: createSpanRules(md, table, new Set(['code_span'])),
    codeAndHtml: createSpanRules(md, table, new Set(['code_span', 'html_span'])),
  };
  const blocks = isSmarty ? smartyBlockRules : createBlockRules(spans);
  const enabled = options.isPlainMarkdown ? blocks.filter(([name]) => !extendedRules.has(name)) : blocks;
  return { blocks: createBlockChains(md, enabled), spans };
}
