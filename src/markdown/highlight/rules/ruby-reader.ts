import type { Scanner } from '../scanner.js';
import { wordEnd, wordNext } from './pieces.js';
import { rubyMarkedWord, rubyWord } from './ruby-words.js';

/** What came before: the start of a line or a mark before a value, a word that may take arguments, or a value. */
type Backup = 'start' | 'word' | 'name' | 'value';

interface Heredoc {
  readonly word: string;
  readonly isIndented: boolean;
}

/** Stands where code is put together across a hole in a template: an end of all but what is between marks of its own. */
export const rubySeam = '\0';
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };
const word = /[a-zA-Z_]\w*/y;
const symbol = /:(?:@{0,2}[a-zA-Z_]\w*[!?]?|\*\*|[-+]@|\[\]=?|<<|>>|<=?>|<=?|===?|[/%&|^`~])/y;
const ternarySpace = /(:)([\t-\r ]+)/y;
/** The last colon of a line, where none of the others had white space behind it. */
const ternaryColon = /:(?![^#\n:\\]*[:\\])/y;
const symbolKey = /[a-z_]\w*[?!]?:[\t-\r ]+/y;
const escaped = /\\(?:x[a-fA-F0-9]{1,2}|[0-7]{1,3}|[^\n\0])/y;
/** A slash that begins an expression where it may divide as well. */
const argument = /\/(?:[^\t-\r =]|[\t-\r ]+\/)/y;
const character = /\?(?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|[^\t-\r \0])(?!\w)/uy;
const shortInterpolation = /#(?:@@?|\$)[a-zA-Z_]\w*/y;
const heredocMark = /(<<[-~]?)(?:(["`'])([a-zA-Z_]\w*)\2|([a-zA-Z_]\w*)|(["'])\5)/y;
/** White space within a line, as Ruby strips it. */
const blank = String.raw`[\0\t\v-\r ]`;
const percentMark = /%([rqswQWxiI]?)([^\w\t-\r \0])/y;
const percentWord = /%[rqswQWxiI]? [^\t-\r ]* /y;
const decimal = '[0-9](?:_?[0-9])*';
const numbers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/0b[01](?:_?[01])*/y, 'mb'],
  [/0_?[0-7](?:_?[0-7])*/y, 'mo'],
  [/0x[0-9a-fA-F](?:_?[0-9a-fA-F])*/y, 'mh'],
  [new RegExp(`${decimal}(?:\\.${decimal}(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)`, 'y'), 'mf'],
  [new RegExp(decimal, 'y'), 'mi'],
];
const methodName = String.raw`[a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^${'`'}~]|\[\]=?|<<?|>>?|<=>?|>=|===?`;
const spaces = /[\t-\r ]+/y;
const definedName = new RegExp(`(?:([a-zA-Z_]\\w*)(\\.))?(${methodName})`, 'y');
const className = /(?:(<<)|(\w+(?:::\w+)+)([\t-\r ]*)([A-Z_]\w*)?|([A-Z_]\w*))/y;
const moduleStart = /(module)([\t-\r ]+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)/y;
/** A letter of another script, which goes on with the word before it for `\b` of Ruby's, though not for `\w`. */
const otherLetter = new RegExp(wordNext, 'yu');
const commentStart = new RegExp(`=begin${wordEnd}`, 'yu');
const comment = new RegExp(`=begin${wordEnd}[\\s\\S]*?\\n=end${wordEnd}`, 'yu');
const call = /(\.)(?!\.)([\t-\r ]*)([a-z_]\w*[!?]?|[*%&^`~+-/[<>=])/y;
const operator = /\.{2,3}|\*\*|<<?|>>?|<=>|[<>]=|=~|={3}|!~|&&?|\|\||[-+/*%=<>&!^|~]=?|\./y;

/** Reads Ruby token by token, knowing from the one before whether a value may begin. */
export class RubyReader {
  #before: Backup = 'value';
  /** Whether white space came since. */
  #gap = false;
  readonly #heredocs: Heredoc[] = [];
  /** Question marks whose colon is to come; a brace or the end of a line that closes something does so only when none is open. */
  #ternaries = 0;
  /** How many of them were open as the first of the documents to come was named. */
  #ternariesBefore = 0;

  /** @param isOutput whether objects are shown as irb shows them: `#<A>` */
  constructor(
    readonly s: Scanner,
    readonly isOutput = false,
  ) {}

  /** Reads on until a closing mark is taken at this depth, or to the end. */
  read(close = '', name = ''): void {
    const outer = [this.#ternaries, this.#ternariesBefore] as const;
    this.#ternaries = this.#ternariesBefore = 0;
    this.#before = close === '}' ? 'value' : 'start';
    while (!this.s.done) {
      if (close !== '' && this.#ternaries === 0 && this.s.takeText(close, name)) break;
      this.#token();
    }
    [this.#ternaries, this.#ternariesBefore] = outer;
    this.#after('value');
  }

  #after(before: Backup): void {
    this.#before = before;
    this.#gap = false;
  }

  get #valueMayStart(): boolean {
    return this.#before === 'start' || this.#before === 'word' || (this.#before === 'name' && this.#gap);
  }

  #token(): void {
    const { s } = this;
    if (s.takeText(rubySeam, '')) return;
    if (/[\t-\r ]/.test(s.char)) this.#space();
    else if (/[a-zA-Z_]/.test(s.char)) this.#word();
    else if (/[0-9]/.test(s.char)) {
      numbers.some(([pattern, name]) => s.take(pattern, name));
      this.#after('value');
    } else if (!this.#literal() && !this.#mark()) {
      s.passOne();
      this.#after('value');
    }
  }

  /** White space; a line's end begins the documents whose marks the line holds. */
  #space(): void {
    const { s } = this;
    if (s.char === '\n' && this.#heredocs.length > 0 && this.#ternaries === this.#ternariesBefore) {
      // Behind a name and white space or a comment, the line's end is taken with them, so that the document begins a line later.
      if (this.#before !== 'name' || !this.#gap) this.#readHeredocs();
      else this.#named(s.take(spaces, ''), 'start');
    } else if (s.take(/[\t\v-\r ]+/y, '')) this.#gap = true;
    else {
      s.pass(1, '');
      this.#after('start');
    }
  }

  #word(): void {
    const { s } = this;
    if (s.sees('__END__')) s.passTo(s.code.length, 'cp');
    else if (s.take(symbolKey, 'ss')) this.#after('start');
    else {
      const text = s.match(word)![0];
      if (!this.#defines(text)) this.#name(text);
    }
  }

  #name(text: string): void {
    const { s } = this;
    const mark = s.code[s.at + text.length] ?? '';
    const after = s.code[s.at + text.length + 1] ?? '';
    const found = mark === '?' || mark === '!' ? rubyMarkedWord(text + mark) : '';
    const marked = found === 'k' && /\w/.test(after) ? '' : found;
    const usual = rubyWord(text);
    const known = usual !== 'k' && this.#goesOn(text.length) ? '' : usual;
    if (known === 'k' || known === 'kp' || marked === '') this.#plainWord(text, mark, known);
    else {
      s.pass(text.length + 1, marked);
      this.#after('word');
    }
  }

  #plainWord(text: string, mark: string, known: string): void {
    const { s } = this;
    const isConstant = known === '' && /[A-Z]/.test(text[0]!);
    const takesMark = known === '' && !isConstant && (mark === '?' || mark === '!');
    s.pass(text.length + (takesMark ? 1 : 0), known || (isConstant ? 'no' : 'n'));
    this.#after(takesMark || known === 'k' || known === 'kp' ? 'word' : 'name');
  }

  /** Whether a letter of another script follows that many characters. */
  #goesOn(length: number): boolean {
    const { s } = this;
    otherLetter.lastIndex = s.at + length;
    return s.code.charCodeAt(s.at + length) > 127 && otherLetter.test(s.code);
  }

  /** Definitions of methods, classes and modules. */
  #defines(text: string): boolean {
    const { s } = this;
    if (this.#goesOn(text.length)) return false;
    let isOfObject = false;
    if (text === 'module') {
      if (!s.takeGroups(moduleStart, ['k', '', 'nn'])) return false;
    } else if (text === 'def' || text === 'class') {
      s.pass(text.length, 'k');
      for (s.take(spaces, ''); s.char === '('; s.take(spaces, '')) this.#parenthesized();
      isOfObject = text === 'class' && s.char === '<';
      if (text === 'def') s.takeGroups(definedName, ['nc', 'o', 'nf']);
      else s.takeGroups(className, ['o', 'nc', '', 'nc', 'nc']);
    } else return false;
    this.#after(isOfObject ? 'start' : 'value');
    return true;
  }

  /** An expression before the name that is defined, in parentheses that a point may follow. */
  #parenthesized(): void {
    const { s } = this;
    const outer = [this.#ternaries, this.#ternariesBefore] as const;
    this.#ternaries = this.#ternariesBefore = 0;
    let depth = 0;
    do {
      if (s.takeText('(', 'p')) {
        depth += 1;
        this.#after('start');
      } else if (s.takeText(')', 'p')) {
        depth -= 1;
        s.take(/\.|::/y, 'o');
        this.#after('value');
      } else this.#token();
    } while (depth > 0 && !s.done);
    [this.#ternaries, this.#ternariesBefore] = outer;
  }

  #literal(): boolean {
    const { s } = this;
    switch (s.char) {
      case '#':
        return this.#hash();
      case '"':
        return this.#quoted('"', 's2', 1);
      case "'":
        return this.#single(1);
      case '`':
        return this.#quoted('`', 'sb', 1);
      case '=':
        return s.looksAt(commentStart) && s.takeClosed('=begin', comment, 'cm');
      case '@':
        return this.#named(s.take(/@@[a-zA-Z_]\w*/y, 'vc') || s.take(/@[a-zA-Z_]\w*/y, 'vi'), 'value');
      case '$':
        return this.#named(s.take(/\$(?:\w+|[!@&`'+~=/\\,;.<>_*$?:"]|-[0adFiIlpvw])/y, 'vg'), 'value');
      case '/':
        return this.#regex();
      case '%':
        return this.#percent();
      default:
        return false;
    }
  }

  #named(found: boolean, before: Backup): boolean {
    if (found) this.#after(before);
    return found;
  }

  #hash(): boolean {
    const { s } = this;
    if (!this.isOutput || !s.takeText('#<', 'kt')) return (this.#gap = s.take(/#[^\n\0]*/y, 'c1'));
    this.read('>', 'kt');
    return true;
  }

  #mark(): boolean {
    const { s } = this;
    switch (s.char) {
      case ':':
        return this.#colon();
      case '<':
        return this.#heredoc() || this.#named(s.take(operator, 'o'), 'start');
      case '?':
        if (this.#before !== 'name' && this.#valueMayStart && s.take(character, 'sc'))
          return this.#named(true, 'value');
        s.pass(1, 'p');
        this.#ternaries += 1;
        return this.#named(true, 'start');
      case '.':
        return this.#named(s.takeGroups(call, ['p', '', 'nf']), 'name') || this.#named(s.take(operator, 'o'), 'start');
      default:
        if (s.take(/[[({,\\;]/y, 'p')) return this.#named(true, 'start');
        return this.#named(s.take(/[\])}]/y, 'p'), 'value') || this.#named(s.take(operator, 'o'), 'start');
    }
  }

  #colon(): boolean {
    const { s } = this;
    if (this.#ternaries > (this.#heredocs.length > 0 ? this.#ternariesBefore : 0)) {
      if (s.takeGroups(ternarySpace, ['p', '']) || s.take(ternaryColon, 'p')) {
        this.#ternaries -= 1;
        return this.#named(true, 'start');
      }
    }
    if (s.takeText('::', 'o')) return this.#named(true, 'value');
    if (s.code[s.at + 1] === '"') return this.#quoted('"', 'ss', 2);
    if (s.code[s.at + 1] === "'") return this.#single(2);
    if (s.take(symbol, 'ss')) return this.#named(true, 'value');
    s.pass(1, 'p');
    return this.#named(true, 'start');
  }

  /** What stands for itself in a string, besides its text. */
  #inString(): boolean {
    const { s } = this;
    if (s.char === '\\') return s.take(escaped, 'se');
    if (s.char !== '#') return false;
    if (!s.takeText('#{', 'si')) return s.take(shortInterpolation, 'si');
    this.read('}', 'si');
    return true;
  }

  #quoted(quote: string, name: string, opening: number): boolean {
    const { s } = this;
    const text = quote === '"' ? /[^\\"#]+/y : /[^\\`#]+/y;
    s.pass(opening, name);
    while (!s.done && !s.takeText(quote, name)) if (!this.#inString() && !s.take(text, name)) s.pass(1, name);
    this.#after('value');
    return true;
  }

  #single(opening: number): boolean {
    const { s } = this;
    const found = s.match(opening === 1 ? /'(?:\\[\\']|[^'\0])*'/y : /:'(?:\\[\\']|[^'\0])*'/y);
    if (found) s.pass(found[0].length, opening === 1 ? 's1' : 'ss');
    else if (opening === 2) s.pass(1, 'p');
    else s.pass(1, 'err');
    this.#after('value');
    return true;
  }

  #regex(): boolean {
    const { s } = this;
    if (!this.#valueMayStart || (this.#before === 'name' && !s.looksAt(argument))) return false;
    s.pass(1, 'sr');
    while (!s.done && !s.take(/\/[mixounse]*/y, 'sr')) {
      if (s.char === '#' ? !this.#inString() : !s.take(/\\[\\/]?|[^\\/#]+/y, 'sr')) s.pass(1, 'sr');
    }
    this.#after('value');
    return true;
  }

  /** `%w[…]` and its like; marks that open again nest. After it, what could begin before it still can. */
  #percent(): boolean {
    const { s } = this;
    if (this.#before !== 'name' && this.#valueMayStart && s.take(percentWord, 'sx')) return this.#named(true, 'value');
    const found = this.#valueMayStart ? s.match(percentMark) : null;
    if (!found || (this.#before === 'name' && s.code[s.at + 1] === '=')) return false;
    const [start, letter, open] = found as unknown as [string, string, string];
    const close = closers[open] ?? open;
    const name = letter === 'r' ? 'sr' : 'sx';
    const hasEscapes = /[rQWxI]/.test(letter);
    const before = this.#before;
    s.pass(start.length, name);
    for (let depth = 1; depth > 0 && !s.done; ) {
      const after = s.code[s.at + 1] ?? '';
      if (s.char === '\\' && ('#\\'.includes(after) || after === open || after === close))
        s.pass(after === '' ? 1 : 2, 'se');
      else if (s.char === close) {
        depth -= 1;
        s.pass(1, name);
        if (letter === 'r') s.take(/[mixounse]+/y, name);
      } else if (s.char === open) {
        depth += 1;
        s.pass(1, name);
      } else if (!hasEscapes || !this.#inString()) s.passOne(name);
    }
    this.#before = before;
    this.#gap = true;
    return true;
  }

  #heredoc(): boolean {
    const { s } = this;
    const found = s.match(heredocMark);
    if (!found) return false;
    s.pass(found[1]!.length, 'o');
    s.pass(found[0].length - found[1]!.length, 'no');
    if (this.#heredocs.length === 0) this.#ternariesBefore = this.#ternaries;
    this.#heredocs.push({ word: found[3] ?? found[4] ?? '', isIndented: found[1]!.length > 2 });
    this.#after('value');
    return true;
  }

  #readHeredocs(): void {
    const { s } = this;
    for (let heredoc = this.#heredocs.shift(); heredoc; heredoc = this.#heredocs.shift()) {
      const end = new RegExp(`(?<=\\n)${heredoc.isIndented ? `${blank}*` : ''}${heredoc.word}${blank}*(?![^\\n])`, 'y');
      while (!s.done && !s.take(end, 'no') && !(heredoc.word === '' && s.looksAt(end))) {
        if (!this.#inString() && !s.take(/[^#\\\n]+/y, 'sh')) s.pass(1, 'sh');
      }
    }
    this.#after('value');
  }
}
