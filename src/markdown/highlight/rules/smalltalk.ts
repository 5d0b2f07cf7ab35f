import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { leave, lineEnd, lineStart, rule, space, wordEnd } from './pieces.js';

const sign = String.raw`[-+*\/\\~<>=|&!?,@%]`;
const gap = '([\\t-\\r ]*)';
const gaps: readonly Rule[] = [rule(`! !${lineEnd}`, 'k'), space, rule('"[^"]*"', 'c')];
const literals: readonly Rule[] = [
  rule("'[^']*'", 's', 'object'),
  rule('\\$[^\\n]', 'sc', 'object'),
  rule('#\\(', 'ss', 'array'),
  rule(String.raw`(?:[0-9]+r)?-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?`, 'm', 'object'),
  rule(String.raw`#(?:"[^"]*"|${sign}+|[\w:]+)`, 'ss', 'object'),
];
const inArray: readonly Rule[] = [
  rule('#\\(', 'ss', 'inner'),
  rule('\\)', 'ss', '^'),
  ...gaps,
  ...literals,
  rule(`(?:${sign}|[\\w:])+`, 'ss'),
];

/** Smalltalk. */
export const smalltalk: Language = {
  modes: {
    root: [
      rule(String.raw`(<)(\w+:)([^\n]*?)(>)`, ['p', 'k', '', 'p']),
      ...gaps,
      rule(`([a-zA-Z]\\w*:)${gap}(\\w+)`, ['nf', '', 'nv']),
      rule(`${lineStart}([a-zA-Z]\\w*)${gap}${lineEnd}`, ['nf', '']),
      rule(`${lineStart}(${sign}+)${gap}(\\w+)${gap}${lineEnd}`, ['nf', '', 'nv', '']),
      rule(String.raw`(\|)([\w\t-\r ]*)(\|)`, ['p', 'nv', 'p']),
      rule('\\[', 'p', 'arguments'),
      rule(`(?:self|super|true|false|nil|thisContext)${wordEnd}`, 'bp', 'object'),
      rule(`[A-Z]\\w*(?!:)${wordEnd}`, 'nc', 'object'),
      rule(`[a-z]\\w*(?!:)${wordEnd}`, 'nv', 'object'),
      ...literals,
      rule(':=|[\\^_]', 'o'),
      rule('[)}\\]]', 'p', 'object'),
      rule('[({!]', 'p'),
    ],
    arguments: [...gaps, rule(`(:)${gap}(\\w+)`, ['o', '', 'nv']), rule('\\|', 'p', '^'), leave],
    array: [rule('\\)', 'ss', '=object'), ...inArray],
    inner: inArray,
    object: [
      ...gaps,
      rule('(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):', 'nb', '^'),
      rule(`new(?!:)${wordEnd}`, 'nb'),
      rule(':=|_', 'o', '^'),
      rule('[a-zA-Z]\\w*:', 'nf', '^'),
      rule('[a-zA-Z]\\w*', 'nf'),
      rule(`${sign}+`, 'nf', '^'),
      rule('\\.', 'p', '^'),
      rule(';', 'p'),
      leave,
    ],
  },
};
