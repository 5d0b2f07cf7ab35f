import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, nestingComment, rule } from './pieces.js';

const wordClass = words(
  {
    kt: 'bool char int real string nat array array? object object? ORDINAL seq set iset map imap multiset',
    kc: 'true false null',
    ow: 'as is in',
    kr: `
      abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases downto else ensures
      exists expect export extends false for forall fresh function ghost greatest if import include invariant iterator label least lemma
      match method modifies modify module nameonly new newtype null old opened predicate print provides reads refines requires return
      returns reveal reveals static then this to trait true twostate type unchanged var while witness yield yields`,
  },
  'n',
);
const end = "(?![0-9a-zA-Z_'?])";
const more = "[0-9a-zA-Z_'?]";
const digitsOf = (set: string): string => `${set}+(?:_${set}+)*`;
const digits = digitsOf('[0-9]');
const unicode = '\\\\u[0-9a-fA-F]{4}';
const escaped = String.raw`\\["'ntr\\0]`;

/** Dafny. */
export const dafny: Language = {
  modes: {
    root: [
      rule('\\/\\*', 'cm', 'comment'),
      lineComment('\\/\\/', 'c1'),
      rule('\\*\\/', 'err'),
      rule(`'(?:[^\\\\'\\n\\r]|${escaped}|${unicode})'`, 'sc'),
      rule(String.raw`'[^'\n\r]*(?:'|(?![^\n]))`, 'err'),
      rule(`"(?:[^\\\\"\\n\\r]|${escaped}|${unicode})*"`, 's2'),
      rule('"[^\\n]*"|"[^\\n]*', 'err'),
      rule('@"(?:[^"]|"")*"', 'sx'),
      rule('@"[\\s\\S]*', 'err'),
      rule(`${digits}\\.${digits}${end}`, 'mf'),
      rule(`0b${digitsOf('[01]')}${end}`, 'mb'),
      rule(`0b${more}*`, 'err'),
      rule(`0x${digitsOf('[0-9a-fA-F]')}${end}`, 'mh'),
      rule(`0x${more}*`, 'err'),
      rule(digits + end, 'mi'),
      rule(`_${end}`, 'n'),
      rule(`_[0-9_]+${end}|[0-9_]+_${end}|[0-9]${more}+`, 'err'),
      rule(`(?:array(?:1[0-9]+|[2-9][0-9]*)\\??|bv(?:0|[1-9][0-9]*))${end}`, 'kt'),
      rule(`[0-9a-zA-Z?]${more}*`, wordClass),
      rule(String.raw`\.\.|[*!%&<>|^+=:.\/\-]`, 'o'),
      rule('[[\\](){},;`]', 'p'),
      rule('[\\t-\\r ]+', ''),
    ],
    comment: nestingComment('cm', 'comment'),
  },
};
