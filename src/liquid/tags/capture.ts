import { SyntaxMistake } from '../errors.js';
import type { TagRule } from '../syntax/parser.js';
import { bodyMayInterrupt, bodyMayReenter, codeNode } from '../syntax/syntax.js';
import { variableName } from './assign.js';

const shape = new RegExp(variableName);

/** `{% capture %}`: keeps what its body prints in a variable. */
export const captureTag: TagRule = (parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) throw new SyntaxMistake("Syntax Error in 'capture' - Valid syntax: capture [var]");
  const body = parser.newBody();
  parser.readBlock(tag, body);
  return codeNode(
    tag,
    { blank: true, mayInterrupt: bodyMayInterrupt(body), mayReenter: bodyMayReenter(body) },
    (generator) => {
      generator.code('{');
      const output = generator.inner(() => generator.body(body));
      generator.code(`c.assigns.set(${generator.literal(match[0])},${output});}`);
    },
  );
};
