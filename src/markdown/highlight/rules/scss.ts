import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';
import { cssValueWord } from './css.js';
import { cssProperties } from './css-words.js';

const id = String.raw`[\w-]+`;
const propertyWord = words({ nl: cssProperties }, 'na');
const identifier = new RegExp(id, 'y');
const unit = '(?:[a-z]+|%)?';

/** What a part of a statement comes to: the part ends, or the whole statement does with `;`, `{` or `}`. */
type End = 'part' | 'statement';

/** Pieces of a value with their classes, the first that matches. */
const values: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[ \t]+/y, ''],
  [new RegExp(`\\$${id}`, 'y'), 'nv'],
  [new RegExp(`${id}(?=\\s*\\()`, 'y'), 'nf'],
  [new RegExp(`%${id}`, 'y'), 'nd'],
  [/(?:true|false)\b/y, 'bp'],
  [/(?:and|or|not)\b/y, 'ow'],
  [/#[a-zA-Z0-9]{1,6}/y, 'mh'],
  [new RegExp(`-?\\d+${unit}`, 'y'), 'm'],
  [new RegExp(`-?\\d*\\.\\d+${unit}`, 'y'), 'mi'],
];
const valueOperator = /[-+*/%=<>!~^&|?@:,.]+/y;
const property = /[^;{}][;}]|[^;{}:[]+:[^a-z]/y;
const definition = new RegExp(`(@(?:mixin|function))(\\s+)(${id})`, 'y');
const inclusion = new RegExp(`(@include)(\\s+)(${id})`, 'y');
const assigned = new RegExp(`(\\$${id})([ \\t]*)(:)`, 'y');

function readStatementEnd(s: Scanner): End | undefined {
  if (s.takeText('\n', '')) return 'part';
  return s.take(/[;{}]/y, 'p') ? 'statement' : undefined;
}

/** `#{ … }`; whether the statement ended in it. */
function readInterpolation(s: Scanner): boolean {
  s.pass(2, 'si');
  while (!s.done && !s.takeText('}', 'si')) {
    const end = readStatementEnd(s);
    if (end === 'statement' || (end === undefined && readValuePiece(s))) return true;
  }
  return false;
}

/** Text with interpolations up to a mark; whether a statement ended in one. */
function readText(s: Scanner, close: string, text: RegExp, name: string): boolean {
  while (!s.done && !s.takeText(close, name)) {
    if (s.sees('#{')) {
      if (readInterpolation(s)) return true;
    } else if (!s.take(text, name)) s.passOne();
  }
  return false;
}

function readString(s: Scanner): boolean {
  const quote = s.char;
  const name = quote === '"' ? 's2' : 's1';
  s.pass(1, name);
  return readText(s, quote, quote === '"' ? /(?:\\[^\n]|#(?!\{)|[^\n"#])+/y : /(?:\\[^\n]|#(?!\{)|[^\n'#])+/y, name);
}

/** One piece of a value; whether the statement ended in it. */
function readValuePiece(s: Scanner): boolean {
  if (s.takeText('url(', 'sx')) return readText(s, ')', /(?:\\[^\n]|#(?!\{)|[^\n)#])+/y, 'sx');
  if (values.some(([pattern, name]) => s.take(pattern, name))) return false;
  if (s.char === '"' || s.char === "'") return readString(s);
  if (s.sees('#{')) return readInterpolation(s);
  if (s.take(valueOperator, 'o') || s.take(/[[\]()]+/y, 'p')) return false;
  const word = s.match(identifier)?.[0];
  if (word === undefined) s.passOne();
  else s.pass(word.length, cssValueWord(word));
  return false;
}

function readValue(s: Scanner, isLoop = false): void {
  while (!s.done) {
    if (isLoop && s.take(/from|to|through/y, 'ow')) continue;
    const end = readStatementEnd(s);
    if (end === 'statement' || (end === undefined && readValuePiece(s))) return;
  }
}

/** The first marks of simple selectors: their own class, and that of their names. */
const selectorMarks: Readonly<Record<string, string>> = { ':': 'nd', '.': 'nc', '#': 'nn', '%': 'nv' };

function readSelector(s: Scanner): void {
  while (!s.done) {
    const end = readStatementEnd(s);
    if (end === 'statement') return;
    if (end === 'part' || s.take(/[ \t]+/y, '') || s.take(identifier, 'nt') || s.takeText('&', 'k')) continue;
    const name = selectorMarks[s.char];
    if (s.sees('#{') || s.char === '"' || s.char === "'") {
      if (s.char === '#' ? readInterpolation(s) : readString(s)) return;
    } else if (name !== undefined) {
      s.pass(1, name);
      while (s.take(identifier, name) || s.sees('#{')) if (s.sees('#{') && readInterpolation(s)) return;
    } else if (!s.take(/[-+*/=<>!~^|?@,()[\]]/y, 'o')) s.passOne();
  }
}

/** A property's name up to its colon, then its value. */
function readProperty(s: Scanner): void {
  while (!s.done) {
    const word = s.match(identifier)?.[0];
    if (word !== undefined) s.pass(word.length, propertyWord(word));
    else if (s.sees('#{')) {
      if (readInterpolation(s)) return;
    } else if (s.takeGroups(/([ \t]*)(:)/y, ['', 'p'])) {
      readValue(s);
      return;
    } else s.passOne();
  }
}

function readAtRule(s: Scanner): void {
  if (s.take(/@for\b/y, 'k')) readValue(s, true);
  else if (
    s.take(/@import\b/y, 'k') ||
    s.take(/@(?:if|else|while|each|return|warn|debug|media)/y, 'k') ||
    s.takeGroups(definition, ['k', '', 'nf']) ||
    s.takeGroups(inclusion, ['k', '', 'nd'])
  )
    readValue(s);
  else {
    s.take(new RegExp(`@${id}`, 'y'), 'k');
    readSelector(s);
  }
}

function readStatement(s: Scanner): void {
  if (s.take(/\s+/y, '') || s.take(/\/\/[^\n]*/y, 'c1') || s.take(/\/\*[\s\S]*?\*\//y, 'cm')) return;
  if (s.looksAt(/@[\w-]/y)) readAtRule(s);
  else if (s.takeText('&', 'k')) readSelector(s);
  else if (s.takeGroups(assigned, ['nv', '', 'p'])) readValue(s);
  else if (s.looksAt(property)) readProperty(s);
  else readSelector(s);
}

/** SCSS. */
export const scss: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) readStatement(s);
  },
};
