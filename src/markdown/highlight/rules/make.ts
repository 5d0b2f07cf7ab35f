import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import type { Emit } from '../rule.js';
import { Scanner } from '../scanner.js';
import { shell, shellSeam } from './shell.js';

const functions = new Set(
  `subst patsubst strip findstring filter filter-out sort word words wordlist firstword lastword
  dir notdir suffix basename addsuffix addprefix join wildcard realpath abspath
  if or and foreach call value eval file origin flavor error warning shell`.split(/\s+/),
);
const reference = /\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]/y;
const functionCall = /(\$[({])([\t ]*)([a-z-]+)([\t ]+)/y;
const condition = /(ifeq|ifneq|ifdef|ifndef)([\t ]+)([^\n#]+)/y;
const assignment = /([-.\w(){}$]+)([\t ]*)([:?+!]?=)/y;
const bodyCondition = /(ifeq|ifneq|ifdef|ifndef)([\t ]+)([^\n#]+)(#[^\n]*)?(\n)/y;
const bodyWord = /(else|endif)([\t ]*)(#[^\n]*)?(\n)/y;
/** A quoted string as far as it goes, which a newline behind a backslash ends without a quote. */
const quoted = { '"': /"(?:\\[^\n]|[^"\\])*/y, "'": /'(?:\\[^\n]|[^'\\])*/y } as const;
/** What the shell reads by itself: any character, and all up to a mark or the end of the line. */
const piece = /[\s\S](?:[^\n$()}\\]|\$(?![({]))*/uy;

/**
 * Reads a makefile into a patchwork: what the shell reads is the host's text, everything else a hole of its own class.
 * The shell begins again where a recipe ends.
 */
class MakeReader {
  #work = new Patchwork(shellSeam);
  readonly #s: Scanner;
  #named = 0;
  /** Where the patchwork begins. */
  #start = 0;
  /** Up to where it is known that no target begins. */
  #targetless = 0;
  /** Up to where it is known that strings of a quote have no end. */
  readonly #stringless: Record<string, number> = {};
  /** Where a name ends that is assigned nothing. */
  #nameEnd = 0;

  constructor(
    code: string,
    readonly emit: Emit,
  ) {
    this.#s = new Scanner(code, (name, end) => {
      this.#work.hole(name, end - this.#named);
      this.#named = end;
    });
  }

  read(): void {
    while (!this.#s.done) this.#statement();
    this.#finish();
  }

  #finish(): void {
    const start = this.#start;
    this.#work.read(shell, (name, end) => this.emit(name, start + end));
    this.#work = new Patchwork(shellSeam);
    this.#start = this.#s.at;
  }

  #statement(): void {
    const s = this.#s;
    if (s.take(/[\t-\r ]+/y, '') || (s.char === '#' && s.takeClosed('#', /#[^\n]*\n/y, 'c'))) return;
    if (s.takeGroups(/([-s]?include)((?:[\t ]+[^\t\n #]+)+)/y, ['k', 'sx'])) return;
    if (s.takeGroups(condition, ['k', '', 'nv']) || s.take(/(?:else|endif)[\t ]*(?=[#\n])/y, 'k')) return;
    if (s.takeGroups(/(export)([\t ]+)(?=[-\w${}()\t ]+\n)/y, ['k', ''])) this.#exported();
    else if (s.take(/export[\t ]+/y, 'k')) return;
    else if (this.#isAssignment()) this.#line();
    else if (this.#string('"', 's2') || this.#string("'", 's1')) return;
    else if (this.#isTarget()) this.#rule();
    else s.passOne();
  }

  /** Takes a string; what comes before the place where one has no end is the inside of none either. */
  #string(quote: '"' | "'", name: string): boolean {
    const s = this.#s;
    if (s.char !== quote || s.at < (this.#stringless[quote] ?? 0)) return false;
    const end = s.at + s.match(quoted[quote])![0].length;
    if (s.code[end] === quote) s.passTo(end + 1, name);
    else this.#stringless[quote] = end;
    return s.at > end;
  }

  #exported(): void {
    const s = this.#s;
    while (!s.done && !s.takeText('\n', '')) {
      if (!s.take(/[-\w${}()]+/y, 'nv') && !s.take(/[\t ]+/y, '')) s.passOne();
    }
  }

  /** Takes a variable with what it is assigned by; a name without that has no end that is assigned either. */
  #isAssignment(): boolean {
    const s = this.#s;
    if (s.at < this.#nameEnd) return false;
    const found = s.takeGroups(assignment, ['nv', '', 'o']);
    if (!found) this.#nameEnd = s.at + s.match(/[-.\w(){}$]*/y)![0].length;
    return found;
  }

  /** Takes a target with its colons; what is no target up to a line's end holds none. */
  #isTarget(): boolean {
    const s = this.#s;
    if (s.at < this.#targetless) return false;
    const found = s.takeGroups(/([^:\n]+)(:+)([\t ]*)/y, ['nl', 'o', '']);
    if (!found) this.#targetless = s.at + (s.match(/[^:\n]*/y)?.[0].length ?? 0);
    return found;
  }

  /** What a target stands on, then its recipe. */
  #rule(): void {
    const s = this.#s;
    while (!s.takeText('\n', '')) {
      if (s.done) return;
      if (!s.take(/\\[\s\S]/uy, '') && !s.take(/#+/y, 'c') && !s.takeText(',', 'p') && !s.take(/[^\n#,\\]+/y, 'nf'))
        s.passOne();
    }
    while (!s.done) {
      if (s.takeGroups(bodyCondition, ['k', '', 'nv', 'c', '']) || s.takeGroups(bodyWord, ['k', '', 'c', ''])) continue;
      if (!s.takeGroups(/(\t[\t ]*)([@-]?)/y, ['', 'p'])) break;
      this.#line();
    }
    this.#finish();
  }

  /** Text for the shell to the end of its line, or on where the line is continued. */
  #line(): void {
    const s = this.#s;
    let depth = 0;
    while (!s.done) {
      if (depth === 0 && s.takeText('\n', '')) return;
      if (depth > 0 && /[({]/.test(s.char)) {
        this.#shell(1);
        depth += 1;
      } else if (depth > 0 && /[)}]/.test(s.char)) {
        s.pass(1, 'nf');
        depth -= 1;
      } else if (!s.take(reference, 'nv')) {
        if (this.#call()) depth += 1;
        else this.#shell(s.match(s.char === '\\' ? /\\[\s\S]?/uy : piece)![0].length);
      }
    }
  }

  #shell(length: number): void {
    const s = this.#s;
    this.#work.text(s.code.slice(s.at, s.at + length));
    s.at += length;
    this.#named = s.at;
  }

  /** Takes a function up to its arguments. */
  #call(): boolean {
    const s = this.#s;
    const call = s.match(functionCall);
    return call !== null && functions.has(call[3]!) && s.takeGroups(functionCall, ['nf', '', 'nb', '']);
  }
}

/** Makefiles: variables, targets with what they stand on, and lines for the shell. */
export const make: Language = { read: (code, emit) => new MakeReader(code, emit).read() };
