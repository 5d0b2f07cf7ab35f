import type { Language } from '../language.js';
import { anyCase, lineStart, rule, wordEnd } from './pieces.js';

const gap = String.raw`[\t\v\f\r ]`;
const word = String.raw`[^\t-\r ]+`;
const directive = rule('#', 'c', 'directive');

/** The Test Anything Protocol. */
export const tap: Language = {
  modes: {
    root: [
      rule(`${lineStart}TAP version [0-9]+\\n`, 'nn'),
      rule(`${lineStart}1\\.\\.[0-9]+`, 'kd', 'plan'),
      rule(`${lineStart}(not ok)(${gap}*)([0-9]*)`, ['gr', '', 'mi'], 'test'),
      rule(`${lineStart}(ok)(${gap}*)([0-9]*)`, ['kr', '', 'mi'], 'test'),
      rule(`${lineStart}#[^\\n]*\\n`, 'c'),
      rule(`${lineStart}Bail out![^\\n]*\\n`, 'gr'),
      rule(`${lineStart}[^\\n]*\\n`, ''),
    ],
    plan: [rule(`${gap}+`, ''), directive, rule('\\n', 'c', '^'), rule('[^\\n]*\\n', 'gr', '^')],
    test: [rule(`${gap}+`, ''), directive, rule(word, ''), rule('\\n', '', '^')],
    directive: [
      rule(`${gap}+`, 'c'),
      rule(anyCase('todo') + wordEnd, 'cp'),
      rule(String.raw`[sS\u017f][kK\u212a][iI][pP][^\t-\r ]*`, 'cp'),
      rule(word, 'c'),
      rule('\\n', 'c', '^^'),
    ],
  },
};
