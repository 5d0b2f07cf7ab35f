import type { Language } from '../language.js';
import { readTemplate } from '../markup-feed.js';
import type { Modes, Rule } from '../rule.js';
import { leave, lineComment, oneOf, quotedToLast, rule, space, wordEnd } from './pieces.js';

const id = '[a-zA-Z_]\\w*';

/** What is between brackets; others in them are as those of the mode. */
const parametersOf = (mode: string): Rule[] => [
  rule('\\$\\{?', 'p', 'variable'),
  space,
  rule(',', 'p'),
  rule(quotedToLast('"'), 's2'),
  rule(quotedToLast("'"), 's1'),
  rule('0[xX][0-9a-fA-F]+[Ll]?', 'mh'),
  rule(`[0-9]+${wordEnd}`, 'mi'),
  rule(oneOf('true false null') + wordEnd, 'kc'),
  rule('[([]', 'p', mode),
  rule('[)\\]}]', 'p', '^'),
];

const modes: Modes = {
  root: [
    rule('[^{#$]+', 'html'),
    rule(String.raw`#\*[\s\S]*?\*#`, 'cm'),
    lineComment('##', 'c1'),
    rule(String.raw`(#\{?)(${id})(\}?)([\t-\r ]?\()`, ['p', 'nf', 'p', 'p'], 'directive'),
    rule(`(#\\{?)(${id})(\\}|${wordEnd})`, ['p', 'nf', 'p']),
    rule('\\$\\{?', 'p', 'variable'),
  ],
  variable: [rule(id, 'nv'), rule('\\(', 'p', 'call'), rule(`(\\.)(${id})`, ['p', 'nv']), rule('\\}', 'p', '^'), leave],
  directive: [
    rule(`&&|\\|\\||==?|!=?|[-<>+*%&|^\\/]|${oneOf('eq ne gt lt ge le not in')}${wordEnd}`, 'o'),
    rule('\\[', 'o', 'range'),
    rule(id + wordEnd, 'nf'),
    ...parametersOf('directive'),
  ],
  range: [rule('\\.\\.', 'o'), ...parametersOf('range')],
  call: parametersOf('call'),
};

/** Velocity: HTML with directives and references. */
export const velocity: Language = { read: (code, emit) => readTemplate(modes, code, emit) };
