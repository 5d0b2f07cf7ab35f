import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { RuleReader } from '../rule-reader.js';
import { Scanner } from '../scanner.js';
import { css } from './css.js';
import { javascript } from './javascript.js';
import { wordCharacters } from './pieces.js';
import { scriptSeam } from './script-reader.js';

/** Characters of names after the first, as XML has them. */
const nameRest = String.raw`[${wordCharacters}\p{Cf}:.·-]*`;

/** Where XML and HTML differ. */
interface Dialect {
  /** The inside of a tag's brackets: its name, after white space. */
  readonly name: RegExp;
  readonly declaration: RegExp;
  readonly cdata: RegExp;
  readonly instruction: RegExp;
}

const entity = /&[^\t-\r ]{0,200}?;/y;
const text = /[^<&]+/y;
const space = /[\t-\r ]+/y;
const tagEnd = /\/?[\t-\r ]*>/y;

const xmlDialect: Dialect = {
  name: new RegExp(String.raw`[\p{L}:_]${nameRest}`, 'uy'),
  declaration: /<![^>]*>/y,
  cdata: /<!\[CDATA\[[^\n]*?\]\]>/y,
  instruction: /<\?[^\n]*?\?>/y,
};
const htmlDialect: Dialect = {
  name: new RegExp(String.raw`[\p{L}:_-]${nameRest}`, 'uy'),
  declaration: /<!doctype [^>]*>/iy,
  cdata: /<!\[CDATA\[[\s\S]*?\]\]>/y,
  instruction: /<\?[\s\S]*?\?>/y,
};

/** Text between tags, and what is no element; whether it was some. */
function readText(s: Scanner, dialect: Dialect): boolean {
  if (s.char !== '<') return s.take(text, '') || s.take(entity, 'ni');
  if (s.code[s.at + 1] === '?') return s.take(dialect.instruction, 'cp');
  if (s.code[s.at + 1] !== '!') return false;
  if (!s.sees('<!--')) return s.take(dialect.cdata, 'cp') || s.take(dialect.declaration, 'cp');
  const close = s.code.indexOf('-->', s.at + 4);
  s.passTo(close < 0 ? s.code.length : close + 3, 'c');
  return true;
}

/** Passes over what is wrong until `read` finds what it looks for. */
function readUntil(s: Scanner, read: () => boolean): void {
  while (!s.done) if (!s.take(space, '') && read()) return;
}

function orError(s: Scanner, found: boolean): boolean {
  if (!found) s.passOne();
  return found;
}

const xmlElement = new RegExp(String.raw`<[\t-\r ]*(\/[\t-\r ]*)?[\p{L}:_]${nameRest}(?:[\t-\r ]*>)?`, 'uy');
const xmlClosed = /^<[\t-\r ]*\/[\s\S]*>$/;
const xmlAttribute = new RegExp(String.raw`[\p{L}:_]${nameRest}[\t-\r ]*=`, 'uy');
const xmlValue = /"[^"]*"|'[^']*'|[^\t-\r >]+/y;

function readXmlAttributes(s: Scanner): void {
  readUntil(s, () => {
    if (s.take(tagEnd, 'nt')) return true;
    if (s.take(xmlAttribute, 'na')) readXmlValue(s);
    else s.passOne();
    return false;
  });
}

/** A tag with its name; one that ends something must have its `>`. */
function readXmlTag(s: Scanner): void {
  const found = s.match(xmlElement);
  if (!found || (found[1] !== undefined && !xmlClosed.test(found[0]))) s.passOne();
  else if (found[1] !== undefined) s.pass(found[0].length, 'nt');
  else {
    s.pass(found[0].replace(/[\t-\r ]*>$/, '').length, 'nt');
    readXmlAttributes(s);
  }
}

/** XML, or a language around it: `first` is what is tried first outside of tags; whether it took something. */
export function xmlLanguage(first: (s: Scanner) => boolean): Language {
  return {
    read(code, emit) {
      const s = new Scanner(code, emit);
      while (!s.done) {
        if (first(s) || readText(s, xmlDialect)) continue;
        if (s.char === '<') readXmlTag(s);
        else s.passOne();
      }
    },
  };
}

