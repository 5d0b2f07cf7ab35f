import { type Condition, parseConditionLaxly, parseConditionStrictly } from '../syntax/condition.js';
import type { Parser, TagRule, TagToken } from '../syntax/parser.js';
import { type Body, bodyMayInterrupt, bodyMayReenter, codeNode, dropTexts, type Generator } from '../syntax/syntax.js';

interface Branch {
  /** Undefined for `else`. */
  readonly condition: Condition | undefined;
  readonly body: Body;
  readonly offset: number;
  readonly line: number;
}

/** `{% if %}` with `elsif` and `else`. */
export const ifTag: TagRule = (parser, tag) => branchesNode(parser, tag, false);

/** `{% unless %}`, whose `elsif` and `else` are as those of `if`. */
export const unlessTag: TagRule = (parser, tag) => branchesNode(parser, tag, true);

function branchesNode(parser: Parser, tag: TagToken, isNegated: boolean): ReturnType<TagRule> {
  const branches: Branch[] = [];
  const add = (markup: string | undefined, place: { start: number; offset: number }): Body => {
    const at = { start: place.start, offset: place.offset, line: tag.line };
    const condition =
      markup === undefined ? undefined : parser.readMarkup(markup, parseConditionStrictly, parseConditionLaxly, at);
    const body = parser.newBody();
    branches.push({ condition, body, ...at });
    return body;
  };
  parser.readBlock(tag, add(tag.markup, tag), (inner) => {
    if (inner.name === 'elsif') return add(inner.markup, inner);
    return inner.name === 'else' ? add(undefined, inner) : undefined;
  });
  const bodies = branches.map((branch) => branch.body);
  const blank = bodies.every((body) => body.blank);
  if (blank) dropTexts(bodies);
  return codeNode(
    tag,
    { blank, mayInterrupt: bodies.some(bodyMayInterrupt), mayReenter: bodies.some(bodyMayReenter) },
    (generator) => generateBranches(generator, branches, isNegated),
  );
}

function generateBranches(generator: Generator, branches: readonly Branch[], isNegated: boolean): void {
  for (const [index, branch] of branches.entries()) {
    if (branch.condition === undefined) {
      generator.body(branch.body);
      break;
    }
    const condition = generator.condition(branch.condition);
    generator.at(branch);
    generator.code(index === 0 && isNegated ? `if(!${condition}){` : `if(${condition}){`);
    generator.body(branch.body);
    generator.code(index < branches.length - 1 ? '}else{' : '}');
  }
  closeBranches(generator, branches);
}

/** Each branch but the last opened a block for the rest. */
function closeBranches(generator: Generator, branches: readonly Branch[]): void {
  const end = branches.findIndex((branch) => branch.condition === undefined);
  const open = end === -1 ? branches.length - 1 : end;
  generator.code('}'.repeat(open));
}
