import type { Language } from '../language.js';
import { words } from '../rule.js';
import { openedgeWords } from './openedge-words.js';
import { anyCase, blank, digit, lineComment, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    nb: openedgeWords,
    kt: `
      blob character char clob com-handle date datetime datetime-tz decimal dec handle int64 integer int logical longchar memptr raw
      recid rowid widget-handle`,
  },
  'nv',
);
const end = '[uUlL]*';
const numbers = [
  rule(`(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+${end})?`, 'mf'),
  rule(`[0-9]+[eE][+-]?[0-9]+${end}`, 'mf'),
  rule(`0[xX]${digit.sixteen}+${end}`, 'mh'),
  rule(`0[0-7]+${end}`, 'mo'),
  rule(`[0-9]+${end}`, 'mi'),
];
const notBlank = '[^\\t-\\r ]+';
const name = '[a-zA-Z_&{}][a-zA-Z0-9_\\-&}]*';

/** OpenEdge's ABL, once called Progress. */
export const openedge: Language = {
  modes: {
    root: [
      space,
      rule(`(\\.)(${blank}+)`, ['o', '']),
      lineComment('\\/\\/', 'c1'),
      rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'),
      rule(`(\\{?&)(${notBlank})`, ['cp', 'nx'], 'directive'),
      rule('"', 's', 'string'),
      rule(String.raw`'(?:\\(?:[^\n]|[0-7]{1,3}|[xX][a-fA-F0-9]{1,2})|[^\\'\n])'`, 'sc'),
      ...numbers,
      rule('\\*\\/', 'err'),
      rule(String.raw`[~!%^*+=|?:<>\/\-]`, 'o'),
      rule('[()[\\],]', 'p'),
      rule(`(?:${['true', 'false', 'null'].map(anyCase).join('|')})${wordEnd}`, 'kc'),
      rule(name, (text) => wordClass(text.toLowerCase())),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})`, 'se'),
      rule('[^\\\\"]+|\\\\', 's'),
    ],
    directive: [
      rule('\\n', '', '^'),
      space,
      rule(`(\\{?&)(${notBlank})`, ['cp', 'nx']),
      rule('"', 's', 'string'),
      ...numbers,
      rule(notBlank, 'n'),
    ],
  },
};
