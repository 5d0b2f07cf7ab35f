import { lazily } from '../../../core/lazily.js';
import { countBelow } from '../../../core/lists/count-below.js';
import { Element, textElement } from '../element.js';
import type { FailedMark, SpanState, SpanStop } from '../span-state.js';
import { isSpace } from '../text.js';

const letter = lazily(() => /\p{Alphabetic}/u);
const letterOrDigit = lazily(() => /[\p{Alphabetic}\p{Nd}]/u);

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isLetterBefore(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos - 1);
  if (code < 128) return isAsciiLetter(code);
  if (Number.isNaN(code)) return false;
  const isPair = code >= 0xdc00 && code <= 0xdfff;
  return letter().test(src.slice(isPair ? pos - 2 : pos - 1, pos));
}

/** Whether a word goes on over a position: a letter before it, or a letter and a hyphen. */
export function isInWord(src: string, pos: number): boolean {
  if (isLetterBefore(src, pos)) return true;
  return src.charCodeAt(pos - 1) === 45 && isLetterBefore(src, pos - 1);
}

function isLetterOrDigit(src: string, pos: number): boolean {
  const code = src.codePointAt(pos);
  if (code === undefined) return false;
  if (code < 128) return isAsciiLetter(code) || (code >= 48 && code <= 57);
  return letterOrDigit().test(String.fromCodePoint(code));
}

/** Whether emphasis that is not empty may end at a position. */
export function isClosedAt(src: string, pos: number, mark: string): boolean {
  if (!src.startsWith(mark, pos) || isSpace(src.charCodeAt(pos - 1))) return false;
  const after = pos + mark.length;
  if (mark.length === 1 && src[after] === mark && src[after + 1] !== mark) return false;
  return !(mark.charCodeAt(0) === 95 && isLetterOrDigit(src, after));
}

function createStop(element: Element, mark: string): SpanStop {
  return {
    extra: -1,
    isHere: ({ src, pos }: SpanState): boolean => isClosedAt(src, pos, mark) && element.children.length > 0,
  };
}

/** Reads on to a closing mark; undefined where there is none. */
function readMarked(state: SpanState, start: number, mark: string): Element | undefined {
  const { src } = state;
  const kind = (mark.charCodeAt(0) === 95 ? 2 : 0) + mark.length - 1;
  const from = start + mark.length;
  // What failed before fails again, but for marks in runs, which may be paired differently from another start.
  const char = mark[0]!;
  const isAlone = src[start - 1] !== char && src[from] !== char;
  if ((isAlone && hasFailed(state.failedMarks?.[kind], start)) || !state.canTry()) return undefined;
  const element = new Element(mark.length === 2 ? 'strong' : 'em', '', state.parent.line);
  // In most there is nothing but text, which takes no more than this.
  const plain = state.endOfPlain(from, -1);
  if (plain > from && isClosedAt(src, plain, mark)) {
    element.children = [textElement(src.slice(from, plain), element.line, state.textType)];
    state.pos = plain + mark.length;
    return element;
  }
  state.pos = from;
  if (state.parseInto(element, createStop(element, mark))) {
    state.pos += mark.length;
    return element;
  }
  state.wasted += src.length - from;
  if (isAlone) {
    state.failedMarks ??= new Array(4);
    state.failedMarks[kind] = { start, found: state.lastFound ?? [] };
  }
  return undefined;
}

/** Whether a mark behind one that failed must fail too. */
function hasFailed(failed: FailedMark | undefined, start: number): boolean {
  if (failed === undefined || start < failed.start) return false;
  // An odd number of beginnings and ends before it: it is between the two.
  return countBelow(failed.found, start + 1) % 2 === 0;
}

/** `*em*`, `**strong**`, `_em_`, `__strong__`. */
export function emphasis(state: SpanState): boolean {
  const { src, pos, parent } = state;
  const char = src[pos]!;
  const isStrong = src[pos + 1] === char;
  const mark = isStrong ? char + char : char;
  const after = pos + mark.length;
  const isOpen = isStrong ? state.openStrong > 0 : state.openEmphasis > 0;
  if (isOpen || isSpace(src.charCodeAt(after)) || (char === '_' && isInWord(src, pos))) {
    state.addPlain(after);
    return true;
  }
  let element = readMarked(state, pos, mark);
  if (element === undefined && isStrong && parent.type !== 'em') element = readMarked(state, pos, char);
  if (element !== undefined) {
    state.add(element);
    return true;
  }
  state.pos = pos;
  state.addPlain(after);
  return true;
}
