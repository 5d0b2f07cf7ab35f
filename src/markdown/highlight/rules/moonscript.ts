import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { libraryNames, luaWords } from './lua.js';
import { blank, lineComment, oneOf, rule, wordEnd } from './pieces.js';

const name = '[A-Za-z_][A-Za-z0-9_]*';

const baseOf = (isQuoted: boolean): readonly Rule[] => [
  // As in Rouge, an apostrophe belongs to a number with a point.
  rule(String.raw`(?:[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][+-]?[0-9]+)?'|[0-9]+[eE][+-]?[0-9]+`, 'mf'),
  rule('0[xX][0-9a-fA-F]*', 'mh'),
  rule('[0-9]+', 'mi'),
  rule('@\\w*', 'vi'),
  rule('[A-Z]\\w*', 'nc'),
  // All up to a colon after a quote is a key, be it in a string or not.
  rule(`${isQuoted ? '"?[^"]+":|' : ''}\\w+:|:\\w+`, 'ss'),
  rule(`${blank}+`, 'w'),
  rule(String.raw`[~!<>=]=|\.\.\.?|[-=]>|[=+\-*\/%^<>#!\\]`, 'o'),
  rule('[[\\]{}().,:;]', 'p'),
  rule(`(?:and|or|not)${wordEnd}`, 'ow'),
  rule(
    oneOf(`
      if then else elseif end unless switch when for in while until do repeat break continue return with using
      class extends super import`) + wordEnd,
    'k',
  ),
  rule(`(?:local|export)${wordEnd}`, 'kd'),
  rule(`(?:true|false|nil)${wordEnd}`, 'kc'),
  rule(`${oneOf(libraryNames)}(?![A-Za-z0-9_])`, 'nb'),
  rule(`(${name})(\\.)(${name})`, ['n', 'p', 'n']),
  rule(name, (text) => (luaWords(text) === 'nb' ? 'nb' : 'n')),
];

/** Strings in long brackets, with up to eight signs in them. */
const longStrings = [...Array(9).keys()]
  .map((count) => '='.repeat(count))
  .map((signs) => `\\[${signs}\\[[\\s\\S]*?\\]${signs}\\]`)
  .join('|');

/** The modes for code in which a quote has a colon after it somewhere, and for other code. */
const modesOf = (isQuoted: boolean): Modes => {
  const base = baseOf(isQuoted);
  return {
    root: [rule('#![^\\n]*', 'cp'), rule('', '', '=main')],
    main: [
      lineComment('--', 'c1'),
      rule(longStrings, 'sh'),
      ...base,
      rule("'", 's1', 'single'),
      rule('"', 's2', 'double'),
    ],
    single: [rule("'", 's1', '^'), rule("[^']+", 's1')],
    double: [rule('#\\{', 'si', 'nested'), rule('"', 's2', '^'), rule('#[^{]|[^"#]+', 's2')],
    nested: [rule('\\}', 'si', '^'), ...base],
  };
};
const quoted = modesOf(true);
const unquoted = modesOf(false);

/** MoonScript. */
export const moonscript: Language = {
  read: (code, emit) => new RuleReader(code.includes('":') ? quoted : unquoted, code, emit).read(0, code.length, 'err'),
};
