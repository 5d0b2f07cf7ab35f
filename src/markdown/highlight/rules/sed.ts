import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { inEachOf } from '../span-writer.js';
import { readStretches } from '../stretches.js';
import { blank, leave, rule, space } from './pieces.js';

const argument = `(${blank}+)([^\\t-\\r ]+)`;
const whitespace: readonly Rule[] = [space, rule('#[^\\n]*\\n', 'c', '!root'), rule(';', 'p', '!root')];

/** What stands twice between three of the same mark. Where too few are without a backslash, the last ones end it all the same. */
function twoParts(letter: string): readonly string[] {
  const part = '((?:\\\\[\\s\\S]|[^\\\\])*?)';
  const ends = [
    [part, part],
    [part, '([\\s\\S]*)'],
    ['([\\s\\S]*)', '([\\s\\S]*?)'],
  ];
  return ends.map(([first, second], at) => {
    const mark = `\\k<${letter}${at}>`;
    return `(${letter})(?<${letter}${at}>[\\s\\S])${first}(${mark})${second}(${mark})`;
  });
}

const modes: Modes = {
  root: [
    ...whitespace,
    rule('[0-9]+|[$,~+!]', 'kn'),
    rule(String.raw`(\/)((?:\\[^\n]|[^\\\n])*?)(\/)`, ['kn', 'inner', 'kn']),
    rule(String.raw`(\\)(?<mark>[^\n])((?:\\[^\n]|[^\\\n])*?)(\k<mark>)`, ['kn', 'kn', 'inner', 'kn']),
    // Where all marks that could end it are escaped, the last does.
    rule(String.raw`(\/)([^\n]*)(\/)`, ['kn', 'inner', 'kn']),
    rule(String.raw`(\\)(?<last>[^\n])([^\n]*)(\k<last>)`, ['kn', 'kn', 'inner', 'kn']),
    [leave[0], '', 'command'],
  ],
  command: [
    ...whitespace,
    ...twoParts('s').map((parts) => rule(parts, ['k', 'p', 'inner', 'p', '>replacement', 'p'], '=flags')),
    ...twoParts('y').map((parts) => rule(parts, ['k', 'p', '>replacement', 'p', '>replacement', 'p'], '^')),
    rule(`([aic])(${blank}*)`, ['k', ''], '=text'),
    rule('[pd]', 'k'),
    rule(`([qQlL])(${blank}+)([0-9]+)`, ['k', '', 'm'], '^'),
    rule('[={}DgGhHlnPqx]', 'k', '^'),
    rule(`([rRwW])${argument}`, ['k', '', 'n'], '^'),
    rule(`([:btT])${argument}`, ['k', '', 'nl'], '^'),
  ],
  text: [rule('[^\\\\\\n]+', 's'), rule('\\\\\\n', 'se'), rule('\\\\', 's'), rule('\\n', '', '^')],
  flags: [rule('[gp]+', 'k', '^'), rule(`[wW]${argument}`, inEachOf('k', '', 'n')), leave],
  replacement: [rule('\\\\[\\s\\S]', 'se'), rule('&', 'o'), rule('[^\\\\&]+', '')],
};

/** An expression; a set that has no end goes on in the next. */
const expression: Language = {
  modes: {
    root: [
      rule('\\\\[^\\n]', 'se'),
      rule('\\[', 'p', 'set'),
      rule('[$^.*]', 'o'),
      rule('[()]', 'p'),
      rule('[^\\n]', 'sr'),
    ],
    set: [rule('\\^', 'p', '=inSet'), [leave[0], '', '=inSet']],
    inSet: [rule('[^\\n]-[^\\n]', 'nv'), rule('\\]', 'p', '^'), rule('[^\\n]', 'sr')],
  },
};

/** Sed's scripts. */
export const sed: Language = { read: (code, emit) => readStretches(modes, expression, code, emit) };
