import { toOutput } from '../core/ruby.js';
import type { Pipeline } from './pipeline.js';
import { type CodeNode, codeNode } from './syntax.js';

/** The node of `{{ … }}`. */
export function outputNode(pipeline: Pipeline, offset: number, line: number, blank = false): CodeNode {
  const place = { offset, line };
  return codeNode(place, { blank }, (generator) => {
    const { code, constant, exact } = generator.pipeline(pipeline);
    if (constant !== undefined) {
      generator.text(toOutput(constant.value));
      return;
    }
    generator.at(place, exact);
    generator.append(`print(${code})`);
  });
}
