import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';

const name = /[_A-Za-z]\w*/y;
const scalars = new Set('Int Float String Boolean ID'.split(' '));
const executable = new Set('query mutation subscription fragment'.split(' '));
const typeSystem = new Set('type interface union enum input scalar schema extend implements'.split(' '));
const literals = new Set('true false null'.split(' '));

/** What of the language a place takes: operations have variables, directives and strings; types have none of them. */
interface Place {
  readonly isOperation: boolean;
  /** Inside parentheses, where values have numbers and literals of their own. */
  readonly hasValues: boolean;
  readonly end: string;
}

function readName(s: Scanner, place: Place): boolean {
  const word = s.match(name)?.[0];
  if (word === undefined) return false;
  const isType = /[:[]\s*$/.test(s.code.slice(Math.max(0, s.at - 20), s.at));
  if (isType && scalars.has(word)) s.pass(word.length, 'nb');
  else s.pass(word.length, place.hasValues && literals.has(word) ? 'kc' : 'n');
  return true;
}

function readCommon(s: Scanner): boolean {
  return s.take(/\s+/y, 'w') || s.take(/#[^\n]*/y, 'c');
}

function readValue(s: Scanner): boolean {
  return (
    s.take(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)/y, 'mf') ||
    s.take(/-?(?:0|[1-9][0-9]*)/y, 'mi') ||
    s.takeText('=', 'p')
  );
}

function readOperationPart(s: Scanner): boolean {
  return (
    s.takeGroups(/(\.{3})(\s+)(on)\b/y, ['p', 'w', 'k']) ||
    s.takeText('...', 'p') ||
    s.take(/@[_A-Za-z]\w*/y, 'k') ||
    s.take(/\$[_A-Za-z]\w*/y, 'nv') ||
    s.take(/"(?:[^"\\\n]|\\[^\n])*"/y, 's2')
  );
}

/** A selection, a list of fields, or arguments, up to its closing mark. */
function readGroup(s: Scanner, place: Place): void {
  while (!s.done) {
    if (s.takeText(place.end, 'p')) return;
    if (readCommon(s) || (place.isOperation && readOperationPart(s))) continue;
    if (s.char === '{' || s.char === '(') {
      const isBrace = s.char === '{';
      s.pass(1, 'p');
      readGroup(s, { ...place, hasValues: place.hasValues || !isBrace, end: isBrace ? '}' : ')' });
    } else if (!(place.hasValues && readValue(s)) && !readName(s, place))
      s.passOne(/[!,:|[\]]/.test(s.char) ? 'p' : 'err');
  }
}

/** Text in a description, of which only ends of lines have a class. */
function readDescription(s: Scanner): void {
  s.pass(3, 's2');
  while (!s.done && !s.takeText('"""', 's2')) {
    if (!s.take(/\s*\n\s*/y, 'w') && !s.take(/(?:(?!""")[^\n])+/y, '')) s.passOne('');
  }
}

/** From a definition's first word to its braces, or to the next definition. */
function readHeader(s: Scanner, first: string): void {
  const isOperation = executable.has(first);
  const place: Place = { isOperation, hasValues: false, end: '' };
  while (!s.done) {
    const word = s.match(name)?.[0];
    if (s.sees('"""') || (word !== undefined && (executable.has(word) || typeSystem.has(word)))) return;
    if (s.char === '{') {
      s.pass(1, 'p');
      readGroup(s, { ...place, end: '}' });
      return;
    }
    if (s.takeText('(', 'p')) readGroup(s, { ...place, hasValues: true, end: ')' });
    else if (isOperation && word === 'on') s.pass(2, 'k');
    else if (readCommon(s) || (isOperation && readOperationPart(s)) || readName(s, place)) continue;
    else s.passOne(/[!,:|[\]]/.test(s.char) || (first === 'union' && s.char === '=') ? 'p' : 'err');
  }
}

/** GraphQL: operations and definitions of types. */
export const graphql: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      const word = s.match(name)?.[0];
      if (readCommon(s)) continue;
      if (s.sees('"""')) readDescription(s);
      else if (word !== undefined && (executable.has(word) || typeSystem.has(word))) {
        s.pass(word.length, 'k');
        readHeader(s, word);
      } else if (s.takeText('{', 'p')) readGroup(s, { isOperation: true, hasValues: false, end: '}' });
      else if (word !== undefined) s.pass(word.length, 'err');
      else s.passOne(/[!,:|[\]]/.test(s.char) ? 'p' : 'err');
    }
  },
};
