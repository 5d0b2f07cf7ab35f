import type { Language } from '../language.js';
import { words } from '../rule.js';
import { idlRoutines } from './idlang-words.js';
import { anyCase, lineComment, rule } from './pieces.js';

const wordClass = words(
  {
    k: `
      struct inherits return continue begin end break goto of do endif endelse endfor endforeach endwhile endrep endcase endswitch if then else for
      foreach while repeat until case switch and eq ge gt le lt mod ne or xor not`,
    nd: 'compile_opt',
    kr: 'common forward_function',
    nb: idlRoutines,
  },
  'n',
);
const name = '[_a-zA-Z]\\w*';
const kind = `(?:[0-9]+|${name})`;
const exponent = '[dDeE][+-][0-9]+';
const space = rule('[\\t-\\r ]+', 'w');
const endOf = (list: string): string => `(?:${list.split(' ').map(anyCase).join('|')})?`;

/** IDL, a language for data. */
export const idlang: Language = {
  modes: {
    root: [
      space,
      lineComment(';', 'c1'),
      rule(',[\\t-\\r ]*,', 'err'),
      rule(`!${name}`, 'vg'),
      rule('[(),:&$]', 'p'),
      rule(`[+-]?(?:(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:${exponent})?|[0-9]+${exponent})(?:_${kind})?`, 'mf'),
      rule(`[0-9]+${endOf('B S U US LL L ULL UL')}`, 'mi'),
      rule(`"[0-7]+${endOf('B O U ULL UL LL L')}`, 'mo'),
      rule(`'[0-9A-Fa-f]+'[xX]${endOf('B S US ULL UL U LL L')}`, 'mh'),
      rule(`(?:${kind}_)?'`, 's1', 'single'),
      rule(`(?:${kind}_)?"`, 's2', 'double'),
      rule(String.raw`##?|&&|\|\||\/=|<=|>=|->|@|\?|[-+*\/<=~^{}]`, 'o'),
      rule(`(${name})(\\.)([^\\t-\\r ,]*)`, ['n', 'o', 'n']),
      rule(`(${anyCase('function')}|${anyCase('pro')})((?:\\$?[\\t-\\r ])+)`, ['k', 'w'], 'name'),
      rule(name, (text) => wordClass(text.toLowerCase())),
    ],
    name: [rule(name, 'nf'), space, rule(':+|\\$', 'o'), lineComment(';', 'c1'), rule(',', 'o', '^')],
    single: [rule("[^']+", 's1'), rule("''", 'se'), rule("'", 's1', '^')],
    double: [rule('[^"]+', 's2'), rule('"', 's2', '^')],
  },
};
