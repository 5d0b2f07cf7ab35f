import { lazily } from '../../core/lazily.js';
import { strip } from '../../core/text/strip.js';
import { emptyLiteral } from '../../core/values/values.js';
import { SyntaxMistake } from '../errors.js';
import { type Expression, fragment, literal, parseExpression, parseOperand, space } from './expression.js';
import { readWords, type Words } from './words.js';

/** A condition: comparisons joined by `and` and `or`, which bind from the right. */
export interface Condition {
  readonly left: Expression;
  /** An operator, maybe one that does not exist (an error when it is evaluated). */
  readonly operator?: string;
  readonly right?: Expression;
  readonly relation?: 'and' | 'or';
  readonly next?: Condition;
}

const syntaxMessage = "Syntax Error in tag 'if' - Valid syntax: if [expression]";
const comparison = new RegExp(`(${fragment})${space}*([=!<>a-z_]+)?${space}*(${fragment})?`);
// Ruby's \b knows letters of all scripts.
const edge =
  '(?:(?<![\\p{L}\\p{M}\\p{N}_])(?=[\\p{L}\\p{M}\\p{N}_])|(?<=[\\p{L}\\p{M}\\p{N}_])(?![\\p{L}\\p{M}\\p{N}_]))';
const junction = `${edge}(?:${space}?and${space}?|${space}?or${space}?)${edge}`;
// Made when it is first needed, which takes some milliseconds: few sites need it.
const parts = lazily(
  () => new RegExp(`(?:${junction}|(?:${space}*(?!${junction})(?:${fragment}|[^ \\t\\r\\n\\f\\v]+)${space}*)+)`, 'gu'),
);

/** Reads a condition as Ruby's strict parser does; throws `SyntaxMistake`. */
export function parseConditionStrictly(markup: string): Condition {
  const words = readWords(markup);
  const condition = readChain(words);
  words.take('end_of_string');
  return condition;
}

/** Reads a condition as Jekyll's `where_exp` does: strictly, and nothing equals `blank` or `empty` but themselves. */
export function parseConditionOnly(markup: string): Condition {
  const words = readWords(markup);
  const condition = readChain(words, parsePlainOperand);
  words.take('end_of_string');
  return condition;
}

function parsePlainOperand(text: string): Expression {
  return text === 'blank' || text === 'empty' ? literal(emptyLiteral) : parseExpression(text);
}

function readChain(words: Words, operand = parseOperand): Condition {
  const first = readComparison(words, operand);
  const relation = words.tryName('and') ? 'and' : words.tryName('or') ? 'or' : undefined;
  return relation === undefined ? first : { ...first, relation, next: readChain(words, operand) };
}

function readComparison(words: Words, operand: (text: string) => Expression): Condition {
  const left = operand(words.expression());
  const operator = words.tryTake('comparison');
  return operator === undefined ? { left } : { left, operator, right: operand(words.expression()) };
}

/** Reads a condition as Ruby's lax parser does; throws `SyntaxMistake` where even that one gives up. */
export function parseConditionLaxly(markup: string): Condition {
  const pieces = markup.match(parts()) ?? [];
  let condition = parseComparisonLaxly(pieces.pop());
  while (pieces.length > 0) {
    const relation = strip(pieces.pop()!);
    const left = parseComparisonLaxly(pieces.pop() ?? '');
    if (relation !== 'and' && relation !== 'or') throw new SyntaxMistake(syntaxMessage);
    condition = { ...left, relation, next: condition };
  }
  return condition;
}

function parseComparisonLaxly(text: string | undefined): Condition {
  const match = text === undefined ? null : comparison.exec(text);
  if (match === null) throw new SyntaxMistake(syntaxMessage);
  const left = parseOperand(match[1]!);
  if (match[2] === undefined) return { left };
  return { left, operator: match[2], right: parseOperand(match[3] ?? '') };
}
