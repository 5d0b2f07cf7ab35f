import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { lineEnd, lineStart, oneOf, rule, space, wordEnd } from './pieces.js';

/** How a primitive may be inflected; its classes stand in this order, `-` for none. */
const inflections = ['', '.', ':', '..', '.:', ':.', '::'];
/** Primitives by the first character: verbs, modifiers (`o`), names, nouns, parameters; a later row overrides. */
const primitives: readonly (readonly [characters: string, classes: string])[] = [
  ['()', 'p'],
  ['=', 'nf p p'],
  ['<>+-*%$|,#', 'nf nf nf'],
  ['^', 'nf nf o'],
  ['~"', 'o nf nf'],
  ['.:@', 'o o o'],
  [';', 'nf o nf'],
  ['!', 'nf o o'],
  ['/\\', 'o o nf'],
  ['[', 'nf - nf'],
  [']', 'nf'],
  ['{', 'nf nf nf - - - nf'],
  ['}', 'o nf nf - - - o'],
  ['`', 'o - o'],
  ['&', 'o o o - o'],
  ['?', 'nf nf'],
  ['a', 'n kc kc'],
  ['ACeEIjor', 'n nf'],
  ['bdfHMT', 'n o'],
  ['Dt', 'n o o'],
  ['F', 'n o o o o o o'],
  ['i', 'n nf nf'],
  ['L', 'n nf o'],
  ['mny', 'bp'],
  ['p', 'n nf nf nf'],
  ['qsZ', 'n - nf'],
  ['S', 'n - o'],
  ['u', 'bp nf nf'],
  ['v', 'bp nf'],
  ['x', 'bp - nf'],
];
const classes = new Map(
  primitives.flatMap(([characters, list]) => [...characters].map((character) => [character, list.split(' ')] as const)),
);

function primitiveClass(character: string, inflection: string): string {
  const index = inflections.indexOf(inflection);
  const name = index < 0 ? undefined : (classes.get(character) ?? ['n'])[index];
  return name === undefined || name === '-' ? 'err' : name;
}

const control = oneOf(
  'assert break case catch catchd catcht continue do else elseif end fcase for if return select throw try while whilst',
);
const alone = '(?![.:])';
const remark = `NB\\.${alone}`;
const expression: readonly Rule[] = [
  space,
  rule(`([!-&(-\\/:-@[-^\`{-~]|[A-Za-z]${wordEnd})([.:]*)`, (_text, [character, inflection]) =>
    primitiveClass(character!, inflection!),
  ),
  rule('(?:[0-9]|_[0-9]?):([.:]*)', (_text, [rest]) => (rest === '' ? 'nf' : 'err')),
  rule('[0-9_][\\w.]*([.:]*)', (_text, [rest]) => (rest === '' ? 'm' : 'err')),
  rule("'", 's1', 'string'),
  rule(`${remark}[^\\n]*`, 'c1'),
  rule(`(for_)(\\w+)(\\.)${alone}`, ['k', 'n', 'k']),
  rule(`((?:goto|label)_)(\\w+)(\\.)${alone}`, ['k', 'nl', 'k']),
  rule(`${control}\\.${alone}`, 'k'),
  rule('[A-Za-z]\\w*([.:]*)', (_text, [rest]) => (rest === '' ? 'n' : 'err')),
];

const bodyOf = words({ noun: '0 noun' }, 'code');
const kinds = '([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \\t]+)';

/** What begins a definition, whose body are the lines after this one or stands here. Within another one's line, it comes behind its body. */
function definition(isInner: boolean): Rule {
  const at = isInner ? '=' : '';
  return rule(`${kinds}(def(?:ine)?${wordEnd}|:)${alone}([ \\t]*)`, ['kp', '', 'kp', ''], ([kind, , mark]) => {
    const body = bodyOf(kind!);
    if (mark === 'define') return `${at}+${body}+defined`;
    return `${at}${isInner ? 'inner' : 'outer'}:${body}`;
  });
}

/** The body of a definition in its line; `under` is the mode to go back to. */
function bodyHere(body: string, under: string): readonly Rule[] {
  const backTo = under === '' ? '^' : `=${under}`;
  const enter = (mode: string): string => (under === '' ? `=${mode}` : `=+${under}+${mode}`);
  return [
    rule(`0${wordEnd}${alone}`, 'kp', `=+${body}+defined`),
    body === 'noun' ? rule("'", 's1', enter('string')) : rule("'", 'p', enter('quoted')),
    rule('(?:)', '', backTo),
  ];
}

const statements: readonly Rule[] = [
  rule('\\n', '', (_groups, mind) => {
    if (mind.get('note') !== 1) return undefined;
    mind.set('note', 0);
    return 'note';
  }),
];
const note = rule(
  `${lineStart}([ \\t]*)(Note${wordEnd}${alone})([ \\t\\r]*)(?!=[.:]|${lineEnd})`,
  ['', 'n', ''],
  (_groups, mind) => {
    mind.set('note', 1);
    return undefined;
  },
);
const names = rule(`[mnuvxy]${wordEnd}${alone}`, 'n');
const delimiter = rule(`${lineStart}([ \\t]*)(\\))([ \\t\\r]*${lineEnd}\\n?)`, ['', 'p', ''], '^');
const closed = (as: string, to: string): readonly Rule[] => [rule("'", as, to), rule(lineEnd, '', to)];

const modes: Modes = {
  root: [...statements, definition(false), note, names, ...expression],
  defined: [rule('\\n', '', '^'), definition(true), note, names, ...expression],
  outer: (body) => bodyHere(body, ''),
  inner: (body) => bodyHere(body, 'defined'),
  string: [rule("''", 'se'), rule("[^'\\n]+", 's1'), ...closed('s1', '^')],
  quoted: [
    rule("''", 's1', 'quotedString'),
    ...closed('p', '^'),
    rule(`${remark}(?:[^'\\n]|'')*`, 'c1'),
    ...expression,
  ],
  quotedString: [rule("''''", 'se'), rule("[^'\\n]+", 's1'), rule("''", 's1', '^'), ...closed('p', '^^')],
  note: [delimiter, rule('[^\\n]+\\n?', 'cm')],
  noun: [delimiter, rule('[^\\n]+\\n?', 'sh')],
  code: [delimiter, rule(`${lineStart}([ \\t]*)(:)([ \\t\\r]*)${lineEnd}`, ['', 'p', '']), ...expression],
};

/** J. */
export const j: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
