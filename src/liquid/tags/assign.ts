import { SyntaxMistake } from '../errors.js';
import { space } from '../expression.js';
import { generateReplacements } from '../generate-replacements.js';
import type { TagRule } from '../parser.js';

/** What a variable's name may be made of in `assign` and `capture`. */
export const variableName = '(?:\\(?[\\w\\-.[\\]]\\)?)+';
// A name that began within what such a name is made of would begin before it: so nothing is gone through more than once.
const begin = '(?<![\\w\\-.[\\]]\\)?)(?:(?=\\()|(?<!\\())';
const shape = new RegExp(`${begin}(${variableName})${space}*=${space}*([^]*)${space}*`);

/** `{% assign %}`: sets a variable of the whole template. */
export const assignTag: TagRule = (parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) throw new SyntaxMistake("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
  const [name, from] = [match[1]!, parser.readPipeline(match[2]!, tag)];
  return {
    kind: 'code',
    offset: tag.offset,
    line: tag.line,
    blank: true,
    mayInterrupt: false,
    generate(generator) {
      generator.at(tag);
      const target = generator.literal(name);
      const replaced = generateReplacements(generator, from);
      if (replaced === undefined) generator.code(`c.assigns.set(${target},${generator.pipeline(from).code}??null);`);
      else generator.code(`c.assignReplaced(${target},${replaced});`);
    },
  };
};
