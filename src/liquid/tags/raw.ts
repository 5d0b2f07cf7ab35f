import { SyntaxMistake } from '../errors.js';
import type { TagRule, TagToken } from '../syntax/parser.js';
import { codeNode } from '../syntax/syntax.js';

/** Liquid takes none that begins with `{%-` for the end. */
const lastTag = /^([\s\S]*)\{%[ \t\r\n\f\v]*(\w+)[ \t\r\n\f\v]*(?:[\s\S]*)?%\}$/;

/** `{% raw %}`: its body is printed as it stands. */
export const rawTag: TagRule = (_parser, tag) => {
  if (/[^ \t\r\n\f\v]/.test(tag.markup)) throw new SyntaxMistake("Syntax Error in 'raw' - Valid syntax: raw");
  const text = readRawBody(tag);
  return codeNode(tag, { blank: text === '' }, (generator) => generator.text(text));
};

/** The text up to a tag's end tag, as it stands. A `{{` before the end tag may have swallowed it. */
export function readRawBody(tag: TagToken): string {
  let text = '';
  for (let token = tag.tokens.next(); token !== undefined; token = tag.tokens.next()) {
    const match = token.text.endsWith('%}') ? lastTag.exec(token.text) : null;
    if (match?.[2] === `end${tag.name}`) return text + match[1];
    text += token.text;
  }
  throw new SyntaxMistake(`'${tag.name}' tag was never closed`, 'liquid/never-closed', `Add {% end${tag.name} %}.`);
}
