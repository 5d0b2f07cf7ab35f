import { isTruthy, toS } from '../../../core/values/ruby.js';
import type { Hash } from '../../../core/values/values.js';
import { isHash, readNames } from './option-values.js';

/** How a highlighter prints code; from `syntax_highlighter_opts` as Rouge reads them. */
export interface CodeOptions {
  readonly defaultLanguage: string | undefined;
  readonly guessesLanguage: boolean;
  readonly isDisabled: boolean;
  readonly hasLineNumbers: boolean;
  readonly startLine: number;
  readonly isWrapped: boolean;
  readonly cssClass: string;
  readonly table: TableClasses;
  /** The attributes that Minted, which prints LaTeX, gets of a block. */
  readonly minted: string;
}

/** The class names of a table of code with line numbers. */
export interface TableClasses {
  readonly table: string;
  readonly gutter: string;
  readonly code: string;
}

/** How Jekyll has code printed. */
export const plainCode: CodeOptions = {
  defaultLanguage: 'plaintext',
  guessesLanguage: true,
  isDisabled: false,
  hasLineNumbers: false,
  startLine: 1,
  isWrapped: true,
  cssClass: 'highlight',
  table: { table: 'rouge-table', gutter: 'rouge-gutter', code: 'rouge-code' },
  minted: '',
};

/** Settings of CodeRay that Jekyll adds to those under `coderay`, of which Rouge knows a few. */
const coderayDefaults: readonly (readonly [name: string, value: unknown])[] = [
  ['css', 'style'],
  ['bold_every', 10],
  ['line_numbers', 'inline'],
  ['line_number_start', 1],
  ['tab_width', 4],
  ['wrap', 'div'],
];

function withCoderay(hash: Hash, coderay: unknown): Hash {
  if (!isHash(coderay) || coderay.size === 0) return hash;
  const all = new Map([...hash, ...coderayDefaults, ...coderay]);
  return new Map([...all].map(([name, value]) => [toS(name).replace(/^coderay_/, ''), value]));
}

/** Whether a formatter is named that prints spans and nothing around them. */
function isBareFormatter(value: unknown): boolean {
  return typeof value === 'string' && value !== 'HTMLLegacy' && /^[A-Z][A-Za-z0-9_]*$/.test(value);
}

function mintedOptions(hash: Hash): string {
  const options: string[] = [];
  if (isTruthy(hash.get('wrap'))) options.push('breaklines');
  if (isTruthy(hash.get('line_numbers'))) options.push('linenos');
  if (isTruthy(hash.get('frame'))) options.push(`frame=${toS(hash.get('frame'))}`);
  return options.join(',');
}

function readCodeOptions(hash: Hash, guesses: boolean, part: 'block' | 'span', fallback?: string): CodeOptions {
  const given = hash.get(part);
  const own = isHash(given) ? readNames(given, part) : new Map<unknown, unknown>();
  const get = (name: string): unknown => (own.has(name) ? own.get(name) : hash.get(name));
  const classOf = (name: 'table' | 'gutter' | 'code'): string => {
    const value = get(`${name}_class`);
    return value === undefined ? plainCode.table[name] : toS(value);
  };
  const start = get('start_line');
  const wrap = get('wrap');
  const isBare = isBareFormatter(get('formatter'));
  return {
    defaultLanguage: isTruthy(get('default_lang')) ? toS(get('default_lang')) : fallback,
    guessesLanguage: own.has('guess_lang') ? isTruthy(own.get('guess_lang')) : guesses,
    isDisabled: isTruthy(get('disable')),
    hasLineNumbers: !isBare && isTruthy(get('line_numbers')),
    startLine: typeof start === 'number' ? start : 1,
    isWrapped: part === 'block' && (wrap === undefined || isTruthy(wrap)) && !isBare,
    cssClass: isTruthy(get('css_class')) ? toS(get('css_class')) : 'highlight',
    table: { table: classOf('table'), gutter: classOf('gutter'), code: classOf('code') },
    minted: mintedOptions(hash),
  };
}

/**
 * `syntax_highlighter_opts` for blocks and for spans.
 *
 * @param coderay Jekyll's older name for them
 * @param guesses whether languages are guessed; as the options themselves say where it is not given
 * @param fallback the language of code that names none, where the options name none either
 */
export function readBothCodeOptions(
  value: unknown,
  coderay?: unknown,
  guesses?: boolean,
  fallback?: string,
): { codeBlocks: CodeOptions; codeSpans: CodeOptions } {
  // Jekyll gives a hash for what is false or nil; kramdown alone refuses it.
  const isGiven = fallback === undefined ? value !== undefined : isTruthy(value);
  const given = isGiven ? readNames(value, 'syntax_highlighter_opts') : new Map<unknown, unknown>();
  // Jekyll gives the language before colons are taken from the names.
  if (fallback !== undefined && !(isHash(value) && isTruthy(value.get('default_lang'))))
    given.set('default_lang', fallback);
  const hash = withCoderay(given, coderay);
  const guess = guesses ?? isTruthy(hash.get('guess_lang'));
  return {
    codeBlocks: readCodeOptions(hash, guess, 'block', fallback),
    codeSpans: readCodeOptions(hash, guess, 'span', fallback),
  };
}
