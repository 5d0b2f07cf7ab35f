import { SyntaxMistake } from '../errors.js';
import { fragment, parseExpression, space } from '../syntax/expression.js';
import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';
import { scanAttributes } from './for.js';

const shape = new RegExp(
  `((?:"[^"]*"|'[^']*')+)(${space}+(with|for)${space}+(${fragment}+))?(${space}+(?:as)${space}+([\\w-]+))?`,
);

/** `{% render "name" %}`: another template with variables of its own only. */
export const renderTag: TagRule = (_parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) throw new SyntaxMistake("Syntax error in tag 'render' - Template name must be a quoted string");
  const quoted = match[1]!;
  // Texts one after the other whose first and last quotation marks differ are a name to Ruby, but not one that it takes.
  const isText = quoted[0] === quoted.at(-1);
  const name = quoted.slice(1, -1);
  const variable = match[6] ?? name.split('/').pop() ?? name;
  const value = match[4] === undefined || match[4] === 'false' ? undefined : parseExpression(match[4]);
  const given = scanAttributes(tag.markup).map(([key, text]) => [key, parseExpression(text)] as const);
  return codeNode(tag, {}, (generator) => {
    generator.at(tag);
    const pairs = given.map(([key, expression]) => `[${generator.literal(key)},${generator.expression(expression)}]`);
    const input = value === undefined ? 'null' : generator.expression(value);
    const call = [
      `name:${isText ? generator.literal(name) : 'undefined'}`,
      `variable:${generator.literal(variable)}`,
      `isEach:${match[3] === 'for'}`,
      `value:()=>${input}`,
      `given:()=>[${pairs.join(',')}]`,
    ];
    generator.append(`R.renderAlone(c,{${call.join(',')}})`);
  });
};
