import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, leave, rule } from './pieces.js';
import { beforeColon, expressionModes, objectBody, scriptGaps, scriptName } from './script-expressions.js';

const wordClass = words(
  {
    k: `
      package import using class interface enum function new macro override public private
      if else switch case default for while do break continue return try catch throw cast untyped this true false null`,
    kd: 'var inline static dynamic extern abstract typedef extends implements from to',
    kr: 'super trace build autoBuild',
    nb: `
      Void Any Bool Int UInt Float String Array Map Date Dynamic Class Math Std StringTools DateTools Lambda Reflect EReg Sys File
      FileSystem isNaN parseInt parseFloat`,
  },
  'nx',
);

const start: readonly Rule[] = [
  ...scriptGaps,
  rule('#(?:if|elseif|else|end)[^\\n]*', 'cp'),
  rule('~', 'sr', '=expression'),
  rule(String.raw`\{`, 'p', 'object'),
  leave,
];

const root: readonly Rule[] = [
  rule('\\n', '', 'statement'),
  rule(String.raw`\{`, 'p', 'start'),
  ...scriptGaps,
  rule('@', 'nd', 'metadata'),
  rule(String.raw`\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=|[-:<>+*%&|^\/!=]=?`, 'o', 'start'),
  rule('[(\\[,]', 'p', 'start'),
  rule(';', 'p', 'statement'),
  rule('[)\\]}.]', 'p'),
  rule('\\?', 'p', '+ternary+start'),
  rule(`(${scriptName})`, wordClass, ([word]) =>
    word !== 'using' && /^kd?$/.test(wordClass(word!)) ? 'start' : undefined,
  ),
  rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?`, 'mf'),
  rule('0x[0-9a-fA-F]+', 'mh'),
  rule('[0-9]+', 'mi'),
  rule('"', 's2', 'double'),
  rule("'", 's1', 'single'),
];

const x = digit.sixteen;
const escapes = rule(String.raw`\\(?:[\\tnr'"]|[0-7]{3}|x${x}{2}|u(?:${x}{4}|\{${x}{1,6}\}))`, 'se');

/** Haxe. */
export const haxe: Language = {
  modes: {
    root,
    start,
    statement: [beforeColon('nl'), ...start],
    object: objectBody(root),
    metadata: [
      rule(`(${scriptName})(\\()?`, ['nd', 'p'], ([, bracket]) => (bracket ? undefined : '^')),
      rule(`:${scriptName}(?:\\.${scriptName})*|\\)`, 'nd', '^'),
      ...root,
    ],
    ternary: [rule(':', 'p', '=start'), ...root],
    double: [escapes, rule('"', 's2', '^'), rule(String.raw`[^\\"]+`, 's2')],
    single: [
      escapes,
      rule("'", 's1', '^'),
      rule(String.raw`\$\$`, 's1'),
      rule(`\\$${scriptName}`, 'si'),
      rule(String.raw`\$\{`, 'si', 'inString'),
      rule(String.raw`[^\\$']+`, 's1'),
    ],
    inString: [rule(String.raw`\}`, 'si', '^'), ...root],
    ...expressionModes,
  },
};
