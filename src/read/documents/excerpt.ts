/** Liquid's own block tags and Jekyll's, which an excerpt must close. */
export const standardBlocks: ReadonlySet<string> = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
]);

const tagStart = /\{%-?[ \t\n\v\f\r]*(\w+)/y;
const definition = /^ {0,3}(\[[^\]]+\])(:[^\n]+)$/gm;

/** An excerpt's text and whether tags had to be closed in it. */
export interface ExtractedExcerpt {
  readonly text: string;
  readonly isModified: boolean;
}

/**
 * The beginning of a text up to its separator, with the Liquid blocks open there closed, and with the definitions of the
 * links and footnotes that it refers to.
 */
export function extractExcerpt(body: string, separator: string, blocks: ReadonlySet<string>): ExtractedExcerpt {
  const at = body.indexOf(separator);
  if (at === -1) return { text: body, isModified: false };
  const start = body.slice(0, at);
  const tail = body.slice(at + separator.length);
  if (tail === '') return { text: start, isModified: false };
  const head = start.includes('{%') ? closeBlocks(start, blocks) : start;
  const found: string[] = [];
  if (head.includes('[') && tail.includes(']:')) {
    for (const [, name, rest] of tail.matchAll(definition)) if (head.includes(name!)) found.push(name! + rest!);
  }
  const text = found.length === 0 ? head : `${head}\n\n${found.join('\n')}`;
  return { text, isModified: head !== start };
}

function closeBlocks(head: string, blocks: ReadonlySet<string>): string {
  let closed = head;
  for (const name of tagNames(head).reverse()) {
    if (blocks.has(name) && !hasEndTag(closed, name)) closed += `\n{% end${name} %}`;
  }
  return closed;
}

/** The names of the tags in a text, in their order; each goes to the next `%}`. */
function tagNames(text: string): string[] {
  const names: string[] = [];
  let start = text.indexOf('{%');
  while (start !== -1) {
    tagStart.lastIndex = start;
    const match = tagStart.exec(text);
    const end = match === null ? start + 1 : text.indexOf('%}', tagStart.lastIndex);
    if (end === -1) break;
    if (match !== null) names.push(match[1]!);
    start = text.indexOf('{%', match === null ? end : end + 2);
  }
  return names;
}

function hasEndTag(text: string, name: string): boolean {
  const match = new RegExp(`\\{%-?[ \\t\\n\\v\\f\\r]*end${name}`).exec(text);
  return match !== null && text.indexOf('%}', match.index + match[0].length) !== -1;
}
