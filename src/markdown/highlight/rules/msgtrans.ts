import type { Language } from '../language.js';
import { lineComment, lineStart, rule } from './pieces.js';

/** MessageTrans, the messages of RISC OS. */
export const msgtrans: Language = {
  modes: {
    root: [
      lineComment(`${lineStart}#`, 'c'),
      rule('[^\\t\\n\\r ,):?\\/]+', 'nv'),
      rule('[\\n\\/?]', 'o'),
      rule(':', 'o', 'value'),
    ],
    value: [rule('\\n', '', '^'), rule('%[0-3%]', 'o'), rule('[^\\n%]', 's')],
  },
};
