import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, rule, space } from './pieces.js';

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const numbers: readonly Rule[] = [
  rule(`0[xX]${digit.sixteen}+`, 'mh'),
  rule('[0-9]+(?:\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)', 'mf'),
  rule('[0-9]+', 'mi'),
];
/** What no rule names is plain, not an error. */
const other = rule('\\S', '');
const operator = String.raw`[-+*\/%=<>!~^&|?:@\\.$#]`;

/** Elixir. */
export const elixir: Language = {
  grammar: 'elixir',
  zones: { cd: 'code', e2: 'se', sc: 'se', c: 'code', d1: 's1', d2: 's2' },
  modes: {
    root: [
      space,
      rule('"""[\\s\\S]*?"""', 'sd'),
      rule('__MODULE__', 'bp'),
      rule(`\\p{Lu}[\\p{L}\\p{N}_]*`, 'no'),
      rule(`@${name}`, 'nv'),
      rule('&[0-9]', 'nv'),
      rule(`(?:(?!(?:do|else|after|rescue|catch):)${name}[?!]?:(?!:)|:${name}[?!]?)`, 'ss'),
      rule(`(def|defp|defmacro|defmacrop|defdelegate)\\b(\\s+)(${name}[?!]?)`, ['k', '', 'n']),
      rule(
        `${name}[?!]?`,
        words(
          {
            k: 'defmodule fn do end after else rescue catch case cond if unless try receive raise throw with defstruct defprotocol defimpl defrecord',
            kn: 'import require use quote unquote unquote_splicing super',
            ow: 'and or not when in xor',
            no: 'nil true false',
          },
          'n',
        ),
      ),
      rule('[0-9]+(?:_[0-9]+)+', 'mi'),
      ...numbers,
      rule('\\$', 'err'),
      rule(String.raw`::|:(?=[\s*])|\\\\|[{}()[\],;]|%\{?`, 'p'),
      rule(operator, 'o'),
      other,
    ],
  },
};
