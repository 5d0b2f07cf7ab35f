import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { htmlTemplate } from './html-template.js';
import { perl } from './perl.js';
import { anyCase, lineEnd, lineStart, rule } from './pieces.js';

const anyOf = (list: string): string => `(?:${list.split(' ').map(anyCase).join('|')})`;
const texts = anyOf('text doc');
const codes = anyOf('args flags attr init once shared perl cleanup filter');
const components = anyOf('def method');
const space = rule('[\\t-\\r ]+', 'w');
const comment = rule(`${lineStart}#[^\\n]*${lineEnd}`, 'c');

const tags: readonly Rule[] = [
  space,
  rule(`<%${texts}>`, 'cp', 'text'),
  rule(`<%${codes}>`, 'cp', 'code'),
  rule(`(<%${components})([^>]*)(>)`, ['cp', 'n', 'cp'], 'component'),
  rule(`${lineStart}(%)([^\\n]*)`, ['cp', 'guest']),
  rule('<%', 'cp', 'expression'),
  rule('<&\\|', 'cp', '+content+call'),
  rule('<&', 'cp', 'call'),
  rule(String.raw`[\s\S]+?(?=<\/?[&%]|${lineStart}[%#])|[\s\S]+`, 'html'),
];

/** HTML::Mason: HTML with Perl in it. */
export const mason: Language = htmlTemplate(
  {
    root: tags,
    code: [rule(`<\\/%${codes}>`, 'cp', '^'), space, comment, rule('[\\s\\S]*?[^"](?=<\\/%)', 'guest')],
    text: [rule(`<\\/%${texts}>`, 'cp', '^'), space, comment, rule('[\\s\\S]*?[^"](?=<\\/%)', 'c')],
    component: [rule(`<\\/%${components}>`, 'cp', '^'), space, comment, ...tags],
    content: [rule('<\\/&>', 'cp', '^'), ...tags],
    call: [rule('&>', 'cp', '^'), rule('[\\s\\S]*?(?=&>)', 'guest')],
    expression: [rule('%>', 'cp', '^'), rule('[\\s\\S]*?(?=%>)', 'guest')],
  },
  perl,
  '\n',
);
