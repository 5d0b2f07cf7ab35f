import type { Modes, Rule } from '../rule.js';
import { blank, leave, rule, space, wordCharacter, wordEnd } from './pieces.js';
import type { ScriptDialect } from './script-reader.js';

const id = String.raw`[\p{L}\p{Nl}$_]${wordCharacter}*`;
/** White space and comments, which the mode `comment` goes on with. */
export const scriptGaps: readonly Rule[] = [
  space,
  rule('<!--', 'c'),
  rule(String.raw`\/\/[^\n]*`, 'c1'),
  rule(String.raw`\/\*`, 'cm', 'comment'),
];

/** Behind this, a value begins with what it begins as elsewhere too, so that no mode has to be entered for it. */
const plainNext = String.raw`(${blank}*)(?![\t-\r \/{<])`;
/** Behind this, no statement begins that begins differently. */
const plainStatement = String.raw`(${blank}*)(?![\t-\r \/{<]|${id}\??${blank}*:|case${wordEnd})`;
const operators = String.raw`\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|[=!]==|[-<>+*%&|^!=]=?|\/=?`;

/** Rules that spare modes which are left at once. Types behind labels may leave so many that Rouge gives up: each is entered there. */
function shortcutsOf({ optionalNames }: Pick<ScriptDialect, 'optionalNames'>) {
  return (...rules: readonly Rule[]): readonly Rule[] => (optionalNames ? [] : rules);
}

