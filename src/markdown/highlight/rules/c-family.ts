import type { Modes, Rule } from '../rule.js';
import { blank, digit, leave, lineStart, rule, wordEnd } from './pieces.js';

/** A name, in the languages of C's family. */
export const cName = String.raw`[a-zA-Z_]\w*`;

const label = rule(`${cName}:(?!:)`, 'nl');

/** White space and comments within a line. */
export const inlineSpace: readonly Rule[] = [
  rule(String.raw`[ \t\r]+|\\\n`, ''),
  rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
];

/** White space and comments. A line starts after them, where a label or a directive may stand. */
export const cSpace: readonly Rule[] = [
  rule(String.raw`\n+`, '', 'lineStart'),
  rule(String.raw`\/\/[^\n]*`, 'c1', 'lineStart'),
  ...inlineSpace,
];

/** The start of a line without a label. */
const cDirectives: readonly Rule[] = [rule(`#if${blank}0`, 'c', 'left out'), rule('#', 'cp', 'macro')];

const within = String.raw`[ \t\v\f\r]*`;
/** A comment may end at any closing mark of its line that no other comment follows; told apart so that there is one way to read a line. */
const lineOfComment = String.raw`\/\*(?:(?!\*\/${within}\/\/)[^\n])*?\*\/(?:(?!${within}\/[*\/])|${within}\/\/[^\n]*\n)`;
/** What is between a signature and its body. */
const beforeBody = String.raw`(?:${blank}|\/\/[^\n]*\n|${lineOfComment})*`;
/**
 * A function's signature: what it returns, its name, its arguments and its body's start. Of long white space and many words before the
 * name only the end is taken, which gives the same; no one's arguments have 1500 characters.
 */
function signatureOf(afterArguments: string): Rule {
  return rule(
    `(?=[\\w* \\t-\\r]{3,200}\\()([\\w* \\t-\\r]+[* \\t-\\r])(${cName})(${blank}*\\([^;]{0,1500}?\\)${afterArguments})(${beforeBody})([{;])`,
    ['>root', 'nf', '>root', '>root', 'p'],
    (groups) => (groups[4] === '{' ? 'function' : undefined),
  );
}

const encoding = '(?:u8|u|U|L)?';
const escaped = String.raw`\\(?:[^\n]|[0-7]{1,3}|[xX]${digit.sixteen}{1,2})`;
const end = '[uUlL]*';

/** What a language of the family has of its own. */
export interface CFamily {
  /** Rules that go first at the top, and in statements everywhere. */
  readonly top?: readonly Rule[];
  readonly first?: readonly Rule[];
  readonly wordClass: (text: string) => string;
  /** What may stand between a function's arguments and its body. */
  readonly afterArguments?: string;
  /** The end of a case. */
  readonly caseEnd: string;
  /** What a directive begins with, at the start of a line. */
  readonly directives?: readonly Rule[];
  /** An operator, and names of values. */
  readonly operator?: string;
  readonly values?: string;
  /** Modes of the language's own, from its rules for statements. */
  readonly more?: (statements: readonly Rule[]) => Modes;
}

function statementsOf(family: CFamily): readonly Rule[] {
  const { first = [], wordClass, operator = String.raw`[-+*\/%=<>!~^&|?:]`, values = 'true|false|NULL' } = family;
  return [
    ...first,
    ...cSpace,
    rule(`${encoding}"`, 's', 'string'),
    rule(`(?:${encoding}|U8|l)'(?:${escaped}|[^\\\\'\\n])'`, 'sc'),
    rule(`(?:[0-9]+\\.[0-9]*|\\.?[0-9]+)[eE][-+]?[0-9]+${end}`, 'mf'),
    rule(`0[xX]${digit.sixteen}+${end}`, 'mh'),
    rule(`0${digit.eight}+${end}`, 'mo'),
    rule(`[0-9]+${end}`, 'mi'),
    rule(String.raw`\*\/`, 'err'),
    rule(operator, 'o'),
    rule(String.raw`[()[\],;.]`, 'p'),
    rule(`case${wordEnd}`, 'k', 'case'),
    rule(`(?:${values})${wordEnd}`, 'nb'),
    rule(cName, wordClass),
  ];
}

/** The modes of a language of C's family. */
export function cModes(family: CFamily): Modes {
  const statements = statementsOf(family);
  const directives = [...inlineSpace, ...(family.directives ?? cDirectives)];
  return {
    root: [label, ...directives, rule('(?:)', '', '=top')],
    top: [
      ...(family.top ?? []),
      rule(String.raw`\n+`, '', 'directive'),
      ...cSpace,
      signatureOf(family.afterArguments ?? ''),
      rule(String.raw`\{`, 'p', 'function'),
      ...statements,
    ],
    function: [...cSpace, ...statements, rule(String.raw`\{`, 'p', 'function'), rule(String.raw`\}`, 'p', '^')],
    lineStart: [label, ...directives, leave],
    directive: [...directives, leave],
    case: [rule(family.caseEnd, 'p', '^'), ...statements],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\"'abfnrtv]|x${digit.sixteen}{2,4}|[0-7]{1,3})`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
    macro: [
      rule(`(include)(${blank}*)(<[^>]+>|"[^"]+")([^\\n]*)`, ['cp', '', 'cpf', 'c1']),
      rule(String.raw`[^\\\n\/]+|\\[\s\S]`, 'cp'),
      ...inlineSpace,
      rule(String.raw`\/`, 'cp'),
      rule(String.raw`\n`, 'cp', '^'),
    ],
    'left out': [
      rule(`${lineStart}${blank}*#if`, 'c', 'left out'),
      rule(`${lineStart}${blank}*#${blank}*el(?:se|if)`, 'c', '^'),
      rule(`${lineStart}${blank}*#${blank}*endif${wordEnd}[\\s\\S]*?(?<!\\\\)\\n`, 'c', '^'),
      rule(String.raw`[^\n]*\n`, 'c'),
    ],
    ...family.more?.(statements),
  };
}
