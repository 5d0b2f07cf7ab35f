import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { Scanner } from '../scanner.js';
import { html } from './markup.js';
import { isPhpFunction, phpKeyword, phpNameClass } from './php-names.js';
import { blank, wordEnd } from './pieces.js';

const id = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const identifier = new RegExp(id, 'uy');
const qualified = new RegExp(`(?:${id}\\\\)*${id}`, 'uy');
const variable = new RegExp(String.raw`\$\{\$+${id}\}|\$+${id}`, 'uy');
const type = new RegExp(`\\??${id}`, 'uy');
const gap = /[\t-\r ]+/y;
const callMark = /[\t-\r ]*\(/y;
const declaration = new RegExp(`(class|interface|trait|extends|implements)(${blank}+)((?:${id}\\\\)*${id})`, 'uy');
const namespaceName = new RegExp(`(namespace)(${blank}+)((?:${id}\\\\)*${id})`, 'uy');
const groupStart = new RegExp(`((?:${id}\\\\)+)(\\{)`, 'uy');
const digits = '[0-9][0-9_]*';
const numbers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [new RegExp(`(?:${digits})?\\.(?:${digits})?(?:[eE][+-]?${digits})?`, 'y'), 'mf'],
  [/0[bB][01][01_]*/y, 'mb'],
  [/0[0-7][0-7_]*/y, 'mo'],
  [/0[xX][0-9a-fA-F][0-9a-fA-F_]*/y, 'mh'],
  [new RegExp(digits, 'y'), 'mi'],
];
const stringEscape = /\\u\{[0-9a-fA-F]+\}|\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/y;
const stringVariable = new RegExp(String.raw`\$${id}(?:\[[^\t-\r "]+\]|->${id})?`, 'uy');
const heredoc = new RegExp(
  String.raw`<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[^\n]*\n(?:[^\n]*\n)*?[ \t]*\2${wordEnd};?`,
  'uy',
);
/** Words that stand between others, each to its end. */
const word = (names: string): RegExp => new RegExp(`(?:${names})${wordEnd}`, 'uy');
const classWord = word('class');
const useWord = word('use');
const importWord = word('function|const');
const memberModifier = word('readonly|static');
const memberStart = word('abstract|const|function');
const parameterModifier = word('public|protected|private|readonly');

