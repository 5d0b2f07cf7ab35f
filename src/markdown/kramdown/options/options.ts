import { isTruthy } from '../../../core/values/ruby.js';
import type { Hash } from '../../../core/values/values.js';
import { type CodeOptions, plainCode, readBothCodeOptions } from './code-options.js';
import {
  type Parser,
  readBoolean,
  readInput,
  readInteger,
  readLatexHeaders,
  readLevels,
  readLinks,
  readList,
  readNames,
  readQuotes,
  readString,
  readSymbol,
  readSymbols,
} from './option-values.js';

/** kramdown's options, checked; plain data, so that they can be sent to a worker. */
export interface KramdownOptions {
  /** `input: GFM`. */
  readonly isGfm: boolean;
  /** `input: markdown`: none of kramdown's extensions. */
  readonly isPlainMarkdown: boolean;
  /** `input: html`: HTML, as kramdown prints it. */
  readonly isHtml: boolean;
  readonly hardWrap: boolean;
  /** GFM's `paragraph_end` quirk. */
  readonly endsParagraphs: boolean;
  /** No typographic symbols: GFM's `no_auto_typographic` quirk. */
  readonly keepsSymbols: boolean;
  readonly autoIds: boolean;
  readonly autoIdPrefix: string;
  readonly stripsIds: boolean;
  readonly parseBlockHtml: boolean;
  readonly parseSpanHtml: boolean;
  /** HTML elements become kramdown's own. */
  readonly htmlToNative: boolean;
  readonly linkDefs: readonly (readonly [id: string, target: readonly [url: string, title: string | undefined]])[];
  readonly footnoteNr: number;
  readonly footnotePrefix: string;
  readonly footnoteBacklink: string;
  readonly footnoteBacklinkInline: boolean;
  readonly entityOutput: string;
  readonly tocLevels: readonly number[];
  readonly smartQuotes: readonly (string | number)[];
  readonly typographicSymbols: Readonly<Record<string, string>>;
  readonly headerOffset: number;
  /** Undefined where code is not highlighted. */
  readonly syntaxHighlighter: string | undefined;
  readonly codeBlocks: CodeOptions;
  readonly codeSpans: CodeOptions;
  /** Undefined where mathematics is printed as it is. */
  readonly mathEngine: string | undefined;
  readonly removesCjkBreaks: boolean;
  readonly forbiddenInline: readonly string[];
}

type Mutable = { -readonly [key in keyof KramdownOptions]: KramdownOptions[key] };

/** Every option that has an effect on HTML: its name in kramdown, where it is kept, how it is read. */
const table: { readonly [name: string]: readonly [key: keyof KramdownOptions, parse: Parser<unknown>] } = {
  hard_wrap: ['hardWrap', readBoolean],
  auto_ids: ['autoIds', readBoolean],
  auto_id_prefix: ['autoIdPrefix', readString],
  auto_id_stripping: ['stripsIds', readBoolean],
  parse_block_html: ['parseBlockHtml', readBoolean],
  parse_span_html: ['parseSpanHtml', readBoolean],
  html_to_native: ['htmlToNative', readBoolean],
  link_defs: ['linkDefs', readLinks],
  footnote_nr: ['footnoteNr', readInteger],
  footnote_prefix: ['footnotePrefix', readString],
  footnote_backlink: ['footnoteBacklink', readString],
  footnote_backlink_inline: ['footnoteBacklinkInline', readBoolean],
  entity_output: ['entityOutput', (value) => readSymbol(value, '') ?? 'numeric'],
  toc_levels: ['tocLevels', readLevels],
  smart_quotes: ['smartQuotes', readQuotes],
  typographic_symbols: ['typographicSymbols', readSymbols],
  header_offset: ['headerOffset', readInteger],
  syntax_highlighter: ['syntaxHighlighter', readSymbol],
  math_engine: ['mathEngine', readSymbol],
  remove_line_breaks_for_cjk: ['removesCjkBreaks', readBoolean],
};

/** What is of no use in HTML here is looked at all the same, as kramdown refuses what cannot be. */
const checkedOnly: readonly (readonly [name: string, parse: Parser<unknown>])[] = [
  ['line_width', readInteger],
  ['list_indent', readInteger],
  ['latex_headers', readLatexHeaders],
  ['math_engine_opts', readNames],
];

/** Options that kramdown knows but that have no effect here. */
const otherNames = new Set(
  `template line_width latex_headers remove_block_html_tags remove_span_html_tags syntax_highlighter_opts
  math_engine_opts forbidden_inline_options list_indent gfm_quirks transliterated_header_ids`.split(/\s+/),
);

