import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { digit, digitsOf, exponentOf, oneOf, rule, space, wordEnd } from './pieces.js';

/** Exceptions by how their names end; those of Python 2 among them. */
const exceptions = [
  ...[
    [
      'Error',
      'Arithmetic Assertion Attribute BlockingIO BrokenPipe Buffer ChildProcess EOF Environment FloatingPoint IO Import',
    ],
    [
      'Error',
      'Connection ConnectionAborted ConnectionRefused ConnectionReset FileExists FileNotFound Indentation Index Interrupted',
    ],
    [
      'Error',
      'IsADirectory Key Lookup Memory ModuleNotFound Name NotADirectory NotImplemented OS Overflow ProcessLookup Recursion',
    ],
    ['Error', 'Reference Runtime Standard Syntax System Tab Timeout Type UnboundLocal Value VMS Windows ZeroDivision'],
    ['Error', 'Unicode UnicodeDecode UnicodeEncode UnicodeTranslate'],
    ['Warning', 'Bytes Deprecation Future Import Overflow PendingDeprecation Resource Runtime Syntax Unicode User'],
  ].flatMap(([end, starts]) => starts!.split(' ').map((start) => start + end)),
  'Exception BaseException Warning StopIteration StopAsyncIteration KeyboardInterrupt SystemExit GeneratorExit NotImplemented',
].join(' ');

/** Functions and types that are always there, by what they are for; the last line is Python 2's. */
const builtins = `
  int float complex bool str bytes bytearray memoryview list tuple dict set frozenset range slice object type
  abs divmod max min pow round sum bin hex oct chr ord ascii repr format hash id len
  all any enumerate filter iter map next reversed sorted zip
  callable getattr hasattr setattr delattr isinstance issubclass super property classmethod staticmethod
  dir vars globals locals eval compile exit input open __import__
  apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode xrange`;

/** The class of a word; of those of a language that adds keywords to Python's as well. */
export const pythonWords = (more: string): ((text: string) => string) =>
  words(
    {
      k: `
        if elif else for while break continue return yield try except finally raise assert with as pass del lambda
        import from global nonlocal async await print exec ${more}`,
      nb: `${exceptions} ${builtins}`,
      bp: 'None True False Ellipsis NotImplemented self',
    },
    'n',
  );

const name = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`;
const dotted = String.raw`[\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*`;
const digits = digitsOf(digit.ten, '_?');
const exponent = exponentOf(digits);

/** White space between words, with continued lines. */
export const pythonGap = String.raw`((?:[\t-\r ]|\\[\t-\r ])+)`;

const rootOf = (wordClass: (text: string) => string): readonly Rule[] => [
  space,
  rule('#[^\\n]*\\n?', 'c1'),
  rule(`([bfruBFRU]{0,2})("""|'''|["'])`, ['sa', 's'], ([prefix, mark]) => `string:${prefix!.toLowerCase()}${mark}`),
  // What follows a field's name in a list of fields.
  rule(String.raw`(?<![^\n])(:)([\t-\r ]*)([ruRU]{0,2}"""[\s\S]*?""")`, ['p', '', 'sd']),
  rule(String.raw`[(){}[\],;:.]`, 'p'),
  rule(String.raw`\\\n?`, ''),
  rule(oneOf('and or not in is') + wordEnd, 'ow'),
  rule(`(from)${pythonGap}(${dotted})${pythonGap}(import)`, ['kn', '', 'nn', '', 'kn']),
  rule(`(import)([\\t-\\r ]+)(${dotted})`, ['kn', '', 'nn']),
  rule(`(def)${pythonGap}`, ['k', ''], 'routine'),
  rule(`(class)${pythonGap}`, ['k', ''], 'className'),
  rule('`[^`\\n]*`', 'sb'),
  rule(String.raw`(?:\*\*|\/\/|<<|>>|[-+*\/%=<>~^&|@])=?|!=`, 'o'),
  rule(name, wordClass),
  rule(`(?:(?:${digits})?\\.${digits}|${digits}\\.)(?:${exponent})?[jJ]?`, 'mf'),
  rule(`${digits}(?:${exponent}[jJ]?|[jJ])`, 'mf'),
  rule(`0[bB](?:_?${digit.two})+`, 'mb'),
  rule(`0[oO](?:_?${digit.eight})+`, 'mo'),
  rule(`0[xX](?:_?${digit.sixteen})+`, 'mh'),
  rule('[0-9]+L', 'il'),
  rule('[1-9](?:_?[0-9])*|0(?:_?0)*', 'mi'),
];

/** What a backslash may stand before: marks and letters, code points, names of characters, octal numbers. */
const escaped = [
  String.raw`[\\'"\nabfnrtv]`,
  ...['x', 'u', 'U'].map((letter, index) => `${letter}${digit.sixteen}{${2 << index}}`),
  String.raw`N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}`,
  'newline',
  '[0-7]{1,3}',
].join('|');

/** The inside of a string, by its prefix and its quotes. */
function stringRules(start: string): Rule[] {
  const quote = start.replace(/^[a-z]*/, '');
  const raw = /^[a-z]*r/.test(start);
  const formatted = /^[a-z]*f/.test(start);
  const ends = ["'''", '"""', "'", '"'].map(
    (mark): Rule => [new RegExp(mark, 'u'), 's', mark === quote ? '^' : undefined],
  );
  return [
    [/[^'"\\{]+|\{\{/u, 's'],
    ...ends,
    rule(`\\\\(?:${escaped})`, raw ? 's' : 'se'),
    [/\\[^\n]/u, 's'],
    formatted ? [/\{/u, 'si', 'inString'] : [/\{/u, 's'],
  ];
}

/** The modes of Python, or of a language that has rules of its own before them. As in Rouge, each part of what is within a string is read for itself. */
export function pythonModes(wordClass: (text: string) => string, first: readonly Rule[] = []): Modes {
  return {
    root: [...first, ...rootOf(wordClass)],
    string: stringRules,
    inString: [
      rule('([^{}!:]+)', ['>root']),
      rule('![asr]|:', 'si'),
      rule('\\{', 'si', 'inString'),
      rule('\\}', 'si', '^'),
    ],
    routine: [rule(name, 'nf', '^')],
    className: [rule(name, 'nc', '^')],
  };
}

/** Python. */
export const python: Language = { modes: pythonModes(pythonWords('')) };
