import type { Language } from '../language.js';
import { type Emit, type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { blank, digit, leave, lineStart, rule, space, wordEnd } from './pieces.js';

const id = '[$a-zA-Z_][a-zA-Z0-9_]*';
const wordClass = words(
  {
    k: `
      if then else switch when for while until loop by do break continue return yield await try catch finally throw
      new delete typeof instanceof class extends super this import export debugger`,
    no: 'true false yes no on off null undefined NaN Infinity',
    nb: `
      Array Boolean Date Error Function Math Number Object RegExp String netscape Packages sun document window
      encodeURI encodeURIComponent decodeURI decodeURIComponent eval isFinite isNaN parseFloat parseInt`,
  },
  'nx',
);

const comments: readonly Rule[] = [rule(String.raw`###[^#][\s\S]*?###`, 'cm'), rule('#[^\\n]*', 'c1')];
const codeEscape = rule(
  String.raw`\\(?:c[A-Z]|x${digit.sixteen}{2}|u${digit.sixteen}{4}|u\{${digit.sixteen}{4}\})`,
  'se',
);
const interpolated = rule('#\\{', 'si', 'interpolation');
/** The flags of a regular expression, or none where no word follows. */
const flags = `(?:[gimy]+${wordEnd}|${wordEnd})`;
/** After operators, names and opening marks a slash may start a regular expression. */
const slash = 'slash';

const root: readonly Rule[] = [
  rule(`${lineStart}(?=[ \\t-\\r/]|<!--)`, '', slash),
  ...comments,
  space,
  rule(
    String.raw`\+\+|--|~|&&|(?:and|or|is|isnt|not|in|of)${wordEnd}|[?:=]|\|\||\\(?=\n)|(?:<<|>>>?|!=?|[-<>+*${'`'}%&|\^\/])=?`,
    'o',
    slash,
  ),
  rule(`(@)([ \\t]*)(${id})`, ['vi', '', 'na'], slash),
  rule(`(\\.)([ \\t]*)(${id})`, ['p', '', 'na'], slash),
  rule(`${id}(?=${blank}*:)`, 'na', slash),
  rule(id, wordClass, slash),
  rule(String.raw`[{(\[;,]`, 'p', slash),
  rule(String.raw`[})\].]`, 'p'),
  rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?`, 'mf'),
  rule(`0x${digit.sixteen}+`, 'mh'),
  rule('[0-9]+', 'mi'),
  ...['"""', "'''", '"', "'"].map((mark) => rule(mark, 's', `string:${mark}`)),
];

/** The inside of a string that ends with a mark. All go over lines; only those in double quotes have code in them. */
function stringRules(mark: string): Rule[] {
  return [
    rule(mark, 's', '^'),
    ...(mark.startsWith('"') ? [interpolated] : []),
    rule(`["']|[^#\\\\'"]+`, 's'),
    codeEscape,
    rule(String.raw`\\[^\n]`, 'se'),
    rule('#', 's'),
  ];
}

const modes: Modes = {
  root,
  interpolation: [rule('\\}', 'si', '^'), ...root],
  slash: [
    ...comments,
    space,
    rule('///', 'sr', '=longRegex'),
    rule(String.raw`/(?:\\[^\n]|[^[/\\\n]|\[(?=[^\]\n]*\])(?:\\[^\n]|[^\]\\\n])*\])+/${flags}`, 'sr', '^'),
    leave,
  ],
  longRegex: [
    rule(`///${flags}`, 'sr', '^'),
    rule(`${lineStart}#(?!\\{)[^\\n]*`, 'c1'),
    rule(`(${blank}+)(#(?!\\{)[^\\n]*)`, ['', 'c1']),
    interpolated,
    ...comments,
    space,
    codeEscape,
    rule(String.raw`\\[^0-9]`, 'se'),
    rule(String.raw`\\[0-9]+`, 'nv'),
    rule(String.raw`[\s\S]`, 'sr'),
  ],
  string: stringRules,
};

/** @param stack the modes that code before this one is in, and this leaves: a string may go on */
export function readCoffeescript(code: string, emit: Emit, stack: string[] = ['root']): void {
  const reader = new RuleReader(modes, code, emit, stack);
  // A line that starts with a slash enters and leaves the look for a regular expression until that is given up.
  reader.maxIdle = 5;
  reader.read(0, code.length, 'err');
}

/** CoffeeScript. */
export const coffeescript: Language = { read: (code, emit) => readCoffeescript(code, emit) };
