import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, oneOf, rule, wordEnd } from './pieces.js';
import { anyName, expression, expressionWords, gaps, innerModes, plainName, prefixedName } from './xpath.js';

const keywords = oneOf(`
  ${expressionWords}
  xquery version encoding module declare import namespace schema at
  boundary-space copy-namespaces base-uri construction collation default ordering ordered unordered order empty greatest least
  preserve no-preserve strip inherit no-inherit option external context item function
  decimal-format decimal-separator grouping-separator pattern-separator exponent-separator infinity minus-sign NaN percent
  per-mille zero-digit digit
  typeswitch switch case try catch validate lax strict type
  document element attribute text comment processing-instruction
  where group by allowing tumbling sliding stable window start end only when previous next count ascending descending`);

const tags: readonly Rule[] = [
  rule(`<${prefixedName}`, 'nt', 'tag'),
  rule('<!--', 'c', 'markupComment'),
  rule(String.raw`<\?[^\n]*?\?>|<!\[CDATA\[[^\n]*?\]\]>`, 'cp'),
  rule(String.raw`&[^\t-\r ]{0,200}?;`, 'ni'),
];

const attributeOf = (quote: string): Rule[] => [
  rule(quote, 's', '^'),
  rule('\\{\\{', 's'),
  rule('\\{', 'p', 'root'),
  rule(`[^${quote}{>]+`, 's'),
];

/** XQuery. */
export const xquery: Language = {
  modes: {
    ...innerModes,
    root: [
      ...tags,
      rule('\\{', 'p'),
      rule('\\}`?', 'p', '^'),
      rule(`(namespace)(${blank}+)(${plainName})`, ['k', 'w', 'nn']),
      rule(keywords + wordEnd, 'k'),
      rule(';', 'p'),
      rule('%', 'kd', 'annotation'),
      rule(`(\\(#)(${blank}*)(${anyName})`, ['cp', 'w', 'nt'], 'pragma'),
      rule('``\\[', 's', 'constructed'),
      ...expression,
    ],
    annotation: [...gaps, rule(anyName, 'kd', '^')],
    pragma: [...gaps, rule('#\\)', 'cp', '^'), rule('[^\\n]', 'cp')],
    constructed: [rule('`\\{', 'p', 'root'), rule('\\]``', 's', '^'), rule('[^`\\]]+|[`\\]]', 's')],
    markupComment: [rule('[^-]+', 'c'), rule('-->', 'c', '^'), rule('-', 'c')],
    tag: [
      rule(`${blank}+`, 'w'),
      rule(`([\\w.:-]+${blank}*=)(")`, ['na', 's'], 'double'),
      rule(`([\\w.:-]+${blank}*=)(')`, ['na', 's'], 'single'),
      rule('>', 'nt', 'content'),
      rule('\\/>', 'nt', '^'),
    ],
    double: attributeOf('"'),
    single: attributeOf("'"),
    content: [
      rule(`${blank}+`, 'w'),
      ...tags,
      rule('\\{\\{|\\}\\}', ''),
      rule('\\{', 'p', 'root'),
      rule('[^{}<&]', ''),
      rule(`<\\/${prefixedName}${blank}*>`, 'nt', '^^'),
    ],
  },
};
