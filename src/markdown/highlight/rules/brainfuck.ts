import type { Language } from '../language.js';
import { leave, rule, space } from './pieces.js';

const commands = [
  rule('\\[', 'p', 'loop'),
  rule(String.raw`[^[\]<>+\-.,]+`, 'c1'),
  rule('[<>]+', 'nb'),
  rule(String.raw`[+\-.,]+`, 'nf'),
];

/** Brainfuck. A loop at its beginning is never run, and so a comment. */
export const brainfuck: Language = {
  modes: {
    root: [space, rule('\\[', 'cm', 'comment'), [leave[0], '', '=code']],
    comment: [rule('\\[', 'cm', 'comment'), rule('\\]', 'cm', '^'), rule('[^[\\]]+', 'cm')],
    code: [rule('\\]', 'err'), ...commands],
    loop: [rule('\\]', 'p', '^'), ...commands],
  },
};
