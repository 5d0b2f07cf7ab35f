import type { Language } from '../language.js';
import type { Rule } from '../rule.js';

const keywords = `
  abstract annotation as break by catch class companion const constructor continue crossinline do dynamic else enum external false final finally
  for fun get if import in infix inline inner interface internal is lateinit noinline null object open operator out override package private
  protected public reified return sealed set super suspend tailrec this throw true try typealias typeof val var vararg when where while yield`
  .trim()
  .split(/\s+/)
  .join('|');
const rest = String.raw`[-_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*`;
const className = `\`?[\\p{Lu}]${rest}\`?`;
const name = `\`?[_\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}]${rest}\`?`;
const digits = '(?:[0-9][0-9_]*[0-9]|[0-9])';
const double = String.raw`(?:(?:${digits})?\.${digits}(?:[eE][+-]?${digits})?|${digits}[eE][+-]?${digits})`;

const generic: Rule = [/</u, 'p', 'generic'];
const root: readonly Rule[] = [
  [/\/\/[^\n]*/u, 'c1'],
  [/\/\*[^\n]*\*\//u, 'cm'],
  [/\/\*/u, 'cm', 'comment'],
  [/@"(?:""|[^"])*"|"""[\s\S]*?"""|"(?:\\\\|\\"|[^"\n])*["\n]/u, 's'],
  [/'\\[^\n]'|'[^\\]'/u, 'sc'],
  [/(companion)(\s+)(object)\b/u, ['k', '', 'k']],
  [/(class|data\s+class|interface|object)(\s+)/u, ['kd', ''], 'class'],
  [/(fun)(\s+)/u, ['k', ''], 'function'],
  [/(package|import)(\s+)(\S+)/u, ['k', '', 'nn']],
  [/(val|var)(\s+)(\()/u, ['kd', '', 'p'], 'destructure'],
  [/(val|var)(\s+)/u, ['kd', ''], 'property'],
  [new RegExp(`(return|continue|break|this|super)(@${name})?\\b`, 'u'), ['k', 'nd']],
  [new RegExp(`(?:${keywords})\\b`, 'u'), 'k'],
  [/^\s*\[[^\n]*?\]/u, 'na'],
  [/\s+|\\\n/u, ''],
  [/(::)(class)/u, ['o', 'k']],
  [/::|!!|\?[:.]|\.\./u, 'o'],
  [new RegExp(`${double}[fF]?|${digits}[fF]`, 'u'), 'mf'],
  [/0[bB](?:[01][01_]*[01]|[01])[uU]?L?/u, 'mb'],
  [/0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?/u, 'mh'],
  [/(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?/u, 'mi'],
  [/[~!%^&*()+=|[\]:;,.<>/?{}-]/u, 'p'],
  [new RegExp(`@${className}`, 'u'), 'nd'],
  [new RegExp(`(${className})(<)`, 'u'), ['nc', 'p'], 'generic'],
  [new RegExp(className, 'u'), 'nc'],
  [new RegExp(`${name}(?=\\s*[({])`, 'u'), 'nf'],
  [new RegExp(`${name}@`, 'u'), 'nd'],
  [new RegExp(name, 'u'), 'n'],
];

/** Kotlin. */
export const kotlin: Language = {
  grammar: 'kotlin',
  complete: true,
  zones: { kq: 's', s2: 's', d2: 's', e2: 's', se: 's', s1: 'sc', d1: 'sc', e1: 'sc', cd: 'cm', c: 'cm', sc: 'sc' },
  modes: {
    root,
    comment: [
      [/\/\*/u, 'cm', 'comment'],
      [/\*\//u, 'cm', '^'],
      [/[^/*]+|[/*]/u, 'cm'],
    ],
    class: [
      [new RegExp(className, 'u'), 'nc', '^'],
      [/(?:)/u, '', '^'],
    ],
    function: [
      generic,
      [/\s+/u, ''],
      [new RegExp(`(${className})(\\.)`, 'u'), ['nc', 'p']],
      [new RegExp(name, 'u'), 'nf', '^'],
      [/(?:)/u, '', '^'],
    ],
    generic: [
      [new RegExp(className, 'u'), 'nc'],
      generic,
      [/reified|out|in/u, 'k'],
      [/[,:.?]/u, 'p'],
      [/\s+/u, ''],
      [/>/u, 'p', '^'],
      [/(?:)/u, '', '^'],
    ],
    property: [generic, [/\s+/u, ''], [new RegExp(name, 'u'), 'py', '^'], [/(?:)/u, '', '^']],
    destructure: [
      [/,/u, 'p'],
      [/\)/u, 'p', '^'],
      [/\s+/u, ''],
      [new RegExp(name, 'u'), 'py'],
      [/(?:)/u, '', '^'],
    ],
  },
};
