import type { BlockState } from '../block-state.js';
import { restOfLineEnd, skipIndent } from '../boundaries.js';
import { setAttribute } from '../element.js';
import { type Finder, isSpace, lineEnd, nextLine, trim } from '../text.js';

interface Fence {
  readonly start: number;
  readonly marks: string;
  /** Whether nothing follows on its line, so that it can close a block. */
  readonly isBare: boolean;
}

const fences = new WeakMap<Finder, Fence[]>();

/** The run of fence marks at a position: tildes only in kramdown, tildes and backticks in GFM; '' where it is too short. */
function fenceMarks(src: string, pos: number, isGfm: boolean): string {
  let end = pos;
  for (; end < src.length; end++) {
    const code = src.charCodeAt(end);
    if (code !== 126 && !(isGfm && code === 96)) break;
  }
  return end - pos < 3 ? '' : src.slice(pos, end);
}

/** Every line of a text that begins with a fence. */
function findFences(state: BlockState): Fence[] {
  const known = fences.get(state.finder);
  if (known !== undefined) return known;
  const { src } = state;
  const isGfm = state.document.options.isGfm;
  const found: Fence[] = [];
  for (let pos = 0; pos < src.length; pos = nextLine(src, pos)) {
    const marks = fenceMarks(src, isGfm ? skipIndent(src, pos) : pos, isGfm);
    if (marks === '') continue;
    const after = (isGfm ? skipIndent(src, pos) : pos) + marks.length;
    const isBare = restOfLineEnd(src, after) >= 0;
    if (isBare) found.push({ start: pos, marks, isBare });
  }
  fences.set(state.finder, found);
  return found;
}

function closes(fence: Fence, marks: string): boolean {
  if (!fence.marks.startsWith(marks)) return false;
  return isAll(fence.marks, marks.length, marks.charCodeAt(marks.length - 1));
}

/** Whether a text consists of one character from a position on. */
function isAll(text: string, from: number, code: number): boolean {
  for (let i = from; i < text.length; i++) if (text.charCodeAt(i) !== code) return false;
  return true;
}

/** The index of the first fence at or after a position. */
function firstFence(list: readonly Fence[], from: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many lengths are tried for marks of both kinds. */
const maxTries = 200;

/** The fence that closes a block begun with a run of marks, and how many of the marks begin it: as many as can be. */
function closingFence(state: BlockState, run: string, from: number): { fence: Fence; length: number } | undefined {
  const list = findFences(state);
  const first = firstFence(list, from);
  const isUniform = isAll(run, 0, run.charCodeAt(0));
  let longest = 0;
  for (let i = first; i < list.length; i++) {
    const { marks } = list[i]!;
    if (marks.length > longest && (!isUniform || isAll(marks, 0, run.charCodeAt(0)))) longest = marks.length;
  }
  const start = Math.min(run.length, longest);
  for (let length = start; length >= 3 && length > start - maxTries; length--) {
    const marks = run.slice(0, length);
    for (let i = first; i < list.length; i++) if (closes(list[i]!, marks)) return { fence: list[i]!, length };
  }
  return undefined;
}

/** The word after the marks; undefined where more than a word is there. */
function infoWord(src: string, pos: number): string | undefined {
  const end = lineEnd(src, pos);
  while (pos < end && isSpace(src.charCodeAt(pos))) pos++;
  let stop = pos;
  while (stop < end && !isSpace(src.charCodeAt(stop))) stop++;
  return restOfLineEnd(src, stop) < 0 ? undefined : src.slice(pos, stop);
}

/** A code block between fences. */
export function fencedCode(state: BlockState): boolean {
  const { src } = state;
  const { isGfm } = state.document.options;
  const start = isGfm ? state.start : state.pos;
  const run = fenceMarks(src, start, isGfm);
  if (run === '' || infoWord(src, start + run.length) === undefined) return false;
  const from = nextLine(src, start);
  const closing = closingFence(state, run, from);
  const info = closing === undefined ? undefined : infoWord(src, start + closing.length);
  if (closing === undefined || info === undefined) return false;
  const element = state.create('codeblock', src.slice(from, closing.fence.start));
  const language = trim(info);
  if (language !== '') {
    const query = info.indexOf('?', 1);
    element.info = language;
    setAttribute(element, 'class', `language-${query < 0 ? info : info.slice(0, query)}`);
  }
  state.add(element);
  state.pos = nextLine(src, closing.fence.start);
  return true;
}
