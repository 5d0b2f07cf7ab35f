import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, lineComment, rule, space, wordEnd } from './pieces.js';
import { plsqlFunctions, plsqlReserved, plsqlTypes, plsqlWords } from './plsql-words.js';

const name = String.raw`\w[\w$]*`;
const wordClass = words({ kt: plsqlTypes, nf: plsqlFunctions, kr: plsqlReserved, k: plsqlWords }, 'n');
const classOf = (word: string): string => wordClass(word.toUpperCase());
const functionClass = words({ nf: plsqlFunctions }, 'n');
const anyOf = (list: string): string => `(?:${list.split(' ').map(anyCase).join('|')})`;
/** Words after each other, each with the white space behind it. */
const phrase = (text: string): string => text.replace(/[a-z]+/g, (word) => `(${anyCase(word)})`);
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };
const gap = `(${blank}+)`;

/** A string between marks of one's own, of which the closing one is given. */
function ownQuotes(mark: string): Rule[] {
  const close = mark.replace(/[\^$\\.*+?()[\]{}|/-]/, '\\$&');
  return [rule(`(?:${close}[^']|[^${close}]'|[^${close}'])+`, 'sx'), rule(`${close}'`, 'o', '^')];
}

/** PL/SQL. */
export const plsql: Language = {
  modes: {
    root: [
      space,
      lineComment('--', 'c1'),
      rule('\\/\\*', 'cm', 'comment'),
      rule("[qQ]'([^\\n])", 'o', ([mark]) => `own:${closers[mark!] ?? mark!}`),
      rule("'", 'o', 'text'),
      rule('"', 'o', 'name'),
      rule(String.raw`(\$(?:${anyOf('if then else elsif error end')}|\$\$?\w+))${gap}`, ['cp', '']),
      rule(String.raw`[+-]?(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+\.(?:[0-9]+(?:[eE][+-]?[0-9]+)?)?)[fFdD]?`, 'mf'),
      rule('[+-]?[0-9]+', 'mi'),
      rule(`%${anyOf('type rowtype found isopen notfound rowcount')}${wordEnd}`, 'na'),
      rule(String.raw`=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%\/*=<>@&!^\[\]]`, 'o'),
      rule(`(${anyOf('not and or like between in')})(${blank})`, ['ow', '']),
      rule(`${phrase('is')}${gap}(?:${phrase('not')}${gap})?(${anyCase('null')}${wordEnd})`, [
        'ow',
        '',
        'ow',
        '',
        'ow',
      ]),
      rule('\\.(?=\\w)', 'p', 'members'),
      rule('[;:(),.]', 'p'),
      rule(
        `${phrase('create')}${gap}(?:${phrase('or')}${gap}${phrase('replace')}${gap})?(${anyOf('package function procedure type')})(?:${gap}${phrase('body')})?${gap}(${name})`,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'n'],
      ),
      rule(
        `${phrase('when')}${gap}(?:${phrase('not')}${gap})?${phrase('matched')}${gap}${phrase('then')}${gap}(${anyOf('update insert')})${wordEnd}(?:${gap}${phrase('set')}${gap})?`,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', ''],
      ),
      rule(`${name}(?=\\.\\w)`, classOf, 'afterName'),
      rule(name, classOf),
    ],
    afterName: [rule('\\.', 'p', '=members')],
    own: ownQuotes,
    comment: [rule('\\*\\/', 'cm', '^'), rule(String.raw`(?:\*[^/]|[^*])+`, 'cm')],
    text: [rule("\\\\[^\\n]|''", 'se'), rule("'", 'o', '^'), rule(String.raw`[^\\']+`, 's1')],
    name: [rule('\\\\[^\\n]|""', 'se'), rule('"', 'o', '^'), rule(String.raw`[^\\"]+`, 'nv')],
    members: [rule(`(${name})(\\.(?=\\w))`, ['n', 'p']), rule(name, (word) => functionClass(word.toUpperCase()), '^')],
  },
};
