import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, oneOf, rule, wordEnd } from './pieces.js';

/** A name without a prefix, with one, and with a namespace if need be. */
export const plainName = '[a-zA-Z_][a-zA-Z_.0-9-]*';
export const prefixedName = `${plainName}(?::${plainName})?`;
export const anyName = `(?:Q\\{[^{}]*\\}${plainName}|${prefixedName})`;

const gap = `(${blank}*)`;
const wide = `(${blank}+)`;
const open = '(\\((?!:))';
const kinds = oneOf('element attribute schema-element schema-attribute comment text node document-node namespace-node');
const text = `"(?:""|[^"])*"|'(?:''|[^'])*'`;
const axes = oneOf(`
  self child parent descendant ancestor descendant-or-self ancestor-or-self following preceding following-sibling
  preceding-sibling attribute namespace`);
const operators = String.raw`,|=>?|:=?|>[=>]?|<[=<]?|-|\*|!=|\+|\/\/?|\|\|?`;
const wordOperators = oneOf('and or eq ne lt le gt ge is div idiv mod union intersect except to') + wordEnd;

/** What keeps the keywords of expressions. */
export const expressionWords = 'for let in return some every satisfies if then else';
const keywords = oneOf(expressionWords) + wordEnd;

/** Comments and white space, which may stand between all other things. */
export const gaps: readonly Rule[] = [rule('\\(:', 'c', 'comment'), rule(`${blank}+`, 'w')];

/** Casts and types; `before` is what the modes they are followed by begin with. */
const casts = (before: string): Rule[] => [
  rule(`(castable|cast)${wide}(as)`, ['k', 'w', 'k'], `${before}singleType`),
  rule(`(treat)${wide}(as)|(instance)${wide}(of)`, ['k', 'w', 'k', 'k', 'w', 'k'], `${before}itemType`),
];

/** What an expression may have in it. */
export const expression: readonly Rule[] = [
  ...gaps,
  rule(String.raw`\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+|[0-9]+\.[0-9]*`, 'mf'),
  rule('[0-9]+', 'm'),
  rule(text, 's'),
  rule('\\$', 'nv', 'variable'),
  rule(operators, 'o'),
  rule(wordOperators, 'ow'),
  rule(keywords, 'k'),
  rule('[?,{}()[\\]]', 'p'),
  rule(`(function)${gap}${open}`, ['k', 'w', 'p']),
  rule('map|array|empty-sequence', 'k'),
  rule(`(${kinds})${gap}${open}`, ['k', 'w', 'p'], 'kind'),
  rule(`(processing-instruction)${gap}${open}`, ['k', 'w', 'p'], 'instruction'),
  rule(`(${anyName})${gap}${open}`, ['nf', 'w', 'p']),
  rule(`(${anyName})${gap}(#)${gap}([0-9]+)`, ['nf', 'w', 'nf', 'w', 'nf']),
  ...casts(''),
  rule(`as${wordEnd}`, 'k', 'itemType'),
  rule(`(${plainName})${gap}(:)${gap}(\\*)`, ['nt', 'w', 'p', 'w', 'o']),
  rule(`(${axes})${gap}(::)`, ['k', 'w', 'o']),
  rule('\\.\\.?', 'o'),
  rule('@', 'na', 'attribute'),
  rule(anyName, 'nt'),
];

/** What is asked of a node in brackets, and of a processing instruction. */
const kindOf = (after: string): Rule[] => [
  ...gaps,
  rule('[?*]', 'o'),
  rule(',', 'p'),
  rule(`(element|schema-element)${gap}${open}`, ['kt', 'w', 'p'], 'kind'),
  rule(anyName, 'nt'),
  rule('\\)', 'p', after),
];
const instructionOf = (after: string): Rule[] => [
  ...gaps,
  rule(plainName, 'n'),
  rule(text, 's'),
  rule('\\)', 'p', after),
];

/** The modes that an expression enters. */
export const innerModes: Readonly<Record<string, readonly Rule[]>> = {
  singleType: [...gaps, rule(anyName, 'kt', '^')],
  itemType: [
    ...gaps,
    rule(`(${kinds})${gap}${open}`, ['kt', 'w', 'p'], '=typeKind'),
    rule(`(processing-instruction)${gap}${open}`, ['kt', 'w', 'p'], '=typeInstruction'),
    rule(`(item)${gap}${open}${gap}(\\))`, ['kt', 'w', 'p', 'w', 'p'], '=occurrence'),
    rule(`(${oneOf('function array map empty-sequence')})${gap}${open}`, ['kt', 'w', 'p']),
    ...casts('='),
    rule(`as${wordEnd}`, 'k'),
    rule(operators, 'o', '^'),
    rule(wordOperators, 'ow', '^'),
    rule(keywords, 'k', '^'),
    rule('[[)]', 'p', '^'),
    rule(anyName, 'kt', '=occurrence'),
  ],
  kind: kindOf('^'),
  typeKind: kindOf('=occurrence'),
  instruction: instructionOf('^'),
  typeInstruction: instructionOf('=occurrence'),
  occurrence: [...gaps, rule('[?*+]', 'o', '^'), rule('', '', '^')],
  variable: [...gaps, rule(`(${anyName})${gap}${open}`, ['nv', 'w', 'p'], '^'), rule(anyName, 'nv', '^')],
  attribute: [...gaps, rule(anyName, 'na', '^'), rule('\\*', 'o', '^')],
  comment: [rule(':\\)', 'c', '^'), rule('\\(:', 'c', 'comment'), rule('[^:(]+|[:(]', 'c')],
};

/** XPath. */
export const xpath: Language = { modes: { root: expression, ...innerModes } };
