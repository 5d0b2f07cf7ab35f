import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { leave, lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    kr: 'BEGIN END',
    kc: 'ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS SUBSEP',
    nb: 'atan2 cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system tolower toupper',
  },
  '',
);
const notInName = '(?![a-zA-Z0-9_])';
const keywords = oneOf('if else while for do break continue return next nextfile delete exit print printf getline');

const gaps: readonly Rule[] = [space, lineComment('#', 'c1')];
/** Where an operand may begin, a slash starts a regular expression. */
const operand: readonly Rule[] = [...gaps, rule('\\/', 'sr', '=regex'), leave];

const root: readonly Rule[] = [
  ...gaps,
  rule(String.raw`[-<>+*\/%\^!=]=?|in${wordEnd}|\||&&|~!?`, 'o', 'operand'),
  rule('[([,]', 'p', 'operand'),
  rule('[;{}]', 'p', 'statement'),
  rule('[)\\].]', 'p'),
  rule('\\?', 'p', '+ternary+operand'),
  rule(keywords + notInName, 'k', 'operand'),
  rule(`function${notInName}`, 'kd', 'operand'),
  rule('[$a-zA-Z_][a-zA-Z0-9_]*', (text) => wordClass(text) || (text.startsWith('$') ? 'nv' : 'nx')),
  rule('[0-9]+\\.[0-9]+', 'mf'),
  rule('[0-9]+', 'mi'),
  // A string without an end has it at the last quote, though that is escaped.
  rule(String.raw`"(?:(?:\\[\\"]|[^"\\]|\\(?![\\"]))*"|[\s\S]*")`, 's2'),
  rule(':', 'p'),
];

/** Awk. */
export const awk: Language = {
  modes: {
    root,
    operand,
    statement: [rule('[{}]', 'p'), ...operand],
    ternary: [rule(':', 'p', '=operand'), ...root],
    regex: [
      rule('\\/', 'sr', '=regexEnd'),
      rule('[^/]?\\n', 'err', '^'),
      rule('\\[\\^?', 'se', 'regexSet'),
      rule(String.raw`\\[^\n]|\(\?[:=<!]|\{[0-9,]+\}|[()?]`, 'se'),
      rule('[^\\n]', 'sr'),
    ],
    regexEnd: [leave],
    regexSet: [
      rule('\\/', 'se'),
      rule('[^/]\\n', 'err', '^^'),
      rule('\\]', 'se', '^'),
      rule('\\\\[^\\n]', 'se'),
      rule('[^\\n]', 'sr'),
    ],
  },
};
