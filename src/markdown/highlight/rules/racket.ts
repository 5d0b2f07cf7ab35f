import type { Language } from '../language.js';
import { words } from '../rule.js';
import { leave, lineComment, quotedToLast, rule, space } from './pieces.js';
import { racketForms, racketProcedures } from './racket-words.js';

const name = String.raw`[^\t-\r ()[\]{}'\x60,.]+`;
const open = String.raw`[(\[{]`;
const close = String.raw`[)\]}]`;

/** Racket. The first word after a bracket is what is called. */
export const racket: Language = {
  modes: {
    root: [
      lineComment('(?:;|#!)', 'c1'),
      rule(String.raw`#\|`, 'cm', 'comment'),
      rule('#;', 'cm', 'datum'),
      space,
      rule(String.raw`[+-](?:inf\.[f0]|nan\.0)|-min\.0|\+max\.0|-?[0-9]+\.[0-9]+`, 'mf'),
      rule('-?[0-9]+', 'mi'),
      rule(`#:${name}`, 'nt'),
      rule('#b[01]+', 'mb'),
      rule('#o[0-7]+', 'mo'),
      rule('#d[0-9]+', 'mi'),
      rule('#[xX][0-9a-fA-F]+', 'mh'),
      rule('#[ei][0-9.]+', 'mx'),
      rule(quotedToLast('"'), 's'),
      rule(`['\`]${name}`, 'ss'),
      rule(String.raw`#\\(?:[()/'"._!$%& ?=+-]|[a-zA-Z0-9]+)`, 'sc'),
      rule('#[tT](?:[rR][uU][eE])?|#[fF](?:[aA][lL][sS][eE])?', 'no'),
      rule("['#`.]|,@?", 'o'),
      rule(open, 'p', 'first'),
      rule(close, 'p'),
      rule(name, 'nv'),
    ],
    first: [rule(name, words({ k: racketForms, nb: racketProcedures }, 'nf'), '^'), leave],
    comment: [rule(String.raw`\|#`, 'cm', '^'), rule(String.raw`#\|`, 'cm', 'comment'), rule('[^|#]+|[|#]', 'cm')],
    datum: [rule(open, 'cm', 'datumInside'), rule(String.raw`"(?:\\"|[^"])*?"|[^\t-\r ]+`, 'cm', '^'), leave],
    datumInside: [rule(String.raw`[^()\[\]{}]+`, 'cm'), rule(close, 'cm', '^'), rule(open, 'cm', 'datumInside')],
  },
};
