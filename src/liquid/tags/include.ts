import { SyntaxMistake } from '../errors.js';
import { fragment, parseExpression, space } from '../syntax/expression.js';
import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';
import { scanAttributes } from './for.js';

const shape = new RegExp(
  `(${fragment}+)(${space}+(?:with|for)${space}+(${fragment}+))?(${space}+(?:as)${space}+([\\w-]+))?`,
);

/** Liquid's own `{% include "name" %}`: another template in the scopes of this one. A host may have another. */
export const includeTag: TagRule = (_parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) {
    const message = "Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]";
    throw new SyntaxMistake(message);
  }
  const name = parseExpression(match[1]!);
  const value = match[3] === undefined || /^(?:nil|null|false)$/.test(match[3]) ? undefined : parseExpression(match[3]);
  const given = scanAttributes(tag.markup).map(([key, text]) => [key, parseExpression(text)] as const);
  return codeNode(tag, { mayInterrupt: true }, (generator) => {
    generator.at(tag);
    const pairs = given.map(
      ([key, expression]) => `[${generator.literal(key)},()=>${generator.expression(expression)}]`,
    );
    const call = [
      `name:${generator.expression(name)}`,
      `alias:${match[5] === undefined ? 'undefined' : generator.literal(match[5])}`,
      `value:${value === undefined ? 'undefined' : `()=>${generator.expression(value)}`}`,
      `given:[${pairs.join(',')}]`,
    ];
    generator.append(`R.includePartial(c,{${call.join(',')}})`);
  });
};
