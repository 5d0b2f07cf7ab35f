import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { digit, oneOf, rule, space } from './pieces.js';

const wordClass = words(
  {
    k: `
      if then elseif else for foreach while break continue switch catch error eval return proc rename apply namespace trace
      set unset global variable upvar uplevel array update after vwait expr`,
    nb: `
      append binary format scan split join string subst regexp regsub re_syntax incr mathfunc mathop
      concat list lappend lassign lindex linsert llength lrange lrepeat lreplace lreverse lsearch lset lsort dict
      open close read gets puts seek tell eof flush socket chan fileevent fblocked fconfigure fcopy file glob cd pwd encoding
      exec exit pid source load loadTk unload package pkg::create pkg_mkIndex unknown info interp history memory bgerror
      clock time dde registry platform platform::shell http msgcat tm refchan`,
  },
  '',
);

/** The modes entered, and how many more braces strings opened than they closed. */
let stack: string[] = [];
let inStrings = 0;

/** Leaves all up to the braces around, which a closing one always ends. */
const outOfBraces = (): string => '^'.repeat(stack.length - stack.lastIndexOf('brace'));
const inBraces = (): boolean => stack.includes('brace');

const word = String.raw`[^)\]};\n\r\t\v]+`;
const interpolation: readonly Rule[] = [
  rule('\\[', 'p', 'bracket'),
  rule(String.raw`\$(?:[a-z0-9.:-]+|\{[\s\S]*?\})`, 'nv'),
  rule('\\$', ''),
  rule(`\\\\(?:[0-7]{3}|[xX]${digit.sixteen}{2}|[uU]${digit.sixteen}{4}|[\\s\\S])`, 'se'),
];
const inWord: readonly Rule[] = [
  rule('\\{\\*\\}', 'k'),
  rule(
    '\\}',
    () => (inBraces() ? 'p' : 'err'),
    () => (inBraces() ? outOfBraces() : undefined),
  ),
  ...interpolation,
  rule('\\{', 'p', 'brace'),
  rule('\\(', 'p', 'paren'),
  rule('"', 's2', 'string'),
  rule(`${word}?(?=[([{"\\\\])`, ''),
];

function commandRules(params: string): Rule[] {
  return [
    ...inWord,
    rule('#[^)\\]};\\n]+', 'c1'),
    rule(String.raw`(?=[)\]};\n\r\t\v])`, '', params),
    rule(word, wordClass),
    space,
  ];
}

const params: readonly Rule[] = [
  rule(';', 'p', '^'),
  rule('\\n', '', '^'),
  rule(oneOf('else then'), 'k'),
  ...inWord,
  space,
  rule(word, ''),
];

/** The modes of what is between brackets of a kind. `other`: the class of another kind's closing one. */
function between(name: string, close: string, other: string): Modes {
  return {
    [name]: [rule(close, 'p', '^'), ...commandRules(`${name}Params`)],
    [`${name}Params`]: [rule(close, 'p', '^^'), rule('[)\\]}]', other), ...params],
  };
}

const closesString = (): boolean => inBraces() && inStrings === 0;

const modes: Modes = {
  root: commandRules('params'),
  params,
  ...between('brace', '\\}', ''),
  ...between('paren', '\\)', 'err'),
  ...between('bracket', '\\]', 'err'),
  string: [
    rule('"', 's2', '^'),
    ...interpolation,
    rule(String.raw`[^\\[$"{}]+`, 's2'),
    rule('\\{', 's2', () => {
      inStrings += 1;
      return undefined;
    }),
    rule(
      '\\}',
      () => (closesString() ? 'p' : 's2'),
      () => {
        if (closesString()) return outOfBraces();
        inStrings -= 1;
        return undefined;
      },
    ),
  ],
};

/** Tcl. */
export const tcl: Language = {
  read: (code, emit) => {
    stack = ['root'];
    inStrings = 0;
    const reader = new RuleReader(modes, code, emit, stack);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
