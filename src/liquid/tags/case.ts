import { strip } from '../../core/text/strip.js';
import { generateEquality } from '../code/generate-condition.js';
import { SyntaxMistake } from '../errors.js';
import { type Expression, fragment, isNothing, parseExpression, parseOperand, space } from '../syntax/expression.js';
import type { InnerTag, TagRule } from '../syntax/parser.js';
import { type Body, bodyMayInterrupt, bodyMayReenter, codeNode, dropTexts, type Generator } from '../syntax/syntax.js';

interface Branch {
  /** Undefined for `else`. */
  readonly values: readonly Expression[] | undefined;
  readonly body: Body;
  readonly offset: number;
  readonly line: number;
}

const subject = new RegExp(fragment);
const whenValue = new RegExp(`(${fragment})((?:${space}+or${space}+|${space}*,${space}*)(?=${fragment}))?`, 'g');

/** `{% case %}` with `when` and `else`; every `when` that matches is printed. */
export const caseTag: TagRule = (parser, tag) => {
  const match = subject.exec(tag.markup);
  if (match === null) throw new SyntaxMistake("Syntax Error in 'case' - Valid syntax: case [condition]");
  const left = parseExpression(match[0]);
  const branches: Branch[] = [];
  const preamble = parser.newBody();
  const add = (inner: InnerTag, values: readonly Expression[] | undefined): Body => {
    const body = parser.newBody();
    branches.push({ values, body, offset: inner.offset, line: tag.line });
    return body;
  };
  parser.readBlock(tag, preamble, (inner) => {
    if (inner.name === 'when') return add(inner, readValues(inner.markup));
    if (inner.name !== 'else') return undefined;
    if (strip(inner.markup) !== '') {
      throw new SyntaxMistake(
        "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ",
        'liquid/syntax',
        'Leave away what stands after `else`.',
      );
    }
    return add(inner, undefined);
  });
  const bodies = branches.map((branch) => branch.body);
  const blank = preamble.blank && bodies.every((body) => body.blank);
  if (blank) dropTexts(bodies);
  const mayInterrupt = bodies.some(bodyMayInterrupt);
  return codeNode(tag, { blank, mayInterrupt, mayReenter: mayInterrupt || bodies.some(bodyMayReenter) }, (generator) =>
    generateCase(generator, left, branches),
  );
};

function readValues(markup: string): Expression[] {
  const values: Expression[] = [];
  for (let hasMore = true, at = 0; hasMore; at = whenValue.lastIndex) {
    whenValue.lastIndex = at;
    const match = whenValue.exec(markup);
    if (match === null) {
      throw new SyntaxMistake(
        "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
      );
    }
    values.push(parseOperand(match[1]!));
    hasMore = match[2] !== undefined;
  }
  return values;
}

function generateCase(generator: Generator, left: Expression, branches: readonly Branch[]): void {
  const none = `e${generator.id()}`;
  const hasElse = branches.some((branch) => branch.values === undefined);
  if (hasElse) generator.code(`let ${none}=true;`);
  for (const branch of branches) {
    if (branch.values === undefined) {
      generator.code(`if(${none}){`);
    } else {
      generator.at(branch);
      generateMatch(generator, left, branch.values);
      if (hasElse) generator.code(`${none}=false;`);
    }
    generator.body(branch.body);
    generator.code('}');
  }
}

/** A body with several values is printed once for each of them that matches. */
function generateMatch(generator: Generator, left: Expression, values: readonly Expression[]): void {
  // What is nothing but itself equals no other value, nor the `empty` of a condition.
  const isOwn = generator.options.ownNothing && isNothing(left);
  const tests = values.map((value) =>
    isOwn ? `(${generator.expression(value)},false)` : generateEquality(generator, left, value),
  );
  if (tests.length === 1) {
    generator.code(`if(${tests[0]}){`);
    return;
  }
  // Each is looked at only when it is its turn, as the body may change what it asks for.
  const test = `t${generator.id()}`;
  generator.code(`for(const ${test} of [${tests.map((code) => `()=>${code}`).join(',')}])if(${test}()){`);
}
