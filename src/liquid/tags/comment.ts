import { SyntaxMistake } from '../errors.js';
import type { TagRule } from '../syntax/parser.js';
import { type CodeNode, codeNode, type Origin } from '../syntax/syntax.js';

/** `{% comment %}`: its body is read, so that wrong tags in it are errors as in Ruby, and not printed. */
export const commentTag: TagRule = (parser, tag) => {
  const body = parser.newBody();
  parser.readBlock(tag, body, () => body);
  return emptyNode(tag);
};

/** `{% # … %}`. */
export const inlineCommentTag: TagRule = (_parser, tag) => {
  if (/\n[ \t\r\n\f\v]*[^# \t\r\n\f\v]/.test(tag.markup)) {
    throw new SyntaxMistake(
      "Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character",
      'liquid/syntax',
      'Begin each line with `#`.',
    );
  }
  return emptyNode(tag);
};

function emptyNode(tag: Origin): CodeNode {
  return codeNode(tag, { blank: true }, () => {});
}
