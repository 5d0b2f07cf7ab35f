import type { Language } from '../language.js';
import { type Modes, words } from '../rule.js';
import { clojureBuiltins } from './clojure-words.js';
import { blank, lineComment, rule } from './pieces.js';

const clojureWords = {
  k: 'def defn defn- defmacro defmethod defmulti defstruct fn if cond let for',
  nb: clojureBuiltins,
};
const nameCharacter = String.raw`[\w!$%*+,<=>?\/.-]`;
const name = `${nameCharacter}+`;
const keyword = String.raw`[\w!#$%*+,<=>?\/.-]+`;

/** How a Lisp with keywords is read, by the words that it knows. A name that a list starts with is a function's. */
export function lispModes(known: Readonly<Record<string, string>>): Modes {
  return {
    root: [
      lineComment(';', 'c1'),
      rule(`${blank}+`, 'w'),
      rule(String.raw`-?[0-9]+\.[0-9]+`, 'mf'),
      rule('-?[0-9]+', 'mi'),
      // Where only escaped quotes follow, the last of them ends the string.
      rule(String.raw`"(?:[^\\"]|\\(?:[^\n]|(?![^\n])))*"|"[\s\S]*"`, 's'),
      rule(`'${keyword}`, 'ss'),
      rule(`::?${keyword}`, 'no'),
      rule(String.raw`\\[^\n]`, 'sc'),
      rule("~@|[\\x60'#^~&@]", 'o'),
      rule(`(\\()(${blank}*)(?=${nameCharacter})`, ['p', 'w'], 'head'),
      rule(name, words(known, 'n')),
      rule(String.raw`[\[\]{}()]`, 'p'),
    ],
    head: [rule(name, words(known, 'nf'), '^')],
  };
}

/** Clojure. */
export const clojure: Language = { modes: lispModes(clojureWords) };