/** Reads an attribute's value, after its equals sign. */
export function readXmlValue(s: Scanner): void {
  readUntil(s, () => orError(s, s.take(xmlValue, 's')));
}

/** XML. */
export const xml: Language = xmlLanguage(() => false);

const attributeRest = String.raw`[${wordCharacters}\p{Cf}:.·*-]`;
/** Names with a value may be in the brackets of Angular's bindings; those without may start with a mark. */
const attributeWithValue = new RegExp(
  String.raw`[\p{L}:_[\]()*.-](?:${attributeRest}|[[\]()])*[\t-\r ]*=[\t-\r ]*`,
  'uy',
);
const attributeAlone = new RegExp(String.raw`[\p{L}:_*#-](?:${attributeRest}|#)*`, 'uy');

function readHtmlValue(s: Scanner): void {
  while (!s.done) {
    const quote = s.char === '"' || s.char === "'" ? s.char : undefined;
    if (quote !== undefined) {
      const close = s.code.indexOf(quote, s.at + 1);
      s.passTo(close < 0 ? s.code.length : close + 1, 's');
      return;
    }
    if (s.take(/[^\t-\r >]+/y, 's')) return;
    s.passOne();
  }
}

function readHtmlAttributes(s: Scanner): void {
  readUntil(s, () => {
    if (s.take(tagEnd, 'nt')) return true;
    if (s.take(attributeWithValue, 'na')) readHtmlValue(s);
    else if (!s.take(attributeAlone, 'na')) s.passOne();
    return false;
  });
}

/** What `</` begins. */
function readHtmlEnd(s: Scanner): void {
  s.pass(2, 'nt');
  let named = false;
  readUntil(s, () => {
    if (s.takeText('>', 'nt')) return true;
    if (named || !s.take(htmlDialect.name, 'nt')) s.passOne();
    else named = true;
    return false;
  });
}

/** Elements whose contents are another language's. */
const foreignStart = /<[\t-\r ]*(script|style)[\t-\r ]*/y;

/** What is read by itself in a script or a style: up to a `<`, and that. */
function pieces(code: string): RegExpMatchArray | [] {
  return code.match(/[^<]+|</g) ?? [];
}

function readScript(s: Scanner, end: number): void {
  const code = s.code.slice(s.at, end);
  if (!code.includes('<')) {
    readInner(s, javascript, end);
    return;
  }
  const { at } = s;
  const patchwork = new Patchwork(scriptSeam);
  for (const text of pieces(code)) patchwork.text(text);
  patchwork.read(javascript, (name, to) => s.emit(name, at + to));
  s.at = end;
}

function readStyle(s: Scanner, end: number): void {
  const stack = ['root'];
  for (const text of pieces(s.code.slice(s.at, end))) {
    const { at } = s;
    new RuleReader(css.modes!, text, (name, to) => s.emit(name, at + to), stack).read(0, text.length, 'err');
    s.at += text.length;
  }
}

/** The contents of an element of another language, and the tag that ends it. */
function readForeign(s: Scanner, name: string): void {
  const close = new RegExp(`<[\\t-\\r ]*\\/[\\t-\\r ]*${name}[\\t-\\r ]*>`, 'g');
  close.lastIndex = s.at;
  const found = close.exec(s.code);
  const end = found ? found.index : s.code.length;
  if (name === 'style') readStyle(s, end);
  else readScript(s, end);
  if (found) s.pass(found[0].length, 'nt');
}

function readHtmlTag(s: Scanner): void {
  const start = s.match(foreignStart);
  if (start) {
    s.pass(start[0].length, 'nt');
    readHtmlAttributes(s);
    if (!s.done) readForeign(s, start[1]!);
  } else if (s.code[s.at + 1] === '/') readHtmlEnd(s);
  else {
    s.pass(1, 'nt');
    s.take(space, '');
    s.take(htmlDialect.name, 'nt');
    readHtmlAttributes(s);
  }
}

/** HTML. */
export const html: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) if (!readText(s, htmlDialect)) s.char === '<' ? readHtmlTag(s) : s.passOne();
  },
};
