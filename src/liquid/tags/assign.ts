import { generateReplacements } from '../code/generate-replacements.js';
import { SyntaxMistake } from '../errors.js';
import { space } from '../syntax/expression.js';
import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';

/** What a variable's name may be made of in `assign` and `capture`. */
export const variableName = '(?:\\(?[\\w\\-.[\\]]\\)?)+';
// A name that began within what such a name is made of would begin before it: so nothing is gone through more than once.
const begin = '(?<![\\w\\-.[\\]]\\)?)(?:(?=\\()|(?<!\\())';
const shape = new RegExp(`${begin}(${variableName})${space}*=${space}*([^]*)${space}*`);

/** `{% assign %}`: sets a variable of the whole template. */
export const assignTag: TagRule = (parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) throw new SyntaxMistake("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
  const [, name, value] = match as unknown as [string, string, string];
  const from = parser.readPipeline(value, tag.start + tag.markup.length - value.length, tag);
  return codeNode(tag, { blank: true }, (generator) => {
    const target = generator.literal(name);
    const replaced = generateReplacements(generator, from);
    if (replaced !== undefined) {
      generator.at(tag);
      generator.code(`c.assignReplaced(${target},${replaced});`);
      return;
    }
    const { code, exact } = generator.pipeline(from);
    generator.at(tag, exact);
    generator.code(`c.assigns.set(${target},${code}??null);`);
  });
};
