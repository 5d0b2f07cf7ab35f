import { type Naming, type Rule, words } from '../rule.js';

/** White space without a class. */
export const space: Rule = [/[\t-\r ]+/u, ''];

/** A character of white space where only ASCII's counts, as in Ruby. */
export const blank = String.raw`[ \t-\r]`;

/** The characters of a word, for a set: `\p{Word}` and `[[:word:]]` of Ruby's. */
export const wordCharacters = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;
export const wordCharacter = `[${wordCharacters}]`;

/** A character of a word, as Ruby has it in `\b`: with the raised digits and the fractions of Latin-1. */
export const joinedCharacter = String.raw`[${wordCharacters}\xb2\xb3\xb9\xbc-\xbe]`;

/** The end of a word, be the next character of whichever script; and what is no end, as one is next. */
export const wordEnd = `(?!${joinedCharacter})`;
export const wordNext = `(?=${joinedCharacter})`;

/** Where a word starts or ends. */
export const wordBoundary = `(?:(?<=${joinedCharacter})(?!${joinedCharacter})|(?<!${joinedCharacter})(?=${joinedCharacter}))`;

/** The start and the end of a line, of which only a newline is an end. */
export const lineStart = String.raw`(?<![^\n])`;
export const lineEnd = String.raw`(?![^\n])`;

/** Leaves a mode without taking anything. */
export const leave: Rule = [/(?:)/u, '', '^'];

/** A rule from the text of a pattern. */
export function rule(source: string, as: Naming, to?: Rule[2]): Rule {
  return [{ source }, as, to];
}

/** A pattern for any of the words of a list; longer ones are tried first, so that none hides another. */
export function oneOf(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
    .join('|')})`;
}

/** A pattern for letters in upper and lower case. */
export function anyCase(word: string): string {
  return word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** A comment from a mark to the end of its line. */
export function lineComment(mark: string, name: string): Rule {
  return rule(`${mark}[^\\n]*`, name);
}

/** A comment of C, which ends with its first closing mark. */
export function blockComment(name: string): Rule {
  return [/\/\*/u, name, undefined, '*/'];
}

/** The inside of comments of C's form that nest: the mode `mode`, to be entered by their opening mark. */
export function nestingComment(name: string, mode: string): Rule[] {
  return [
    [/\/\*/u, name, mode],
    [/\*\//u, name, '^'],
    [/[^*/]+|./u, name],
  ];
}

/** The inside of a string: its end, its escapes, and runs of anything else but `special` characters. */
export function stringBody(quote: string, name: string, escapes: readonly Rule[], special = '\\\\'): Rule[] {
  return [rule(quote, name, '^'), ...escapes, rule(`[^${special}${quote}]+`, name)];
}

/** Digits of a set with separators between them. */
export function digitsOf(set: string, separator = '_*'): string {
  return `${set}(?:${separator}${set})*`;
}

/** The sets of digits of the common bases. */
export const digit = { two: '[01]', eight: '[0-7]', ten: '[0-9]', sixteen: '[0-9a-fA-F]' } as const;

/** Integers of the bases that start with `0b`, `0o` and `0x`. `separator` stands between digits, `end` after the last. */
export function basedNumbers(separator: string, end = '', octalMark = '[oO]', anyMark = true): Rule[] {
  const mark = (letter: string): string => (anyMark ? anyCase(letter) : letter);
  return [
    rule(`0${mark('b')}${digitsOf(digit.two, separator)}${end}`, 'mb'),
    rule(`0${octalMark}${digitsOf(digit.eight, separator)}${end}`, 'mo'),
    rule(`0${mark('x')}${digitsOf(digit.sixteen, separator)}${end}`, 'mh'),
  ];
}

/** An exponent of ten with digits of the given pattern. */
export function exponentOf(digits: string): string {
  return `[eE][-+]?${digits}`;
}

/** A pattern for what is between two quotes in one line: up to the first that is not escaped, else up to the last. */
export function quotedInLine(quote: string): string {
  return String.raw`${quote}(?:(?:[^${quote}\\\n]|\\[^\n])*|[^\n]*)${quote}`;
}

/** Names of a language that takes words in whichever case: the class of a word by lists in lower case. A letter of another script after it leaves it unknown. */
export function wordsOfAnyCase(name: string, lists: Readonly<Record<string, string>>, otherwise: string): Rule[] {
  const wordClass = words(lists, otherwise);
  return [rule(name + wordEnd, (text) => wordClass(text.toLowerCase())), rule(name, otherwise)];
}

/** A pattern for what is between two quotes: up to the first that is not escaped, else up to the last. */
export function quotedToLast(quote: string): string {
  return String.raw`${quote}(?:(?:[^${quote}\\]|\\[${quote}\\]|\\(?![${quote}\\]))*${quote}|[\s\S]*${quote})`;
}
