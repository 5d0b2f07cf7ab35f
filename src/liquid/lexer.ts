import { mistakeInMarkup } from './errors.js';

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
  if (kind === undefined) throw mistakeInMarkup(`Unexpected character ${character}`, at);
  return kind;
}
