import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { basedNumbers, blank, digitsOf, exponentOf, lineComment, oneOf, rule, space, stringBody } from './pieces.js';

interface KeyValueFormat {
  /** Marks that start a comment, and those between a key and its value: characters of a class. */
  readonly comments: string;
  readonly between: string;
  readonly escapes: string;
  readonly sections?: Rule;
}

/** Formats of a key and a value in each line. */
function keysAndValues({ comments, between, escapes, sections }: KeyValueFormat): Modes {
  const anywhere: Rule[] = [rule(`[${comments}][^\\n]*\\n`, 'c'), space, rule(String.raw`\\\n`, 'se')];
  const escapeRule = rule(escapes, 'se');
  return {
    root: [
      ...anywhere,
      rule(`((?<![-.\\w])[-.\\w]+)(${blank}*)(${between})`, ['py', '', 'p'], 'value'),
      ...(sections ? [sections] : []),
    ],
    value: [
      rule(String.raw`\n`, '', '^'),
      ...anywhere,
      rule('"', 's', 'string'),
      escapeRule,
      rule(String.raw`'[^\n]*?'|[^\\\n]+`, 's'),
    ],
    string: stringBody('"', 's', [escapeRule]),
  };
}

const anyEscape = String.raw`\\[\s\S]`;

/** INI files. */
export const ini: Language = {
  modes: keysAndValues({
    comments: '#;',
    between: '=',
    escapes: anyEscape,
    sections: rule(String.raw`\[[^\n]*?\]`, 'nn'),
  }),
};

/** Java's properties. */
export const properties: Language = {
  modes: keysAndValues({ comments: '#!', between: '[:=]', escapes: String.raw`\\u[0-9]{4}|${anyEscape}` }),
};

/** Any configuration file. */
export const conf: Language = {
  modes: {
    root: [
      rule('#[^\\n]*\\n', 'c'),
      rule('"[^"\\n]*"', 's2'),
      rule("'[^'\\n]*'", 's1'),
      rule('[a-zA-Z]\\w*', 'n'),
      rule('[0-9]+', 'm'),
      rule(`[^\\w"'#]+`, ''),
    ],
  },
};

const key = `([^\\t-\\r ]{1,300}|"[^"]+"|'[^']+')(${blank}*)(=)`;
const digits = digitsOf('[0-9]', '_?');
const exponent = exponentOf(digits);
const escaped = String.raw`\\(?:[\\"nrt0 ]|\t|\n)`;
const scalars: readonly Rule[] = [
  rule(oneOf('true false'), 'kc'),
  rule(`${key}(${blank}*)(\\{)`, ['nn', '', 'o', '', 'p'], 'inline'),
  rule(String.raw`\[[^\t-\r ]+\]`, 'nn'),
  rule(`[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){2}Z`, 'ld'),
  rule(`[-+]?(?:${digits}(?:\\.${digits}(?:${exponent})?|${exponent})|inf|nan)`, 'mf'),
  ...basedNumbers('_?', '', 'o', false),
  rule(`[-+]?${digits}`, 'mi'),
];
const lineStart: readonly Rule[] = [space, lineComment('#', 'c'), ...scalars];
const content: readonly Rule[] = [
  ...lineStart,
  rule(key, ['py', '', 'p']),
  rule('"""', 's', 'longString'),
  rule('"', 's', 'string'),
  rule("'''", 's', 'longLiteral'),
  rule("'", 's', 'literal'),
  rule(escaped, 'se'),
  rule(',', 'p'),
  rule(String.raw`\[`, 'p', 'array'),
];

/** A TOML string: of one line, or of several between three marks. */
function tomlString(mark: string, escapes: readonly Rule[]): [line: Rule[], long: Rule[]] {
  const stop = escapes.length > 0 ? `\\\\${mark}` : mark;
  return [
    [rule(mark, 's', '^'), rule('\\n', 'err', '^'), ...escapes, rule(`[^${stop}\\n]+`, 's')],
    [rule(mark.repeat(3), 's', '^'), ...escapes, rule(`[^${stop}]+|${mark}+`, 's')],
  ];
}

const [string, longString] = tomlString('"', [rule(escaped, 'se')]);
const [literal, longLiteral] = tomlString("'", []);

/** TOML. */
export const toml: Language = {
  modes: {
    root: [...lineStart, rule(key, ['py', '', 'p'], 'value')],
    value: [rule('\\n', '', '^'), ...content],
    array: [...content, rule(String.raw`\]`, 'p', '^')],
    inline: [...content, rule(String.raw`\}`, 'p', '^')],
    string,
    longString,
    literal,
    longLiteral,
  },
};
