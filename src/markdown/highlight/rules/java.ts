import type { Language } from '../language.js';
import { words } from '../rule.js';

const keywords = `
  assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while`;
const declarations = `
  abstract const enum extends final implements native private protected public static strictfp super synchronized throws transient volatile`;
const types = 'boolean byte char double float int long short var void';
const alternatives = (list: string): string => list.trim().split(/\s+/).join('|');

const name = String.raw`[\p{L}\p{M}_][\p{L}\p{M}\p{N}\p{Pc}]*`;
const keyword = alternatives(keywords);
const wordClass = words({ kd: declarations, kt: types, kc: 'true false null' }, 'n');

/** What stands before the name of a method: words on from the start of a line, or one that is no keyword. */
const signature = String.raw`(?:\n\s*(?:[a-zA-Z_][\w.[\]<>]*\s+)+|(?<![\w.])(?!(?:${keyword})\s)[a-zA-Z_][\w.[\]<>]*[^\S\n]+)`;

/** Java. */
export const java: Language = {
  grammar: 'java',
  complete: true,
  zones: { s2: 's', d2: 's', e2: 's', s1: 'sc', d1: 'sc', e1: 'sc', cd: 'cm', c: 'cm', se: 's' },
  modes: {
    root: [
      [/\s+/u, ''],
      [/\/\/[^\n]*/u, 'c1'],
      [/\/\*[\s\S]*?\*\//u, 'cm'],
      [/"(?:\\\\|\\"|[^"])*"/u, 's'],
      [/'(?:\\[^\n]|[^\\]|\\u[0-9a-f]{4})'/u, 'sc'],
      [new RegExp(`(?=[a-zA-Z_]\\w*\\s*\\()(?<=${signature})([a-zA-Z_]\\w*)(\\s*)(\\()`, 'u'), ['nf', '', 'o']],
      [new RegExp(`(?:${keyword})\\b`, 'u'), 'k'],
      [new RegExp(`@${name}`, 'u'), 'nd'],
      [new RegExp(`(class|interface)\\b(\\s*)(${name})?`, 'u'), ['kd', '', 'nc']],
      [/(import|package)\b(\s*)([a-zA-Z0-9_.]+\*?)?/u, ['kn', '', 'nn']],
      [new RegExp(`(?:${alternatives(declarations)}|${alternatives(types)}|true|false|null)\\b`, 'u'), wordClass],
      [new RegExp(`(\\.)(${name})`, 'u'), ['o', 'na']],
      [new RegExp(`${name}:`, 'u'), 'nl'],
      [/\p{Lu}[\p{Lu}\p{Nd}_]*\b/u, 'no'],
      [/\p{Lu}[\p{L}\p{M}\p{N}]*\b/u, 'nc'],
      [new RegExp(`\\$?${name}`, 'u'), 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/u, 'o'],
      [/[0-9](?:_*[0-9])*\.[0-9](?:_*[0-9])*(?:[eE][0-9](?:_*[0-9])*)?[fd]?/u, 'mf'],
      [/0[bB][01](?:_*[01])*/u, 'mb'],
      [/0[xX][0-9a-fA-F](?:_*[0-9a-fA-F])*/u, 'mh'],
      [/0[0-7](?:_*[0-7])*/u, 'mo'],
      [/[0-9](?:_*[0-9])*L?/u, 'mi'],
    ],
  },
};
