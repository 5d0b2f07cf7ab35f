import { type Place, positionAt } from '../core/diagnostics.js';
import { unescapePath } from '../core/text/url-escape.js';

/** A text in which the author may have written a URL. */
export interface SourceText {
  /** Relative to the source folder, or absolute where it lies elsewhere. */
  readonly path: string;
  readonly text: string;
}

/**
 * Where the author wrote a URL: all its places in the first text that has it, which are asked in order. A template may have put
 * `prefixes` before it (`baseurl`, the site's address), and Markdown may have encoded it.
 */
export function findPlaces(url: string, prefixes: readonly string[], sources: Iterable<SourceText>): Place[] {
  const spellings = spellingsOf(url, prefixes);
  for (const { path, text } of sources) {
    for (const spelling of spellings) {
      const offsets = offsetsOf(spelling, text);
      if (offsets.length > 0) return offsets.map((offset) => ({ path, position: positionAt(text, offset) }));
    }
  }
  return [];
}

function spellingsOf(url: string, prefixes: readonly string[]): string[] {
  const shortened = prefixes.filter((prefix) => prefix !== '' && url.startsWith(`${prefix}/`));
  const full = [url, ...shortened.map((prefix) => url.slice(prefix.length))];
  // Where a filter made the path, the anchor stands behind it.
  const whole = [...full, ...full.map((each) => each.replace(/#.*/s, ''))];
  return [...new Set(whole.flatMap((each) => [each, unescapePath(each), each.replaceAll('&', '&amp;')]))].filter(
    (each) => each !== '' && each !== '/' && each !== '#',
  );
}

/** Where a text has a URL that ends there: `/a` is not in `/a/b`, nor in `x/a`. */
function offsetsOf(spelling: string, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + spelling.length)) {
    const before = at === 0 || /[\s"'(<=[{}|:,`]/.test(text[at - 1]!);
    const after = /^(?:$|[\s"')>\]}|,`]|\{\{)/.test(text.slice(at + spelling.length, at + spelling.length + 2));
    if (before && after && (!isWord.test(spelling) || !isInProse(text, at))) offsets.push(at);
  }
  return offsets;
}

const isWord = /^[\p{L}\p{N}_-]+$/u;

/** Whether what stands at an offset, which may be any word, is one among others rather than a value or a link's target. */
function isInProse(text: string, at: number): boolean {
  const lineBefore = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /(?:^|\s)$/.test(lineBefore) && !/(?:[:=]|^\s*-)\s+$/.test(lineBefore);
}
