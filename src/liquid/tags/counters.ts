import { strip } from '../../core/text/strip.js';
import type { TagRule } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';

/** `{% increment %}`: prints a counter, then adds one to it. */
export const incrementTag: TagRule = (_parser, tag) => counterNode(tag, 'increment');

/** `{% decrement %}`: takes one from a counter, then prints it. */
export const decrementTag: TagRule = (_parser, tag) => counterNode(tag, 'decrement');

function counterNode(tag: Parameters<TagRule>[1], helper: string): ReturnType<TagRule> {
  return codeNode(tag, {}, (generator) => {
    generator.at(tag);
    generator.append(`R.${helper}(c,${generator.literal(strip(tag.markup))})`);
  });
}
