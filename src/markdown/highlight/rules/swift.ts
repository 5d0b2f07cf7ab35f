import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const wordClass = words(
  {
    k: `
      await break case continue default do else fallthrough if in for return switch where while try catch throw guard defer repeat as dynamicType
      is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ associativity async didSet get infix inout isolated mutating none
      nonmutating operator override postfix precedence prefix set unowned weak willSet throws rethrows precedencegroup`,
    kd: `
      actor class deinit enum convenience extension final func import init internal lazy let nonisolated optional private protocol public required
      static struct subscript typealias var dynamic indirect associatedtype open fileprivate some`,
    kc: 'true false nil',
  },
  '',
);
const id = String.raw`[_\p{L}\p{Nl}][\p{L}\p{N}\p{M}_]*`;

function nameClass(text: string): string {
  return wordClass(text) || (/^\p{Lu}/u.test(text) ? 'kt' : 'n');
}

const root: readonly Rule[] = [
  [/\/\/[^\n]*/u, 'c1'],
  [/\/\*/u, 'cm', 'nestedComment'],
  [/@?"/u, 's', 'string'],
  [/'(?:\\[^\n]|[^\n])'/u, 'sc'],
  [/(?<=^[ \t]*)#[^\n]*/u, 'cp'],
  [/\s+/u, ''],
  [/\$(?:[1-9]\d*)?\d/u, 'nv'],
  [/[()[\]{}:;,?\\]/u, 'p'],
  [/[-/=+*%<>!&|^.~]+/u, 'o'],
  [/(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)*\.\d+(?:_\d)*)(?:[eE][+-]?\d+(?:_\d)*)?/u, 'mf'],
  [/\d+[eE][+-]?[0-9]+/u, 'mf'],
  [/0o?[0-7]+(?:_[0-7]+)*/u, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/u, 'mh'],
  [/0b[01]+(?:_[01]+)*/u, 'mb'],
  [/\d+(?:_\d+)*/u, 'mi'],
  [new RegExp(`@${id}`, 'u'), 'kd'],
  [/(?:private|internal)\( *set *\)|unowned\( *(?:un)?safe *\)|#available\([^)]+\)/u, 'kd'],
  [/#(?:line|file|column|function|dsohandle)/u, 'kd'],
  [new RegExp(`(let|var)\\b(\\s*)(${id})`, 'u'), ['k', '', 'nv']],
  [/(let|var)\b(\s*)(\()/u, ['k', '', 'p'], 'tuple'],
  [
    new RegExp(String.raw`(?!(?:if|while|for|private|internal|unowned|switch|case)\b)${id}(?=[?!]?\s*\()`, 'u'),
    (text) => (/^\p{Lu}/u.test(text) ? 'kt' : 'nf'),
  ],
  [/as[?!]?(?=\s)|try!?(?=\s)/u, 'k'],
  [new RegExp(String.raw`(#?(?!default)(?!\p{Lu})${id})(\s*)(:)`, 'u'), ['nv', '', 'p']],
  [new RegExp(id, 'u'), nameClass],
  [new RegExp(`(\`)(${id})(\`)`, 'u'), ['p', 'nv', 'p']],
];

/** Swift. */
export const swift: Language = {
  grammar: 'swift',
  complete: true,
  zones: { d2: 's', s2: 's', c: 'cm', cd: '>comment', si: '=se', e2: 'se', sa: 's', sr: 'code', cp: 'code' },
  modes: {
    root,
    nestedComment: [
      [/\/\*/u, 'cm', 'nestedComment'],
      [/\*\//u, 'cm', '^'],
      [/[^*/]+|[*/]/u, 'cm'],
    ],
    string: [
      [/\\[\\0tnr'"]|\\u\{[\da-fA-F]{1,8}\}/u, 'se'],
      [/\\\(/u, 'se', 'interpolation'],
      [/[^\\"]+/u, 's'],
      [/"(?:"")?/u, 's', '^'],
    ],
    interpolation: [[/\(/u, 'p', 'inner'], [/\)/u, 'se', '^'], ...root],
    inner: [[/\(/u, 'p', 'inner'], [/\)/u, 'p', '^'], ...root],
    tuple: [
      [new RegExp(id, 'u'), 'nv'],
      [/,/u, 'p'],
      [/\(/u, 'p', 'tuple'],
      [/\)/u, 'p', '^'],
      [/\s+/u, ''],
    ],
    comment: [
      [/\s+(?=\/\/)/u, ''],
      [/\/\/[^\n]*/u, 'c1'],
      [/[\s\S]/u, 'cm'],
    ],
  },
};