/** Takes what has an end of its own and may stand anywhere: white space, comments, strings. */
function readPlain(s: Scanner): boolean {
  switch (s.char) {
    case '#':
      return s.take(/#[^\n]*/y, 'c1');
    case '/':
      return (
        s.take(/\/\/[^\n]*/y, 'c1') || s.take(/\/\*\*(?!\/)[\s\S]*?\*\//y, 'cd') || s.take(/\/\*[\s\S]*?\*\//y, 'cm')
      );
    case '"':
      return readString(s);
    case "'":
      return s.take(/'(?:[^'\\]|\\[\s\S])*'/y, 's1');
    case '`':
      return s.take(/`[^`]*`/y, 'sb');
    case '<':
      return s.take(heredoc, 'sh');
    default:
      return s.take(gap, '');
  }
}

function readString(s: Scanner): boolean {
  s.pass(1, 's2');
  while (!s.done && !s.takeText('"', 's2')) {
    if (s.take(stringEscape, 'se') || s.take(stringVariable, 'nv')) continue;
    if (s.sees('{$')) {
      s.pass(1, 'si');
      readCode(s, (inner) => inner.takeText('}', 'si'));
    } else if (!s.takeGroups(/(\{)([^\t-\r {}$"]+)(\})/y, ['si', 'nv', 'si']) && !s.take(/[^"\\{$]+/y, 's2'))
      s.take(/[\\{$]+/y, 's2');
  }
  return true;
}

function readNumber(s: Scanner): boolean {
  return /[0-9.]/.test(s.char) && numbers.some(([pattern, name]) => s.take(pattern, name));
}

function isCall(s: Scanner, length: number): boolean {
  callMark.lastIndex = s.at + length;
  return callMark.test(s.code);
}

/** A name with no construct of its own after it. */
function readName(s: Scanner): boolean {
  const name = s.match(qualified)?.[0];
  if (name === undefined) return false;
  const call = (): string => phpKeyword(name) || (isPhpFunction(name) ? 'nb' : 'nf');
  s.pass(name.length, isCall(s, name.length) ? call() : phpNameClass(name));
  return true;
}

/** Constructs by the word that begins them; each is read as far as it is what it says. */
const constructs: Readonly<Record<string, (s: Scanner) => void>> = {
  function: readFunction,
  fn: readFunction,
  use: readUse,
  const: (s) => readEach(s, () => s.take(identifier, 'no')),
  catch: (s) => readEach(s, () => s.takeText('(', 'p') || s.takeText('|', 'o') || s.take(identifier, 'nc')),
  new: (s) => {
    readEach(s, () => false);
    if (s.take(classWord, 'kd')) return;
    const name = s.match(qualified)?.[0];
    if (name !== undefined) s.pass(name.length, 'nc');
  },
  public: readMember,
  protected: readMember,
  private: readMember,
};

/** Reads on, through white space and comments, while `read` takes something. */
function readEach(s: Scanner, read: () => boolean): void {
  while (!s.done && (s.take(gap, '') || read()));
}

function readMember(s: Scanner): void {
  readEach(s, () => s.take(memberModifier, 'k'));
  if (!s.looksAt(memberStart)) s.take(type, 'kt');
}

function readUse(s: Scanner): void {
  readEach(
    s,
    () =>
      s.takeText(',', 'p') ||
      s.takeText('}', 'p') ||
      s.take(importWord, 'k') ||
      s.takeGroups(groupStart, ['nn', 'p']) ||
      readName(s),
  );
}

/** A function's name, parameters, result and captured variables. */
function readFunction(s: Scanner): void {
  readEach(s, () => s.takeText('&', 'o') || s.take(identifier, 'n'));
  if (!s.takeText('(', 'p') || !readParameters(s)) return;
  readEach(s, () => s.takeText(':', 'p') || (!s.looksAt(useWord) && s.take(type, 'kt')));
  if (!s.take(useWord, 'k')) return;
  readEach(s, () => (/[,()]/.test(s.char) ? s.take(/[,()]/y, 'p') : s.takeText('&', 'o') || s.take(variable, 'nv')));
  readEach(s, () => s.takeText(':', 'p') || s.take(type, 'kt'));
}

/** Parameters to their closing parenthesis; false where something else stands in them. */
function readParameters(s: Scanner): boolean {
  while (!s.done) {
    if (s.takeText(')', 'p')) return true;
    if (s.takeText('=', 'o')) readDefault(s);
    else if (
      !readPlain(s) &&
      !s.take(/,|\.{3}/y, 'p') &&
      !s.take(parameterModifier, 'k') &&
      !s.take(type, 'kt') &&
      !s.take(variable, 'nv') &&
      !s.takeText('&', 'o')
    )
      return false;
  }
  return false;
}

/** The value of a parameter. */
function readDefault(s: Scanner): void {
  while (!s.done && !/[,)]/.test(s.char)) {
    if (s.takeText('(', 'p')) readCode(s, (inner) => inner.takeText(')', 'p'));
    else if (!/[[\]]/.test(s.char) || !s.take(/[[\]]/y, 'p')) {
      if (!readToken(s)) return;
    }
  }
}

function readWord(s: Scanner): boolean {
  const word = s.match(identifier)?.[0].toLowerCase();
  if (word === undefined) return false;
  if (s.takeGroups(namespaceName, ['kn', '', 'nn']) || s.takeGroups(declaration, ['kd', '', 'nc'])) return true;
  const exact = s.code.slice(s.at, s.at + word.length);
  const anyCase = word === 'function' || word === 'fn' || word === 'new';
  const construct =
    (anyCase || exact === word) && s.code[s.at + word.length] !== '\\' && Object.hasOwn(constructs, word);
  if (!construct || (isCall(s, word.length) && !anyCase && word !== 'catch')) return readName(s);
  s.pass(word.length, word === 'use' ? 'kn' : 'k');
  constructs[word]!(s);
  return true;
}

function readToken(s: Scanner): boolean {
  return (
    readPlain(s) ||
    s.take(variable, 'nv') ||
    readNumber(s) ||
    readWord(s) ||
    s.take(/\$+/y, 'err') ||
    s.take(/[;,(){}[\]]/y, 'p') ||
    s.take(/(?:(?!\?>)[~!%^&*+|:.<>/@=?-])+/y, 'o')
  );
}

/** Code until its end is taken, or `?>` closes all of it. */
function readCode(s: Scanner, end: (s: Scanner) => boolean): void {
  while (!s.done && !s.sees('?>') && !end(s)) if (!readToken(s)) s.passOne();
}

/** PHP between marks in HTML; it begins with PHP unless it begins like HTML, or has a mark with no variable before it. */
export const php: Language = {
  read(code, emit) {
    const patchwork = new Patchwork();
    const isMarkup = /^[\t-\r ]*</.test(code);
    const lead = isMarkup ? '' : (/^[^$]+(?=<\?(?:php|=))/i.exec(code)?.[0] ?? '');
    patchwork.text(lead);
    let at = lead.length;
    let isCode = !isMarkup && lead === '';
    while (at < code.length) {
      if (isCode) {
        let named = at;
        const s = new Scanner(code, (name, end) => {
          patchwork.hole(name, end - named);
          named = end;
        });
        s.at = at;
        readCode(s, () => false);
        s.takeText('?>', 'cp');
        at = s.at;
      } else {
        const open = /<\?(?:php|=)?/gi;
        open.lastIndex = at;
        const found = open.exec(code);
        patchwork.text(code.slice(at, found?.index));
        patchwork.hole('cp', found?.[0].length ?? 0);
        at = found ? open.lastIndex : code.length;
      }
      isCode = !isCode;
    }
    patchwork.read(html, emit);
  },
};
