import type { Rule } from '../rule.js';
import type { Scanner } from '../scanner.js';
import { wordCharacter } from './pieces.js';

/** What one of the languages around ECMAScript has of its own. */
export interface ScriptDialect {
  readonly wordClass: (word: string) => string;
  /** Whether a name before a colon may have a question mark. */
  readonly optionalNames: boolean;
  readonly markup: boolean;
  /** Rules that go first in a mode with all that code has. */
  readonly first?: (mode: string) => readonly Rule[];
}

/** What a closing mark belongs to: `template` is a hole in a template string. */
type Scope = 'object' | 'ternary' | 'template';

const name = new RegExp(String.raw`[\p{L}\p{Nl}$_]${wordCharacter}*`, 'uy');
const colon = /()([\t-\r ]*)(:)/y;
const optionalColon = /(\??)([\t-\r ]*)(:)/y;
const operator = /\?\?=?|\+\+|--|&&|\|\||<<|>>>?|[=!]==|[-<>+*%&|^/!=]=?|~/y;
const fraction = /[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/y;
const based = /0(?:([bB])[01][01_]*|([oO])[0-7][0-7_]*|[xX][0-9a-fA-F]+)/y;
/** Stands where code is put together across a hole in a template: an end of words and of line comments, and nothing else. */
export const scriptSeam = '\0';
const lineComment = /\/\/[^\n\0]*/y;
const space = /[\t-\r ]+/y;
const regexParts = /\\[^\n]|\(\?[:=<!]|\{[\d,]+\}|[()?]/y;

/** Reads a script token by token, knowing from the one before whether an expression begins or a statement has ended. */
export class ScriptReader {
  readonly scopes: Scope[] = [];
  /** Whether a value may come next, so that `/` opens a regular expression and `{` an object. */
  expects = false;
  /** The last mark, where nothing but white space and comments came since. */
  #last = '';
  readonly #hasShebang: boolean;

  constructor(
    readonly s: Scanner,
    readonly dialect: ScriptDialect,
  ) {
    this.#hasShebang = s.code.includes('#!');
  }

  read(): void {
    while (!this.s.done) this.#token();
  }

  /** Reads a hole up to the brace that closes it. */
  hole(scope: Scope): void {
    const depth = this.scopes.push(scope);
    this.#after('', false);
    while (!this.s.done && this.scopes.length >= depth) this.#token();
    this.scopes.length = Math.min(this.scopes.length, depth - 1);
  }

  #after(mark: string, expects: boolean): void {
    this.#last = mark;
    this.expects = expects;
  }

  #token(): void {
    const { s } = this;
    if (this.#hasShebang && this.#shebang()) return;
    if (s.take(space, '') || s.takeText(scriptSeam, 'err')) return;
    const word = s.match(name)?.[0];
    if (word !== undefined) this.#word(word);
    else if (/[0-9]/.test(s.char)) this.#number();
    else if (!this.#mark()) {
      s.passOne();
      this.#after('', false);
    }
  }

  /** A first line for the shell, wherever it stands; white space before it belongs to it where no value is expected. */
  #shebang(): boolean {
    const isApart = !this.expects && !';{}'.includes(this.#last || ' ');
    if (!this.s.take(isApart ? /[\t-\r ]*#![^\n]*\n/y : /#![^\n]*\n/y, 'cp')) return false;
    this.#after(';', true);
    return true;
  }

  #word(word: string): void {
    const { s } = this;
    if (this.#named(word)) return;
    const as = this.dialect.wordClass(word);
    s.pass(word.length, as);
    // After what does or declares something, an expression may begin.
    this.#after('', as === 'k' || as === 'kd');
  }

  /** A name before a colon: a label after the end of a statement, and a key in an object. */
  #named(word: string): boolean {
    const isObject = this.scopes.at(-1) === 'object';
    const mayBe = word !== 'case' || this.dialect.optionalNames === true;
    const isLabel = mayBe && (isObject ? /^[;}]/ : /^[;{}]/).test(this.#last);
    if (!isLabel && !isObject) return false;
    const { s } = this;
    const pattern = isLabel && this.dialect.optionalNames ? optionalColon : colon;
    pattern.lastIndex = s.at + word.length;
    const found = pattern.exec(s.code);
    if (!found) return false;
    s.pass(word.length, isLabel ? 'nl' : 'na');
    s.pass(found[1]!.length, 'p');
    s.pass(found[2]!.length, '');
    s.pass(1, 'p');
    // Behind a label another may stand.
    this.#after(isLabel ? ';' : ':', true);
    return true;
  }

  #number(): void {
    const { s } = this;
    const found = s.match(based);
    if (!s.take(fraction, 'mf')) {
      if (found) s.pass(found[0].length, found[1] !== undefined ? 'mb' : found[2] !== undefined ? 'mo' : 'mh');
      else s.take(/[0-9]+/y, 'mi');
    }
    this.#after('', false);
  }

  #mark(): boolean {
    const { s } = this;
    const { char } = s;
    switch (char) {
      case '/':
        return this.#slash();
      case '"':
      case "'":
        this.#string(char);
        return true;
      case '`':
        this.#template();
        return true;
      case '{':
      case '}':
        this.#brace(char);
        return true;
      case '?':
        return this.#question();
      case ':':
        return this.#punctuation(char, this.scopes.at(-1) === 'ternary' && this.scopes.pop() !== undefined);
      case '@':
        s.takeGroups(/(@)(\w+)?/y, ['p', 'nd']);
        this.#after('', true);
        return true;
      case '<':
        return this.#less();
      case '\\':
        return s.take(/\\(?=\n)/y, 'o');
      default:
        if ('(,;['.includes(char)) return this.#punctuation(char, true);
        return ')].'.includes(char) ? this.#punctuation(char, false) : this.#operator();
    }
  }

  #punctuation(char: string, expects: boolean): boolean {
    this.s.pass(char.length, 'p');
    this.#after(char, expects);
    return true;
  }

  #operator(): boolean {
    const found = this.s.take(operator, 'o');
    if (found) this.#after('o', true);
    return found;
  }

  #question(): boolean {
    if (this.s.sees('??')) return this.#operator();
    if (this.s.sees('?.')) return this.#punctuation('?.', false);
    this.scopes.push('ternary');
    return this.#punctuation('?', true);
  }

  #less(): boolean {
    if (this.s.takeText('<!--', 'c')) {
      this.#after('', true);
      return true;
    }
    return this.#operator();
  }

  #brace(char: string): void {
    const scope = this.scopes.at(-1);
    if (char === '{') {
      if (this.expects || scope === 'object') this.scopes.push('object');
    } else if (scope !== undefined && scope !== 'ternary') this.scopes.pop();
    this.s.pass(1, 'p');
    // An object begins with a key, so no expression does.
    this.#after(char, char === '}' || this.scopes.at(-1) !== 'object');
  }

  #slash(): boolean {
    const { s } = this;
    if (s.take(lineComment, 'c1')) return true;
    if (s.sees('/*')) {
      const close = s.code.indexOf('*/', s.at + 2);
      s.passTo(close < 0 ? s.code.length : close + 2, 'cm');
      return true;
    }
    if (!this.expects) return this.#operator();
    s.pass(1, 'sr');
    this.#regex();
    return true;
  }

  /** A regular expression up to its flags; a line's end in it is an error. */
  #regex(): void {
    const { s } = this;
    this.#after('', false);
    while (!s.done) {
      if (s.takeText('/', 'sr')) {
        s.take(/[gimuy]+/y, 'sr');
        return;
      }
      if (s.take(/[^/]?\n/uy, 'err')) return;
      if (s.take(/\[\^?/y, 'se')) {
        if (!this.#characterClass()) return;
      } else if (!s.take(regexParts, 'se')) s.passOne('sr');
    }
  }

  /** False where a line's end broke it off. */
  #characterClass(): boolean {
    const { s } = this;
    while (!s.done) {
      if (s.take(/[^/]\n/uy, 'err')) return false;
      if (s.takeText(']', 'se')) return true;
      if (!s.take(/\/|\\[^\n]/y, 'se')) s.passOne(s.char === '\n' ? 'err' : 'sr');
    }
    return true;
  }

  #string(quote: string): void {
    const { s } = this;
    const [text, escaped, as] = quote === '"' ? [/[^\\"]+/y, /\\[\\nrt"]?/y, 's2'] : [/[^\\']+/y, /\\[\\nrt']?/y, 's1'];
    s.pass(1, 'dl');
    while (!s.done && !s.takeText(quote, 'dl')) if (!s.take(escaped, 'se')) s.take(text, as);
    this.#after('', false);
  }

  #template(): void {
    const { s } = this;
    s.pass(1, 's2');
    while (!s.done && !s.takeText('`', 's2')) {
      if (s.takeText('${', 'p')) this.hole('template');
      else if (!s.take(/\\[$`]/y, 'se') && !s.take(/[^$`\\]+/y, 's2')) s.pass(1, 's2');
    }
    this.#after('', false);
  }
}
