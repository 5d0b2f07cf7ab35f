import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { leave, rule } from './pieces.js';
import { beforeColon, expressionModes, objectBody, scriptGaps, scriptName } from './script-expressions.js';

const wordClass = words(
  {
    k: 'if else switch case default for in while do break continue return try catch finally throw new delete typeof is this with',
    kd: 'var function',
    kr: `
      package namespace import include class interface extends implements dynamic final internal native override static const
      public protected private get set super trace flash_proxy object_proxy`,
    kc: 'true false null undefined NaN Infinity',
    nb: `
      void Object Class Function Math RegExp eval isNaN isFinite parseInt parseFloat
      encodeURI decodeURI encodeURIComponent decodeURIComponent`,
  },
  'nx',
);

/** A string without an end has it at the last quote, though that is escaped. */
function quoted(quote: string): string {
  return String.raw`${quote}(?:(?:\\[${quote}\\]|[^${quote}\\]|\\(?![${quote}\\]))*${quote}|[\s\S]*${quote})`;
}

const start: readonly Rule[] = [
  ...scriptGaps,
  rule(String.raw`\/`, 'sr', '=expression'),
  rule(String.raw`\{`, 'p', 'object'),
  leave,
];

const root: readonly Rule[] = [
  rule(String.raw`[\t-\r ]*#![^\n]*\n`, 'cp', 'statement'),
  rule('\\n', '', 'statement'),
  ...scriptGaps,
  rule(String.raw`\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==|[:;<>+*%&|^\/!=]=?`, 'o', 'start'),
  rule('[(\\[,]', 'p', 'start'),
  rule('[)\\].]', 'p'),
  rule('\\?', 'p', '+ternary+start'),
  rule('[{}]', 'p', 'statement'),
  rule(`(${scriptName})`, wordClass, ([word]) => (/^kd?$/.test(wordClass(word!)) ? 'start' : undefined)),
  rule(String.raw`-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?`, 'mf'),
  rule('0x[0-9a-fA-F]+', 'mh'),
  rule('-?[0-9]+', 'mi'),
  rule(quoted('"'), 's2'),
  rule(quoted("'"), 's1'),
];

/** ActionScript. */
export const actionscript: Language = {
  modes: {
    root,
    start,
    statement: [beforeColon('nl'), rule('[{}]', 'p'), ...start],
    object: objectBody(root),
    ternary: [rule(':', 'p', '=start'), ...root],
    ...expressionModes,
  },
};
