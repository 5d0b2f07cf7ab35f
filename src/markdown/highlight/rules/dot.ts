import type { Language } from '../language.js';
import { readTemplate } from '../markup-feed.js';
import type { Modes, Rule } from '../rule.js';
import { anyCase, blank, lineComment, rule, space, wordEnd } from './pieces.js';

const name = '[a-zA-Z][a-zA-Z_0-9]*';
const gaps: readonly Rule[] = [
  space,
  lineComment('(?:#|\\/\\/)', 'c1'),
  rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
];
const values: readonly Rule[] = [
  rule(`(${name})(${blank}*)(=)`, ['n', '', 'p']),
  rule(name, 'nv'),
  rule(String.raw`[0-9]*\.[0-9]+`, 'mf'),
  rule('[0-9]+', 'mi'),
  rule(String.raw`"(?:[^"\\]|\\"|\\(?!"))*"|"[\s\S]*"`, 's2'),
  rule('<', 'p', 'markup'),
];
const keywords = 'strict graph digraph subgraph node edge'.split(' ').map(anyCase).join('|');

const modes: Modes = {
  root: [
    ...gaps,
    rule(`(?:${keywords})${wordEnd}`, 'k'),
    rule('[{};:=]', 'p'),
    rule('-[->]', 'o'),
    rule('\\[', 'o', 'attributes'),
    ...values,
  ],
  attributes: [...gaps, ...values, rule('[=;,]', 'p'), rule('\\]', 'o', '^')],
  markup: [rule(String.raw`[^<>]+|<[\s\S]+?>`, 'html'), rule('>', 'p', '^')],
};

/** Graphviz's graphs, which may have HTML in their labels. */
export const dot: Language = { read: (code, emit) => readTemplate(modes, code, emit) };
