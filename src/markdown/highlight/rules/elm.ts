import type { Language } from '../language.js';
import { digit, lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const keywords = oneOf('module exposing port import as type alias if then else case of let in');

/** Elm. */
export const elm: Language = {
  modes: {
    root: [
      space,
      lineComment('--', 'c1'),
      rule('\\{-', 'cm', 'comment'),
      rule(keywords + wordEnd, 'k'),
      rule('[a-z]\\w*|_', 'n'),
      rule('[A-Z]\\w*', 'kt'),
      rule(String.raw`::|[-+,.\/*%=<>\^|!\\@#$&~?]`, 'o'),
      rule('"""', 's', 'longString'),
      rule(String.raw`'(?:\\[^\n]|[^\n])'`, 'sc'),
      rule('"', 's', 'string'),
      rule(`0[xX]${digit.sixteen}+`, 'mh'),
      rule(String.raw`[0-9]+(?:[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?)`, 'mf'),
      rule('[0-9]+', 'mi'),
      rule('[[\\]();`{}:]', 'p'),
    ],
    comment: [rule('-\\}', 'cm', '^'), rule('\\{-', 'cm', 'comment'), rule('[^-{}]+|[-{}]', 'cm')],
    string: [rule(String.raw`[^\\"]+`, 's2'), rule('\\\\"', 'se'), rule('"', 's2', '^')],
    longString: [rule('\\\\"', 'se'), rule('"""', 's', '^'), rule('[^"]+|"', 's')],
  },
};
