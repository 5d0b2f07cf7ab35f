import { SyntaxMistake } from '../errors.js';
import { fragment, parseExpression, space } from '../syntax/expression.js';
import type { TagRule } from '../syntax/parser.js';
import { bodyMayInterrupt, bodyMayReenter, codeNode } from '../syntax/syntax.js';
import { scanAttributes } from './for.js';

const shape = new RegExp(`(?<!\\w)(\\w+)${space}+in${space}+(${fragment}+)`);

/** `{% tablerow %}`: the cells of an HTML table. */
export const tablerowTag: TagRule = (parser, tag) => {
  const match = shape.exec(tag.markup);
  if (match === null) {
    throw new SyntaxMistake("Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3");
  }
  const [variable, collection] = [match[1]!, parseExpression(match[2]!)];
  const given = new Map(scanAttributes(tag.markup).map(([key, value]) => [key, parseExpression(value)]));
  const body = parser.newBody();
  parser.readBlock(tag, body);
  const mayInterrupt = bodyMayInterrupt(body);
  return codeNode(
    tag,
    { blank: body.blank, mayInterrupt, mayReenter: mayInterrupt || bodyMayReenter(body) },
    (generator) => {
      const id = generator.id();
      const [slice, drop, value, index, scope] = [`s${id}`, `f${id}`, `v${id}`, `i${id}`, `p${id}`];
      const attribute = (name: string): string => {
        const expression = given.get(name);
        return expression === undefined ? 'undefined' : `${generator.expression(expression)}??null`;
      };
      generator.at(tag);
      generator.code(
        `const ${slice}=R.openTable(${generator.expression(collection)},${attribute('offset')},${attribute('limit')});` +
          `if(${slice}!==null){const ${scope}=R.enterTable(c,${generator.literal(variable)},${slice}.length,${attribute('cols')}),${drop}=${scope}.loop;`,
      );
      generator.text('<tr class="row1">\n');
      generator.code(`for(let ${index}=${slice}.start;${drop}.index0<${slice}.length;${index}++){`);
      generator.code(`const ${value}=${slice}.items===null?${index}:${slice}.items[${index}];${scope}.value=${value};`);
      generator.text('<td class="col');
      generator.append(`${drop}.col`);
      generator.text('">');
      const outer = generator.loops;
      generator.loops = [...outer, { variable, value, drop: 'tablerowloop', dropVariable: drop, kind: 'tablerow' }];
      generator.body(body);
      generator.loops = outer;
      generator.append(`${drop}.endCell()`);
      generator.guard();
      generator.code(`}R.leaveTable(c,${scope});`);
      generator.text('</tr>\n');
      generator.code('}');
    },
  );
};
