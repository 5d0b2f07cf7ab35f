import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, digit, digitsOf, leave, lineComment, lineStart, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
      abort abstract accept access aliased all array at begin body case constant declare delay delta digits do else elsif end
      exception exit for generic goto if in interface is limited loop new null of others out overriding pragma private protected
      raise range record renames requeue return reverse select separate some synchronized tagged task terminate then until use
      when while with`,
    ow: 'and or xor not abs mod rem',
    kd: 'package procedure function entry type subtype',
    nb: `
      boolean character string wide_character wide_string wide_wide_character wide_wide_string integer natural positive duration
      float short_float long_float long_long_float short_integer short_short_integer long_integer long_long_integer
      constraint_error program_error storage_error tasking_error`,
  },
  'n',
);
const classOf = (text: string): string => wordClass(text.toLowerCase());
const unitClass = (text: string): string => classOf(text).replace(/^nb?$/, 'nn');

const name = String.raw`\p{Alphabetic}(?:\p{Pc}?[\p{Alphabetic}\p{Nd}])*${wordEnd}`;
const gaps: readonly Rule[] = [space, lineComment('--', 'c1')];
const number = digitsOf(digit.ten, '_?');
const based = digitsOf(digit.sixteen, '_?');
const power = `(?:[eE][-+]?${number})?`;
const gap = '([\\t-\\r ]+)';
const operators = [
  'and',
  'or',
  'xor',
  String.raw`\/?=|<=?|>=?|\+|\u2013|&\|\/`,
  'mod',
  'rem',
  String.raw`\*?\*`,
  'abs',
  'not',
].join('|');

/** Ada. */
export const ada: Language = {
  modes: {
    root: [
      ...gaps,
      rule("'[^\\n]'", 'sc'),
      rule('"[^"\\n]*', 's2', 'string'),
      rule(`${number}(?:\\.${number}|#${based}\\.${based}#)${power}`, 'mf'),
      rule(`2#${digitsOf(digit.two, '_?')}#${power}`, 'mb'),
      rule(`8#${digitsOf(digit.eight, '_?')}#${power}`, 'mo'),
      rule(`16#(?:${based})?#${power}`, 'mh'),
      rule(`${number}#${based}#${power}`, 'mi'),
      rule(`${number}#\\w+#`, 'err'),
      rule(number + power, 'mi'),
      rule("'", 'p', 'attribute'),
      rule(`<<${name}>>`, 'nl'),
      // As in Rouge, only at the start of a line are units named.
      rule(
        `${lineStart}(?:(${anyCase('limited')})${gap})?(?:(${anyCase('private')})${gap})?(${anyCase('with')})${wordEnd}`,
        ['kn', '', 'kn', '', 'kn'],
        'units',
      ),
      rule(String.raw`[-+*\/&<=>|]|\.\.|:=`, 'o'),
      rule('[.,:;()]', 'p'),
      rule(`(${name})`, classOf, ([word]) => (classOf(word!) === 'kd' ? 'declared' : undefined)),
      rule(String.raw`[\p{Pc}alph][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*`, 'err'),
    ],
    string: [rule('[^"\\n]+', 's2'), rule('""', 'se'), rule('"', 's2', '^'), rule('\\n', 'err', '^')],
    attribute: [...gaps, rule(name, 'na', '^'), leave],
    declared: [
      ...gaps,
      rule(anyCase('body') + wordEnd, 'kd'),
      rule(`(${name})(\\.)`, ['nn', 'p']),
      rule(`${name}|"(?:${operators})"`, 'nf', '^'),
      leave,
    ],
    units: [
      ...gaps,
      rule(`(${name})`, unitClass, ([word]) => {
        const as = unitClass(word!);
        if (as === 'nn') return undefined;
        return as === 'kd' ? '=declared' : '^';
      }),
      rule('[.,]', 'p'),
      leave,
    ],
  },
};
