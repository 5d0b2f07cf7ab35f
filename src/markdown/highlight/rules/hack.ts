import type { Language } from '../language.js';
import { words } from '../rule.js';
import { phpLanguage } from './php.js';
import { phpKeyword } from './php-names.js';
import { blank, lineEnd, rule } from './pieces.js';

const own = words(
  {
    k: `
  type newtype enum super async await Awaitable vec dict keyset void int string bool float double arraykey num Stringish`,
  },
  '',
);

/** Hack: PHP with types, and remarks for its checker. */
export const hack: Language = phpLanguage({
  keyword: (text) => own(text.toLowerCase()) || phpKeyword(text),
  root: [rule(`<\\?hh(?:${blank}*\\/\\/${blank}*(?:strict|decl|partial))?${lineEnd}`, 'cp', 'code')],
  code: [
    rule(`(\\/\\*${blank}*HH_(?:IGNORE_ERROR|FIXME)\\[[0-9]+\\])([^*]*)(\\*\\/)`, ['cp', 'cm', 'cp']),
    rule(`\\/\\/ UNSAFE(?:_EXPR|_BLOCK)?|\\/\\*${blank}*UNSAFE_EXPR${blank}*\\*\\/`, 'cp'),
  ],
});
