import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space } from './pieces.js';

const text = (quote: string): string => `${quote}(?:[^\\\\${quote}]|\\\\[^\\n])*${quote}`;

/** SuperCollider. */
export const supercollider: Language = {
  modes: {
    root: [
      space,
      lineComment('\\/\\/', 'c1'),
      rule('\\/\\*', 'cm', 'comment'),
      rule('[-+]?0[xX][0-9a-fA-F]+', 'mh'),
      rule(String.raw`[-+]?[0-9]+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?`, 'mf'),
      rule(String.raw`[-+]?(?:[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?:pi)?|pi)`, 'mf'),
      rule('\\$(?:\\\\?[^\\n])', 'sc'),
      rule(text('"'), 's'),
      rule(`${text("'")}|\\\\\\w+`, 'sx'),
      rule('[A-Za-z_]\\w*:', 'nl'),
      rule('[A-Z]\\w*', 'nc'),
      rule('_\\w+', 'nf'),
      rule(
        '[a-z]\\w*',
        words(
          {
            k: 'var arg classvar const super this',
            kc: `
              true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef currentEnvironment topEnvironment`,
            kr: 'case do for forBy loop if while new newCopyArgs',
          },
          'n',
        ),
      ),
      rule('~\\w+', 'vg'),
      rule(String.raw`[{}()\[\];,.]`, 'p'),
      rule(String.raw`[-+*\/&|%<>=]+|[\^:#]`, 'o'),
      rule('_', 'nb'),
    ],
    comment: [rule('\\/\\*', 'cm', 'comment'), rule('\\*\\/', 'cm', '^'), rule('[^*/]+|[*/]', 'cm')],
  },
};
