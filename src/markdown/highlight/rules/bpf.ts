import type { Language } from '../language.js';
import { anyCase, blank, rule } from './pieces.js';

const register = '[rRwW][0-9]+';
const lineNumber = `([0-9]+)(:)(${blank}+)`;
const goTo = `(${anyCase('goto')})(${blank}*)(\\+[0-9]+)?(${blank}*)(<?\\w+>?)`;
const goToNames = ['k', 'w', 'mi', 'w', 'nl'] as const;
const number = '0[xX][0-9a-fA-F]+|-?[0-9]+';
const hex = '[0-9a-fA-F]{2}';
const condition = `(${anyCase('if')})(${blank}+)(${register})(${blank}*)([sS!=<>]+)(${blank}*)`;
const conditionNames = ['k', 'w', 'n', 'w', 'o', 'w'] as const;
const types = ['u8', 'u16', 'u32', 'u64', 'll'].map(anyCase).join('|');

/** Listings of BPF's programs. */
export const bpf: Language = {
  modes: {
    root: [
      rule(`${lineNumber}(\\(${hex}\\))`, ['gl', 'p', 'w', 'g']),
      rule(`${lineNumber}((?:${hex} ){8})`, ['gl', 'p', 'w', 'g']),
      rule(lineNumber, ['gl', 'p', 'w']),
      rule(`(${anyCase('call')})(${blank}+)([0-9]+)`, ['k', 'w', 'mi']),
      rule(`(${anyCase('call')})(${blank}+)(\\w+)(#)([0-9]+)`, ['k', 'w', 'nb', 'p', 'mi']),
      rule(goTo, goToNames),
      rule(`${condition}(${number})(${blank}*)${goTo}`, [...conditionNames, 'm', 'w', ...goToNames]),
      rule(`${condition}(${register})(${blank}*)${goTo}`, [...conditionNames, 'n', 'w', ...goToNames]),
      rule(`(\\*)(${blank}*)(\\()(${types})(${blank}*)(\\*)(\\))`, ['o', 'w', 'p', 'kt', 'w', 'o', 'p'], 'address'),
      rule(String.raw`[+-\/*&|><^sS]{0,3}=`, 'o'),
      rule(`([+-]?)(${register})`, ['p', 'n']),
      rule('\\/\\/', 'c1', 'lineComment'),
      rule('\\/\\*', 'cm', 'comment'),
      rule(['be16', 'be32', 'be64', 'exit', 'lock', 'map'].map(anyCase).join('|'), 'k'),
      rule(`(${number})(${blank}*)(${anyCase('ll')})?`, ['m', 'w', 'kt']),
      rule(`(\\w+)(${blank}*)(${anyCase('ll')})`, ['n', 'w', 'kt']),
      rule(`(\\w+)(${blank}*)(:)`, ['nl', 'w', 'p']),
      rule('[\\s\\S]', ''),
    ],
    address: [
      rule(`(\\()(${register})(${blank}*)([+-])(${blank}*)([0-9]+)(\\))`, ['p', 'n', 'w', 'o', 'w', 'mi', 'p'], '^'),
      rule('(\\w+)(\\[)([0-9]+)(\\])', ['n', 'p', 'mi', 'p'], '^'),
      rule(`(\\w+)(\\[)(${register})(\\])`, ['n', 'p', 'n', 'p'], '^'),
    ],
    lineComment: [rule('\\n', 'c1', '^'), rule('[^\\n]+', 'c1')],
    comment: [rule('\\*\\/', 'cm', '^'), rule('[^*\\/]+|[*\\/]', 'cm')],
  },
};
