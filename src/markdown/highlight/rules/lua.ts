import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

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
  utf8: 'char charpattern codepoint codes len offset',
};

/** Names in the tables of Lua's libraries. */
export const libraryNames = Object.entries(libraries)
  .flatMap(([table, names]) => names.split(/\s+/).map((name) => `${table}.${name}`))
  .join(' ');

/** What the manual's index names without a table; of its functions in C only those whose names have no upper case. */
const basicNames = `
  _g _version assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal rawget rawlen rawset
  require select setmetatable tonumber tostring type xpcall
  lua_cpath lua_cpath_5_3 lua_init lua_init_5_3 lua_path lua_path_5_3 luaopen_base luaopen_coroutine luaopen_debug luaopen_io
  luaopen_math luaopen_os luaopen_package luaopen_string luaopen_table luaopen_utf8 lua_errerr lua_errfile lua_errgcmm lua_errmem
  lua_errrun lua_errsyntax lua_hookcall lua_hookcount lua_hookline lua_hookret lua_hooktailcall lua_maskcall lua_maskcount
  lua_maskline lua_maskret lua_maxinteger lua_mininteger lua_minstack lua_multret lua_noref lua_ok lua_opadd lua_opband lua_opbnot
  lua_opbor lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt lua_opmod lua_opmul lua_oppow lua_opshl lua_opshr lua_opsub
  lua_opunm lua_refnil lua_registryindex lua_ridx_globals lua_ridx_mainthread lua_tboolean lua_tfunction lua_tlightuserdata lua_tnil
  lua_tnone lua_tnumber lua_tstring lua_ttable lua_tthread lua_tuserdata lua_use_apicheck lua_yield lual_buffersize`;

/** The class of a name, alone or in a library's table. */
export const luaWords = words({ nb: `${basicNames} ${libraryNames}` }, 'n');

const name = '[A-Za-z_][A-Za-z0-9_]*';
const escaped = rule(String.raw`\\(?:[abfnrtv\\"']|\d{1,3})`, 'se');

/** The end of brackets with as many signs in them as the last bracket opened has. */
const longEnd: Exclude<Rule[3], string | undefined> = (code, at, [signs = '']) => {
  const mark = `]${signs}]`;
  const end = code.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
};

/** Lua. Of a string's escapes only those that come first have a class of their own. */
export const lua: Language = {
  modes: {
    root: [rule('#![^\\n]*', 'cp'), rule('', '', '=base')],
    base: [
      space,
      [/--\[(=*)\[/u, 'cm', undefined, longEnd],
      lineComment('--', 'c1'),
      // As in Rouge, an apostrophe belongs to a number with a point.
      rule(String.raw`(?:\d*\.\d+|\d+\.\d*)(?:[eE][+-]?\d+)?'|\d+[eE][+-]?\d+`, 'mf'),
      rule('0[xX][0-9a-fA-F]*', 'mh'),
      rule('\\d+', 'mi'),
      [/\[(=*)\[/u, 's', undefined, longEnd],
      rule(String.raw`==|~=|<=|>=|\.{2,3}|[-=+*\/%^<>#]`, 'o'),
      rule('[[\\]{}().,:;]', 'p'),
      rule(`(?:and|or|not)${wordEnd}`, 'ow'),
      rule(oneOf('for if elseif end else then until in do repeat while return break') + wordEnd, 'k'),
      rule(`local${wordEnd}`, 'kd'),
      rule(`(?:true|false|nil)${wordEnd}`, 'kc'),
      rule(`function${wordEnd}`, 'k', 'function'),
      rule('gsub(?!\\w|\\.[A-Za-z_])', 'nb', 'substitution'),
      rule(`${name}(?![A-Za-z0-9_]|\\.[A-Za-z_])|${oneOf(libraryNames)}(?![A-Za-z0-9_])`, luaWords),
      rule(`(${name})(\\.)(${name})`, ['n', 'p', 'n']),
      rule("'", 's1', 'single'),
      rule('"', 's2', 'double'),
    ],
    function: [space, rule(`(?:(${name})(\\.))?(${name})`, ['nc', 'p', 'nf'], '^'), rule('\\(', 'p', '^')],
    single: [escaped, rule("'", 's1', '^'), rule("[^']+", 's1')],
    double: [escaped, rule('"', 's2', '^'), rule('[^"]+', 's2')],
    substitution: [rule('\\)', 'p', '^'), rule('[(,]', 'p'), space, rule('"', 'sr', 'pattern')],
    pattern: [
      rule('"', 'sr', '=patternEnd'),
      rule('\\[\\^?', 'se', 'set'),
      rule(String.raw`\\[^\n]|\(\?[:=<!]|\{[\d,]+\}|[()?]`, 'se'),
      rule('[^\\n]', 'sr'),
    ],
    patternEnd: [rule('\\$*', 'sr', '^')],
    set: [rule('\\/', 'se'), rule('\\]', 'se', '^'), rule('(\\\\)([^\\n])', ['se', 'sr']), rule('[^\\n]', 'sr')],
  },
};