/** Code anywhere but where a value begins, for a mode of the given name. */
export function rootOf({ wordClass, optionalNames, first }: ScriptDialect, mode: string): readonly Rule[] {
  const short = shortcutsOf({ optionalNames });
  return [
    ...(first?.(mode) ?? []),
    rule(String.raw`[\t-\r ]+(?![#\t-\r ])`, ''),
    // Behind words that do or declare something, a value begins.
    rule(`(${id})(?=(${blank}*[\\/{<])?)`, wordClass, ([word, next]) =>
      (next !== undefined || optionalNames) && /^kd?$/.test(wordClass(word!)) ? 'start' : undefined,
    ),
    rule(String.raw`[)\].:]`, 'p'),
    ...(optionalNames ? [rule(String.raw`\?\?`, 'o')] : []),
    ...short(rule(`([;{}])${plainStatement}`, ['p', ''])),
    rule('[;{}]', 'p', 'statement'),
    ...short(rule(`([[(,])${plainNext}`, ['p', ''])),
    rule('[[(,]', 'p', 'start'),
    rule(`${blank}*#![^\\n]*\\n`, 'cp', 'statement'),
    ...scriptGaps,
    ...short(rule(`(${operators})${plainNext}`, ['o', ''])),
    rule(operators, 'o', 'start'),
    rule(String.raw`\?\.`, 'p'),
    rule('`', 's2', 'template'),
    rule(String.raw`\?`, 'p', '+ternary+start'),
    rule(String.raw`(@)(\w+)?`, ['p', 'nd'], 'start'),
    rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?`, 'mf'),
    rule('0[xX][0-9a-fA-F]+', 'mh'),
    rule('0[oO][0-7][0-7_]*', 'mo'),
    rule('0[bB][01][01_]*', 'mb'),
    rule('[0-9]+', 'mi'),
    rule('"', 'dl', 'double'),
    rule("'", 'dl', 'single'),
  ];
}

const literals: Modes = {
  comment: [rule(String.raw`\*\/`, 'cm', '^'), rule(String.raw`[^*]+|\*`, 'cm')],
  double: [rule(String.raw`\\[\\nrt"]?`, 'se'), rule(String.raw`[^\\"]+`, 's2'), rule('"', 'dl', '^')],
  single: [rule(String.raw`\\[\\nrt']?`, 'se'), rule(String.raw`[^\\']+`, 's1'), rule("'", 'dl', '^')],
  template: [
    rule(String.raw`\$\{`, 'p', 'spliced'),
    rule('`', 's2', '^'),
    rule('\\\\[$`]', 'se'),
    rule('[^$`\\\\]+|[\\\\$]', 's2'),
  ],
  expression: [
    rule(String.raw`\/`, 'sr', '=flags'),
    rule(String.raw`[^\/]?\n`, 'err', '^'),
    rule(String.raw`\[\^?`, 'se', 'set'),
    rule(String.raw`\\[^\n]|\(\?[:=<!]|\{[0-9,]+\}|[()?]`, 'se'),
    rule('[^\\n]', 'sr'),
  ],
  flags: [rule('[gimuy]+', 'sr', '^'), leave],
  set: [
    rule(String.raw`\/`, 'se'),
    rule(String.raw`[^\/]\n`, 'err', '^^'),
    rule('\\]', 'se', '^'),
    rule(String.raw`\\[^\n]`, 'se'),
    rule('[^\\n]', 'sr'),
  ],
};

/** A tag of JSX is entered below its contents, which it may turn out to have. */
const tag = rule('<', 'p', '+contents+element+elementName');
const hole = rule(String.raw`\{`, 'si', '+hole+start');

function markupModes(root: readonly Rule[], { optionalNames }: ScriptDialect): Modes {
  return {
    contents: [
      rule(String.raw`<\/`, 'p', '=+element+elementName'),
      tag,
      hole,
      rule(String.raw`&[^\t-\r <{]*?;`, 'ni'),
      rule('[^<{&]+', ''),
    ],
    element: [
      ...scriptGaps,
      rule(String.raw`\/>`, 'p', '^^'),
      rule('>', 'p', '^'),
      hole,
      rule(String.raw`\w[\w-]*`, 'na'),
      rule('=', 'p'),
      rule(String.raw`"[^\n"]*"|'[^\n']*'`, 's'),
    ],
    elementName: [
      ...(optionalNames ? [rule(String.raw`(\w+)(,)`, ['nx', 'p'], '^^^')] : []),
      rule(String.raw`[A-Z]\w*`, 'nc'),
      rule(String.raw`\w+`, 'nt'),
      rule(String.raw`\.`, 'p'),
      leave,
    ],
    hole: [rule(String.raw`\}`, 'si', '^'), rule(String.raw`\{`, 'p', '+innerHole+statement'), ...root],
    innerHole: [rule(String.raw`\}`, 'p', '=statement'), ...root],
  };
}

/** The modes of a language around ECMAScript: `start` is where a value may begin, and `statement` where a label may stand too. */
export function scriptModes(dialect: ScriptDialect): Modes {
  const root = rootOf(dialect, 'root');
  const start: readonly Rule[] = [
    ...(dialect.markup ? [tag] : []),
    ...scriptGaps,
    rule(String.raw`\/`, 'sr', '=expression'),
    rule(String.raw`\{`, 'p', '=object'),
    leave,
  ];
  const short = shortcutsOf(dialect);
  const label = dialect.optionalNames
    ? rule(`(${id})(\\??)(${blank}*)(:)`, ['nl', 'p', '', 'p'], 'start')
    : rule(`(?!case${wordEnd})(${id})(${blank}*)(:)`, ['nl', '', 'p']);
  return {
    root,
    start,
    statement: [label, rule(`case${wordEnd}`, 'k', '=start'), ...start],
    object: [
      ...scriptGaps,
      rule(String.raw`\{`, 'p', 'object'),
      ...short(rule(`(\\})${plainStatement}`, ['p', ''], '^')),
      rule(String.raw`\}`, 'p', '=statement'),
      ...short(rule(`(${id})(${blank}*)(:)${plainNext}`, ['na', '', 'p', ''])),
      rule(`(${id})(${blank}*)(:)`, ['na', '', 'p'], 'start'),
      rule(':', 'p'),
      ...rootOf(dialect, 'object'),
    ],
    ternary: [rule(':', 'p', '=start'), ...rootOf(dialect, 'ternary')],
    spliced: [rule(String.raw`\}`, 'p', '^'), ...rootOf(dialect, 'spliced')],
    ...literals,
    ...(dialect.markup ? markupModes(root, dialect) : {}),
  };
}
