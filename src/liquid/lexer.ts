import { SyntaxMistake } from './errors.js';

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
const end: Word = { kind: 'end_of_string', text: '' };

/** Cuts markup into words; throws `SyntaxMistake` at a character that means nothing. */
export function lex(markup: string): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  while (wordPattern.lastIndex < markup.length) {
    const match = wordPattern.exec(markup);
    if (match === null) break;
    const [, comparison, string, number, id, dots, other] = match;
    if (comparison !== undefined) words.push({ kind: 'comparison', text: comparison });
    else if (string !== undefined) words.push({ kind: 'string', text: string });
    else if (number !== undefined) words.push({ kind: 'number', text: number });
    else if (id !== undefined) words.push({ kind: 'id', text: id });
    else if (dots !== undefined) words.push({ kind: 'dotdot', text: dots });
    else if (other === '' || other === undefined) break;
    else words.push(special(other));
  }
  words.push(end);
  return words;
}

function special(character: string): Word {
  const kind = specials.get(character);
  if (kind === undefined) throw new SyntaxMistake(`Unexpected character ${character}`);
  return { kind, text: character };
}
