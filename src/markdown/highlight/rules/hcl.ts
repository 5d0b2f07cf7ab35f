import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { blank, leave, lineComment, oneOf, rule } from './pieces.js';

const gap: readonly Rule[] = [
  rule(`${blank}+`, ''),
  lineComment('\\/\\/', 'c1'),
  lineComment('#', 'c1'),
  rule(String.raw`\/\*`, 'cm', 'comment'),
];
/** The two letters that Ruby takes for `s` and `k` where case does not matter. */
const alike = '\u017f\u212a';
const nameRest = `[a-zA-Z0-9_${alike}]*`;
const size = '(?:[kKmMgG]b?)?';
const values: readonly Rule[] = [
  rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?${size}`, 'mf'),
  rule(`[0-9]+${size}`, 'mi'),
  rule('"', 's2', 'double'),
  rule("'", 's1', 'single'),
  rule(
    String.raw`(<<-?)(${blank}*)(?:(')(\\?)(\w+)(')|(\\?)(\w+))`,
    ['o', '', 'sh', 'sh', 'no', 'sh', 'sh', 'no'],
    (groups) => `heredoc:${groups[4] ?? groups[7]}`,
  ),
];

/** Where the two dialects differ: words, marks in braces and brackets, the insides of strings, and what these lead to. */
interface Dialect {
  readonly blockWords: Rule[];
  readonly marks: Rule[];
  readonly text: (quote: string, name: string) => Rule[];
  readonly more?: Modes;
}

function dialect({ blockWords, marks, text, more }: Dialect): Language {
  const root: readonly Rule[] = [
    ...gap,
    ...values,
    rule('\\{', 'p', 'braces'),
    rule('\\[', 'p', 'brackets'),
    rule(`${oneOf('true false null')}(?!${nameRest.slice(0, -1)})`, 'kc'),
    ...blockWords,
    rule(`[$a-zA-Z_${alike}]${nameRest}`, 'nx', 'name'),
  ];
  const modes: Modes = {
    root,
    name: [...gap, rule('\\{', 'p', '=braces'), rule('\\[', 'p', '=brackets'), ...root, leave],
    braces: [...marks, ...gap, rule('=', 'p'), rule('\\}', 'p', '^'), ...root],
    brackets: [...marks, ...gap, rule(',', 'p'), rule('\\]', 'p', '^'), ...root],
    comment: [rule(String.raw`\*\/`, 'cm', '^'), rule('[^*/]+|[*/]', 'cm')],
    double: text('"', 's2'),
    single: text("'", 's1'),
    heredoc: (end) => [rule('\\n', 'sh', `heredocLine:${end}`), rule('[^$\\n]+|\\$', 'sh')],
    heredocLine: (end) => [
      rule(`${blank}*${end}${blank}*\\n`, 'no', '^^'),
      rule(String.raw`${blank}*\w+${blank}*\n`, 'sh'),
      leave,
    ],
    ...more,
  };
  return {
    read(code, emit) {
      const reader = new RuleReader(modes, code, emit);
      // Names that nothing follows are left one after another, and Rouge gives up on it this soon.
      reader.maxIdle = 5;
      reader.read(0, code.length, 'err');
    },
  };
}

/** HashiCorp's configuration language. */
export const hcl: Language = dialect({
  blockWords: [],
  marks: [],
  text: (quote, name) => [rule(`[^\\\\${quote}]+`, name), rule(`\\\\${quote}`, 'se'), rule(quote, name, '^')],
});

const blocks = 'terraform module provider variable resource data provisioner output';
const wordClass = words({ k: blocks, kd: 'var local', kc: 'true false null' }, 'nx');

/** Terraform: HCL with expressions in its strings. */
export const terraform: Language = dialect({
  blockWords: [
    rule(`${oneOf(blocks)}(?!${nameRest.slice(0, -1)})`, 'k', 'name'),
    rule(`${oneOf('var local')}(?!${nameRest.slice(0, -1)})`, 'kd', 'name'),
  ],
  marks: [rule('[.,()*]', 'p')],
  text: (quote, name) => [
    rule(`[^\\\\${quote}$]+`, name),
    rule(String.raw`\\[^\n]`, 'se'),
    rule(String.raw`\$\{`, 'k', 'expression'),
    rule(quote, name, '^'),
  ],
  more: {
    expression: [
      rule('\\}', 'k', '^'),
      rule('"\\/', 'dl', '=regex'),
      ...values,
      rule(`${blank}+`, ''),
      rule(String.raw`\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=|[-<>+*%&|^\/!=?:]=?`, 'o'),
      rule(String.raw`[()[\],.]`, 'p'),
      rule(`[$a-zA-Z_${alike}\\-][a-zA-Z0-9_${alike}\\-]*`, wordClass),
    ],
    regex: [rule(String.raw`[^"\/\\]+|\\[^\n]`, 'sr'), rule('\\/"', 'dl', '^'), rule('["\\/]', 'sr')],
  },
});
