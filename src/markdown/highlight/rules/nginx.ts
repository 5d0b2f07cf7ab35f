import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';
import { wordEnd } from './pieces.js';

/** Values of a directive by their shape, the first that fits. */
const values: readonly (readonly [pattern: RegExp, names: readonly string[]])[] = [
  [new RegExp(`(o(?:n|ff))${wordEnd}`, 'uy'), ['no']],
  [/(\$[-\w]+)/y, ['nv']],
  [/([-.a-zA-Z0-9]+)(:)(\d+)/y, ['nf', 'p', 'mi']],
  [/([a-zA-Z-]+\/[a-zA-Z-]+)/y, ['nc']],
  [new RegExp(`(\\d+[kmgKMG]?)${wordEnd}`, 'uy'), ['mi']],
  [/(~)([\t-\r ]*)([^\t-\r {]+)/y, ['p', '', 'sr']],
  [/([~=:])/y, ['p']],
  [/(\$)/y, ['']],
  [/(\/[^\t-\r #{}$();]*)/y, ['n']],
  [/([^\t-\r #{}$;\\]+)/y, ['s']],
];
const included = /(include)([\t-\r ]+)([^\t-\r ;]+)/y;
const directive = /[^\t-\r #{}$();]+/y;

function readGap(s: Scanner): boolean {
  return s.take(/[\t-\r ]+/y, '') || s.take(/#[^\n]*/y, 'c1');
}

function readValue(s: Scanner): boolean {
  return values.some(([pattern, names]) => s.takeGroups(pattern, names));
}

/** The values of a directive; whether a block follows them. */
function readValues(s: Scanner): boolean {
  while (!s.done) {
    if (s.takeText(';', 'p')) return false;
    if (s.takeText('{', 'p')) return true;
    if (!readGap(s) && !readValue(s)) s.passOne();
  }
  return false;
}

/** Configuration of nginx: directives with values, and blocks of them. */
export const nginx: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    let depth = 0;
    while (!s.done) {
      if (readGap(s) || (depth === 0 && s.takeGroups(included, ['k', '', 'n']))) continue;
      if (depth > 0 && s.takeText('}', 'p')) depth -= 1;
      else if (s.take(directive, depth > 0 ? 'kn' : 'k')) depth += readValues(s) ? 1 : 0;
      else if (!readValue(s)) s.passOne(s.char === ';' ? '' : 'err');
    }
  },
};
