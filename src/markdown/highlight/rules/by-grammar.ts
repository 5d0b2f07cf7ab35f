import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, oneOf, rule, space } from './pieces.js';

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const numbers: readonly Rule[] = [
  rule(`0[xX]${digit.sixteen}+`, 'mh'),
  rule('[0-9]+(?:\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)', 'mf'),
  rule('[0-9]+', 'mi'),
];
/** What no rule names is plain, not an error. */
const other = rule('\\S', '');
const operator = String.raw`[-+*\/%=<>!~^&|?:@\\.$#]`;
const plainStrings = { s1: 's', s2: 's', d1: 's', d2: 's', dt: 's', e1: 'se', e2: 'se' };

const scalaTypes = /^\p{Lu}/u;

/** Scala: what begins with a capital is a type, and marks are operators. */
export const scala: Language = {
  grammar: 'scala',
  zones: { ...plainStrings, cd: 'cm', c: 'cm' },
  modes: {
    root: [
      space,
      rule(`(class|trait|object)\\b(\\s+)(${name})`, ['k', '', 'nc']),
      rule(`(def)\\b(\\s+)(${name})`, ['k', '', 'nf']),
      rule(`(package|import)\\b(\\s+)([\\w.]*\\w)`, ['k', '', 'nn']),
      rule(`@${name}`, 'nd'),
      rule(`(\\.)(${name})`, ['o', 'py']),
      rule(`(va[lr])\\b(\\s+)(${name})`, ['k', '', 'nv']),
      rule(`(?<=[:[]\\s*)\\p{Lu}[\\p{L}\\p{N}_]*`, 'kt'),
      rule(String.raw`(?:<-|=>|=|:|_|#|<:|>:|<%)(?![-+*\/%=<>!~^&|?:@])`, 'k'),
      rule(`${name}(?=\\()`, (text) => scalaWord(text, 'nf')),
      rule(name, (text) => scalaWord(text, 'n')),
      ...numbers,
      rule(operator, 'o'),
      rule(String.raw`[{}()[\],;]`, 'o'),
      other,
    ],
  },
};

const scalaKeyword = words(
  {
    k: 'abstract case catch class def do else extends final finally for forSome if implicit import lazy match new object override package private protected return sealed super this throw trait try type val var while with yield macro',
    kc: 'true false null',
  },
  '',
);

function scalaWord(text: string, otherwise: string): string {
  return scalaKeyword(text) || (scalaTypes.test(text) ? 'nc' : otherwise);
}

const haskellKeyword = words(
  {
    kr: 'case class data default deriving do else family forall foreign if import in infix infixl infixr instance let module newtype of qualified as hiding then type where _',
  },
  '',
);

/** Haskell. */
export const haskell: Language = {
  grammar: 'haskell',
  zones: {
    ...plainStrings,
    s1: 'sc',
    d1: 'sc',
    e1: 'se',
    sc: 'sc',
    cd: '>comment',
    c1: '>comment',
    c: 'cm',
    cp: 'code',
  },
  modes: {
    comment: [rule('-- ?[|^][^\\n]*', 'cd'), rule('--[^\\n]*', 'c1'), space, rule('[\\s\\S]', 'cm')],
    root: [
      space,
      rule(String.raw`\{-#[\s\S]*?#-\}`, 'cp'),
      rule(String.raw`(import)\b(\s+)(qualified\b)?(\s*)([\w.]+)`, ['kr', '', 'k', '', 'nn']),
      rule(String.raw`(module)\b(\s+)([\w.]+)`, ['kr', '', 'nn']),
      rule(`[\\p{Ll}_][\\p{L}\\p{N}_']*(?=\\s+::)`, (text) => haskellKeyword(text) || 'nf'),
      rule('\\(\\)', 'nb'),
      rule(`[\\p{L}_][\\p{L}\\p{N}_']*`, (text) => haskellKeyword(text) || (scalaTypes.test(text) ? 'kt' : 'n')),
      ...numbers,
      rule(oneOf('=> -> <- :: = | .. @ ~ \\'), 'o'),
      rule('[{}()[\\],;`]', 'p'),
      rule(operator, 'o'),
      other,
    ],
  },
};

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
