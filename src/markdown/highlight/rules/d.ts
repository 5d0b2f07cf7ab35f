import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { inlineSpace } from './c-family.js';
import { digit, lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const lists = {
  k: `
    module import package alias typedef class struct union enum interface template mixin function delegate invariant unittest this super
    abstract align auto const deprecated export extern final immutable inout lazy nothrow out override pragma private protected public
    pure ref scope shared static synchronized __gshared __traits __vector __parameters
    if else switch case default for foreach foreach_reverse while do break continue goto return try catch throw finally with
    assert asm body debug version in is new delete cast typeid typeof volatile`,
  kt: `
    void bool byte ubyte short ushort int uint long ulong cent ucent char wchar dchar
    float double real ifloat idouble ireal cfloat cdouble creal`,
  kc: 'true false null',
  kp: [
    'FILE',
    'FILE_FULL_PATH',
    'MODULE',
    'LINE',
    'FUNCTION',
    'PRETTY_FUNCTION',
    'DATE',
    'EOF',
    'TIME',
    'TIMESTAMP',
    'VENDOR',
    'VERSION',
  ]
    .map((name) => `__${name}__`)
    .join(' '),
  kr: 'macro',
  nb: 'string wstring dstring size_t ptrdiff_t',
};

const x = digit.sixteen;
const escaped = String.raw`['"?\\abfnrtv]|x${x}{2}|[0-7]{1,3}|u${x}{4}|U${x}{8}|&\w+;`;
const power = '[eE][+-]?[0-9_]+';
const imaginary = '[fFL]?i?';
const width = '[cwd]?';
const digits = '[0-9a-fA-F_]';

const root: readonly Rule[] = [
  space,
  lineComment(String.raw`\/\/`, 'c1'),
  inlineSpace[1]!,
  rule(String.raw`\/\+`, 'cm', 'comment'),
  rule(oneOf(Object.values(lists).join(' ')) + wordEnd, words(lists, 'n')),
  rule(String.raw`0[xX](?:${digits}*\.${digits}+|${digits}+)[pP][+-]?[0-9_]+${imaginary}`, 'mf'),
  rule(String.raw`[0-9_]+(?:\.[0-9_]+${power}|\.[0-9_]*|${power})${imaginary}`, 'mf'),
  rule(String.raw`\.(?:0|[1-9][0-9_]*)(?:${power})?${imaginary}`, 'mf'),
  rule('0[bB][01_]+', 'mb'),
  rule('0[0-7_]+', 'mo'),
  rule(`0[xX]${digits}+`, 'mh'),
  rule('(?:0|[1-9][0-9_]*)[LUu]?', 'mi'),
  rule(String.raw`'(?:\\(?:${escaped})|[^\n])'`, 'sc'),
  rule(`r"[^"]*"${width}|${'`[^`]*`'}${width}`, 's'),
  // A string without an end has it at the last quote, though that is escaped.
  rule(String.raw`"(?:(?:\\["\\]|[^"\\]|\\(?!["\\]))*"|[\s\S]*")${width}`, 's'),
  rule(String.raw`\\(?:${escaped})`, 's'),
  rule(String.raw`x"[0-9a-fA-F_\t-\r ]*"${width}`, 's'),
  ...['[', '(', '<', '{'].map((mark) => rule(`q"\\${mark}`.replace('\\<', '<'), 's', `quoted:${mark}`)),
  rule(String.raw`q"(?<name>[a-zA-Z_]\w*)\n[^\n]*?\n\k<name>"`, 's'),
  rule(String.raw`q"(?<mark>[^\n])[^\n]*?\k<mark>"`, 's'),
  rule(String.raw`q\{`, 's', 'tokens'),
  rule(String.raw`@(?:[a-zA-Z_]\w*)?`, 'nd'),
  rule(String.raw`\.{2,3}|[-\/.&|+<>!()[\]{}?,;:$=*%^~]`, 'p'),
  rule(String.raw`[a-zA-Z_]\w*`, 'n'),
  rule(String.raw`#line[\t-\r ][^\n]*\n`, 'cs'),
];

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '{': '}' };

/** The inside of a string between brackets, which closes with a quote after the bracket; and of brackets within. */
function bracketed(open: string, end: string): Rule[] {
  const [first, last] = [open, closing[open]!].map((mark) => (/[<>]/.test(mark) ? mark : `\\${mark}`));
  return [rule(`[^${first}${last}]+`, 's'), rule(first!, 's', `within:${open}`), rule(last + end, 's', '^')];
}

/** D. */
export const d: Language = {
  modes: {
    root,
    comment: [
      rule(String.raw`[^+\/]+`, 'cm'),
      rule(String.raw`\/\+`, 'cm', 'comment'),
      rule(String.raw`\+\/`, 'cm', '^'),
      rule(String.raw`[+\/]`, 'cm'),
    ],
    tokens: [rule(String.raw`\{`, 'p', 'braces'), rule(String.raw`\}`, 's', '^'), ...root],
    braces: [rule(String.raw`\{`, 'p', 'braces'), rule(String.raw`\}`, 'p', '^'), ...root],
    quoted: (open) => bracketed(open, '"'),
    within: (open) => bracketed(open, ''),
  },
};
