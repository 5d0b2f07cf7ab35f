import type { Language } from '../language.js';
import { blockComment, leave, lineComment, rule, space, wordEnd } from './pieces.js';
import { sassModes, statements } from './sass-modes.js';

/** SCSS. */
export const scss: Language = {
  modes: sassModes([rule('\\n', ''), rule('[;{}]', 'p', '!root')], {
    root: [
      space,
      lineComment('\\/\\/', 'c1'),
      blockComment('cm'),
      rule(`@import${wordEnd}`, 'k', 'value'),
      ...statements,
      rule('(?=[^;{}][;}]|[^;{}:[]+:[^a-z])', '', 'attribute'),
      [leave[0], '', 'selector'],
    ],
  }),
};
