import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { scriptWord } from './javascript.js';
import { blank, leave, rule } from './pieces.js';
import { rootOf, scriptGaps, scriptModes } from './script-modes.js';
import type { ScriptDialect } from './script-reader.js';

const name = '[$a-zA-Z_][a-zA-Z0-9_.]{0,200}';
/** What opens a block stands before all that scripts have, wherever code may stand. */
const first = (mode: string): readonly Rule[] => [
  rule(`(${name})(${blank}*)(\\{)`, ['kt', '', 'p'], 'block'),
  rule(`(${name})(${blank}+)(on)(${blank}+)(${name})(${blank}*)(\\{)`, ['kt', '', 'k', '', 'nl', '', 'p'], 'block'),
  rule('\\{', 'p', mode),
];
const dialect: ScriptDialect = { wordClass: scriptWord, optionalNames: false, markup: false, first };

const modes = {
  ...scriptModes(dialect),
  block: [
    rule(`(id)(${blank}*)(:)(${blank}*)(${name})`, ['nl', '', 'p', '', 'kd']),
    rule(`(${name})(${blank}*)(:)`, ['nl', '', 'p'], 'start'),
    rule(`(signal)(${blank}+)(${name})`, ['kd', '', 'nl'], 'signal'),
    rule(
      `(property)(${blank}+)(${name})(${blank}+)(${name})(${blank}*)(:?)`,
      ['kd', '', 'kt', '', 'nl', '', 'p'],
      'start',
    ),
    rule('\\}', 'p', '^'),
    ...rootOf(dialect, 'block'),
  ],
  signal: [...scriptGaps, rule('\\(', 'p', '=arguments'), leave],
  arguments: [
    ...scriptGaps,
    rule(`(${name})(${blank}+)(${name})(${blank}*)(,?)`, ['kt', '', 'n', '', 'p']),
    rule('\\)', 'p', '^'),
  ],
};

/** QML, Qt's objects with JavaScript in them. */
export const qml: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
