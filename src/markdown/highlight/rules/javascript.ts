import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const keywords = `
  as async await break case catch continue debugger default delete do else export finally from for if import in instanceof new of return super
  switch this throw try typeof void while yield`;
const declarations = 'var let const with function class extends constructor get set static';
const reserved = 'enum implements interface package private protected public';
const constants = 'true false null NaN Infinity undefined';
const builtins = `
  Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI decodeURIComponent encodeURI
  encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator self global Promise Set Map WeakSet WeakMap Symbol
  Proxy Reflect Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray
  Float32Array Float64Array DataView ArrayBuffer`;

const javascriptWord = words({ k: keywords, kd: declarations, kr: reserved, kc: constants, nb: builtins }, 'nx');
const typescriptWord = words(
  {
    k: `${keywords} is namespace static private protected public implements readonly`,
    kd: `${declarations} type abstract`,
    kr: `${reserved} string any void number namespace module declare default interface keyof`,
    kc: constants,
    nb: `${builtins} Pick Partial Readonly Record`,
  },
  'nx',
);

const name = String.raw`[\p{L}\p{Nl}$_][\p{L}\p{M}\p{N}\p{Pc}]*`;
const anyKeyword =
  `${keywords} ${declarations} is namespace static private protected public implements readonly type abstract`
    .trim()
    .split(/\s+/)
    .join('|');
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
  [/0[xX][0-9a-fA-F]+/u, 'mh'],
  [/0[oO][0-7][0-7_]*/u, 'mo'],
  [/0[bB][01][01_]*/u, 'mb'],
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
