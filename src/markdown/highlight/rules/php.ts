import type { Language } from '../language.js';
import { readLexerOptions } from '../lexer-options.js';
import { Patchwork } from '../patchwork.js';
import { RuleReader } from '../rule-reader.js';
import { html } from './markup.js';
import { hostText, type PhpDialect, phpModesOf } from './php-modes.js';
import { phpKeyword } from './php-names.js';

/** Whether an option is on: all is but a few words; undefined where it is not given. */
function flagOf(options: string, name: string): boolean | undefined {
  const value = readLexerOptions(options).getAll(name).at(-1);
  return value === undefined ? undefined : !['0', 'false', 'off'].includes(value);
}

/**
 * PHP, or a language around it, between marks in HTML; it begins with PHP unless it begins like HTML, or has a mark with no variable before
 * it, or as the option `start_inline` says. Without `funcnamehighlighting` functions of PHP's are as any.
 */
export function phpLanguage(dialect: PhpDialect): Language {
  const phpModes = phpModesOf(dialect);
  return {
    read(code, emit, _readAs, options = '') {
      const patchwork = new Patchwork();
      const isInline = flagOf(options, 'start_inline');
      const isPlain = flagOf(options, 'funcnamehighlighting') === false;
      const isMarkup = isInline === undefined ? /^[\t-\r ]*</.test(code) : !isInline;
      const lead = isMarkup || isInline ? '' : (/^[^$]+(?=<\?(?:php|=))/i.exec(code)?.[0] ?? '');
      patchwork.text(lead);
      let at = lead.length;
      const name = (as: string, end: number): void => {
        if (as === hostText) patchwork.text(code.slice(at, end));
        else patchwork.hole(isPlain && as === 'nb' && !code.startsWith('__', at) ? 'nf' : as, end - at);
        at = end;
      };
      const reader = new RuleReader(phpModes, code, name, isMarkup || lead !== '' ? ['root'] : ['root', 'code']);
      reader.maxIdle = 5;
      reader.read(at, code.length, 'err');
      patchwork.read(html, emit);
    },
  };
}

/** PHP. */
export const php: Language = phpLanguage({ keyword: phpKeyword });
