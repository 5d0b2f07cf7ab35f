import type { BlockState } from '../block-state.js';
import { normalizeLinkId } from '../document.js';
import { matchAt } from '../html/html-patterns.js';
import { lineEnd } from '../text.js';

const label = /\[([^\n\]]+)\]:[ \t]*/y;
const quoted = /[ \t]["']/;
const blanks = /[ \t]*/y;

/** What is behind a definition's address: its title, if it has one, and where the next line begins. */
interface Ending {
  readonly title?: string;
  readonly end: number;
}

interface Target extends Ending {
  readonly url: string;
}

/**
 * `[id]: url "title"`. Read by hand, as kramdown's pattern takes time by the square of the line: notes from word
 * processors have whole images in their definitions.
 */
export function linkDefinition(state: BlockState): boolean {
  const { src, start } = state;
  const found = matchAt(label, src, start);
  if (found === null) return false;
  const from = start + found[0].length;
  const stop = lineEnd(src, from);
  const target = bracketed(src, from, stop) ?? bare(src, from, stop);
  if (target === undefined) return false;
  const id = normalizeLinkId(found[1]!);
  const line = state.lineHere();
  state.pos = target.end;
  if (state.document.links.has(id)) state.document.warn(`Duplicate link ID '${id}' - overwriting`, line);
  const mark = state.addMark('link_def');
  state.document.links.set(id, { url: target.url, title: target.title, mark });
  return true;
}

/** `<url>`: up to the first `>` behind which nothing but a title follows. */
function bracketed(src: string, from: number, stop: number): Target | undefined {
  if (src[from] !== '<') return undefined;
  const last = lastBefore(src, from, stop);
  for (let at = src.indexOf('>', from); at >= 0 && at < stop; at = src.indexOf('>', at + 1)) {
    const ending = endingAt(src, at + 1, last, stop);
    if (ending !== undefined) return { url: src.slice(from + 1, at), ...ending };
  }
  return undefined;
}

/** An address without brackets: up to a title or the line's last character, and without a quote behind a blank. */
function bare(src: string, from: number, stop: number): Target | undefined {
  const last = lastBefore(src, from, stop);
  const line = src.slice(from, last);
  const quote = line.search(quoted);
  const at = quote < 0 ? last : lastBefore(src, from, from + quote);
  const url = src.slice(from, at);
  const ending = /[^ \t\r\n\f\v]/.test(url) ? endingAt(src, at, last, stop) : undefined;
  return ending && { url, ...ending };
}

/** The title on the same line or on the next, else the line's end; undefined where anything else follows. */
function endingAt(src: string, at: number, last: number, stop: number): Ending | undefined {
  if (at < last) {
    const next = skipBlanks(src, at);
    return next > at ? titleAt(src, next, last, stop) : undefined;
  }
  if (stop >= src.length) return undefined;
  const below = skipBlanks(src, stop + 1);
  const end = lineEnd(src, below);
  return titleAt(src, below, lastBefore(src, below, end), end) ?? { end: stop + 1 };
}

/** A quoted text that ends its line. */
function titleAt(src: string, at: number, last: number, stop: number): Ending | undefined {
  const quote = src[at];
  if ((quote !== '"' && quote !== "'") || src[last - 1] !== quote || last < at + 3 || stop >= src.length) {
    return undefined;
  }
  return { title: src.slice(at + 1, last - 1), end: stop + 1 };
}

function skipBlanks(src: string, at: number): number {
  blanks.lastIndex = at;
  blanks.test(src);
  return blanks.lastIndex;
}

/** Where a line's blanks at its end begin. */
function lastBefore(src: string, from: number, stop: number): number {
  let at = stop;
  while (at > from && (src[at - 1] === ' ' || src[at - 1] === '\t')) at--;
  return at;
}
