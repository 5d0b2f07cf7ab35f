import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';
import { quotedToLast } from './pieces.js';

/** Functions that R has built in without a body, of those that Rouge knows, by what they are for. */
const primitives = `abs acos acosh asin asinh atan atanh ceiling cos cosh cospi cummax cummin cumprod cumsum digamma exp floor gamma lgamma log
  max min prod range round sign signif sin sinh sinpi sqrt sum tan tanh tanpi trigamma trunc Arg Conj Im Mod Re all any anyNA
  as.call as.character as.complex as.double as.environment as.integer as.null.default as.logical as.numeric as.raw is.array
  is.atomic is.call is.character is.complex is.double is.environment is.expression is.finite is.function is.infinite is.integer
  is.language is.list is.logical is.matrix is.na is.name is.nan is.null is.numeric is.object is.pairlist is.raw is.recursive
  is.single is.symbol attr attributes baseenv browser c call class dim dimnames emptyenv expression forceAndCall gc.time
  globalenv interactive invisible length list missing names nargs nzchar oldClass on.exit pos.to.env proc.time quote rep
  retracemem return seq.int seq_along seq_len standardGeneric substitute switch tracemem unclass untracemem UseMethod xtfrm
  lazyLoadDBfetch`;

/** A call of one of them. Rouge takes any character for their points. */
const primitiveCall = new RegExp(`(?:${primitives.replace(/\s+/g, '|').replaceAll('.', '[^\\n]')})(?=\\()`, 'y');

const wordClass = words(
  {
    k: 'if else for while repeat in next function break',
    kc: 'NULL Inf TRUE FALSE NaN NA NA_integer_ NA_real_ NA_complex_ NA_character_',
    nb: 'LETTERS letters month.abb month.name pi T F',
  },
  'n',
);

const name = /(?:\p{Alphabetic}|\.(?![0-9]))[\p{Alphabetic}\p{Nd}_.]*/uy;
const pieces: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\t-\r ]+/y, 'w'],
  [/#'[^\n]*/y, 'cd'],
  [/#[^\n]*/y, 'c1'],
  [/%[^%]*%/y, 'o'],
  [/0[xX][0-9a-fA-F]+(?:[pP][0-9]+)?[Li]?/y, 'mh'],
  [/[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?[Li]?/y, 'm'],
  [/[[\]{}();,]/y, 'p'],
  [/[-+*/^<>=!&|~?:$@%]/y, 'o'],
];

const quoted: Readonly<Record<string, readonly [pattern: RegExp, name: string]>> = {
  '"': [new RegExp(quotedToLast('"'), 'y'), 's2'],
  "'": [new RegExp(quotedToLast("'"), 'y'), 's1'],
  '`': [/`[^`]+`/y, 'n'],
};

/** R. */
export const r: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      const quote = quoted[s.char];
      if (quote && !s.sees('``') && s.takeClosed(s.char, ...quote)) continue;
      if (s.take(primitiveCall, 'nf')) continue;
      const word = s.match(name)?.[0];
      if (word !== undefined) s.pass(word.length, wordClass(word));
      else if (!pieces.some(([pattern, as]) => s.take(pattern, as))) s.passOne();
    }
  },
};
