import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { leave, rule } from './pieces.js';
import { pythonGap, pythonModes, pythonWords } from './python.js';

const wordClass = pythonWords('by fused gil nogil');
const name = String.raw`[a-zA-Z_]\w*`;
const dotted = '[a-zA-Z_.][\\w.]*';
const definition = rule('cp?def|ctypedef', 'k', '+definitions+type');

/** How far the lines of a definition are indented; unknown before the first. */
let indentation: number | undefined;

const first: readonly Rule[] = [
  definition,
  rule(`(from)${pythonGap}(${dotted})${pythonGap}(cimport)`, ['kn', '', 'nn', '', 'kn']),
  rule(`(cimport)([\\t-\\r ]+)(${dotted})`, ['kn', '', 'nn']),
  rule(`(struct)${pythonGap}`, ['k', ''], 'className'),
  rule(`${name}(?=\\()`, (text) => wordClass(text).replace(/^n$/, 'nf')),
  rule('[(,]', 'p', 'type'),
];
const python = pythonModes(wordClass, first);

const reserved = new Set(['public', 'readonly', 'extern', 'api', 'inline', 'enum', 'union']);

function typeClass(word: string): string {
  if (word === 'def' || wordClass(word) === 'k') return 'k';
  return word === 'struct' || word === 'class' || reserved.has(word) ? 'kr' : 'kt';
}

function afterType(word: string): string | undefined {
  if (word === 'def') return '=routine';
  if (word === 'struct' || word === 'class') return '=className';
  return reserved.has(word) ? undefined : '^';
}

/** Where a line of a definition starts: it goes on as long as lines are not less indented. */
function afterIndent(blanks: string): string {
  if (indentation === undefined) indentation = blanks.length;
  else if (indentation > blanks.length) {
    indentation = undefined;
    return '^^';
  }
  return '=type';
}

const between = rule('[\\t-\\r ]+|\\\\[\\t-\\r ]', '');

const modes: Modes = {
  ...python,
  routine: [between, ...(python.routine as readonly Rule[])],
  className: [between, ...(python.className as readonly Rule[])],
  type: [
    rule('[\\t\\v\\f\\r ]+', ''),
    rule('cp?def|ctypedef', 'k'),
    rule('(?:un)?signed', 'kt'),
    rule(`(${name})(?=\\*|[ \\t]*\\[|[ \\t]+\\w)`, typeClass, ([word]) => afterType(word!)),
    leave,
  ],
  definitions: [rule('\\n', '', 'indent'), rule('[\\t\\v\\f\\r ]+', ''), ...(python.root as readonly Rule[])],
  indent: [
    rule('([ \\t]+)', '', ([blanks]) => afterIndent(blanks!)),
    rule('(?:)', '', () => {
      indentation = undefined;
      return '!root';
    }),
  ],
};

/** Cython. */
export const cython: Language = {
  read: (code, emit) => {
    indentation = undefined;
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
