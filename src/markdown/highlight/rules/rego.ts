import type { Language } from '../language.js';
import { words } from '../rule.js';
import { digit, exponentOf, lineComment, rule, space } from './pieces.js';

const exponent = `(?:${exponentOf('[0-9]+')})?`;

/** Rego, the language of the Open Policy Agent. */
export const rego: Language = {
  modes: {
    root: [
      space,
      lineComment('#', 'c1'),
      rule('[[\\](){}|.,;!]', 'p'),
      rule('"[^"]*"', 's2'),
      rule(`-?[0-9]+\\.[0-9]+${exponent}`, 'mf'),
      rule(`-?[0-9]+${exponent}`, 'm'),
      rule(`\\\\u${digit.sixteen}{4}`, 'mh'),
      rule(String.raw`\\["\/bfnrt]`, 'se'),
      rule(String.raw`[-=<>+*%\/&:?@^~]`, 'o'),
      rule(
        String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+`,
        words({ kc: 'null true false', ow: 'package import default as some else with not' }, 'n'),
      ),
    ],
  },
};
