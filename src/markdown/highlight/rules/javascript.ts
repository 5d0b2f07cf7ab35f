import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { basedNumbers } from './pieces.js';

/** Words of ECMAScript: control, operators, modules; then what declares, what is kept for later, and values. */
const keywords = `
  if else switch case default for of in while do break continue return try catch finally throw debugger
  new delete typeof instanceof void this super yield await async import export from as`;
const declarations = 'var let const function class extends constructor static get set with';
const reserved = 'enum interface implements package public protected private';
const constants = 'null undefined true false NaN Infinity';
const typescriptKeywords = 'public protected private static readonly implements namespace is';

/** Typed arrays: each kind of number with its sizes. */
const typedArrays = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64']
  .concat([8, 16, 32].map((size) => `Uint${size}Clamped`))
  .map((kind) => `${kind}Array`)
  .join(' ');
const coders = ['decode', 'encode'].map((verb) => `${verb}URI ${verb}URIComponent`).join(' ');
const builtins = `
  Object Function Array String Number Boolean Symbol Date Math RegExp Error Promise Proxy Map Set WeakMap WeakSet
  ArrayBuffer DataView ${typedArrays}
  eval isFinite isNaN parseFloat parseInt ${coders}
  window document navigator self global netscape Packages sun`;

const javascriptWord = words({ k: keywords, kd: declarations, kr: reserved, kc: constants, nb: builtins }, 'nx');
const typescriptWord = words(
  {
    k: `${keywords} ${typescriptKeywords}`,
    kd: `${declarations} type abstract`,
    kr: `${reserved} any void number string module namespace declare interface keyof default`,
    kc: constants,
    nb: `${builtins} Pick Partial Readonly Record`,
  },
  'nx',
);

const name = String.raw`[\p{L}\p{Nl}$_][\p{L}\p{M}\p{N}\p{Pc}]*`;
const anyKeyword = `${keywords} ${declarations} ${typescriptKeywords} type abstract`.trim().split(/\s+/).join('|');
/** White space and comments. */
const gap = String.raw`(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*`;
/** Where an expression begins: a brace there opens an object. */
const expression = String.raw`(?<=(?:[-~?&|<>+*%^/!=(\[,;{}]|(?<!['"]\s*):|(?<![\w$.])(?:${anyKeyword}))${gap})`;

