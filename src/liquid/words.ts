import { SyntaxMistake } from './errors.js';
import { lex, type Word, type WordKind } from './lexer.js';

/** The strict parser's reading of markup, word by word; expressions come back as text without spaces. */
export interface Words {
  /** Takes the next word, which must be of that kind. */
  take(kind: WordKind): string;
  /** Takes the next word if it is of that kind. */
  tryTake(kind: WordKind): string | undefined;
  /** Takes the next word if it is that name. */
  tryName(name: string): boolean;
  /** Whether a word (the next one, or one further on) is of that kind. */
  looks(kind: WordKind, ahead?: number): boolean;
  /** Takes an expression and gives its text. */
  expression(): string;
  /** Takes a filter's argument, with its name where it has one (`name: value`). */
  argument(): string;
}

/** Reads markup strictly; throws `SyntaxMistake` where Ruby's strict parser would. */
export function readWords(markup: string): Words {
  const words = lex(markup);
  let index = 0;
  const current = (): Word => words[index] ?? words[words.length - 1]!;
  const looks = (kind: WordKind, ahead = 0): boolean => words[index + ahead]?.kind === kind;
  const next = (): string => words[index++]!.text;
  const take = (kind: WordKind): string => {
    if (!looks(kind)) throw new SyntaxMistake(`Expected ${kind} but found ${current().kind}`);
    return next();
  };
  const lookups = (): string => {
    let text = '';
    for (;;) {
      if (looks('open_square')) text += next() + expression() + take('close_square');
      else if (looks('dot')) text += next() + take('id');
      else return text;
    }
  };
  const expression = (): string => {
    switch (current().kind) {
      case 'id':
        return next() + lookups();
      case 'open_square':
        return next() + expression() + take('close_square') + lookups();
      case 'string':
      case 'number':
        return next();
      case 'open_round': {
        next();
        const first = expression();
        take('dotdot');
        const last = expression();
        take('close_round');
        return `(${first}..${last})`;
      }
      default:
        throw new SyntaxMistake(`${wordInspect(current())} is not a valid expression`);
    }
  };
  return {
    take,
    looks,
    expression,
    tryTake: (kind) => (looks(kind) ? next() : undefined),
    tryName: (name) => {
      const found = looks('id') && current().text === name;
      if (found) index++;
      return found;
    },
    argument: () => (looks('id') && looks('colon', 1) ? `${next()}${next()} ${expression()}` : expression()),
  };
}

function wordInspect(word: Word): string {
  return word.kind === 'end_of_string' ? '[:end_of_string]' : `[:${word.kind}, ${JSON.stringify(word.text)}]`;
}
