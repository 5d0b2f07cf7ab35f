import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { blank, lineComment, oneOf, quotedToLast, rule, wordEnd } from './pieces.js';

const id = '[_A-Za-z][_0-9A-Za-z]*';
const name = id + wordEnd;
const keyword = (list: string, mode?: string): Rule => rule(oneOf(list) + wordEnd, 'k', mode);
const gap = `(${blank}*)`;
const basic: readonly Rule[] = [rule(`${blank}+`, 'w'), lineComment('#', 'c'), rule('[!,]', 'p')];
const directives: readonly Rule[] = [rule(`(@${id})${gap}(\\()`, ['k', 'w', 'p'], 'arguments'), rule(`@${name}`, 'k')];
const scalar = `${oneOf('Int Float String Boolean ID')}${wordEnd}`;
const operation: readonly Rule[] = [
  ...directives,
  rule(name, 'n'),
  rule('\\(', 'p', 'variables'),
  rule('\\{', 'p', 'lastSelection'),
  ...basic,
];

/** A value; `after` says what follows it: nothing in a list, else that its mode is left. */
function values(after?: string): Rule[] {
  const inner = after === undefined ? 'inner' : '';
  return [
    rule('"""[\\s\\S]*?"""', 's2'),
    rule(`\\$${name}`, 'nv', after),
    rule(`(?:true|false|null)${wordEnd}`, 'kc', after),
    rule(String.raw`[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?`, 'mf', after),
    rule('[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?', 'mi', after),
    rule(quotedToLast('"'), 's2', after),
    rule(name, 'n', after),
    rule('\\{', 'p', `${inner}object`),
    rule('\\[', 'p', `${inner}list`),
    ...basic,
  ];
}

const field = rule(`(${id})${gap}(:)`, ['n', 'w', 'p'], 'value');
const object = (end: string): Rule[] => [rule('\\}', 'p', end), field, ...basic];
const list = (end: string): Rule[] => [rule('\\]', 'p', end), ...values()];

/** Fields with what is selected of them. The last selection of an operation ends it. */
function selection(end: string): Rule[] {
  return [
    ...directives,
    rule('\\}', 'p', end),
    rule(`(${id})${gap}(\\()`, ['n', 'w', 'p'], 'arguments'),
    rule(`(${id})${gap}(:)`, ['n', 'w', 'p']),
    rule(name, 'n'),
    rule(`(\\.{3})(${blank}+)(on)${wordEnd}`, ['p', 'w', 'k']),
    rule('\\.{3}', 'p'),
    rule('\\{', 'p', 'selection'),
    ...basic,
  ];
}

/** The class `text` is a description in Markdown. */
const modes: Modes = {
  root: [
    keyword('query mutation subscription', 'operation'),
    rule('\\{', 'p', '+operation+lastSelection'),
    keyword('fragment', 'fragment'),
    keyword('scalar', 'value'),
    keyword('type interface enum input schema', 'type'),
    keyword('union', 'union'),
    keyword('extend'),
    ...basic,
    rule('(""")(\\n)([\\s\\S]*?)(\\n)(""")', ['s2', 'w', 'text', 'w', 's2']),
  ],
  fragment: [keyword('on'), ...operation],
  operation,
  selection: selection('^'),
  lastSelection: selection('^^'),
  type: [keyword('implements'), rule(name, 'n'), rule('\\(', 'p', 'variables'), rule('\\{', 'p', 'members'), ...basic],
  members: [
    rule('\\}', 'p', '^^'),
    rule(`(${id})${gap}(\\()`, ['n', 'w', 'p'], 'variables'),
    rule(name, 'n'),
    rule(':', 'p', 'typeName'),
    ...basic,
  ],
  union: [rule(name, 'n'), rule('=', 'p', 'variant'), ...basic],
  variant: [rule(name, 'n', '=afterVariant'), ...basic],
  afterVariant: [rule('\\|', 'p', '=variant'), rule(`(?![|#\\t-\\r ])`, '', '^^'), ...basic],
  arguments: [rule('\\)', 'p', '^'), rule(name, 'n'), rule(':', 'p', 'value'), ...basic],
  variables: [
    rule('\\)', 'p', '^'),
    rule(`\\$${name}`, 'nv'),
    rule(name, 'n'),
    rule(':', 'p', 'typeName'),
    rule('=', 'p', 'value'),
    ...basic,
  ],
  typeName: [rule(scalar, 'nb', '^'), rule(name, 'n', '^'), rule('\\[', 'p', 'typeNames'), ...basic],
  typeNames: [rule(scalar, 'nb'), rule(name, 'n'), rule('\\]', 'p', '^^'), ...basic],
  value: values('^'),
  object: object('^^'),
  innerobject: object('^'),
  list: list('^^'),
  innerlist: list('^'),
};

/** GraphQL: operations and definitions of types. */
export const graphql: Language = {
  read(code, emit, readAs) {
    let at = 0;
    const name = (as: string, end: number): void => {
      const start = at;
      at = end;
      if (as !== 'text') emit(as, end);
      else if (!readAs('markdown', code.slice(start, end), (to, stop) => emit(to, start + stop))) emit('', end);
    };
    new RuleReader(modes, code, name).read(0, code.length, 'err');
  },
};
