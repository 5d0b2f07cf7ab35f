import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { basedNumbers, blank, digit, digitsOf, lineComment, oneOf, rule, wordEnd } from './pieces.js';

/** Definitions, control and errors. */
const keywords = oneOf(`
  def defp defmodule defmacro defmacrop defguard defguardp defstruct defprotocol defimpl defdelegate defexception defrecord
  fn end if else unless case cond receive after loop bc lc try rescue catch raise throw exit`);
const directives = oneOf('import require use quote unquote super refer recur');
/** The end of a word that has no mark of its own. */
const plainEnd = `${wordEnd}(?![?!])`;

const operators = String.raw`(?:\*\*?|\|\||[-+%^])=|<=>|<<|<(?![<=])|>>|>(?![<=>])|[<>]=|===?|=~|!=|!~|&&&?|&(?![0-9])|~~~|\|\||[-+*\/^|=.]`;

const name = String.raw`[a-zA-Z_]\w*`;
const symbols = [
  String.raw`:(?:${name}(?:[?!]|=(?![=>]))?|<>|===?|[<>]=?|&&?|%(?:\(\)|\[\]|\{\})|\+\+?|--?|\|\|?|!|\/\/?|[%&\u0060]|=?~|\n {13}(?:<=>|\*\*?))`,
  `${name}[?!]?:(?!:)`,
].join('|');

const digits = digitsOf(digit.ten, '_?');
/** A character by a question mark: as an escape, as a control, or as it is. */
const codePoint = [
  String.raw`\\(?:x[0-9]{1,2}|${digit.sixteen}{1,2}(?!${digit.sixteen})${wordEnd}|0[0-7]{0,2}(?![0-7])${wordEnd}[^x0MC])`,
  String.raw`(?:\\[MC]-)+\w`,
  String.raw`[^ \t-\r\\]`,
].join('|');

const nested = rule(String.raw`#\{`, 'si', 'nested');
const root: readonly Rule[] = [
  rule(`${blank}+`, ''),
  lineComment('#', 'c1'),
  rule(`${keywords}${plainEnd}|do${wordEnd}`, 'k'),
  rule(`${directives}${plainEnd}`, 'kn'),
  rule(`(?:and|or|xor|not|when|in)${wordEnd}`, 'ow'),
  rule(operators, 'o'),
  rule(symbols, 'ss'),
  rule(':"', 'ss', 'symbol'),
  rule(`(?:nil|true|false)${plainEnd}|[A-Z]\\w*${wordEnd}`, 'no'),
  rule(`__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__${plainEnd}`, 'bp'),
  rule(String.raw`[a-zA-Z_!]\w*[?!]?`, 'n'),
  rule(String.raw`::|[%(){}[\];,\/|:\\]`, 'p'),
  rule(`@${name}|&[0-9]`, 'nv'),
  rule(`${digits}\\.${digits}(?:[eE][-+]?${digits})?${wordEnd}`, 'mf'),
  ...basedNumbers('_?', wordEnd, 'o', false),
  rule(`${digits}${wordEnd}`, 'mi'),
  rule(String.raw`"""[\s\S]*?"""|'''[\s\S]*?'''`, 'sd'),
  rule('"', 's2', 'doubleQuoted'),
  rule("'", 's1', 'singleQuoted'),
  rule(`\\?(?:${codePoint})`, 'sx'),
  rule(
    `~([A-Za-z]?)([{[(<|\\/'"])`,
    (_, [letter]) => sigilClass(letter),
    ([letter, open]) => `sigil:${open}${sigilKind(letter)}`,
  ),
];

function sigilClass(letter: string | undefined): string {
  return /[Rr]/.test(letter ?? '') ? 'sr' : 'sx';
}

/** What a sigil's letter tells: which flags follow, `r` for those of an expression and `w` for those of words; `#` that it nests code. */
function sigilKind(letter = ''): string {
  return `${/[rw]/i.exec(letter)?.[0].toLowerCase() ?? ''}${/[SRCW]/.test(letter) ? '#' : ''}`;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function sigilBody(parameter: string): Rule[] {
  const open = parameter[0]!;
  const close = closing[open] ?? open;
  const isExpression = parameter.includes('r');
  const as = isExpression ? 'sr' : 'sx';
  const flags = isExpression ? '=expressionFlags' : parameter.includes('w') ? '=wordFlags' : '^';
  return [
    rule(`\\${close}`.replace(/\\(?=[<>"'])/, ''), as, flags),
    ...(parameter.includes('#') ? [nested, rule('#', as)] : [rule(String.raw`[\\#]`, as)]),
    rule(`[^#\\\\${`\\${open}\\${close}`.replace(/\\(?=[<>"'])/g, '')}]+`, as),
  ];
}

function stringOf(quote: string, as: string): Rule[] {
  return [
    rule(String.raw`\\(?:x${digit.sixteen}{2}|u\{?[0-9]+\}?|[\\abdefnrstv0"'])`, 'se'),
    nested,
    rule(`[^#${quote}\\\\]+`, as),
    rule(quote, as, '^'),
    rule(String.raw`[#\\]`, as),
  ];
}

/** Elixir. */
export const elixir: Language = {
  modes: {
    root,
    nested: [rule(String.raw`\}`, 'si', '^'), ...root],
    symbol: [rule('"', 'ss', '^'), nested, rule('[^#"]+', 'ss')],
    doubleQuoted: stringOf('"', 's2'),
    singleQuoted: stringOf("'", 's1'),
    sigil: sigilBody,
    expressionFlags: [rule('[fgimrsux]*', 'sr', '^')],
    wordFlags: [rule('[csa]?', 'sx', '^')],
  },
};
