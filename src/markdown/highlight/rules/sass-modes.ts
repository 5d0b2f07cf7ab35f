import { type Modes, type Rule, words } from '../rule.js';
import { cssValueWord } from './css.js';
import { cssProperties } from './css-words.js';
import { blank, leave, oneOf, rule, wordEnd } from './pieces.js';

const id = String.raw`[\w-]+`;
const unit = '(?:%|[a-z]+)?';
const gap = rule('[ \\t]+', '');
const hole = rule('#\\{', 'si', 'hole');
const strings: readonly Rule[] = [rule('"', 's2', 'double'), rule("'", 's1', 'single')];

/** Statements that both languages have, by how they begin. */
export const statements: readonly Rule[] = [
  rule(`@for${wordEnd}`, 'k', 'loop'),
  rule(`@${oneOf('debug warn if each while else return media')}`, 'k', 'value'),
  rule(`(@(?:mixin|function))(${blank}+)(${id})`, ['k', '', 'nf'], 'value'),
  rule(`@extend${wordEnd}`, 'k', 'selector'),
  rule(`(@include)(${blank}+)(${id})`, ['k', '', 'nd'], 'value'),
  rule(`@${id}|&`, 'k', 'selector'),
  rule(`(\\$${id})([ \\t]*)(:)`, ['nv', '', 'p'], 'value'),
];

/** Text with holes up to a mark. */
function text(close: string, name: string): Rule[] {
  return [rule(`[${close}]`, name, '^'), hole, rule(String.raw`(?:\\[^\n]|#(?!\{)|[^\n${close}#])+`, name)];
}

/** A part of a selector after its mark. */
function selectorPart(name: string): Rule[] {
  return [rule(id, name), hole, leave];
}

const propertyName: readonly Rule[] = [hole, rule(id, words({ nl: cssProperties }, 'na'))];

/** The modes of Sass and of SCSS, which differ in what ends a part of a statement, and in where statements are. */
export function sassModes(ends: readonly Rule[], own: Modes): Modes {
  const value: readonly Rule[] = [
    ...ends,
    gap,
    rule(`\\$${id}`, 'nv'),
    rule('url\\(', 'sx', 'url'),
    rule(`${id}(?=${blank}*\\()`, 'nf'),
    rule(`%${id}`, 'nd'),
    rule(`(?:true|false)${wordEnd}`, 'bp'),
    rule(`(?:and|or|not)${wordEnd}`, 'ow'),
    rule('#[a-zA-Z0-9]{1,6}', 'mh'),
    rule(`-?\\d+${unit}`, 'm'),
    rule(`-?\\d*\\.\\d+${unit}`, 'mi'),
    ...strings,
    hole,
    rule(String.raw`[~^*!&%<>|+=@:,.\/?\-]+`, 'o'),
    rule(String.raw`[[\]()]+`, 'p'),
    rule(id, cssValueWord),
  ];
  return {
    value,
    hole: [rule('\\}', 'si', '^'), ...value],
    loop: [rule('from|to|through', 'ow'), ...value],
    selector: [
      ...ends,
      ...strings,
      hole,
      gap,
      rule(':', 'nd', 'pseudoClass'),
      rule('\\.', 'nc', 'class'),
      rule('#', 'nn', 'id'),
      rule('%', 'nv', 'placeholder'),
      rule(id, 'nt'),
      rule('&', 'k'),
      rule(String.raw`[~^*!&[\]()<>|+=@:;,.\/?\-]`, 'o'),
    ],
    pseudoClass: selectorPart('nd'),
    class: selectorPart('nc'),
    id: selectorPart('nn'),
    placeholder: selectorPart('nv'),
    double: text('"', 's2'),
    single: text("'", 's1'),
    url: text(')', 'sx'),
    attribute: [...propertyName, rule('([ \\t]*)(:)', ['', 'p'], 'value')],
    oldAttribute: [...propertyName, [leave[0], '', '=value']],
    ...own,
  };
}
