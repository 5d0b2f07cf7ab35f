import { mistakeInMarkup } from '../errors.js';

/** The kinds of words in a tag's or output's markup, named as Ruby's messages name them. */
export type WordKind =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string';

/** A word of the markup as the strict parser sees it. */
export interface Word {
  readonly kind: WordKind;
  readonly text: string;
  /** Where it is in the markup. */
  readonly at: number;
}

const specials: ReadonlyMap<string, WordKind> = new Map([
  ['|', 'pipe'],
  ['.', 'dot'],
  [':', 'colon'],
  [',', 'comma'],
  ['[', 'open_square'],
  [']', 'close_square'],
  ['(', 'open_round'],
  [')', 'close_round'],
  ['?', 'question'],
  ['-', 'dash'],
]);

const wordPattern =
  /[ \t\r\n\f\v]*(?:(==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v]))|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([a-zA-Z_][\w-]*\??)|(\.\.)|([\s\S]|$))/uy;

/** Cuts markup into words; throws `SyntaxMistake` at a character that means nothing. */
export function lex(markup: string): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  while (wordPattern.lastIndex < markup.length) {
    const match = wordPattern.exec(markup);
    if (match === null) break;
    const [, comparison, string, number, id, dots, other] = match;
    const at = wordPattern.lastIndex;
    if (comparison !== undefined) words.push({ kind: 'comparison', text: comparison, at: at - comparison.length });
    else if (string !== undefined) words.push({ kind: 'string', text: string, at: at - string.length });
    else if (number !== undefined) words.push({ kind: 'number', text: number, at: at - number.length });
    else if (id !== undefined) words.push({ kind: 'id', text: id, at: at - id.length });
    else if (dots !== undefined) words.push({ kind: 'dotdot', text: dots, at: at - dots.length });
    else if (other === '' || other === undefined) break;
    else words.push({ kind: kindOf(other, at - other.length), text: other, at: at - other.length });
  }
  words.push({ kind: 'end_of_string', text: '', at: markup.length });
  return words;
}

function kindOf(character: string, at: number): WordKind {
  const kind = specials.get(character);
  if (kind === undefined) throw mistakeInMarkup(`Unexpected character ${character}`, at, hintFor(character));
  return kind;
}

const spaceNames: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u200b': 'zero-width space',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte order mark',
};

/** What to do about characters that cannot be seen, or are easily taken for others. */
function hintFor(character: string): string | undefined {
  if (/[‘’“”«»„‚]/.test(character)) return 'Write straight quotes, \' or ".';
  if (!/[\p{Z}\p{C}]/u.test(character)) return undefined;
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `It is U+${code} (${spaceNames[character] ?? 'an invisible character'}): write an ordinary space, or none.`;
}
