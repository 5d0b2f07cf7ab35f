import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, leave, oneOf, rule, space, wordEnd } from './pieces.js';

const keywords = `
  abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let local nonfix of op open orelse raise rec
  then type val with withtype while eqtype functor include sharing sig signature struct structure where`;
const id = "[\\w']+";
const symbol = String.raw`[!%&$#\/:<=>?@\\~\x60^|*+-]+`;
const end = `${wordEnd}(?!')`;
const word = (list: string): string => `${oneOf(list)}${end}`;
const idClass = words({ kr: keywords, p: ': | = => -> # :>' }, 'n');

const gaps: readonly Rule[] = [space, rule('[(][*]', 'c', 'comment')];
const breakout = rule(`(?=${word(keywords)})`, '', '^');
const typeNames: readonly Rule[] = [rule("'[\\w']*", 'nd'), rule('[(]', 'p', 'variables')];
const dotted: readonly Rule[] = [
  rule(`(${oneOf(keywords)})(\\.)`, ['err', 'p'], 'dotted'),
  rule(`(${id})(\\.)`, ['nn', 'p'], 'dotted'),
];
const ownEquals = `=(?!${symbol})`;

/** Where things end and begin; `mode` is the one that goes on inside. */
function delimiters(mode: string): Rule[] {
  return [
    rule('[([{]', 'p', 'main'),
    rule('[)\\]}]', 'p', '^'),
    rule(word('let if local'), 'kr', `+${mode}+${mode}`),
    rule(word('struct sig while'), 'kr', mode),
    rule(word('do else end in then'), 'kr', '^'),
  ];
}

const core: readonly Rule[] = [
  rule(String.raw`[()\[\]{},;_]|\.{3}`, 'p'),
  rule('#"', 'sc', 'character'),
  rule('"', 's2', 'text'),
  rule('~?0x[0-9a-fA-F]+|0wx[0-9a-fA-F]+', 'mh'),
  rule('0w[0-9]+', 'mi'),
  rule(String.raw`~?[0-9]+(?:\.[0-9]+)?[eE]~?[0-9]+|~?[0-9]+\.[0-9]+`, 'mf'),
  rule('~?[0-9]+', 'mi'),
  rule(`#${blank}*(?:[1-9][0-9]*|${id})|#${blank}+${symbol}`, 'nl'),
  rule(word('datatype abstype'), 'kr', 'dataName'),
  rule(`(?=exception${end})`, '', 'exceptionName'),
  rule(word('functor include open signature structure'), 'kr', 'structureName'),
  rule(word('type eqtype'), 'kr', 'typeName'),
  rule(`'${id}`, 'nd'),
  ...dotted,
  rule(`${id}|${symbol}`, idClass),
];
const escapes = [
  rule(String.raw`\\(?:[\\"abtnvfr]|\^[@-^]|[0-9]{3}|u[0-9a-fA-F]{4})`, 'se'),
  rule(`\\\\${blank}+\\\\`, 'si'),
];

/** Standard ML. */
export const sml: Language = {
  modes: {
    root: [rule('#![^\\n]*\\n', 'cp'), [leave[0], '', 'main']],
    main: [
      ...gaps,
      rule(word('val and'), 'kr', 'valueName'),
      rule(word('fun'), 'kr', '=+functions+functionName'),
      ...delimiters('main'),
      ...core,
    ],
    functions: [
      ...gaps,
      rule(word('fun and'), 'kr', 'functionName'),
      rule(word('val'), 'kr', '=+main+valueName'),
      rule('[|]', 'p', 'functionName'),
      rule(word('case handle'), 'kr', '=main'),
      ...delimiters('functions'),
      ...core,
    ],
    text: [rule('[^"\\\\]+', 's2'), rule('"', 's2', '^'), ...escapes],
    character: [rule('[^"\\\\]+', 'sc'), rule('"', 'sc', '^'), ...escapes],
    dotted: [
      rule(`(${oneOf(keywords)})(\\.)`, ['err', 'p']),
      rule(`(${id})(\\.)`, ['nn', 'p']),
      rule(`${id}|${symbol}`, idClass, '^'),
    ],
    structureName: [...gaps, breakout, rule(id, 'nn'), leave],
    functionName: [...gaps, ...typeNames, rule(`${id}|${symbol}`, 'nf', '^')],
    valueName: [
      ...gaps,
      ...typeNames,
      rule(`(${id})(${blank}*)(${ownEquals})`, ['nv', '', 'p'], '^'),
      rule(`(${symbol})(${blank}*)(${ownEquals})`, ['nv', '', 'p']),
      rule(`${id}|${symbol}`, 'nv', '^'),
      leave,
    ],
    typeName: [...gaps, breakout, ...typeNames, rule(ownEquals, 'p', '=typeBody'), rule(`${id}|${symbol}`, 'kt')],
    typeBody: [...gaps, rule(word('and'), 'kr', '=typeName'), breakout, ...core],
    dataName: [
      ...gaps,
      breakout,
      ...typeNames,
      rule(`(=)(${blank}*)(datatype)${wordEnd}`, ['p', '', 'kr'], '^'),
      rule(ownEquals, 'p', '=+dataBody+constructor'),
      rule(`${id}|${symbol}`, 'kt'),
    ],
    dataBody: [
      ...gaps,
      rule(word('and'), 'kr', '=dataName'),
      rule(word('withtype'), 'kr', '=typeName'),
      rule(word('of'), 'kr'),
      rule(`([|])(${blank}*)(${id})`, ['p', '', 'nc']),
      rule(`([|])(${blank}+)(${symbol})`, ['p', '', 'nc']),
      breakout,
      ...core,
    ],
    exceptionName: [
      ...gaps,
      rule(`(exception|and)(${blank}+)(${id})`, ['kr', '', 'nc']),
      rule(`(exception|and)(${blank}*)(${symbol})`, ['kr', '', 'nc']),
      rule(word('of'), 'kr'),
      breakout,
      ...core,
    ],
    constructor: [...gaps, rule(`${id}|${symbol}`, 'nc', '^')],
    variables: [
      ...gaps,
      rule("'[\\w']*", 'nd'),
      rule(id, 'n'),
      rule(',', 'p'),
      rule('[)]', 'p', '^'),
      rule(symbol, 'n'),
    ],
    comment: [rule('[(][*]', 'cm', 'comment'), rule('[*][)]', 'cm', '^'), rule('[^(*)]+|[(*)]', 'cm')],
  },
};
