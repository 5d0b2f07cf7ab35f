import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { RuleReader } from '../rule-reader.js';
import { html } from './markup.js';
import { hostText, phpModes } from './php-modes.js';

/** PHP between marks in HTML; it begins with PHP unless it begins like HTML, or has a mark with no variable before it. */
export const php: Language = {
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
