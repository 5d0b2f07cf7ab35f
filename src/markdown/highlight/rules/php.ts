import type { Language, Part } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, basedNumbers, leave, rule, space } from './pieces.js';

const keywords = words(
  {
    k: `
      if elseif else endif switch endswitch case default match for endfor foreach endforeach while endwhile do break continue goto
      return exit die try catch finally throw yield declare enddeclare
      new clone instanceof insteadof and or xor as use self parent static
      abstract final readonly public protected private var const global extends implements fn
      echo print list array isset empty unset eval include include_once require require_once
      ${['class', 'dir', 'file', 'function', 'line', 'method', 'namespace', 'trait'].map((place) => `__${place}__`).join(' ')}
      __halt_compiler old_function cfunction`,
  },
  '',
);

const id = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const name = String.raw`(?:${id}\\)*${id}`;
const call = new RegExp(`${name}(?=\\s*\\()`, 'u');
const type = new RegExp(`\\??${id}`, 'u');

function nameClass(text: string): string {
  if (text === 'stdClass') return 'nc';
  if (keywords(text.toLowerCase()) !== '') return 'k';
  if (/^__.*?__$/.test(text)) return 'nb';
  if (/^(?:E|PHP)(?:_\p{Lu}+)+$/u.test(text)) return 'kc';
  if (/(?:\\|^)\p{Lu}[\p{Lu}\p{Nd}_]+$/u.test(text)) return 'no';
  return /(?:\\|^)\p{Lu}[\p{L}\p{N}]*?$/u.test(text) ? 'nc' : 'n';
}

const variables: readonly Rule[] = [[new RegExp(`\\$\\{\\$+${id}\\}|\\$+${id}`, 'u'), 'nv']];
const values: readonly Rule[] = [
  [/(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:[eE][+-]?\d[_\d]*)?/u, 'mf'],
  ...basedNumbers('_*', '_*', ''),
  [/\d[_\d]*/u, 'mi'],
  rule(`(?:${anyCase('function')}|${anyCase('fn')})\\b`, 'k', 'functionName'),
  rule(`(?:${['null', 'true', 'false'].map(anyCase).join('|')})\\b`, 'kc'),
  rule(`${anyCase('new')}\\b`, 'k', 'new'),
];
const names: readonly Rule[] = [
  [call, (text) => keywords(text.toLowerCase()) || 'nf'],
  [/use\b/u, 'kn', 'use'],
  [/const\b/u, 'k', 'const'],
  [/catch\b/u, 'k', 'catch'],
  [/(?:public|protected|private)\b/u, 'k', 'visibility'],
  [new RegExp(name, 'u'), nameClass],
];
const operators: Rule = [/[~!%^&*+|:.<>/@-]+/u, 'o'];
const code: readonly Rule[] = [
  space,
  ...variables,
  ...values,
  [new RegExp(`(namespace)(\\s+)(${name})`, 'u'), ['kn', '', 'nn']],
  [new RegExp(`(class|interface|trait|extends|implements)(\\s+)(${name})`, 'u'), ['kd', '', 'nc']],
  ...names,
  [/[;,(){}[\]]/u, 'p'],
  operators,
  [/[=?]/u, 'o'],
];

/** HTML outside `<?php … ?>`; code without such a tag is PHP unless it starts like HTML. */
function phpParts(text: string): Part[] {
  if (!/<\?/.test(text)) return [/^\s*</.test(text) ? { text, language: 'html' } : { text }];
  const parts: Part[] = [];
  let at = 0;
  for (const open of text.matchAll(/<\?(?:php|=)?/gi)) {
    if (open.index < at) continue;
    const start = open.index + open[0].length;
    const close = text.indexOf('?>', start);
    const end = close < 0 ? text.length : close;
    if (open.index > at) parts.push({ text: text.slice(at, open.index), language: 'html' });
    parts.push({ text: open[0], name: 'cp' }, { text: text.slice(start, end) });
    if (close >= 0) parts.push({ text: '?>', name: 'cp' });
    at = close < 0 ? end : end + 2;
  }
  if (at < text.length) parts.push({ text: text.slice(at), language: 'html' });
  return parts.filter((part) => part.text !== '');
}

/** PHP. */
export const php: Language = {
  grammar: 'php',
  parts: phpParts,
  zones: {
    pq: '>string',
    nb: '>builtin',
    e1: 's1',
    s: 's2',
    sr: 's1',
    s2: '>string',
    d2: '>string',
    e2: '>string',
    si: 'code',
    sa: 'code',
  },
  modes: {
    root: code,
    builtin: [
      [new RegExp(`(?<=function\\s+&?)${id}`, 'u'), 'n'],
      [call, (text) => keywords(text.toLowerCase()) || 'nb'],
      ...code,
    ],
    string: [
      [/\\u\{[0-9a-fA-F]+\}|\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/u, 'se'],
      [new RegExp(String.raw`\$${id}(?:\[[^\s"]+\]|->${id})?`, 'u'), 'nv'],
      [/\{(?=\$)/u, 'si', 'inString'],
      [/[^\\{$]+|[${\\]/u, 's2'],
    ],
    inString: [[/\}/u, 'si', '^'], ...code],
    functionName: [space, [/&/u, 'o'], [new RegExp(id, 'u'), 'n'], [/\(/u, 'p', '=parameters'], leave],
    parameters: [
      space,
      [/\)/u, 'p', '=returns'],
      [/,|\.{3}/u, 'p'],
      [/=/u, 'o', 'value'],
      [/(?:public|protected|private|readonly)\b/u, 'k'],
      [type, 'kt'],
      ...variables,
      [/&/u, 'o'],
      leave,
    ],
    returns: [space, [/:/u, 'p'], [/use\b/u, 'k', 'captures'], [type, 'kt'], leave],
    captures: [space, [/[,(]/u, 'p'], [/&/u, 'o'], [/\)/u, 'p', '^'], ...variables, leave],
    value: [
      [/,/u, 'p', '^'],
      [/[[\]]/u, 'p'],
      [/\(/u, 'p', 'valueCall'],
      space,
      ...values,
      ...variables,
      ...names,
      operators,
      leave,
    ],
    valueCall: [[/\)/u, 'p', '^'], [/,/u, 'p'], ...code],
    visibility: [
      space,
      [/(?:readonly|static)\b/u, 'k'],
      [/(?=(?:abstract|const|function)\b)/u, '', '^'],
      [type, 'kt', '^'],
      leave,
    ],
    new: [space, [/class\b/u, 'kd', '^'], [new RegExp(name, 'u'), 'nc', '^'], leave],
    const: [space, [new RegExp(id, 'u'), 'no'], leave],
    catch: [space, [/\(/u, 'p'], [/\|/u, 'o'], [new RegExp(id, 'u'), 'nc'], leave],
    use: [
      space,
      [/[,}]/u, 'p'],
      [/(?:function|const)\b/u, 'k'],
      [new RegExp(String.raw`((?:${id}\\)+)(\{)`, 'u'), ['nn', 'p']],
      ...names,
      leave,
    ],
  },
};
