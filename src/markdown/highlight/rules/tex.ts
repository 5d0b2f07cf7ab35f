import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, leave, lineComment, rule, wordEnd } from './pieces.js';

/** A control word, a control space or a control symbol. Two letters beyond ASCII count as the `k` and the `s` they stand for. */
const command = String.raw`\\(?:[a-zA-Z\u017f\u212a]+|${blank}+|[^\n])`;
const marks: readonly Rule[] = [lineComment('%', 'c'), rule('[{}&_\\^]', 'p')];

/** Formulas up to one of the two closing marks: numbers, operators, and all else as a name. */
function formula(...ends: readonly Rule[]): Rule[] {
  return [
    ...ends,
    rule(command, 'nv'),
    ...marks,
    rule('[0-9]+', 'm'),
    rule(String.raw`[-=!+*\/()[\]]`, 'o'),
    rule(String.raw`[^-=!+*\/()[\]\\$%&_\^{}0-9]+`, 'nb'),
  ];
}

/** TeX and LaTeX. */
export const tex: Language = {
  modes: {
    root: [
      rule(String.raw`\\\[|\$\$`, 'p', 'display'),
      rule(String.raw`\\\(|\$`, 'p', 'inline'),
      rule(String.raw`\\(?:begin|end)\{[^\n]*?\}`, 'nt'),
      rule(String.raw`(\\verb)${wordEnd}(?<mark>[^ \t-\r])([^\n]*?)(\k<mark>)`, ['nb', 'kp', 'sx', 'kp']),
      rule(command, 'k', 'afterCommand'),
      ...marks,
      rule(String.raw`[^\\$%&_\^{}]+`, ''),
    ],
    inline: formula(rule(String.raw`\\\)|\$`, 'p', '^')),
    display: formula(rule(String.raw`\\\]|\$\$`, 'p', '^'), rule(String.raw`\$`, 'nb')),
    afterCommand: [rule(String.raw`\[[^\n]*?\]`, 'na'), rule(String.raw`\*`, 'k'), leave],
  },
};
