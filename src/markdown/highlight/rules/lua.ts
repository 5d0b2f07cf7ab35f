import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';

/** Functions of Lua's libraries, by the table that holds them. */
const libraries: Readonly<Record<string, string>> = {
  coroutine: 'create isyieldable resume running status wrap yield',
  debug: `debug gethook getinfo getlocal getmetatable getregistry getupvalue getuservalue sethook setlocal setmetatable setupvalue
    setuservalue traceback upvalueid upvaluejoin`,
  io: 'close flush input lines open output popen read stderr stdin stdout tmpfile type write',
  math: `abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min mininteger modf pi rad random randomseed sin
    sqrt tan tointeger type ult`,
  os: 'clock date difftime execute exit getenv remove rename setlocale time tmpname',
  package: 'config cpath loaded loadlib path preload searchers searchpath',
  string: 'byte char dump find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper',
  table: 'concat insert move pack remove sort unpack',
};

/** Names in the tables of Lua's libraries. */
export const libraryNames = Object.entries(libraries)
  .flatMap(([table, names]) => names.split(/\s+/).map((name) => `${table}.${name}`))
  .join(' ');

/** The class of a word, or of a name in a library's table. */
export const luaWords = words(
  {
    ow: 'and or not',
    k: 'for if elseif end else then until in function do repeat while return break',
    kd: 'local',
    kc: 'nil true false',
    nb: `
      assert collectgarbage dofile error next print rawget rawset tonumber tostring type gsub getmetatable setmetatable ipairs
      pairs pcall xpcall loadfile rawequal require load select rawlen
      ${libraryNames}`,
  },
  'n',
);

const name = /[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)?/y;
const functionName = /(function)([\t-\r ]+)(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*)/y;
const pieces: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\t-\r ]+/y, ''],
  [/--[^\n]*/y, 'c1'],
  [/0[xX][0-9a-fA-F]*/y, 'mh'],
  [/\d+(?:[eE][-+]?\d+)/y, 'mf'],
  [/\d+/y, 'mi'],
  [/\.{2,3}|~=|[-+*/%^#<>=]/y, 'o'],
  [/[[\]{}().,:;]/y, 'p'],
];

const escaped = /\\(?:[abfnrtv\\"']|\d{1,3})/y;

/** A string up to its mark; only escapes that come first have a class of their own. */
function readString(s: Scanner): boolean {
  const quote = s.char;
  if (quote !== '"' && quote !== "'") return false;
  const name = quote === '"' ? 's2' : 's1';
  s.pass(1, name);
  while (!s.done && !s.takeText(quote, name)) {
    if (!s.take(escaped, 'se')) s.take(quote === '"' ? /[^"]+/y : /[^']+/y, name);
  }
  return true;
}

/** A long comment or string, whose brackets may have equals signs in them. */
function readLong(s: Scanner): boolean {
  const level = s.match(/(?:--)?\[(=*)\[/y)?.[1];
  if (level === undefined) return false;
  const isComment = s.char === '-';
  const pattern = new RegExp(`(?:--)?\\[${level}\\[[\\s\\S]*?\\]${level}\\]`, 'y');
  return s.takeClosed(`long ${level}`, pattern, isComment ? 'cm' : 's');
}

/** Lua. */
export const lua: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (readString(s) || readLong(s) || s.takeGroups(functionName, ['k', '', 'nc', 'p', 'nf'])) continue;
      const word = s.match(name)?.[0];
      if (word === undefined) {
        if (!pieces.some(([pattern, as]) => s.take(pattern, as))) s.passOne();
        continue;
      }
      const [first = '', second] = word.split('.');
      const alone = luaWords(first);
      // A name in a table is read with the table's, and is no word of the language then.
      const isPair = second !== undefined && (alone === 'n' || alone === 'nb');
      if (!isPair) s.pass(first.length, alone);
      else if (luaWords(word) === 'nb') s.pass(word.length, 'nb');
      else {
        s.pass(first.length, 'n');
        s.pass(1, 'p');
        s.pass(second.length, 'n');
      }
    }
  },
};
