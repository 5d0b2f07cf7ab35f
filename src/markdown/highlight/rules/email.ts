import type { Language } from '../language.js';
import { leave, lineStart, rule } from './pieces.js';

/** E-mails: fields, and after an empty line the text. */
export const email: Language = {
  modes: {
    root: [[leave[0], '', '=+body+fields']],
    body: [rule('\\n', ''), rule(`${lineStart}>[^\\n]*`, 'c'), rule('[^\\n]+', '')],
    fields: [rule(':', 'o', 'value'), rule('[^:]', 'nt')],
    value: [
      rule('(?:\\r?\\n){2}', '', '^^'),
      rule(String.raw`\r?\n(?![ \v\t\f])`, '', '^'),
      rule('[^\\n\\r]+|[\\n\\r]', 'na'),
    ],
  },
};
