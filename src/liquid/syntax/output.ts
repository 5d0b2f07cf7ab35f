import { toOutput } from '../../core/values/ruby.js';
import { findLoop } from '../code/generate-expression.js';
import type { Pipeline } from './pipeline.js';
import { type CodeNode, codeNode, type Generator } from './syntax.js';

/** The node of `{{ … }}`. */
export function outputNode(pipeline: Pipeline, offset: number, line: number, blank = false): CodeNode {
  const place = { offset, line };
  return codeNode(place, { blank }, (generator) => {
    if (isSlot(generator, pipeline)) {
      generator.at(place);
      generator.append(`R.printOrSlot(c,${generator.literal(generator.options.slotVariable!)})`);
      return;
    }
    const { code, constant, exact } = generator.pipeline(pipeline);
    if (constant !== undefined) {
      generator.text(toOutput(constant.value));
      return;
    }
    generator.at(place, exact);
    generator.append(`print(${code})`);
  });
}

/** Whether a variable is printed as it is for which something may stand in the output. */
function isSlot(generator: Generator, { value, filters }: Pipeline): boolean {
  const { slotVariable, strictVariables } = generator.options;
  if (value?.kind !== 'lookup' || value.name !== slotVariable || slotVariable === undefined) return false;
  if (value.keys.length > 0 || filters.length > 0 || strictVariables) return false;
  return generator.isOutermost && findLoop(generator.loops, slotVariable) === undefined;
}
