import type { Language } from '../language.js';
import { lineComment, lineEnd, rule, space } from './pieces.js';

const setting = String.raw`([^=\n]*)(=)([^\n]*)`;
const wrap = String.raw`(\\\n)`;

/** Unit files of systemd. */
export const systemd: Language = {
  modes: {
    root: [
      space,
      lineComment('[;#]', 'c'),
      rule(String.raw`\[[^\n]*?\]${lineEnd}`, 'k'),
      rule(setting + wrap, ['nt', 'p', '', 'se'], 'continuation'),
      rule(setting, ['nt', 'p', '']),
    ],
    // As in Rouge, a value that goes on ends with an apostrophe.
    continuation: [rule(`([^\\n]*)${wrap}`, ['', 'se']), rule("[^\\n]*'", '', '^')],
  },
};
