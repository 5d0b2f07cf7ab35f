import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, quotedToLast, rule, space } from './pieces.js';

/** Io. */
export const io: Language = {
  modes: {
    root: [
      space,
      lineComment('(?:\\/\\/|#)', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule('\\/\\+', 'cm', 'comment'),
      rule(quotedToLast('"'), 's'),
      rule('::?=', 'k'),
      rule('[()]', 'p'),
      rule(String.raw`[-=;,*+<>!\/|^.%&[\]{}]`, 'o'),
      rule('[A-Z]\\w*', 'nc'),
      rule(
        '[a-z_]\\w*',
        words(
          {
            kc: 'true false nil',
            nb: 'if then elseif else for do method return call args list clone super doFile doString',
          },
          'n',
        ),
      ),
      rule(String.raw`[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?`, 'mf'),
      rule('@@?', 'k'),
    ],
    comment: [rule('[^\\/+]+', 'cm'), rule('\\/\\+', 'cm', 'comment'), rule('\\+\\/', 'cm', '^')],
  },
};
