import { toOutput } from '../core/ruby.js';
import type { Pipeline } from './pipeline.js';
import type { CodeNode } from './syntax.js';

/** The node of `{{ … }}`. */
export function outputNode(pipeline: Pipeline, offset: number, line: number, blank = false): CodeNode {
  return {
    kind: 'code',
    offset,
    line,
    blank,
    mayInterrupt: false,
    generate(generator) {
      const { code, constant, exact } = generator.pipeline(pipeline);
      if (constant !== undefined) {
        generator.text(toOutput(constant.value));
        return;
      }
      generator.at(this, exact);
      generator.append(`print(${code})`);
    },
  };
}
