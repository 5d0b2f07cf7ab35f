import type { Language } from '../language.js';
import { lineComment, rule, space } from './pieces.js';

const rest = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*`;

/** Prolog. */
export const prolog: Language = {
  modes: {
    root: [lineComment('#', 'c1'), rule('(?:)', '', '=clauses')],
    clauses: [
      space,
      lineComment('%', 'c1'),
      rule(String.raw`\/\*`, 'cm', 'comment'),
      rule(String.raw`[[\](){}|.,;!]|:-|-->`, 'p'),
      [/"/u, 's2', undefined, '"'],
      rule(String.raw`[0-9]+\.[0-9]+`, 'mf'),
      rule('[0-9]+', 'm'),
      rule(String.raw`\p{Lowercase}${rest}`, 'ss'),
      [/'/u, 'ss', undefined, "'"],
      rule(String.raw`[A-Z]\w*|_${rest}`, 'nv'),
      rule(String.raw`[-#&*+,.\/:<=>?@^~]+`, 'o'),
    ],
    // As in Rouge, what is in a comment and not after an asterisk is an error.
    comment: [
      rule(String.raw`\/\*`, 'cm', 'comment'),
      rule(String.raw`[\t-\r ]*\*[^*\/]+`, 'cm'),
      rule(String.raw`\*\/`, 'cm', '^'),
      rule(String.raw`[\t-\r ]+`, 'err'),
    ],
  },
};
