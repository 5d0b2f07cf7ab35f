import { inspect } from '../../core/values/ruby.js';
import { SyntaxMistake } from '../errors.js';
import { type Expression, fragment, literal, parseExpression, space } from '../syntax/expression.js';
import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';

const named = new RegExp(`^(${fragment})${space}*:${space}*([^]*)`);
const simple = new RegExp(`^${fragment}+`);
const item = new RegExp(`${space}*(${fragment})${space}*`);

/** `{% cycle %}`: the next of its values each time; cycles of one name go on together. */
export const cycleTag: TagRule = (_parser, tag) => {
  const match = named.exec(tag.markup);
  if (match === null && !simple.test(tag.markup)) {
    throw new SyntaxMistake("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
  }
  const values = readValues(match === null ? tag.markup : match[2]!);
  const name = match === null ? listName(values) : parseExpression(match[1]!);
  const alone = Symbol(tag.markup);
  return codeNode(tag, {}, (generator) => {
    generator.at(tag);
    const key = name === undefined ? generator.constant(alone) : generator.expression(name);
    const choices = values.map((value, index) => `i===${index}?${generator.expression(value)}:`).join('');
    generator.append(`R.cycle(c,${key},${values.length},i=>${choices}null)`);
  });
};

function readValues(markup: string): Expression[] {
  const values: Expression[] = [];
  for (const part of markup.replace(/,+$/, '').split(',')) {
    const match = item.exec(part);
    if (match !== null) values.push(parseExpression(match[1]!));
  }
  // A nil that is written out does not count.
  return values.filter((value) => value.kind !== 'literal' || value.value !== null);
}

/** Without a name, cycles of the same literals go on together; one with a variable goes on alone (undefined). */
function listName(values: readonly Expression[]): Expression | undefined {
  if (!values.every((value) => value.kind === 'literal')) return undefined;
  return literal(inspect(values.map((value) => (value.kind === 'literal' ? value.value : null))));
}
