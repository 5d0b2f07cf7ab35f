import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
  if otherwise let in with where case of infix infixl infixr class instance generic derive special implementation definition system module from
  import qualified as dynamic code inline foreign export ccall stdcall`,
  },
  'n',
);
const blank = rule('[\\t-\\r ]+', 'w');
const literals: readonly Rule[] = [
  rule(String.raw`'(?:[^'\\]|\\(?:x[0-9a-fA-F]+|[0-9]+|[^\n]))'`, 'sc'),
  rule(`[+~-]?[0-9]+\\.[0-9]+(?:E[+-]?[0-9]+)?${wordEnd}`, 'mf'),
  rule(`[+~-]?[0-9]+E[+-]?[0-9]+${wordEnd}`, 'mf'),
  rule('[+~-]?[0-9]+', 'mi'),
  rule('"', 's2', 'string'),
];
const escapes = rule(String.raw`\\(?:[xX][0-9a-fA-F]{1,2}|[dD][0-9]{0,3}|0[0-7]{0,3}|[0-7]{1,3}|[nrfbtv\\"'])`, 'se');

function commentBody(as: string): readonly Rule[] {
  return [
    rule('\\*\\/', as, '^'),
    rule('\\/\\/[^\\n]*', as),
    rule('\\/\\*', as, 'comment'),
    rule('[^*\\/]+|[*\\/]', as),
  ];
}

/** Clean. */
export const clean: Language = {
  modes: {
    root: [
      blank,
      lineComment('\\/\\/\\*', 'cd'),
      lineComment('\\/\\/', 'c1'),
      rule('\\/\\*\\*', 'cd', 'doc'),
      rule('\\/\\*', 'cm', 'comment'),
      rule('[+~-]?0[0-7]+', 'mo'),
      rule('[+~-]?0x[0-9a-fA-F]+', 'mh'),
      ...literals,
      rule("(\\[)([\\t-\\r ]*)(')(?=[^\\n]*?'\\])", ['p', 'w', 's1'], 'characters'),
      rule('code(?:[\\t-\\r ]+inline)?[\\t-\\r ]*\\{', 'cp', 'machine'),
      rule('_*[a-z][\\w`]*', wordClass),
      rule('_*[A-Z][\\w`]*', (text) => (text === 'True' || text === 'False' ? 'kc' : 'kt')),
      rule(`[^\\w\\t-\\r \`]|_${wordEnd}`, 'p'),
    ],
    doc: commentBody('cd'),
    comment: commentBody('cm'),
    string: [rule('"', 's2', '^'), escapes, rule('[^\\\\"]+', 's2')],
    characters: [rule("(')(\\])", ['s1', 'p'], '^'), escapes, rule("[^\\\\']", 's1')],
    machine: [
      blank,
      lineComment('\\|', 'c1'),
      ...literals,
      rule('\\}', 'cp', '^'),
      rule('\\.\\w*', 'k', 'operands'),
      rule('\\w+', 'nb', 'operands'),
    ],
    operands: [
      rule('\\n', 'w', '^'),
      rule('\\}', 'cp', '^^'),
      blank,
      lineComment('\\|', 'c1'),
      ...literals,
      rule('[^\\t-\\r ]+', 'n'),
    ],
  },
};
