import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { RuleReader } from '../rule-reader.js';
import { html } from './markup.js';
import { hostText, type PhpDialect, phpModesOf } from './php-modes.js';
import { phpKeyword } from './php-names.js';

/** PHP, or a language around it, between marks in HTML; it begins with PHP unless it begins like HTML, or has a mark with no variable before it. */
export function phpLanguage(dialect: PhpDialect): Language {
  const phpModes = phpModesOf(dialect);
  return {
    read(code, emit) {
      const patchwork = new Patchwork();
      const isMarkup = /^[\t-\r ]*</.test(code);
      const lead = isMarkup ? '' : (/^[^$]+(?=<\?(?:php|=))/i.exec(code)?.[0] ?? '');
      patchwork.text(lead);
      let at = lead.length;
      const name = (as: string, end: number): void => {
        if (as === hostText) patchwork.text(code.slice(at, end));
        else patchwork.hole(as, end - at);
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
