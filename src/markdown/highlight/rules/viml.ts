import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, lineStart, rule, wordEnd } from './pieces.js';
import { vimCommands, vimNames } from './viml-words.js';

/** `ar[gs]` stands for `ar` and `args`. */
function expand(list: string): string {
  return list.replace(/(\S+)\[(\w+)\]/g, '$1 $1$2');
}

const wordClass = words({ k: expand(vimCommands), nb: expand(vimNames) }, '');

/** Between two marks in a line; where the second is nowhere but escaped, up to the last of those. */
function between(mark: string): string {
  return String.raw`${mark}(?:(?:\\[\\${mark}]|[^\n\\${mark}]|\\(?![\\${mark}]))*${mark}|[^\n]*${mark})`;
}

/** A word to its end. */
function word(pattern: string): string {
  return `(?:${pattern})${wordEnd}`;
}

/** Vim's language, in which nothing is an error. A quote begins a comment only at the start of a line. */
export const viml: Language = {
  modes: {
    root: [
      rule(`${lineStart}(${blank}*)("[^\\n]*)`, ['', 'c']),
      rule(`${lineStart}${blank}*\\\\`, 'se'),
      rule('[ \\t]+', ''),
      rule(between('\\/'), 'sr'),
      rule(between('"'), 's2'),
      rule(between("'"), 's1'),
      rule('-?[0-9]+', 'm'),
      rule('#[0-9a-fA-F]{6}', 'mh'),
      rule(`${lineStart}:|[-()<>+=![\\]{}|,~.:]`, 'p'),
      rule(word('let|if|else|endif|elseif|fun|function|endfunction'), 'k'),
      rule(word('NONE|bold|italic|underline|dark|light'), 'nb'),
      rule(`[absg]:\\w+${wordEnd}`, 'nv'),
      rule(word('\\w+'), wordClass),
      rule('[\\s\\S]', ''),
    ],
  },
};
