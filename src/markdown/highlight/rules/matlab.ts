import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';
import { isMatlabName } from './matlab-names.js';
import { shell } from './shell.js';

const keywords = new Set(
  `if else elseif switch case otherwise for parfor while break continue try catch return end function arguments global persistent
  import classdef properties methods spmd`.split(/\s+/),
);
const name = /[a-zA-Z][_a-zA-Z0-9]*/y;
const blockComment = /\{%[\s\S]*?%\}/y;
const command = /!([^%\n]*)/y;
const pieces: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[(){};:,/\\\][]/y, 'p'],
  [/~=|==|<<|>>|[-~+/*%=<>&^|.@]/y, 'o'],
  [/[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+/y, 'mf'],
  [/[0-9]+L/y, 'il'],
  [/[0-9]+/y, 'mi'],
];

/** A line that begins with an exclamation mark is the shell's, up to a comment. */
function readCommand(s: Scanner): boolean {
  const text = s.atLineStart ? s.match(command)?.[1] : undefined;
  if (text === undefined) return false;
  s.pass(1, 'k');
  readInner(s, shell, s.at + text.length);
  return true;
}

/** A string that has another quote in its line, from where it goes to the first quote that is not doubled. */
function readString(s: Scanner, quote: string, as: string): boolean {
  if (s.char !== quote || !s.looksAt(quote === "'" ? /'[^\n']*'/y : /"[^\n"]*"/y)) return false;
  s.pass(1, as);
  const text = quote === "'" ? /[^']+/y : /[^"]+/y;
  while (!s.done) {
    if (s.take(text, as) || s.takeText(quote + quote, 'se')) continue;
    s.pass(1, as);
    return true;
  }
  return true;
}

function readToken(s: Scanner): boolean {
  if (s.take(/[ \t-\r]+/y, '')) return true;
  if (s.sees('{%') && s.takeClosed('block', blockComment, 'cm')) return true;
  if (s.take(/%[^\n]*/y, 'c1') || s.takeGroups(/(\.{3})([^\n]*)/y, ['k', 'c']) || readCommand(s)) return true;
  const word = s.match(name)?.[0];
  if (word !== undefined) {
    s.pass(word.length, keywords.has(word) ? 'k' : isMatlabName(word) ? 'nb' : 'n');
    return true;
  }
  return (
    pieces.some(([pattern, as]) => s.take(pattern, as)) ||
    readString(s, "'", 's1') ||
    readString(s, '"', 's2') ||
    s.takeText("'", 'o')
  );
}

/** MATLAB. */
export const matlab: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) if (!readToken(s)) s.passOne();
  },
};
