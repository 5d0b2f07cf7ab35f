import type { Language } from '../language.js';

/** Unified and plain diffs: the start of a line decides. */
export const diff: Language = {
  modes: {
    root: [
      [/^ [^\n]*\n?/u, ''],
      [/^---(?:\n|$)/u, 'p'],
      [/^[+>][^\n]*\n?/u, 'gi'],
      [/^[-<][^\n]*\n?/u, 'gd'],
      [/^![^\n]*\n?/u, 'gs'],
      [/^(?:[Ii]ndex|diff)[^\n]*\n?/u, 'gh'],
      [/^(@@[^@]*@@)([^\n]*\n)/u, ['p', '']],
      [/^\w[^\n]*\n?/u, 'p'],
      [/^=[^\n]*\n?/u, 'gh'],
      [/\s[^\n]*\n?/u, ''],
    ],
  },
};
