import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { leave, lineEnd, rule, wordEnd } from './pieces.js';
import { sassModes, statements } from './sass-modes.js';

const id = String.raw`[\w-]+`;
const emptyLine = rule('[ \\t]*\\n', '');
const lineOfContent = rule('([ \\t]*)', [''], ([indent]) => `content:${indent}`);

/** What follows a comment: more of it in lines that are indented further. */
function after(comment: string): (indent: string) => Rule[] {
  return (indent) => [emptyLine, rule(`${indent}[ \\t]+`, '', comment), lineOfContent];
}

/** Sass with its indented syntax. A comment goes on in the lines that are indented further, which its mode's name remembers. */
export const sass: Language = {
  modes: sassModes([rule('\\n', '', '!root')], {
    root: [emptyLine, lineOfContent],
    content: (indent) => [
      rule('\\/\\/[^\\n]*', 'c1', `!afterLineComment:${indent}`),
      rule('\\/\\*[^\\n]*\\n', 'cm', `!afterComment:${indent}`),
      rule(`@import${wordEnd}`, 'k', 'import'),
      ...statements,
      rule(`=${id}`, 'nf', 'value'),
      rule(`\\+${id}`, 'nd', 'value'),
      rule(':', 'na', 'oldAttribute'),
      rule(`(?=[^[\\n]+?:(?:[^a-z]|${lineEnd}))`, '', 'attribute'),
      [leave[0], '', 'selector'],
    ],
    afterLineComment: after('lineComment'),
    afterComment: after('comment'),
    lineComment: [rule('[^\\n]*', 'c1', '^')],
    comment: [rule('[^\\n]*\\n', 'cm', '^')],
    import: [rule('[ \\t]+', ''), rule('[^\\t-\\r ]+', 's'), rule('\\n', '', '^')],
  }),
};
