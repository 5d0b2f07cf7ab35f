import type { Language } from '../language.js';
import type { Rule } from '../rule.js';

/** Formats of `key = value` lines, which differ in what starts a comment and what stands between key and value. */
function keyAndValue(comment: RegExp, between: RegExp, escapes: readonly Rule[]): readonly [Rule[], Rule[], Rule[]] {
  const basic: Rule[] = [
    [comment, 'c'],
    [/\s+/u, ''],
    [/\\\n/u, 'se'],
  ];
  const root: Rule[] = [...basic, [between, ['py', '', 'p'], 'value']];
  const value: Rule[] = [
    [/\n/u, '', '^'],
    ...basic,
    [/"/u, 's', 'string'],
    [/'[^\n]*?'/u, 's'],
    ...escapes,
    [/[^\\\n]+/u, 's'],
  ];
  const string: Rule[] = [[/"/u, 's', '^'], ...escapes, [/[^\\"]+/u, 's']];
  return [root, value, string];
}

const anyEscape: Rule = [/\\[\s\S]/u, 'se'];
const [iniRoot, iniValue, iniString] = keyAndValue(/[;#][^\n]*\n/u, /([\w\-.]+)(\s*)(=)/u, [anyEscape]);
const [root, value, string] = keyAndValue(/[!#][^\n]*\n/u, /([\w.-]+)(\s*)([=:])/u, [
  [/\\u[0-9]{4}/u, 'se'],
  anyEscape,
]);

/** INI files. */
export const ini: Language = {
  modes: { root: [...iniRoot, [/\[[^\n]*?\]/u, 'nn']], value: iniValue, string: iniString },
};

/** Java's properties. */
export const properties: Language = { modes: { root, value, string } };

/** Any configuration file. */
export const conf: Language = {
  modes: {
    root: [
      [/#[^\n]*\n/u, 'c'],
      [/"[^\n]*?"/u, 's2'],
      [/'[^\n]*?'/u, 's1'],
      [/[a-zA-Z]\w*/u, 'n'],
      [/\d+/u, 'm'],
      [/[^\w#"']+/u, ''],
    ],
  },
};

const key = String.raw`(?:\S{1,300}|"[^"]+"|'[^']+')`;
const tomlBasic: readonly Rule[] = [
  [/\s+/u, ''],
  [/#[^\n]*/u, 'c'],
  [/true|false/u, 'kc'],
  [new RegExp(`(${key})(\\s*)(=)(\\s*)(\\{)`, 'u'), ['nn', '', 'o', '', 'p'], 'inline'],
  [/\s*\[\S+\]/u, 'nn'],
  [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/u, 'ld'],
  [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/u, 'mf'],
  [/[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*/u, 'mf'],
  [/[+-]?(?:nan|inf)/u, 'mf'],
  [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/u, 'mh'],
  [/0o[0-7]+(?:_[0-7]+)*/u, 'mo'],
  [/0b[01]+(?:_[01]+)*/u, 'mb'],
  [/[+-]?\d+(?:_\d+)*/u, 'mi'],
];
const tomlKey = new RegExp(`(${key})(\\s*)(=)`, 'u');
const tomlEscape: Rule = [/\\[0t\tn\n "\\r]/u, 'se'];
const tomlContent: readonly Rule[] = [
  ...tomlBasic,
  [tomlKey, ['py', '', 'p']],
  [/"""/u, 's', 'longString'],
  [/"/u, 's', 'string'],
  [/'''/u, 's', 'longLiteral'],
  [/'/u, 's', 'literal'],
  tomlEscape,
  [/,/u, 'p'],
  [/\[/u, 'p', 'array'],
];

/** TOML. */
export const toml: Language = {
  modes: {
    root: [...tomlBasic, [tomlKey, ['py', '', 'p'], 'value']],
    value: [[/\n/u, '', '^'], ...tomlContent],
    array: [...tomlContent, [/\]/u, 'p', '^']],
    inline: [...tomlContent, [/\}/u, 'p', '^']],
    string: [[/"/u, 's', '^'], [/\n/u, 'err', '^'], tomlEscape, [/[^\\"\n]+/u, 's']],
    longString: [[/"""/u, 's', '^'], tomlEscape, [/[^\\"]+/u, 's'], [/"+/u, 's']],
    literal: [
      [/'/u, 's', '^'],
      [/\n/u, 'err', '^'],
      [/[^'\n]+/u, 's'],
    ],
    longLiteral: [
      [/'''/u, 's', '^'],
      [/[^']+/u, 's'],
      [/'+/u, 's'],
    ],
  },
};
