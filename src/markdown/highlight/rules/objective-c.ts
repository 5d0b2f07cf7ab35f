import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { cppFamily, cWords } from './c.js';
import { cModes, cSpace, inlineSpace } from './c-family.js';
import { blank, digit, leave, rule, wordEnd } from './pieces.js';

const name = '[a-zA-Z$_][a-zA-Z0-9$_]*';
const space = `(${blank}*)`;

/** A directive or a constant by its sign; what is neither is an error. */
const atWord = words(
  {
    k: `
      @import @interface @implementation @end @property @synthesize @dynamic @optional @private @protected @public
      @try @throw @catch @finally @synchronized @autoreleasepool @selector @encode`,
    nb: '@YES @NO @true @false',
  },
  'err',
);
const constant = words({ nb: 'YES NO nil' }, '');

const first: readonly Rule[] = [
  rule('@"', 's', 'string'),
  rule(String.raw`@'(?:\\[0-7]{1,3}|\\x${digit.sixteen}{1,2}|\\[^\n]|[^\\'\n]')`, 'sc'),
  rule(String.raw`@(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][-+]?[0-9]+[lL]?`, 'mf'),
  rule(String.raw`@(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+[fF])[fF]?`, 'mf'),
  rule(`@0x${digit.sixteen}+[lL]?`, 'mh'),
  rule(`@0${digit.eight}+[lL]?`, 'mo'),
  rule('@[0-9]+l?', 'mi'),
  rule(`in${wordEnd}`, 'k'),
  rule(`@(?:interface|implementation)${wordEnd}`, 'k', 'interface'),
  rule(`@(?:class|protocol)${wordEnd}`, 'k', 'forward'),
  rule(String.raw`@[\p{L}\p{M}\p{Nd}]+`, atWord),
  rule(String.raw`\?`, 'p', 'choice'),
  rule(String.raw`\[`, 'p', 'message'),
  rule(String.raw`@\[`, 'p', 'array'),
  rule(String.raw`@\{`, 'p', 'dictionary'),
];

/** A method's sign and what it returns, before its name. */
const method = rule(`([-+])${space}(\\([^\\n]*?\\))?${space}(?=${name})`, ['k', '', '>root', ''], 'method');

function more(statements: readonly Rule[]): Modes {
  const argument = (to?: string): Rule => rule(`(${name})${space}(:)`, ['nf', '', 'p'], to);
  const inMessage: readonly Rule[] = [rule(String.raw`[\]{]`, 'p', '^'), rule(';', 'err'), ...statements];
  const comma = rule(',', 'p');
  return {
    choice: [rule(':', 'p', '^'), ...statements],
    message: [argument('=arguments'), rule(`(${name})${space}(\\])`, ['nf', '', 'p'], '^'), ...inMessage],
    arguments: [rule(String.raw`\{`, 'p', 'function'), argument('^'), ...inMessage],
    array: [rule(String.raw`\]`, 'p', '^'), comma, ...statements],
    dictionary: [rule(String.raw`\}`, 'p', '^'), comma, ...statements],
    interface: [
      ...cSpace,
      rule(`(${name})${space}(:)${space}(${name})`, ['nc', '', 'p', '', 'nc'], '^'),
      rule(`(${name})${space}(\\()${space}(${name})${space}(\\))`, ['nc', '', 'p', '', 'nl', '', 'p'], '^'),
      rule(name, 'nc', '^'),
    ],
    forward: [
      ...cSpace,
      rule(`(${name})${space}(,)${space}`, ['nc', '', 'p', ''], 'forward'),
      rule(`(${name})${space}(;?)`, ['nc', '', 'p'], '^'),
    ],
    method: [
      comma,
      rule(String.raw`\.{3}`, 'p'),
      rule(`(\\([^\\n]*?\\))(${name})`, ['>root', 'nv']),
      argument(),
      rule(';', 'p', '^'),
      rule(String.raw`\{`, 'p', '=function'),
      ...inlineSpace,
      rule(String.raw`\/\/[^\n]*\n`, 'c1'),
      rule(`${blank}+`, ''),
      leave,
    ],
  };
}

/** Objective-C. */
export const objectiveC: Language = {
  modes: cModes({ top: [method], first, wordClass: (text) => constant(text) || cWords(text), caseEnd: ':', more }),
};

/** Objective-C++. */
export const objectiveCpp: Language = {
  modes: cModes({
    ...cppFamily,
    wordClass: (text) => constant(text) || cppFamily.wordClass(text),
    top: [method, ...(cppFamily.top ?? [])],
    first: [
      rule(String.raw`(@selector)(\()(class)(\))`, ['k', 'p', 'bp', 'p']),
      rule(String.raw`(\.)(class)`, ['o', 'bp']),
      ...first,
      ...(cppFamily.first ?? []),
    ],
    more: (statements) => ({ ...cppFamily.more?.(statements), ...more(statements) }),
  }),
};
