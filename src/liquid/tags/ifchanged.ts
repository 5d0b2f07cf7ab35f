import type { TagRule } from '../syntax/parser.js';
import { bodyMayInterrupt, bodyMayReenter, codeNode } from '../syntax/syntax.js';

/** `{% ifchanged %}`: prints its body unless the last `ifchanged` of the render printed the same. */
export const ifchangedTag: TagRule = (parser, tag) => {
  const body = parser.newBody();
  parser.readBlock(tag, body);
  return codeNode(
    tag,
    { blank: body.blank, mayInterrupt: bodyMayInterrupt(body), mayReenter: bodyMayReenter(body) },
    (generator) => {
      generator.code('{');
      const output = generator.inner(() => generator.body(body));
      generator.code(`c.turns++;if(${output}!==c.changed){c.changed=${output};`);
      generator.append(output);
      generator.code('}}');
    },
  );
};
