import type { Language } from '../language.js';
import { words } from '../rule.js';
import {
  anyCase,
  blank,
  blockComment,
  leave,
  lineComment,
  oneOf,
  quotedToLast,
  rule,
  space,
  wordEnd,
  wordNext,
} from './pieces.js';

const keywords = 'if else var xml default break switch do try catch throw in continue for return while required';
const wordClass = words(
  {
    kd: 'component property function remote public package private',
    k: keywords,
    kt: 'any array binary boolean component date guid numeric query string struct uuid void xml',
  },
  'nx',
);
const name = '[$a-zA-Z_][a-zA-Z0-9_.]*';
const constants = oneOf('application session client cookie super this variables arguments cgi');
const operatorWords = anyCase(
  '(?:does not contain|greater than(?: or equal to)?|less than(?: or equal to)?|mod|eq|lte?|gte?|not|is|and|or|xor|eqv|imp|equal|contains)',
);
const operatorMarks = String.raw`(?:\+\+|--|&&|\|\||[<>]=?|[=!]=|\?)`;

const gaps = [space, lineComment(String.raw`\/\/`, 'c1'), blockComment('cm')];
const root = [
  ...gaps,
  rule(`${operatorWords}${wordEnd}|${operatorMarks}${wordNext}`, 'o', 'start'),
  rule(String.raw`[-<>+*%&|^\/!=]=?`, 'o', 'start'),
  rule('[([,]', 'p', 'start'),
  rule('[;{}]', 'p', 'statement'),
  rule(String.raw`[)\].]`, 'p'),
  rule(String.raw`\?`, 'p', '+ternary+start'),
  rule(constants + wordEnd, 'no'),
  rule(`(?:true|false|null)${wordEnd}`, 'kc'),
  rule(`import${wordEnd}`, 'kn', 'import'),
  rule(`(${name})(${blank}*)(:)(${blank}*)`, ['n', '', 'p', ''], 'start'),
  rule(`(${oneOf(keywords)})(${blank}*)(\\()`, ['k', '', 'p']),
  rule(`([A-Za-z_$][\\w.]*)(${blank}*)(\\()`, ['nf', '', 'p']),
  rule(`(${name})`, wordClass, ([text]) => (wordClass(text!) === 'nx' ? undefined : 'start')),
  rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?`, 'mf'),
  rule('0x[0-9a-fA-F]+', 'mh'),
  rule('[0-9]+', 'mi'),
  rule(quotedToLast('"'), 's2'),
  rule(quotedToLast("'"), 's1'),
];
const start = [...gaps, rule('\\{', 'p', 'object'), leave];

/** CFScript, ColdFusion's language. */
export const cfscript: Language = {
  modes: {
    root,
    start,
    statement: [rule('[{}]', 'p'), ...start],
    object: [
      ...gaps,
      rule('\\}', 'p', 'start'),
      rule(`(${name})(${blank}*)(:)`, ['nx', '', 'p'], 'start'),
      rule(':', 'p'),
      ...root,
    ],
    ternary: [rule(':', 'p', '=start'), ...root],
    import: [space, rule('[a-zA-Z0-9_.]+\\*?', 'nn', '^')],
  },
};
