import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, nestingComment, rule, space, stringBody } from './pieces.js';
import { sqlKeywords, sqlTypes } from './sql-words.js';

const wordClass = words({ nb: sqlTypes, k: sqlKeywords }, 'n');

/** Strings and quoted names end with their mark; a doubled one or one after a backslash stands for itself. */
function quoted(mark: string, name: string): Rule[] {
  return stringBody(mark, name, [rule(String.raw`\\[^\n]|${mark}${mark}`, 'se')]);
}

function withDoubledFirst([end, doubled, ...rest]: readonly Rule[]): Rule[] {
  return [doubled!, end!, ...rest];
}

/** SQL. */
export const sql: Language = {
  modes: {
    root: [
      space,
      lineComment('--', 'c1'),
      rule(String.raw`\/\*`, 'cm', 'comment'),
      rule("'", 's1', 'text'),
      rule('"', 'nv', 'name'),
      rule('`', 'nv', 'backtick'),
      rule('[0-9]+', 'mi'),
      rule(String.raw`\w+`, (text) => wordClass(text.toUpperCase())),
      rule(String.raw`[-+*\/%=<>!~^&|?@#]`, 'o'),
      rule(String.raw`[(){}[\];:,.]`, 'p'),
    ],
    comment: nestingComment('cm', 'comment'),
    text: withDoubledFirst(quoted("'", 's1')),
    name: withDoubledFirst(quoted('"', 'nv')),
    backtick: withDoubledFirst(quoted('`', 'nv')),
  },
};
