import type { Language } from '../language.js';
import { lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const anywhere = [space, lineComment('#', 'c1')];

/** OpenSSH's configuration: a word and what it is set to in each line. */
export const ssh: Language = {
  modes: {
    root: [rule(String.raw`[a-zA-Z0-9\u017f\u212a]+`, 'k', 'statement'), ...anywhere],
    statement: [
      rule('\\n', '', '^'),
      rule(oneOf('yes no none auto always ask confirm force') + wordEnd, 'no'),
      rule('[0-9]+', 'm'),
      rule(String.raw`[^#\t-\r ;{}$\\]+`, ''),
      ...anywhere,
    ],
  },
};
