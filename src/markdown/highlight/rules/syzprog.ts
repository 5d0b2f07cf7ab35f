import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { leave, lineComment, rule, space } from './pieces.js';

const wordClass = words(
  {
    k: `
  ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION AUTO false nil true void async fail_nth
  rerun`,
  },
  'n',
);
const blank = '[\\t-\\r ]+';
const id = '[a-zA-Z_]\\w*';
/** Looked for first, as a long word may be taken apart in many ways. */
const call = `(?=\\w+(?:\\$\\w*)?(?:${blank})?\\()`;
const comment = lineComment('#', 'c');
const term: readonly Rule[] = [
  rule('-?0[xX][0-9a-fA-F]+', 'mh'),
  rule('-?[0-9]+', 'mi'),
  rule('"[^"]*"', 's2'),
  rule('`[^`]*`', 'sb'),
  rule("'[^']*'", 's1'),
  rule('r[0-9]+', 'kp'),
  rule(id, wordClass),
];

const modes: Modes = {
  root: [
    space,
    comment,
    rule(`(r[0-9]+)(${blank})(=)`, ['kp', '', 'p']),
    rule(
      `${call}(${id})(\\$)?(\\w+)?(${blank})?(\\()`,
      ['nf', 'p', 'fm', '', 'p'],
      '+modifiers+inline+arguments+space',
    ),
  ],
  inline: [rule('[ \\t]+', ''), leave],
  space: [space, comment, leave],
  modifiers: [rule('\\(', 'p', 'modifierList'), leave],
  modifierList: [space, comment, ...term, rule('[,:]', 'p'), rule('\\)', 'p', '^')],
  arguments: [
    space,
    comment,
    ...term,
    rule(String.raw`[@&=,<>{}[\]!#$%^*\-+\/|~:;.?]`, 'p'),
    rule('\\(', 'p', 'arguments'),
    rule('\\)', 'p', '^'),
  ],
};

/** Programs of syzkaller. */
export const syzprog: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
