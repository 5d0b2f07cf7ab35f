import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { cssColours, cssKeywords, cssProperties } from './css-words.js';
import { blockComment, oneOf, rule, space, wordCharacters, wordEnd } from './pieces.js';

const name = String.raw`[\p{L}_-][${wordCharacters}\p{Cf}-]*`;
const units = oneOf('px pt pc in cm mm em ex ch rem vw vh vmin vmax deg grad rad turn s ms Hz kHz dpi dpcm dppx');
/** Prefixes of vendors: those that start with a hyphen, and the two of old office programs and of Prince. */
const prefixes = [
  ...'webkit moz ms o khtml xv wap ro rim hp ah atsc tc'.split(' ').map((vendor) => `-${vendor}-`),
  'mso-',
  'prince-',
];

/** The class of a word in a value. */
export const cssValueWord = words({ no: cssColours, nb: cssKeywords }, 'n');
const propertyWord = words({ nl: cssProperties }, 'py');

function property(text: string): string {
  return prefixes.some((prefix) => text.startsWith(prefix)) ? 'nl' : propertyWord(text);
}

const basics: readonly Rule[] = [space, blockComment('c')];
const strings: readonly Rule[] = [
  [/"(?:\\[\\"]|[^"])*"/u, 's1'],
  [/'(?:\\[\\']|[^'])*'/u, 's2'],
];
const value: readonly Rule[] = [
  ...basics,
  [/url\([^\n]*?\)/u, 'sx'],
  [/#[0-9a-fA-F]{1,6}/u, 'm'],
  rule(String.raw`-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:%|${units}${wordEnd})?`, 'm'),
  [/[()[\],.:/]/u, 'p'],
  ...strings,
  rule(name, cssValueWord),
];
const root: readonly Rule[] = [
  ...basics,
  [/\{/u, 'p', 'stanza'],
  rule(`::?${name}`, 'nd'),
  rule(String.raw`\.${name}`, 'nc'),
  rule(`#${name}`, 'nf'),
  rule(`@${name}`, 'k', 'atRule'),
  rule(name, 'nt'),
  [/[-+*/%=<>!~^&|?@:;,.()[\]]/u, 'o'],
  ...strings,
];
const propertyName = String.raw`${name}(?=[\t-\r ]*:)`;
const stanza: readonly Rule[] = [...basics, [/\}/u, 'p', '^'], rule(propertyName, property, 'colon')];
const atEnd: Rule = [/\}/u, 'p', '^^'];

/** CSS. */
export const css: Language = {
  modes: {
    root,
    stanza,
    colon: [
      [/[\t-\r ]+/u, ''],
      [/:/u, 'p', '=stanzaValue'],
    ],
    stanzaValue: [
      [/;/u, 'p', '^'],
      [/(?=\})/u, '', '^'],
      rule(String.raw`![\t-\r ]*important` + wordEnd, 'cp'),
      [/^@[^\n]*/u, 'cp'],
      ...value,
    ],
    atRule: [
      rule(String.raw`\{(?=[\t-\r ]*${name}[\t-\r ]*:)`, 'p', 'atStanza'),
      [/\{/u, 'p', 'atBody'],
      [/;/u, 'p', '^'],
      ...value,
    ],
    atBody: [atEnd, ...root],
    atStanza: [atEnd, ...stanza],
  },
};
