import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, quotedToLast, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
      ann annotation any constraint else endif function for forall if include list of op output minimize maximize par predicate record
      satisfy solve test then type var where`,
    kt: 'array set bool enum float int string tuple',
    nb: `
      abort abs acosh array1d array2d array3d array4d array5d array6d array_intersect array_union asin assert atan bool2int
      card ceil concat cos cosh dom dom_array dom_size exp fix floor index_set index_set_1of2 index_set_1of3 index_set_2of2
      index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log10 log2 max min pow product round
      set2array show show_float show_int sin sinh sqrt sum tan tanh trace ub ub_array
`,
    o: 'in subset superset union diff symdiff intersect',
  },
  'nx',
);

/** MiniZinc. */
export const minizinc: Language = {
  modes: {
    root: [
      rule('[\\t-\\r ]+|\\\\\\n', 'w'),
      lineComment('%', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule(quotedToLast('"'), 's'),
      rule(String.raw`not|<->|->|<-|\\\/|xor|\/\\|[<>]=?|[=!]=|=|[-+*\/]|div|mod|\\|\.\.`, 'o'),
      rule('[|()[\\]{},:;]', 'p'),
      rule(`(?:true|false)${wordEnd}`, 'kc'),
      rule(String.raw`[0-9]+(?:\.(?!\.)[0-9]*)?(?:[eE][-+]?[0-9]+)?`, 'm'),
      rule('[$a-zA-Z_]\\w*', wordClass),
    ],
  },
};
