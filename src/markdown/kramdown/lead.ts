import type { KramdownDocument } from './document.js';
import type { Element } from './element.js';

/** Blocks that do not look behind the blank line after them. */
const simpleTypes: ReadonlySet<string> = new Set(['blank', 'p', 'header', 'hr']);

/**
 * How many of a text's blocks its beginning holds, where they come to the same HTML by themselves: simple ones that end
 * with it, on which nothing else in the text has a say. Undefined elsewhere.
 *
 * @param length the characters of the beginning
 * @param isAsGiven whether the options are still those that the text began with
 */
export function blocksOfLead(
  text: string,
  length: number,
  document: KramdownDocument,
  isAsGiven: boolean,
): number | undefined {
  const { root, attributeLists, footnotes, links, abbreviations, warnings } = document;
  const definitions = attributeLists.size + footnotes.size + links.size + abbreviations.size;
  if (!isAsGiven || definitions > 0 || warnings.length > 0) return undefined;
  const nextLine = lineBehind(text, length);
  const next = root.children.findIndex((block) => firstLine(block) >= nextLine);
  const block = root.children[next];
  // Without a blank line behind it, a block may be another than it would be by itself.
  if (next < 1 || block?.type !== 'blank' || firstLine(block) !== nextLine) return undefined;
  return root.children.slice(0, next).every(({ type }) => simpleTypes.has(type)) ? next : undefined;
}

/** An empty line counts as the one after it, as kramdown counts. */
function firstLine({ type, content, line }: Element): number {
  return type === 'blank' && content.charCodeAt(0) === 10 ? line - 1 : line;
}

/** Where the line after a beginning starts, which ends with its last line that is not empty; 0 where it ends within a line. */
export function lineStartBehind(text: string, length: number): number {
  let end = length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  return end > 0 && text.charCodeAt(end) === 10 ? end + 1 : 0;
}

function lineBehind(text: string, length: number): number {
  const start = lineStartBehind(text, length);
  if (start === 0) return 0;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
