import type { Language } from '../language.js';
import type { Modes } from '../rule.js';
import { readStretches } from '../stretches.js';
import { haskell } from './haskell.js';
import { blank, rule } from './pieces.js';

const modes: Modes = {
  root: [rule(`${blank}*?\\n(?=>)`, '', 'code'), rule(`${blank}*\\n|[^\\n]*\\n|[^\\n]+`, '')],
  code: [rule('(>)( [^\\n]*\\n?)', ['nl', 'inner']), rule(`${blank}*\\n(?=${blank}*[^>])`, '', '^')],
};

/** Text with Haskell in lines that begin with `>`. */
export const literateHaskell: Language = { read: (code, emit) => readStretches(modes, haskell, code, emit) };
