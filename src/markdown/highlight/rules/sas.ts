import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, lineStart, rule, space, wordEnd } from './pieces.js';
import { sasFunctions, sasMacros, sasProcedures, sasProcedureWords, sasStatements } from './sas-words.js';

const anyOf = (list: string): string => `(?:${list.split(' ').map(anyCase).join('|')})`;
const word = (list: string): string => `${anyOf(list)}${wordEnd}`;
const upper =
  (classOf: (name: string) => string) =>
  (name: string): string =>
    classOf(name.toUpperCase());
const statementClass = words({ k: `${sasStatements} ${sasFunctions}` }, 'n');
const macroClass = words({ k: sasMacros }, 'n');
const procedureClass = words({ k: sasProcedures }, 'n');

const basics: readonly Rule[] = [
  space,
  rule(String.raw`${lineStart}%?\*[^;]*;`, 'c1'),
  rule(String.raw`(;)(${blank}*)(%?\*[^;]*;)`, ['p', '', 'c1']),
  rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'),
  rule("'(?:[0-9a-zA-Z]+'[dD]|[^\\n]+?'[dD][tT]|[0-9:]+(?:[aApP|][mM])?'[tT])", 'ld'),
  rule("'", 's1', 'single'),
  rule('"', 's2', 'double'),
  rule('&[a-zA-Z0-9_&.]+', 'nv'),
  rule('[0-9][0-9a-fA-F]*[xX]', 'mh'),
  rule('[0-9][0-9eE.-]+', 'm'),
  rule(word('_n_ _error_ _file_ _infile_ _msg_ _iorc_ _cmd_'), 'bp'),
  rule(word('_character_ _numeric_ _all_'), 'nb'),
  rule(`(${anyOf('datalines cards')})(${blank}*)(;)`, ['k', '', 'p'], 'data'),
  rule(String.raw`\*\*|[*\/+-]|[^¬~]?=:?|[<>]=?:?`, 'o'),
  rule(word('eq ne gt lt ge le in'), 'ow'),
  rule('[&|!¦¬∘~]', 'o'),
  rule(word('and or not of like'), 'ow'),
  rule('[0-9]+', 'mi'),
  rule('\\$', 'kt'),
  rule(`(${anyOf('%macro %mend')})(${blank}*)(\\w+)`, ['k', '', 'nf']),
  rule('%mend', 'k'),
  rule('%\\w+', (name) => macroClass(name.slice(1).toUpperCase())),
];
const rest: readonly Rule[] = [
  rule(String.raw`${blank}\.[;\t-\r ]`, 'kc'),
  rule(String.raw`${blank}\.[a-z_]`, 'no'),
  rule(String.raw`[(),;:{}\[\]\\.]`, 'p'),
  rule('[@?]', 'ss'),
  rule('[^\\t-\\r ]+', ''),
];
const gap = `(${blank}+)`;

/** What is in a procedure, to the word that ends it. */
function procedure(name: string): Rule[] {
  const classOf = words({ k: `${sasStatements} ${sasFunctions} ${sasProcedureWords[name] ?? ''}` }, 'n');
  return [rule(anyOf('quit run'), 'k', '^'), ...basics, rule('\\w+', upper(classOf)), ...rest];
}

/** SAS. */
export const sas: Language = {
  modes: {
    root: [
      ...basics,
      rule(`(${anyCase('proc')})${gap}(?=(\\w+))`, ['k', ''], ([, , name]) => `+procedure:${name!.toUpperCase()}+name`),
      rule(`(${anyCase('data')})${gap}([\\w.]+)`, ['k', '', 'nv']),
      rule(`(${anyCase('libname')})${gap}(\\w+)`, ['k', '', 'nv']),
      rule('\\w+', upper(statementClass)),
      ...rest,
    ],
    procedure,
    name: [rule('\\w+', upper(procedureClass), '^')],
    single: [rule("''", 'se'), rule("'", 's1', '^'), rule("[^']+", 's1')],
    double: [rule('&[a-zA-Z0-9_&]+\\.?', 'si'), rule('""', 'se'), rule('"', 's2', '^'), rule('[^&"]+|&', 's2')],
    data: [rule('[^;]+', 'sh'), rule(';', 'p', '^')],
  },
};