const marks: readonly Rule[] = [
  [/\/\/[^\n]*/u, 'c1'],
  [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/u, 'cm'],
  [/"/u, 'dl', 'double'],
  [/'/u, 'dl', 'single'],
  [/`/u, 's2', 'template'],
  [new RegExp(String.raw`(?=\/)${expression}\/`, 'u'), 'sr', 'wholeRegex'],
  [/\$(?=\{)/u, 'p'],
  [/\s+/u, ''],
  [/<!--/u, 'c'],
  [/\?\?=?|\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==|[-<>+*%&|^/!=]=?/u, 'o'],
  [/\?\./u, 'p'],
  [/[(),;[\].]/u, 'p'],
  [/\?/u, 'p', 'ternary'],
  [/(@)(\w+)?/u, ['p', 'nd']],
  [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/u, 'mf'],
  ...basedNumbers('_*'),
  [/[0-9]+/u, 'mi'],
];
const hashbang: Rule = [/(?<![\s\S])\s*#![^\n]*\n/u, 'cp'];
const openObject: Rule = [new RegExp(`(?=\\{)${expression}\\{`, 'u'), 'p', 'object'];
const blocks: readonly Rule[] = [openObject, [/[{}]/u, 'p'], [/:/u, 'p']];
/** A name and a colon, before which a statement ends. */
const afterStatement = `(?=${name}\\??\\s*:)(?<=[;{}]${gap})`;

const insideRegex: readonly Rule[] = [
  [/\[\^?/u, 'se', 'regexGroup'],
  [/\\[^\n]|\(\?[:=<!]|\{[\d,]+\}|[()?]/u, 'se'],
];

function modesWith(wordClass: (text: string) => string, label: Rule, optional = ''): NonNullable<Language['modes']> {
  const common: readonly Rule[] = [...marks, [new RegExp(name, 'u'), wordClass]];
  const labelInObject: Rule = [
    new RegExp(`(?=${name}\\??\\s*:)(?<=[;}]${gap})(?!case\\b)(${name})(${optional})(\\s*)(:)`, 'u'),
    ['nl', 'p', '', 'p'],
  ];
  return {
    root: [hashbang, label, ...blocks, ...common],
    ternary: [[/:/u, 'p', '^'], label, ...blocks, ...common],
    object: [
      labelInObject,
      [/\{/u, 'p', 'object'],
      [/\}/u, 'p', '^'],
      [new RegExp(`(${name})(\\s*)(:)`, 'u'), ['na', '', 'p']],
      [/:/u, 'p'],
      ...common,
    ],
    double: [
      [/\\[\\nrt"]?/u, 'se'],
      [/[^\\"]+/u, 's2'],
      [/"/u, 'dl', '^'],
    ],
    single: [
      [/\\[\\nrt']?/u, 'se'],
      [/[^\\']+/u, 's1'],
      [/'/u, 'dl', '^'],
    ],
    template: [
      [/\$\{/u, 'p', 'inTemplate'],
      [/`/u, 's2', '^'],
      [/\\[$`]/u, 'se'],
      [/[^$`\\]+|[\\$]/u, 's2'],
    ],
    inTemplate: [[/\}/u, 'p', '^'], label, ...blocks, ...common],
    wholeRegex: [[/\//u, 'sr', '=regexEnd'], [/[^/]?\n/u, 'err', '^'], ...insideRegex, [/[^\n]/u, 'sr']],
    regexEnd: [
      [/[gimuy]+/u, 'sr', '^'],
      [/(?:)/u, '', '^'],
    ],
    regexStart: [
      [/\s+/u, ''],
      [/(?<=['"]\s*:\s*)\//u, 'o', '=root'],
      [/\//u, 'sr', '=regex'],
    ],
    regex: [[/\/(?=[a-z]*$|[a-z]*[\s,;.)\]}])/u, 'sr', '=flags'], ...insideRegex, [/[^\n]/u, 'sr']],
    regexGroup: [
      [/[^/]\n/u, 'err', '^^'],
      [/\]/u, 'se', '^'],
      [/\/|\\[^\n]/u, 'se'],
      [/[^\n]/u, 'sr'],
    ],
    flags: [[/[\s\S]/u, 'sr']],
    escape1: [
      [/\\[\\nrt']?/u, 'se'],
      [/[^\\]+/u, 's1'],
    ],
    escape2: [
      [/\\[\\nrt"]?/u, 'se'],
      [/[^\\]+/u, 's2'],
    ],
    escapeTemplate: [
      [/\\[$`]/u, 'se'],
      [/[\s\S]/u, 's2'],
    ],
  };
}

const zones = {
  d1: 'dl',
  d2: 'dl',
  dt: 's2',
  te: 'code',
  e1: '>escape1',
  e2: '>escape2',
  se: '>escapeTemplate',
  sr: '>regexStart',
  ch: 'cp',
  cd: 'cm',
  c1: 'c1',
  sa: 'code',
  ss: 'code',
};

/** JavaScript. */
export const javascript: Language = {
  grammar: 'javascript',
  complete: true,
  zones,
  modes: modesWith(javascriptWord, [
    new RegExp(`${afterStatement}(?!case\\b)(${name})(\\s*)(:)`, 'u'),
    ['nl', '', 'p'],
  ]),
};

/** TypeScript. */
export const typescript: Language = {
  grammar: 'typescript',
  complete: true,
  zones,
  modes: modesWith(
    typescriptWord,
    [new RegExp(`${afterStatement}(?!case\\b)(${name})(\\??)(\\s*)(:)`, 'u'), ['nl', 'p', '', 'p']],
    '\\??',
  ),
};

const tagZones = { ...zones, jp: '=p', nt: '=nt', jc: '=nc', ja: '=na', jt: '=', js: '=s', si: '=si', ni: '=ni' };

/** JavaScript with JSX. */
export const jsx: Language = { ...javascript, complete: false, grammar: 'jsx', zones: tagZones };

/** TypeScript with JSX. */
export const tsx: Language = { ...typescript, complete: false, grammar: 'tsx', zones: tagZones };
