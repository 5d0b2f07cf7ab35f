import type { TagRule } from '../parser.js';

/** `{% break %}`. */
export const breakTag: TagRule = (_parser, tag) => interruptNode(tag, 1);

/** `{% continue %}`. */
export const continueTag: TagRule = (_parser, tag) => interruptNode(tag, 2);

function interruptNode(tag: Parameters<TagRule>[1], kind: 1 | 2): ReturnType<TagRule> {
  return {
    kind: 'code',
    offset: tag.offset,
    line: tag.line,
    blank: false,
    mayInterrupt: true,
    generate: (generator) => generator.code(`q.push(${kind});`),
  };
}
