import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, digit, lineStart, rule, wordEnd } from './pieces.js';

const reserved = words(
  {
    kr: `_ case class data default deriving do else if in infix infixl infixr instance let module newtype of then type where`,
  },
  '',
);

const space = rule(`${blank}+`, '');
const operators = String.raw`[:!#$%&*+.\\\/<=>?@^|~\-]`;
const exponent = '[eE][+-]?[0-9]+';
/** A module's name, and what may stand after it. */
const moduleName = String.raw`([A-Z][\w.]*)`;

const basic: readonly Rule[] = [
  space,
  rule(String.raw`\{-#`, 'cp', 'pragma'),
  rule(String.raw`\{-`, 'cm', 'comment'),
  rule(String.raw`${lineStart}--${blank}+\|[^\n]*`, 'cd'),
  rule(String.raw`--(?![!#$%&*+.\/<=>?@^|_~])[^\n]*`, 'c1'),
];

/** The inside of a comment; comments in it are comments even in a pragma, but for their mark. */
export function commentBody(name: string): Rule[] {
  return [rule(String.raw`-\}`, name, '^'), rule(String.raw`\{-`, name, 'comment'), rule('[^{}-]+|[{}-]', name)];
}

/** What follows a backslash in a string or character: also the names of ASCII's control characters. */
export function escapes(to: string): Rule[] {
  const controls = `NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL`;
  return [
    rule(
      String.raw`[abfnrtv"'&\\]|\^[\][A-Z@^_]|${controls}|[oO][0-7]+|[xX]${digit.sixteen}+|[0-9]+|${blank}+\\`,
      'se',
      to,
    ),
  ];
}

const root: readonly Rule[] = [
  ...basic,
  rule(String.raw`'(?=(?:[^\n]|\\[^\t-\r ]+)')`, 'sc', 'character'),
  rule('"', 's', 'string'),
  rule(`[0-9]+(?:${exponent}|\\.[0-9]+(?:${exponent})?)`, 'mf'),
  rule('0[oO][0-7]+', 'mo'),
  rule(`0[xX]${digit.sixteen}+`, 'mh'),
  rule('[0-9]+', 'mi'),
  rule(String.raw`import(?![\w'])`, 'kr', 'import'),
  rule(String.raw`module(?![\w'])`, 'kr', 'module'),
  rule(String.raw`[\w']+`, (text) => reserved(text) || (/^'?[A-Z]/.test(text) ? 'kt' : 'n')),
  rule(String.raw`\\(?!${operators})`, 'nf'),
  rule(`${operators}+`, 'o'),
  rule(String.raw`\[${blank}*\]`, 'kt'),
  rule(String.raw`\(${blank}*\)`, 'nb'),
  rule(String.raw`(\[)([_a-z][\w']*)(\|)`, ['o', 'n', 'o'], 'quasiQuote'),
  rule(String.raw`[\[\](),;\x60{}]`, 'p'),
];

/** Haskell. */
export const haskell: Language = {
  modes: {
    root,
    comment: commentBody('cm'),
    pragma: commentBody('cp'),
    import: [
      space,
      rule('"', 's', 'string'),
      rule(`qualified${wordEnd}`, 'k'),
      rule(`${moduleName}(${blank}+)(as)(${blank}+)${moduleName}`, ['nn', '', 'k', '', 'n'], '^'),
      rule(`${moduleName}(${blank}+)(hiding)(${blank}+)(\\()`, ['nn', '', 'k', '', 'p'], '=names'),
      rule(`${moduleName}(${blank}+)(\\()`, ['nn', '', 'p'], '=names'),
      rule(String.raw`[\w.]+`, 'nn', '^'),
    ],
    module: [
      space,
      rule(`${moduleName}(${blank}+)(\\()`, ['nn', '', 'p'], 'names'),
      rule(`where${wordEnd}`, 'kr', '^'),
      rule(moduleName, 'nn', '^'),
    ],
    names: [
      ...basic,
      rule(String.raw`[A-Z]\w*`, 'kt'),
      rule(String.raw`_[\w']+|[a-z][\w']*`, 'nf'),
      rule(',', 'p'),
      rule(`${operators}+`, 'o'),
      rule(String.raw`\(`, 'p', 'names'),
      rule(String.raw`\)`, 'p', '^'),
    ],
    character: [rule(String.raw`\\`, 'se', '=characterEscape'), rule(String.raw`[^\n]`, 'sc', '=characterEnd')],
    characterEscape: escapes('=characterEnd'),
    characterEnd: [rule("'", 'sc', '^'), rule(String.raw`[^\n]`, 'err', '^')],
    quasiQuote: [rule(String.raw`\|\]`, 'o', '^'), rule(String.raw`[^|]+|\|`, '')],
    string: [rule('"', 's', '^'), rule(String.raw`\\`, 'se', 'escape'), rule(String.raw`[^\\"]+`, 's')],
    escape: escapes('^'),
  },
};
