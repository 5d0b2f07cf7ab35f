import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';

const restOfLine = /[^\n]*\n?/y;
const space = /[\t-\r ]/;
const rule = /---(?:\n|$(?![\s\S]))/y;
const hunk = /(@@[^@]*@@)([^\n]*\n)/y;
const unknown = /[^\t-\r ]+/y;

/** The class of a line by its first character: added, removed, changed, headers. */
const classes: Readonly<Record<string, string>> = { '+': 'gi', '>': 'gi', '-': 'gd', '<': 'gd', '!': 'gs', '=': 'gh' };

function lineClass(s: Scanner): string | undefined {
  const first = s.char;
  if (s.looksAt(rule)) return 'p';
  if (s.sees('diff') || s.sees('index') || s.sees('Index')) return 'gh';
  return classes[first] ?? (/\w/.test(first) ? 'p' : undefined);
}

/** Unified and plain diffs: the start of a line decides. A line of no kind is an error up to its first white space, and plain from there. */
function readDiff(s: Scanner): void {
  while (!s.done) {
    const name = s.atLineStart ? lineClass(s) : undefined;
    if (name !== undefined) s.take(restOfLine, name);
    else if (s.atLineStart && s.char === '@' && s.takeGroups(hunk, ['p', ''])) continue;
    else if (space.test(s.char)) {
      // A line's end that is met here takes the next line with it.
      s.pass(1, '');
      s.take(restOfLine, '');
    } else s.take(unknown, 'err');
  }
}

/** Diffs. */
export const diff: Language = { read: (code, emit) => readDiff(new Scanner(code, emit)) };
