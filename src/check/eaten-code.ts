/** An output of Liquid's that was meant to be shown as code. */
export interface EatenCode {
  /** UTF-16 code units from the beginning of the text. */
  readonly offset: number;
  /** `{{ user.name }}`. */
  readonly text: string;
}

/** Variables that Jekyll gives to every text, and words that are values. */
const given = new Set(
  'site page layout content paginator jekyll theme include forloop tablerowloop true false nil null empty blank'.split(
    ' ',
  ),
);

const untouched = /\{%-?\s*(raw|comment)\b[^%]*%\}[\s\S]*?(?:\{%-?\s*end\1\s*-?%\}|$)/g;
const highlighted = /\{%-?\s*highlight\b[^%]*%\}[\s\S]*?(?:\{%-?\s*endhighlight\s*-?%\}|$)/g;
const fenced =
  /^([ \t]*(?:(?:[-*+>]|\d+[.)])[ \t]+)*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;
const span = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g;
const setting = /\{%-?\s*(?:assign|capture|for|tablerow|increment|decrement)\s+["']?([\w-]+)/g;
const output = /\{\{-?\s*([A-Za-z_][\w-]*)(?:[^{}]|\}(?!\}))*\}\}/g;

/**
 * Finds in a Markdown text what Liquid takes out of its code: outputs in code blocks and spans, of variables that nobody sets.
 * `{{ user.name }}` of a text about templates is printed as nothing, and `${{ secrets.TOKEN }}` as `$`.
 */
export function findEatenCode(markdown: string): EatenCode[] {
  if (!markdown.includes('{{')) return [];
  const names = new Set([...markdown.matchAll(setting)].map(([, name]) => name!));
  const isSafe = within(untouched, markdown);
  const isFenced = within(fenced, markdown);
  const isHighlighted = within(highlighted, markdown);
  const isInSpan = within(span, markdown);
  return [...markdown.matchAll(output)]
    .filter(({ index, 1: name }) => !given.has(name!) && !names.has(name!) && !isSafe(index))
    .filter(({ index }) => isFenced(index) || isHighlighted(index) || isInSpan(index))
    .map(({ index, 0: text }) => ({ offset: index, text }));
}

/** Tells of offsets, each greater than the one before, whether a match of the pattern is around them. */
function within(pattern: RegExp, text: string): (offset: number) => boolean {
  const matches = text.matchAll(pattern);
  let match = matches.next().value;
  return (offset) => {
    while (match !== undefined && match.index + match[0].length <= offset) match = matches.next().value;
    return match !== undefined && match.index <= offset;
  };
}
