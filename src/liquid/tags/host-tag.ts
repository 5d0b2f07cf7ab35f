import { type Tag, TemplateError } from '../../core/template.js';
import { placeIn } from '../errors.js';
import type { Parser, TagToken } from '../syntax/parser.js';
import { type Body, type CodeNode, codeNode } from '../syntax/syntax.js';
import { readRawBody } from './raw.js';

/** The node of a tag that the host of the templates offers (`include`, `highlight`, a plugin's). */
export function hostTagNode(parser: Parser, tag: TagToken, definition: Tag): CodeNode {
  const { position } = placeIn(parser.source, tag.offset);
  const { position: markupPosition } = placeIn(parser.source, tag.start);
  const render = definition.parse({ name: tag.name, markup: tag.markup, position, markupPosition });
  if (typeof render !== 'function')
    throw new TemplateError(`The tag '${tag.name}' is broken: its parse gives no function`);
  const body = definition.body === 'block' ? parser.newBody() : undefined;
  if (body !== undefined) parser.readBlock(tag, body);
  const text = definition.body === 'raw' ? readRawBody(tag) : '';
  return codeNode(tag, { blank: definition.blank ?? body?.blank === true, mayInterrupt: true }, (generator) => {
    const call = generator.constant(render);
    generator.at(tag);
    if (body === undefined) {
      generator.append(`${call}(c,${text === '' ? 'R.nothing' : `()=>${generator.literal(text)}`})`);
      return;
    }
    const closure = `g${generator.id()}`;
    generator.code(`const ${closure}=()=>{`);
    generateInside(generator, body, tag);
    generator.append(`${call}(c,${closure})`);
  });
}

/** Inside, variables are looked up by name: the tag may have set some of its own. */
function generateInside(generator: Parameters<CodeNode['generate']>[0], body: Body, tag: TagToken): void {
  const outer = generator.loops;
  generator.loops = [];
  const output = generator.inner(() => generator.body(body));
  generator.loops = outer;
  generator.code(`${generator.atExpression(tag)};return ${output}};`);
}
