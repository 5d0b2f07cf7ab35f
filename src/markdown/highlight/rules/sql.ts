import type { Language } from '../language.js';
import { words } from '../rule.js';
import { sqlKeywords, sqlTypes } from './sql-words.js';

const wordClass = words({ nb: sqlTypes, k: sqlKeywords }, 'n');

/** SQL. */
export const sql: Language = {
  modes: {
    root: [
      [/\s+/u, ''],
      [/--[^\n]*/u, 'c1'],
      [/\/\*/u, 'cm', 'comment'],
      [/\d+/u, 'mi'],
      [/'/u, 's1', 'single'],
      [/"/u, 'nv', 'double'],
      [/`/u, 'nv', 'backtick'],
      [/\w+/u, (text) => wordClass(text.toUpperCase())],
      [/[+*/<>=~!@#%&|?^-]/u, 'o'],
      [/[;:()[\]{},.]/u, 'p'],
    ],
    comment: [
      [/\/\*/u, 'cm', 'comment'],
      [/\*\//u, 'cm', '^'],
      [/[^/*]+|[/*]/u, 'cm'],
    ],
    single: [
      [/\\[^\n]|''/u, 'se'],
      [/'/u, 's1', '^'],
      [/[^\\']+/u, 's1'],
    ],
    double: [
      [/\\[^\n]|""/u, 'se'],
      [/"/u, 'nv', '^'],
      [/[^\\"]+/u, 'nv'],
    ],
    backtick: [
      [/\\[^\n]|``/u, 'se'],
      [/`/u, 'nv', '^'],
      [/[^\\`]+/u, 'nv'],
    ],
  },
};