/** Options that a text cannot change any more, as its parsing has begun. */
const fixedNames = new Set(['hard_wrap', 'gfm_quirks', 'link_defs']);

const defaults: KramdownOptions = {
  isGfm: true,
  isPlainMarkdown: false,
  isHtml: false,
  hardWrap: false,
  endsParagraphs: true,
  keepsSymbols: false,
  autoIds: true,
  autoIdPrefix: '',
  stripsIds: false,
  parseBlockHtml: false,
  parseSpanHtml: true,
  htmlToNative: false,
  linkDefs: [],
  footnoteNr: 1,
  footnotePrefix: '',
  footnoteBacklink: '&#8617;',
  footnoteBacklinkInline: false,
  entityOutput: 'as_char',
  tocLevels: [1, 2, 3, 4, 5, 6],
  smartQuotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographicSymbols: {},
  headerOffset: 0,
  syntaxHighlighter: 'rouge',
  codeBlocks: plainCode,
  codeSpans: { ...plainCode, isWrapped: false },
  mathEngine: 'mathjax',
  removesCjkBreaks: false,
  forbiddenInline: ['template'],
};

function readQuirks(options: Mutable, value: unknown): void {
  const quirks = readList(value, 'gfm_quirks').map((quirk) => readSymbol(quirk, ''));
  options.endsParagraphs = quirks.includes('paragraph_end');
  options.keepsSymbols = quirks.includes('no_auto_typographic');
}

function readTable(options: Mutable, hash: Hash): void {
  for (const [name, value] of hash) {
    const row = typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
    if (row !== undefined && value !== undefined) {
      Object.assign(options, { [row[0]]: row[1](value, name as string) });
    }
  }
  for (const [name, parse] of checkedOnly) {
    const value = hash.get(name);
    if (value !== undefined) parse(value, name);
  }
  if (hash.has('gfm_quirks')) readQuirks(options, hash.get('gfm_quirks'));
  const forbidden = hash.get('forbidden_inline_options');
  if (forbidden !== undefined) {
    options.forbiddenInline = readList(forbidden, 'forbidden_inline_options').map((item) => readSymbol(item, '') ?? '');
  }
}

/**
 * The configuration's `kramdown` hash (Jekyll's defaults filled in) as options. Throws an OptionError for a value that
 * kramdown refuses.
 *
 * @param highlighter the configuration's `highlighter`, used where the hash names none
 */
export function readKramdownOptions(hash: Hash, highlighter = 'rouge'): KramdownOptions {
  const options: Mutable = { ...defaults };
  readTable(options, hash);
  Object.assign(options, readInput(hash.get('input') ?? 'GFM'));
  if (!isTruthy(hash.get('syntax_highlighter'))) options.syntaxHighlighter = readSymbol(highlighter, '');
  const guesses = !hash.has('guess_lang') || isTruthy(hash.get('guess_lang'));
  Object.assign(
    options,
    readBothCodeOptions(hash.get('syntax_highlighter_opts'), hash.get('coderay'), guesses, 'plaintext'),
  );
  if (options.isGfm) options.stripsIds = true;
  return options;
}

/**
 * Options for kramdown without Jekyll, whose defaults are others: `input` is kramdown, GFM's lines are wrapped hard, and
 * code without a language is not highlighted. Throws an OptionError for a value that kramdown refuses.
 */
export function readPlainOptions(hash: Hash): KramdownOptions {
  const options: Mutable = { ...defaults, hardWrap: true };
  readTable(options, hash);
  Object.assign(options, readInput(hash.get('input') ?? ''));
  Object.assign(options, readBothCodeOptions(hash.get('syntax_highlighter_opts')));
  if (options.isGfm) options.stripsIds = true;
  return options;
}

/** Whether kramdown knows an option. */
export function isKnownOption(name: string): boolean {
  return Object.hasOwn(table, name) || otherNames.has(name);
}

/** Whether an option may not be set by a text. */
export function isOptionForbidden(options: KramdownOptions, name: string): boolean {
  return name === 'forbidden_inline_options' || options.forbiddenInline.includes(name);
}

/** The options with one set by a text; unchanged where the value is not valid. */
export function setInlineOption(options: KramdownOptions, name: string, value: string): KramdownOptions {
  const row = Object.hasOwn(table, name) ? table[name] : undefined;
  try {
    if (name === 'syntax_highlighter_opts') return { ...options, ...readBothCodeOptions(value) };
    if (row === undefined || fixedNames.has(name)) return options;
    return { ...options, [row[0]]: row[1](value, name) };
  } catch {
    return options;
  }
}
