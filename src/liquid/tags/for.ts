import { mistakeInMarkup, SyntaxMistake } from '../errors.js';
import { type Expression, fragment, parseExpression, space } from '../syntax/expression.js';
import type { TagRule, TagToken } from '../syntax/parser.js';
import { type Body, bodyMayInterrupt, bodyMayReenter, codeNode, dropTexts, type Generator } from '../syntax/syntax.js';
import { readWords } from '../syntax/words.js';

interface Loop {
  readonly variable: string;
  readonly collection: Expression;
  /** What `offset:continue` goes on by. */
  readonly name: string;
  readonly isReversed: boolean;
  readonly offset?: Expression | 'continue';
  readonly limit?: Expression;
}

const laxShape = new RegExp(`^([\\w-]+)${space}+in${space}+(${fragment}+)${space}*(reversed)?`);
// None begins within a word, which would be found from the word's beginning: so no word is gone through more than once.
const attributes = new RegExp(`(?<!\\w-*)(\\w[\\w-]*)${space}*:${space}*(${fragment})`, 'g');

/** `{% for %}` with `else`. */
export const forTag: TagRule = (parser, tag) => {
  const loop = parser.readMarkup(tag.markup, readStrictly, readLaxly, tag);
  const body = parser.newBody();
  let otherwise: Body | undefined;
  parser.readBlock(tag, body, (inner) => {
    if (inner.name !== 'else') return undefined;
    const isSecond = otherwise !== undefined;
    otherwise = parser.newBody();
    // Ruby ends the loop at a second `else`, and then finds `endfor` without a beginning.
    return isSecond ? 'end' : otherwise;
  });
  const blank = body.blank && (otherwise?.blank ?? true);
  if (blank) dropTexts(otherwise === undefined ? [body] : [body, otherwise]);
  const elseBody = otherwise;
  return codeNode(
    tag,
    {
      blank,
      mayInterrupt: elseBody !== undefined && bodyMayInterrupt(elseBody),
      mayReenter: bodyMayReenter(body) || (elseBody !== undefined && bodyMayReenter(elseBody)),
    },
    (generator) => generateLoop(generator, tag, loop, body, elseBody),
  );
};

/** Reads the attributes (`cols: 3`) of a tag's markup, as Ruby scans for them anywhere. */
export function scanAttributes(markup: string): [string, string][] {
  return [...markup.matchAll(attributes)].map((match) => [match[1]!, match[2]!]);
}

function readStrictly(markup: string): Loop {
  const words = readWords(markup);
  const variable = words.take('id');
  if (!words.tryName('in')) throw mistakeInMarkup("For loops require an 'in' clause", words.at);
  const collection = words.expression();
  const isReversed = words.tryName('reversed');
  const found: [string, string][] = [];
  while (words.looks('id') && words.looks('colon', 1)) {
    const key = words.tryName('limit') ? 'limit' : words.tryName('offset') ? 'offset' : undefined;
    if (key === undefined) {
      throw mistakeInMarkup('Invalid attribute in for loop. Valid attributes are limit and offset', words.at);
    }
    words.take('colon');
    found.push([key, words.expression()]);
  }
  words.take('end_of_string');
  return makeLoop(variable, collection, isReversed, found);
}

function readLaxly(markup: string): Loop {
  const match = laxShape.exec(markup);
  if (match === null) throw new SyntaxMistake("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]");
  return makeLoop(match[1]!, match[2]!, match[3] !== undefined, scanAttributes(markup));
}

function makeLoop(variable: string, collection: string, isReversed: boolean, found: readonly [string, string][]): Loop {
  const last = new Map(found);
  const offset = last.get('offset');
  const limit = last.get('limit');
  return {
    variable,
    collection: parseExpression(collection),
    name: `${variable}-${collection}`,
    isReversed,
    offset: offset === undefined || offset === 'continue' ? offset : parseExpression(offset),
    limit: limit === undefined ? undefined : parseExpression(limit),
  };
}

function generateLoop(generator: Generator, tag: TagToken, loop: Loop, body: Body, otherwise: Body | undefined): void {
  const id = generator.id();
  const [slice, drop, value, index, scope] = [`s${id}`, `f${id}`, `v${id}`, `i${id}`, `p${id}`];
  const name = generator.literal(loop.name);
  const offset = loop.offset === 'continue' ? 'R.CONTINUE' : loop.offset && generator.expression(loop.offset);
  const from = offset === undefined ? '0' : `R.loopOffset(c,${name},${offset})`;
  const limit = loop.limit === undefined ? 'null' : generator.expression(loop.limit);
  generator.at(tag);
  generator.code(
    `const ${slice}=R.openLoop(c,${name},${from},${generator.expression(loop.collection)},${limit},${loop.isReversed});`,
  );
  generator.code(
    `if(${slice}.length!==0){const ${scope}=R.enterLoop(c,${generator.literal(loop.variable)},${name},${slice}.length),`,
  );
  generator.code(`${drop}=${scope}.loop;`);
  generator.code(
    `for(let ${index}=${slice}.start;${drop}.index0<${slice}.length;${index}+=${slice}.step,${drop}.index0++){`,
  );
  generator.code(`const ${value}=${slice}.items===null?${index}:${slice}.items[${index}];${scope}.value=${value};`);
  const outer = generator.loops;
  generator.loops = [...outer, { variable: loop.variable, value, drop: 'forloop', dropVariable: drop, kind: 'for' }];
  generator.body(body);
  generator.loops = outer;
  if (generator.careful || bodyMayInterrupt(body)) {
    generator.code(`if(q.length!==0&&q.pop()===1){${drop}.index0++;break}`);
  }
  generator.guard();
  generator.code(`}R.leaveLoop(c,${scope});}`);
  if (otherwise !== undefined) {
    generator.code('else{');
    generator.body(otherwise);
    generator.code('}');
  }
}
