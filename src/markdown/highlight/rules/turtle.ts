import type { Language } from '../language.js';
import { anyCase, blank, lineComment, rule, wordEnd } from './pieces.js';

const plain = String.raw`[^:;<>#@"().[\]{} ]`;
const exponent = 'E[+-]?[0-9]+';

/** Strings of lines and of one line, which are of the same class. */
const strings = ['"', "'"].flatMap((quote) => [
  rule(`${quote.repeat(3)}[\\s\\S]*?${quote.repeat(3)}`, 's'),
  rule(String.raw`${quote}(?:[^${quote}\\]|\\[^\n])*${quote}`, 's'),
]);

/** Turtle and TriG, which write down RDF. */
export const turtle: Language = {
  modes: {
    root: [
      rule(`@(?:base|prefix)${wordEnd}`, 'kd'),
      rule(`(?:true|false)${wordEnd}`, 'kc'),
      ...strings,
      lineComment('#', 'c1'),
      rule(String.raw`@[^\t-\r ,.;]+`, 'na'),
      rule(`[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)${exponent}`, 'mf'),
      rule(String.raw`[+-]?[0-9]*\.[0-9]`, 'mf'),
      rule('[+-]?[0-9]+', 'mi'),
      rule(String.raw`[.,;(){}[\]]|\^\^`, 'p'),
      rule('<[^>]*>', 'nl'),
      rule(`(?:${anyCase('base')}|${anyCase('prefix')})${wordEnd}`, 'kd'),
      rule(`(?:GRAPH|a)${wordEnd}`, 'k'),
      rule(`${blank}+`, 'w'),
      rule(`${plain}*:`, 'nn'),
      rule(`${plain}+`, 'n'),
    ],
  },
};
