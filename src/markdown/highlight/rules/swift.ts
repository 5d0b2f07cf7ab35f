import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import {
  basedNumbers,
  blank,
  digitsOf,
  exponentOf,
  lineComment,
  nestingComment,
  oneOf,
  rule,
  space,
  wordEnd,
  wordNext,
} from './pieces.js';

const wordClass = words(
  {
    k: `
      if else guard switch case default fallthrough for in while repeat do break continue return defer where
      throw throws rethrows try catch await async isolated
      as is new self Self super Type dynamicType
      get set willSet didSet mutating nonmutating override inout unowned weak none
      operator prefix infix postfix precedence precedencegroup associativity
      ${['COLUMN', 'FILE', 'FUNCTION', 'LINE'].map((place) => `__${place}__`).join(' ')}`,
    kd: `
      class struct enum protocol actor extension func init deinit subscript typealias associatedtype import let var
      open public internal fileprivate private static final lazy dynamic optional required convenience indirect nonisolated some`,
    kc: 'nil true false',
  },
  '',
);
const beyond = String.raw`[\u{10000}-\u{10ffff}]`;
const id = String.raw`(?:_|(?!\p{Mc})\p{Alphabetic}|${beyond})(?:[_\p{Alphabetic}\p{Nd}]|${beyond})*`;
const upper = String.raw`\p{Uppercase}`;
const startsUpper = /^\p{Uppercase}/u;
const digits = digitsOf('[0-9]', '_?');
const hex = digitsOf('[0-9a-fA-F]', '_?');

/** Words before a parenthesis that are no calls. */
const noCall = oneOf('if while for switch case private internal unowned');

const quotedName = rule(`(\`)(${id})(\`)`, ['p', 'nv', 'p']);
const comment = rule(String.raw`\/\*`, 'cm', 'nestedComment');

/** Where a line starts, but for one behind white space; then white space, comments and other such lines. */
const directiveStart =
  `(?:(?<![\\s\\S])|(?<!${blank})\\n|\\/\\/[^\\n]*\\n)` +
  String.raw`(?:${blank}|\/\*(?:(?!\*\/)[\s\S])*\*\/|#[^\n]*\n)*?`;

const root: readonly Rule[] = [
  lineComment('//', 'c1'),
  comment,
  rule('@?"', 's', 'string'),
  rule(String.raw`'(?:\\[^\n]|[^\n])'`, 'sc'),
  rule(`#(?<=${directiveStart}#)[^\\n]*`, 'cp'),
  space,
  rule(String.raw`\$(?:[1-9]*[0-9]+)`, 'nv'),
  rule(String.raw`[(){}[\],;:?\\]`, 'p'),
  rule(String.raw`[-+*\/%=<>!~^&|.]+`, 'o'),
  // Behind a point and in an exponent, an underscore has one digit.
  rule(String.raw`(?:${digits}\*|${digits}\.[0-9]+(?:_[0-9])*)(?:[eE][+-]?[0-9]+(?:_[0-9])*)?`, 'mf'),
  rule(`[0-9]+${exponentOf('[0-9]+')}`, 'mf'),
  rule(String.raw`0x${hex}(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?[0-9]+`, 'mh'),
  ...basedNumbers('_*', '', 'o?', false),
  rule(digits, 'mi'),
  rule(`@${id}`, 'kd'),
  rule(String.raw`(?:internal|private)\( *set *\)|unowned\( *(?:un)?safe *\)|#available\([^)]+\)`, 'kd'),
  rule(String.raw`((?:internal|private|unowned)\( *)(\w+)( *\))`, ['kd', 'err', 'kd']),
  rule(String.raw`(#(?:selector|keyPath)\()([^)]+?(?:\([^\n]*?\))?)(\))`, ['kd', 'nf', 'kd']),
  rule(`#${oneOf('file line column function dsohandle')}`, 'kd'),
  rule(`(var|let)${wordEnd}(${blank}*)(${id})`, ['k', '', 'nv']),
  rule(String.raw`(var|let)${wordEnd}(${blank}*)(\()`, ['k', '', 'p'], 'tuple'),
  rule(String.raw`(?!${noCall}${wordEnd})${wordNext}${id}(?=[!?]?${blank}*\()`, (text) =>
    startsUpper.test(text) ? 'kt' : 'nf',
  ),
  rule(`(?:as[!?]?|try!?)(?=${blank})`, 'k'),
  rule(`(#?(?!default|${upper})${id})(${blank}*)(:)`, ['nv', '', 'p']),
  rule(id, (text) => wordClass(text) || (startsUpper.test(text) ? 'kt' : 'n')),
  quotedName,
];

/** Parentheses in code that a mode ends with. */
function inParentheses(end: string): Rule[] {
  return [rule(String.raw`\(`, 'p', 'inner'), rule(String.raw`\)`, end, '^'), ...root];
}

/** Swift. */
export const swift: Language = {
  modes: {
    root,
    nestedComment: nestingComment('cm', 'nestedComment'),
    string: [
      rule(String.raw`\\\(`, 'se', 'interpolation'),
      rule(String.raw`\\(?:["'\\0nrt]|u\{[0-9a-fA-F]{1,8}\})`, 'se'),
      rule('"(?:"")?', 's', '^'),
      rule(String.raw`[^\\"]+`, 's'),
    ],
    interpolation: inParentheses('se'),
    inner: inParentheses('p'),
    tuple: [
      space,
      comment,
      rule(id, 'nv'),
      quotedName,
      rule(',', 'p'),
      rule(String.raw`\(`, 'p', 'tuple'),
      rule(String.raw`\)`, 'p', '^'),
    ],
  },
};
