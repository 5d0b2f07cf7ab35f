import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { blank, digit, leave, lineComment, lineEnd, lineStart, rule, wordEnd } from './pieces.js';

const id = '[$a-zA-Z_](?:(?:-(?=[a-zA-Z]))?[a-zA-Z0-9_])*';
const digits = '[0-9][0-9_]*';
const integer = `${digits}(?:[eE][+-]?${digits})?[$\\w]*`;
const builtins = `
  Array Boolean Date Error Function Math Number Object RegExp String Promise Set Map WeakSet WeakMap Symbol Proxy Reflect
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray
  Float32Array Float64Array DataView ArrayBuffer netscape Packages sun document window navigator self global
  decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt this it that arguments`;
const wordClass = words(
  {
    k: `
      loop until for in of while break return continue switch case fallthrough default otherwise when then if unless else throw try
      catch finally new delete typeof instanceof super by from to til with require do debugger import export yield`,
    no: 'true false null NaN Infinity undefined yes no on off void',
    nb: builtins,
    kd: 'const let var function class extends implements',
  },
  '',
);
const nameClass = words({ nb: builtins }, 'nv');
const classOf = (name: string): string =>
  wordClass(name) || (/^[A-Z]/.test(name) && /[^-][a-z]/.test(name) ? 'nc' : 'nv');

const comments = [rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'), lineComment('#', 'c1')];
const inLine = String.raw`[\t\v-\r ]`;
/** White space; a label may begin the line after it. */
const gaps: readonly Rule[] = [rule(String.raw`(\n)(${inLine}*)(:${id})`, ['', '', 'nl']), rule(blank, '')];
const codeEscape = rule(
  String.raw`\\(?:c[A-Z]|x${digit.sixteen}{2}|u${digit.sixteen}{4}|u\{${digit.sixteen}{4}\})`,
  'se',
);
const interpolation: readonly Rule[] = [
  rule('#\\{', 'si', 'interpolated'),
  rule(`(#)(?=${id})`, ['si'], 'interpolatedName'),
];
const textParts: readonly Rule[] = [
  rule(String.raw`[^#\\'"]+`, 's'),
  codeEscape,
  rule('\\\\[^\\n]', 'se'),
  rule('#', 's'),
];
const doubleText: readonly Rule[] = [rule("'", 's'), ...interpolation, ...textParts];
const singleText: readonly Rule[] = [rule('"', 's'), ...textParts];
/** The flags of a regular expression, or none where no word follows. */
const flags = `(?:[gimy]+${wordEnd}|${wordEnd})`;
const slash = 'slash';

const root: readonly Rule[] = [
  rule(String.raw`${lineStart}(?=[\t-\r \/])`, '', slash),
  ...comments,
  ...gaps,
  rule(String.raw`(<\[)([\s\S]*?)(\]>)`, ['p', 's', 'p']),
  rule(`!${blank}*function${wordEnd}`, 'kd'),
  rule('!?[-~]>|<[-~]!?', 'kd'),
  rule('=>', 'k'),
  rule(`(::)(${id})`, ['p', 'na'], 'name'),
  rule(`(::)(${integer})`, ['p', 'mi'], 'name'),
  rule(`(@)(${id})`, ['vi', 'na'], 'name'),
  rule(`(\\.)(${id})`, ['p', 'na'], 'name'),
  rule('(\\.)([0-9]+)', ['p', 'mi'], 'name'),
  rule(`${id}(?=${blank}*:[^:=])`, 'na'),
  rule(
    String.raw`\+\+|--|&&|(?:and|x?or|is(?:nt)?|not)${wordEnd}(?!-[a-zA-Z]|_)|\|\||\.(?:[|&^]|<<|>>>?)\.|\\(?=\n)|[.:]=|<<<<?|<\||\|>|(?:<<|>>|==?|!=?|[-<>+*%^\/~?])=?`,
    'o',
    slash,
  ),
  rule(`(&)(${id})?`, ['nb', 'na']),
  rule(`\\||case(?=${blank})`, 'k', 'underscore'),
  rule('@', 'vi'),
  rule('\\.{3}|:', 'p'),
  rule('(?:break|continue)(?![$a-zA-Z0-9_]|-[a-zA-Z])', 'k', 'loopLabel'),
  rule(id, classOf, 'name'),
  rule(`\\](?=[!?.]|${id})`, 'p', 'name'),
  rule(String.raw`[{(\[;,]`, 'p', slash),
  rule(String.raw`[})\].]`, 'p'),
  rule(`${digits}\\.${integer}`, 'mf'),
  rule('0x[0-9A-Fa-f]+', 'mh'),
  rule(integer, 'mi'),
  rule('"""', 's', 'longDouble'),
  rule("'''", 's', 'longSingle'),
  rule('"', 's', 'double'),
  rule("'", 's', 'single'),
  rule(String.raw`\\[^\t-\r ][^\t-\r ,;\])}]*`, 's'),
];

const modes = {
  root,
  slash: [
    ...comments,
    ...gaps,
    rule('\\/\\/', 'sr', '=longRegex'),
    rule(String.raw`\/(?:\\[^\n]|[^\[\/\\\n]|\[(?:\\[^\n]|[^\]\\\n])*\])+\/${flags}`, 'sr', '^'),
    leave,
  ],
  longRegex: [
    rule(`\\/\\/${flags}`, 'sr', '^'),
    rule(`${lineStart}#(?:${blank}+[^\\n]*)?${lineEnd}`, 'c1'),
    rule(`(${blank}+)(#)(${blank}+[^\\n]*)?${lineEnd}`, ['', 'c1', 'c1']),
    ...interpolation,
    codeEscape,
    rule('\\\\[^0-9]', 'se'),
    rule('\\\\[0-9]+', 'nv'),
    rule('[\\s\\S]', 'sr'),
  ],
  interpolated: [rule('\\}', 'si', '^'), ...root],
  interpolatedName: [rule(id, nameClass, '^')],
  underscore: [rule(`${inLine}+`, ''), rule(`_(?=${blank}*=>|${blank}+then${wordEnd})`, 'k'), leave],
  loopLabel: [rule(`${inLine}+`, ''), rule(`${id}(?=[);\\n])`, 'nl'), leave],
  name: [
    rule('[!?]|\\.(?!=)', 'p'),
    rule('\\{', 'p', 'members'),
    rule(id, 'na'),
    rule(integer, 'mi'),
    [leave[0], '', `=${slash}`] as Rule,
  ],
  members: [rule('[,;]', 'p'), rule(id, 'na'), rule(integer, 'mi'), ...gaps, rule('\\}', 'p', '^')],
  longDouble: [rule('"""', 's', '^'), rule('"', 's'), ...doubleText],
  longSingle: [rule("'''", 's', '^'), rule("'", 's'), ...singleText],
  double: [rule('"', 's', '^'), ...doubleText],
  single: [rule("'", 's', '^'), ...singleText],
};

/** LiveScript. */
export const livescript: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
