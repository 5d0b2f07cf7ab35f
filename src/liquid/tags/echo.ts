import { outputNode } from '../syntax/output.js';
import type { TagRule } from '../syntax/parser.js';

/** `{% echo %}`: as `{{ … }}`. */
export const echoTag: TagRule = (parser, tag) =>
  outputNode(parser.readPipeline(tag.markup, tag.start, tag), tag.offset, tag.line);
