import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, leave, rule, wordBoundary, wordEnd } from './pieces.js';

const gap = `(${blank}*)`;
const other = String.raw`[^ \t-\r]`;
const closing = String.raw`(-?%\})`;
/** All tags and outputs that are open end together. */
const toText = '!root';

const strings: readonly Rule[] = [rule("'[^']*'", 's1'), rule('"[^"]*"', 's2')];
const values: readonly Rule[] = [
  rule('[ \\t]+', 'w'),
  rule(`(?:true|false|nil)${wordEnd}`, 'kc'),
  ...strings,
  rule('-', 'o'),
  rule(String.raw`[0-9]+\.[0-9]+`, 'mf'),
  rule('[0-9]+', 'mi'),
];
const variables: readonly Rule[] = [
  rule(String.raw`(?:empty|blank|forloop\.[^ \t-\r%}|:]+)${wordBoundary}`, 'nb'),
  rule(String.raw`\.(?=\w)|[[\]]`, 'p'),
  rule(`(?:first|last|size)${wordEnd}`, 'nf'),
  rule(String.raw`[a-zA-Z_][\w-]*\??`, 'nv'),
];
const parameters: readonly Rule[] = [
  ...values,
  rule(String.raw`([^ \t-\r=:]+)${gap}([=:])`, ['na', 'w', 'o']),
  rule('[,:]', 'p'),
];
const anything = rule(`${other}+`, '');
const endOfOutput = rule(String.raw`-?\}\}`, 'p', toText);
const endOfTag = rule(closing, 'p', toText);

/** A filter's name after its bar; `without` names the characters besides white space that it may not have. */
function filter(without: string, to?: string): Rule {
  return rule(String.raw`(\|)${gap}([a-zA-Z_][^ \t-\r${without}|:]*)`, ['p', 'w', 'nf'], to);
}

/** A tag that is nothing but its word. */
function bare(words: string, name: string, to: string): Rule {
  return rule(`(${words})${gap}${closing}`, [name, 'w', 'p'], to);
}

/** What a loop goes over, or a cycle's name: a name is that of something else if it has a string in it. */
const named =
  (otherwise: string) =>
  (text: string): string => {
    if (/'[^']*'/.test(text)) return 's1';
    return /"[^"]*"/.test(text) ? 's2' : otherwise;
  };
const iterated = String.raw`(?:[^ \t-\r%,|'"]|"[^"]*"|'[^']*')+`;

const tag: readonly Rule[] = [
  rule(`(?:if|elsif|unless|case)${wordEnd}`, 'kr', 'condition'),
  rule(`when${wordEnd}`, 'kr', 'choice'),
  bare('else', 'kr', '^'),
  rule(
    String.raw`(capture|increment|decrement)(${blank}+)([^ \t-\r%]+)${gap}${closing}`,
    ['nt', 'w', 'nv', 'w', 'p'],
    '^',
  ),
  bare('comment', 'nt', 'comment'),
  bare('raw', 'nt', 'raw'),
  bare('end(?:if|unless|case)', 'kr', '^'),
  bare(String.raw`end[^ \t-\r%]+`, 'nt', '^'),
  rule(`(?:assign|echo)${wordEnd}`, 'nt', 'assignment'),
  rule(`(?:include|render)${wordEnd}`, 'nt', 'include'),
  rule(`(cycle)(${blank}+)`, ['nt', 'w'], '+cycle+cycleName'),
  rule(
    `(for|tablerow)(${blank}+)([\\w-]+)(${blank}+)(in)(${blank}+)(?=${iterated})`,
    ['nt', 'w', 'nv', 'w', 'nt', 'w'],
    'iterated',
  ),
  rule(`(${other.replace(']', '%]')}+)${gap}`, ['nt', 'w'], 'words'),
];

/** Liquid: plain text with tags and output. */
export const liquid: Language = {
  modes: {
    root: [
      rule('[^{]+', ''),
      rule(String.raw`(\{%-?)${gap}`, ['p', 'w'], 'tag'),
      rule(String.raw`(\{\{-?)${gap}`, ['p', 'w'], 'output'),
      rule(String.raw`\{`, ''),
    ],
    tag,
    output: [filter('}', 'filters'), endOfOutput, ...values, ...variables],
    filters: [filter('%}'), endOfOutput, endOfTag, ...parameters, ...variables, anything],
    condition: [
      rule('[=!]=|[<>]=?', 'o'),
      rule(`(?:and|or|contains)${wordEnd}`, 'ow'),
      endOfTag,
      ...values,
      ...variables,
    ],
    choice: [endOfTag, ...values, ...variables],
    assignment: [rule('=', 'o'), filter('%', 'filters'), endOfTag, ...values, ...variables],
    include: [
      rule(String.raw`(\{\{-?)${gap}`, ['p', 'w'], 'embedded'),
      rule(`(?:with|for)${wordEnd}`, 'nt'),
      rule(String.raw`[/\w-]+(?:\.[\w-]+)+${wordEnd}`, ''),
      endOfTag,
      ...parameters,
      ...variables,
      anything,
    ],
    embedded: [filter('}'), rule(String.raw`-?\}\}`, 'p', '^'), ...parameters, ...variables, anything],
    cycle: [endOfTag, ...parameters, ...variables, anything],
    cycleName: [rule(String.raw`[^ \t-\r:]*(?=${blank}*:)`, named('na'), '=cycleMark'), leave],
    cycleMark: [rule(`${gap}(:)${gap}`, ['w', 'p', 'w'], '^')],
    iterated: [rule(iterated, named('nv'), '=iteratedGap')],
    iteratedGap: [rule(`${blank}*`, 'w', '=words')],
    words: [rule(`reversed${wordEnd}`, 'na'), endOfTag, ...parameters, anything],
    comment: [
      rule('[^{]+', 'c'),
      rule(String.raw`(\{%-?)${gap}(endcomment)${gap}${closing}`, ['p', 'w', 'nt', 'w', 'p'], toText),
      rule(String.raw`\{`, 'c'),
    ],
    raw: [
      rule('[^{]+', ''),
      rule(String.raw`(\{%-?)${gap}(endraw)${gap}${closing}`, ['p', 'w', 'nt', 'w', 'p'], toText),
      rule(String.raw`\{`, ''),
    ],
  },
};
