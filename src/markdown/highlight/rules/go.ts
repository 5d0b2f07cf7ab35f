import type { Language } from '../language.js';
import { words } from '../rule.js';

/** Go. */
export const go: Language = {
  grammar: 'go',
  complete: true,
  zones: { c1: 'c', cm: 'c', s2: 's', d2: 's', s1: 'sc', d1: 'sc', e1: 'sc', dt: 's', s: 's', sx: 's', sc: 'sc' },
  modes: {
    root: [
      [/\s+/u, ''],
      [/\/\/[^\n]*|\/\*[\s\S]*?\*\//u, 'c'],
      [/'(?:\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\[abfnrtv\\'"]|\\[0-7]{3}|\\x[\da-fA-F]{2}|[^\n])'/u, 'sc'],
      [/`/u, 's', 'raw'],
      [/"/u, 's', 'string'],
      [
        /[\p{L}_][\p{L}\p{Nd}_]*/u,
        words(
          {
            k: `
              break default func interface select case defer go map struct chan else goto package switch const fallthrough if range type
              continue for import return var`,
            kt: `
              bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 uint32 uint64 uintptr uint`,
            nb: 'append cap close complex copy delete imag len make new panic print println real recover',
            no: 'true false iota nil',
          },
          'n',
        ),
      ],
      [/0[xX][0-9A-Fa-f]+|(?:\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+)i?/u, 'm'],
      [/[+&=!|<*^>/:%.-]/u, 'o'],
      [/[()[\]{},;]/u, 'p'],
    ],
    raw: [
      [/`/u, 's', '^'],
      [/[^`]+/u, 's'],
    ],
    string: [
      [/\\[abfnrtv\\'"]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\x[\da-fA-F]{2}/u, 'se'],
      [/\\[^\n]/u, 'err'],
      [/"/u, 's', '^'],
      [/[^"\\]+/u, 's'],
    ],
  },
};
