import type { Language } from '../language.js';
import { leave, rule, space } from './pieces.js';

const marks = String.raw`@!$&.\\:;<>?[\]^\x60|~*\/+\-`;
const name = String.raw`[a-zA-Z_\u017f\u212a${marks}][\w\u017f\u212a${marks}]*`;

/** Whether an entry's name says that it is a comment. */
const isComment = (entry = ''): boolean => entry.toLowerCase() === 'comment';

/** What is read after an entry's name, the last first. */
function bodyOf([entry]: readonly (string | undefined)[]): string | undefined {
  if (isComment(entry)) return undefined;
  const kind = entry?.toLowerCase();
  const body = kind === 'preamble' ? 'value' : kind === 'string' ? 'field' : 'entry';
  return `+close+${body}+open`;
}

/** BibTeX. */
export const bibtex: Language = {
  modes: {
    root: [space, rule(`@(${name})`, (_, [entry]) => (isComment(entry) ? 'c' : 'nc'), bodyOf), rule('[^\\n]+', 'c')],
    open: [space, rule('[{(]', 'p', '^')],
    close: [space, rule('[})]', 'p', '^')],
    entry: [space, rule(String.raw`[^\t-\r ,}]+`, 'nl', '=fields')],
    fields: [space, rule(',', 'p', 'field'), leave],
    field: [space, rule(name, 'na', '+value+equals'), leave],
    equals: [space, rule('=', 'p', '^')],
    value: [
      space,
      rule(name, 'nv'),
      rule('"', 's', 'quoted'),
      rule('\\{', 's', 'braced'),
      rule('[0-9]+', 'm'),
      rule('#', 'p'),
      leave,
    ],
    quoted: [rule('\\{', 's', 'braced'), rule('"', 's', '^'), rule('[^{"]+', 's')],
    braced: [rule('\\{', 's', 'braced'), rule('\\}', 's', '^'), rule('[^{}]+', 's')],
  },
};
