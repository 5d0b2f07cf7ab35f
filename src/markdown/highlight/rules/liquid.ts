import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';

const conditions = new Set('if unless elsif else case when endif endunless endcase'.split(' '));
const loops = new Set('for tablerow'.split(' '));
const assignments = new Set('assign capture increment decrement'.split(' '));
const close = /-?(?:%\}|\}\})/y;
const name = /[a-zA-Z_][\w-]*/y;
const tagWord = /[a-zA-Z_/][\w./-]*|\|/y;
const literal = words({ kc: 'true false nil', nb: 'empty blank' }, 'nv');
const properties = new Set(['size', 'first', 'last']);

function readCommon(s: Scanner): boolean {
  return (
    s.take(/[^\S\n]+/y, 'w') ||
    s.take(/"[^"]*"/y, 's2') ||
    s.take(/'[^']*'/y, 's1') ||
    s.take(/\d+\.\d+/y, 'mf') ||
    s.take(/\d+/y, 'mi')
  );
}

/** A name with its members and indexes. */
function readVariable(s: Scanner): boolean {
  if (s.take(/forloop\.\w+/y, 'nb')) return true;
  const word = s.match(name)?.[0];
  if (word === undefined) return false;
  s.pass(word.length, properties.has(word) ? 'nf' : literal(word));
  return readMembers(s);
}

function readMembers(s: Scanner): boolean {
  const start = s.at;
  while (s.looksAt(/\.[a-zA-Z_]/y)) {
    s.pass(1, 'p');
    const member = s.match(name)![0];
    s.pass(member.length, properties.has(member) ? 'nf' : 'nv');
  }
  return s.at > start || s.code[s.at - 1] !== ']';
}

/** Filters after a value: names, and arguments that may be named. */
function readFilterPart(s: Scanner): boolean {
  return (
    s.takeGroups(/(\|)(\s*)([a-zA-Z_]\w*)/y, ['p', 'w', 'nf']) ||
    s.takeGroups(/([a-zA-Z_]\w*)(:)(?!:)/y, ['na', 'o']) ||
    s.take(/[|:,[\].]/y, 'p')
  );
}

/** Up to the end of the tag, by what may stand in it. */
function readInside(s: Scanner, read: () => boolean): void {
  while (!s.done && !s.take(close, 'p')) if (!readCommon(s) && !read()) s.passOne();
}

function readOutput(s: Scanner): void {
  readInside(s, () => readFilterPart(s) || readVariable(s) || s.take(/-(?!\}\})/y, 'o') || s.take(/[=<>!*/+]+/y, 'o'));
}

/** Brackets of an index, and members after it. */
function readIndex(s: Scanner): boolean {
  if (s.takeText('[', 'p')) return true;
  if (!s.takeText(']', 'p')) return false;
  readMembers(s);
  return true;
}

function readCondition(s: Scanner): void {
  readInside(
    s,
    () =>
      s.take(/(?:and|or|contains)(?![\w-])/y, 'ow') ||
      s.take(/[=!]=|<>|[<>]=?|=/y, 'o') ||
      readIndex(s) ||
      s.takeGroups(/(\|)(\s*)([a-zA-Z_]\w*)(:)?/y, ['p', 'w', 'nf', 'p']) ||
      readVariable(s),
  );
}

function readLoop(s: Scanner): void {
  s.takeGroups(/(\s+)([\w-]+)(\s+)(in)(\s+)([^\s%|]+)/y, ['w', 'nv', 'w', 'nt', 'w', 'nv']);
  readInside(
    s,
    () =>
      s.takeGroups(/([a-zA-Z_]\w*)(:)/y, ['na', 'o']) ||
      s.take(/reversed\b/y, 'na') ||
      s.take(/[a-zA-Z_/][\w./-]*|\|/y, '') ||
      s.take(/[,[\](){}.:]/y, 'p'),
  );
}

/** Tags that take words as they are, strings, and parameters by name. */
function readParameters(s: Scanner, hasVariables: boolean): void {
  readInside(s, () => {
    if (s.take(/\{\{-?/y, 'p')) {
      readOutput(s);
      return true;
    }
    return (
      (hasVariables &&
        s.takeGroups(/([a-zA-Z_][\w-]*)(=)((?!true\b|false\b|nil\b)[a-zA-Z_][\w-]*(?![\w./[-]))/y, [
          'na',
          'o',
          'nv',
        ])) ||
      s.takeGroups(/([a-zA-Z_][\w-]*)([^\S\n]*)([=:])/y, ['na', 'w', 'o']) ||
      s.take(/(?:true|false|nil)(?![\w./-])/y, 'kc') ||
      s.take(tagWord, '') ||
      s.take(/[-+*=<>!&]/y, 'o') ||
      s.take(/\.+/y, '') ||
      s.take(/[,[\](){}:]/y, 'p')
    );
  });
}

/** What stands between two tags as it is. */
function readUpTo(s: Scanner, endTag: string, as: string): void {
  const end = new RegExp(`\\{%-?\\s*${endTag}\\b`, 'g');
  end.lastIndex = s.at;
  s.passTo(end.exec(s.code)?.index ?? s.code.length, as);
}

function readTag(s: Scanner): void {
  s.take(/\s+/y, 'w');
  const tag = s.match(/\w+/y)?.[0] ?? '';
  s.pass(tag.length, conditions.has(tag) ? 'kr' : 'nt');
  if (conditions.has(tag)) readCondition(s);
  else if (loops.has(tag)) readLoop(s);
  else if (assignments.has(tag)) {
    s.takeGroups(/([^\S\n]+)([\w.-]+)([^\S\n]*)(=)/y, ['w', 'nv', 'w', 'o']);
    readOutput(s);
  } else readParameters(s, tag === 'include');
  if (tag === 'raw') readUpTo(s, 'endraw', '');
  else if (tag === 'comment') readUpTo(s, 'endcomment', 'c');
}

/** Liquid: plain text with tags and output. */
export const liquid: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (s.take(/\{\{-?/y, 'p')) readOutput(s);
      else if (s.take(/\{%-?/y, 'p')) readTag(s);
      else if (!s.take(/[^{]+/y, '')) s.pass(1, '');
    }
  },
};
