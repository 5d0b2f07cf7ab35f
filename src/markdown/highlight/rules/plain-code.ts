import type { Modes } from '../rule.js';

/** Names words and marks that a grammar leaves without any scope; for languages that have no rules of their own. */
export function plainCode(): Modes {
  return (made ??= makeModes());
}

let made: Modes | undefined;

const makeModes = (): Modes => ({
  root: [
    [/\s+/u, ''],
    [/[\p{L}_$][\p{L}\p{N}_$]*/u, 'n'],
    [/\d+\.\d+(?:[eE][+-]?\d+)?/u, 'mf'],
    [/0[xX][\da-fA-F]+/u, 'mh'],
    [/\d+/u, 'mi'],
    [/[()[\]{},;.:]/u, 'p'],
    [/[-+*/%=<>!&|^~?@]/u, 'o'],
    [/[^\p{L}\p{N}\s]/u, ''],
  ],
});
