/** How front matter came to be part of a file's text. */
export interface LostFrontMatter {
  /** `late`: it does not begin the file; `endless`: nothing ends it. */
  readonly reason: 'late' | 'endless';
  /** UTF-16 code units from the beginning of the text. */
  readonly offset: number;
}

const ended = /^---\s*\n(?:[\s\S]*?\n)??(?:---|\.\.\.)\s*(?:\n|$)/;
const endless = /^---\s*\n[\w-]+:(?:\s|$)/;
const late = /^\s+(---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n)+---[ \t]*(?:\r?\n|$))/;

/** Finds in a file's text what was written as front matter, and is none: it is printed, or makes the file one that is only copied. */
export function findLostFrontMatter(text: string): LostFrontMatter | undefined {
  if (endless.test(text) && !ended.test(text)) return { reason: 'endless', offset: 0 };
  const found = late.exec(text);
  return found === null ? undefined : { reason: 'late', offset: found[0].length - found[1]!.length };
}
