import { mistakeInMarkup } from '../errors.js';
import { lex, type Word, type WordKind } from './lexer.js';

/** The strict parser's reading of markup, word by word; expressions come back as text without spaces. */
export interface Words {
  /** Where the next word is in the markup. */
  readonly at: number;
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
  return new WordReader(lex(markup));
}

class WordReader implements Words {
  private index = 0;

  constructor(private readonly words: readonly Word[]) {}

  get at(): number {
    return this.current().at;
  }

  take(kind: WordKind): string {
    if (!this.looks(kind)) throw mistakeInMarkup(`Expected ${kind} but found ${this.current().kind}`, this.at);
    return this.next();
  }

  tryTake(kind: WordKind): string | undefined {
    return this.looks(kind) ? this.next() : undefined;
  }

  tryName(name: string): boolean {
    const isThere = this.looks('id') && this.current().text === name;
    if (isThere) this.index++;
    return isThere;
  }

  looks(kind: WordKind, ahead = 0): boolean {
    return this.words[this.index + ahead]?.kind === kind;
  }

  expression(): string {
    switch (this.current().kind) {
      case 'id':
        return this.next() + this.lookups();
      case 'open_square':
        return this.next() + this.expression() + this.take('close_square') + this.lookups();
      case 'string':
      case 'number':
        return this.next();
      case 'open_round':
        return this.range();
      default:
        throw mistakeInMarkup(`${inspectWord(this.current())} is not a valid expression`, this.at);
    }
  }

  argument(): string {
    const isNamed = this.looks('id') && this.looks('colon', 1);
    return isNamed ? `${this.next()}${this.next()} ${this.expression()}` : this.expression();
  }

  private range(): string {
    this.next();
    const first = this.expression();
    this.take('dotdot');
    const last = this.expression();
    this.take('close_round');
    return `(${first}..${last})`;
  }

  private lookups(): string {
    let text = '';
    for (;;) {
      if (this.looks('open_square')) text += this.next() + this.expression() + this.take('close_square');
      else if (this.looks('dot')) text += this.next() + this.take('id');
      else return text;
    }
  }

  private current(): Word {
    return this.words[this.index] ?? this.words[this.words.length - 1]!;
  }

  private next(): string {
    return this.words[this.index++]!.text;
  }
}

function inspectWord(word: Word): string {
  return word.kind === 'end_of_string' ? '[:end_of_string]' : `[:${word.kind}, ${JSON.stringify(word.text)}]`;
}
