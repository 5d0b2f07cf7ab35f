import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';

/** `{% break %}`. */
export const breakTag: TagRule = (_parser, tag) => interruptNode(tag, 1);

/** `{% continue %}`. */
export const continueTag: TagRule = (_parser, tag) => interruptNode(tag, 2);

function interruptNode(tag: Parameters<TagRule>[1], kind: 1 | 2): ReturnType<TagRule> {
  return codeNode(tag, { mayInterrupt: true }, (generator) => generator.code(`q.push(${kind});`));
}
