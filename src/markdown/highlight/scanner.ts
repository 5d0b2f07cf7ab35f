import type { Emit } from './rule.js';

/** A place in code that moves on as the code from it is named. Patterns must be sticky. */
export class Scanner {
  at = 0;
  #unclosed: Set<string> | undefined;

  constructor(
    readonly code: string,
    readonly emit: Emit,
  ) {}

  /** Whether all is read. */
  get done(): boolean {
    return this.at >= this.code.length;
  }

  /** The next character; empty at the end. */
  get char(): string {
    return this.code[this.at] ?? '';
  }

  /** Whether a line starts here. */
  get atLineStart(): boolean {
    return this.at === 0 || this.code[this.at - 1] === '\n';
  }

  /** Whether that text comes next. */
  sees(text: string): boolean {
    return this.code.startsWith(text, this.at);
  }

  /** The match of a pattern here, without moving. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.code);
  }

  /** Whether a pattern matches here. */
  looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.code);
  }

  /** Names that many characters. */
  pass(length: number, name: string): void {
    this.at += length;
    this.emit(name, this.at);
  }

  /** Names all up to a place. */
  passTo(end: number, name: string): void {
    this.at = end;
    this.emit(name, end);
  }

  /** Names what a pattern matches here; whether it does, and is not empty. */
  take(pattern: RegExp, name: string): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.code) || pattern.lastIndex === this.at) return false;
    this.passTo(pattern.lastIndex, name);
    return true;
  }

  /**
   * As `take`, for what begins and ends with a mark and may have its end far away: where one of that kind was not closed, none
   * after it is looked for.
   */
  takeClosed(kind: string, pattern: RegExp, name: string): boolean {
    if (this.#unclosed?.has(kind)) return false;
    if (this.take(pattern, name)) return true;
    (this.#unclosed ??= new Set()).add(kind);
    return false;
  }

  /** Names that text if it comes next. */
  takeText(text: string, name: string): boolean {
    if (!this.code.startsWith(text, this.at)) return false;
    this.pass(text.length, name);
    return true;
  }

  /** Names the groups of a pattern, which cover its match, one class for each. */
  takeGroups(pattern: RegExp, names: readonly string[]): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.code);
    if (!found) return false;
    for (let index = 0; index < names.length; index += 1) {
      const text = found[index + 1];
      if (text) this.pass(text.length, names[index]!);
    }
    return true;
  }

  /** Names one character, surrogates together. */
  passOne(name = 'err'): void {
    if (this.at < this.code.length) this.pass(this.code.codePointAt(this.at)! > 0xffff ? 2 : 1, name);
  }
}
