import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { cssValueWord } from './css.js';
import { cssProperties } from './css-words.js';

const id = String.raw`[\w-]+`;
const propertyWord = words({ nl: cssProperties }, 'na');
const unit = '(?:[a-z]+|%)?';
const toRoot = '^'.repeat(60);

const sectionEnd: readonly Rule[] = [
  [/\n/u, ''],
  [/[;{}]/u, 'p', toRoot],
];
const strings: readonly Rule[] = [
  [/"/u, 's2', 'double'],
  [/'/u, 's1', 'single'],
];
const interpolation: Rule = [/#\{/u, 'si', 'interpolation'];
const insideValue: readonly Rule[] = [
  [/[ \t]+/u, ''],
  [new RegExp(`\\$${id}`, 'u'), 'nv'],
  [/url\(/u, 'sx', 'url'],
  [new RegExp(`${id}(?=\\s*\\()`, 'u'), 'nf'],
  [new RegExp(`%${id}`, 'u'), 'nd'],
  [/(?:true|false)\b/u, 'bp'],
  [/(?:and|or|not)\b/u, 'ow'],
  [/#[a-zA-Z0-9]{1,6}/u, 'mh'],
  [new RegExp(`-?\\d+${unit}`, 'u'), 'm'],
  [new RegExp(`-?\\d*\\.\\d+${unit}`, 'u'), 'mi'],
  ...strings,
  interpolation,
  [/(?:(?!\/[*/])[-+*/%=<>!~^&|?@:,.])+/u, 'o'],
  [/[[\]()]+/u, 'p'],
  [/\/\*/u, 'cm', 'comment'],
  [/\/\/[^\n]*/u, 'c1'],
  [new RegExp(id, 'u'), cssValueWord],
];
const content: readonly Rule[] = [
  [/@for\b/u, 'k', 'for'],
  [/@(?:if|else|while|each|return|warn|debug|media)/u, 'k', 'value'],
  [new RegExp(`(@(?:mixin|function))(\\s+)(${id})`, 'u'), ['k', '', 'nf'], 'value'],
  [/@extend\b/u, 'k', 'selector'],
  [new RegExp(`(@include)(\\s+)(${id})`, 'u'), ['k', '', 'nd'], 'value'],
  [new RegExp(`@${id}`, 'u'), 'k', 'selector'],
  [/&/u, 'k', 'selector'],
  [new RegExp(`(\\$${id})([ \\t]*)(:)`, 'u'), ['nv', '', 'p'], 'value'],
];
const leave: Rule = [/(?:)/u, '', '^'];

function quoted(quote: string, name: string): Rule[] {
  return [
    [new RegExp(quote, 'u'), name, '^'],
    interpolation,
    [new RegExp(String.raw`(?:\\[^\n]|#(?!\{)|[^\n${quote}#])+`, 'u'), name],
  ];
}

function piece(name: string): Rule[] {
  return [[new RegExp(id, 'u'), name], interpolation, leave];
}

/** SCSS. */
export const scss: Language = {
  modes: {
    root: [
      [/\s+/u, ''],
      [/\/\/[^\n]*/u, 'c1'],
      [/\/\*[\s\S]*?\*\//u, 'cm'],
      [/@import\b/u, 'k', 'value'],
      ...content,
      [/(?=[^;{}][;}])|(?=[^;{}:[]+:[^a-z])/u, '', 'attribute'],
      [/(?:)/u, '', 'selector'],
    ],
    value: [...sectionEnd, ...insideValue],
    for: [[/from|to|through/u, 'ow'], ...sectionEnd, ...insideValue],
    interpolation: [[/\}/u, 'si', '^'], ...sectionEnd, ...insideValue],
    selector: [
      ...sectionEnd,
      ...strings,
      interpolation,
      [/[ \t]+/u, ''],
      [/:/u, 'nd', 'pseudo'],
      [/\./u, 'nc', 'class'],
      [/#/u, 'nn', 'id'],
      [/%/u, 'nv', 'placeholder'],
      [new RegExp(id, 'u'), 'nt'],
      [/&/u, 'k'],
      [/[-+*/=<>!~^&|?@:;,.()[\]]/u, 'o'],
    ],
    pseudo: piece('nd'),
    class: piece('nc'),
    id: piece('nn'),
    placeholder: piece('nv'),
    attribute: [interpolation, [new RegExp(id, 'u'), propertyWord], [/([ \t]*)(:)/u, ['', 'p'], 'value']],
    comment: [[/(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/u, 'cm'], interpolation, [/\*\//u, 'cm', '^'], [/\n/u, 'cm']],
    double: quoted('"', 's2'),
    single: quoted("'", 's1'),
    url: [[/\)/u, 'sx', '^'], [/(?:\\[^\n]|#(?!\{)|[^\n)#])+/u, 'sx'], interpolation],
  },
};
