import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { Scanner } from '../scanner.js';
import { shell, shellSeam } from './shell.js';

const functions = new Set(
  `subst patsubst strip findstring filter filter-out sort word words wordlist firstword lastword
  dir notdir suffix basename addsuffix addprefix join wildcard realpath abspath
  if or and foreach call value eval file origin flavor error warning shell`.split(/\s+/),
);
const reference = /\$(?:\([ \t]*[\w:=%.]+[ \t]*\)|\{[ \t]*[\w:=%.]+[ \t]*\})/y;
const functionCall = /(\$[({])([ \t]*)([a-z-]+)([ \t]+)/y;
const condition = /(ifeq|ifneq|ifdef|ifndef)([\t ]+)([^\n#]+)/y;
const assignment = /([-.\w(){}$]{1,300})([\t ]*)([:?+!]?=)/y;
const exported = /export[\t ]+(?=[-.\w(){}$]{1,300}[\t ]*[:?+!]?=)/y;

/** Reads a makefile into a patchwork: what the shell reads is the host's text, everything else a hole of its own class. */
class MakeReader {
  readonly #work = new Patchwork(shellSeam);
  readonly #s: Scanner;
  #named = 0;
  /** Up to where it is known that no target begins. */
  #targetless = 0;

  constructor(code: string) {
    this.#s = new Scanner(code, (name, end) => {
      this.#work.hole(name, end - this.#named);
      this.#named = end;
    });
  }

  read(): Patchwork {
    const s = this.#s;
    while (!s.done) this.#statement();
    return this.#work;
  }

  #statement(): void {
    const s = this.#s;
    if (s.take(/\s+/y, '') || s.take(/#[^\n]*\n?/y, 'c') || this.#condition()) return;
    if (s.take(/(?:endif|else)[\t ]*(?=\n|#|$)/y, 'k') || s.take(exported, 'k')) return;
    if (s.takeGroups(/(export)([\t ]+)(\w+)/y, ['k', '', 'nv'])) return;
    if (s.takeGroups(/([-s]?include)([\t ][^\n#]*?)(?=[\t ]*(?:#|\n|$))/y, ['k', 'sx'])) return;
    if (s.takeGroups(assignment, ['nv', '', 'o'])) this.#line();
    else if (this.#isTarget()) this.#rule();
    else if (!s.take(/"[^"\n]*"/y, 's2') && !s.take(/'[^'\n]*'/y, 's1')) s.passOne();
  }

  /** Takes a target with its colons; what is no target up to a line's end holds none. */
  #isTarget(): boolean {
    const s = this.#s;
    if (s.at < this.#targetless) return false;
    const found = s.takeGroups(/([^:\n]+)(:+)([\t ]*)/y, ['nl', 'o', '']);
    if (!found) this.#targetless = s.at + (s.match(/[^:\n]*/y)?.[0].length ?? 0);
    return found;
  }

  #condition(): boolean {
    return this.#s.takeGroups(condition, ['k', '', 'nv']);
  }

  /** What a target stands on, then its recipe. */
  #rule(): void {
    const s = this.#s;
    while (!s.done && !s.takeText('\n', '')) {
      if (!s.take(/\\[\s\S]/y, '') && !s.take(/#+/y, 'c') && !s.takeText(',', 'p') && !s.take(/[^\n#,\\]+/y, 'nf'))
        s.passOne();
    }
    while (!s.done) {
      if (this.#condition() || s.take(/(?:endif|else)[\t ]*(?=\n|#|$)/y, 'k')) s.takeText('\n', '');
      else if (s.takeGroups(/(\t\s*)([@-]?)(?=\S)/y, ['', 'p'])) this.#line();
      else return;
    }
  }

  /** Text for the shell to the end of its line, or on where the line is continued. */
  #line(): void {
    const s = this.#s;
    const calls: number[] = [];
    while (!s.done && !s.takeText('\n', '')) {
      if (s.sees('$(') || s.sees('${')) this.#reference(calls);
      else if (s.char === '\\') this.#shell(Math.min(2, s.code.length - s.at));
      else if (calls.length > 0 && (s.char === ')' || s.char === '}')) {
        s.pass(1, 'nf');
        calls[calls.length - 1]! -= 1;
        if (calls.at(-1) === 0) calls.pop();
      } else if (calls.length > 0 && (s.char === '(' || s.char === '{')) {
        s.pass(1, 'o');
        calls[calls.length - 1]! += 1;
      } else
        this.#shell(
          (s.match(calls.length > 0 ? /[^$\\\n(){}]+/y : /[^$\\\n]+|\$(?![({])(?:[^\n$]|\$(?![({]))?/y)?.[0] ?? s.char)
            .length,
        );
    }
  }

  #shell(length: number): void {
    const s = this.#s;
    this.#work.text(s.code.slice(s.at, s.at + length));
    s.at += length;
    this.#named = s.at;
  }

  /** A variable, or a function up to its arguments. */
  #reference(calls: number[]): void {
    const s = this.#s;
    const call = s.match(functionCall);
    if (call && functions.has(call[3]!)) {
      s.takeGroups(functionCall, ['nf', '', 'nb', '']);
      calls.push(1);
    } else if (!s.take(reference, 'nv')) {
      if (s.sees('${')) this.#shell(2);
      else s.pass(1, 'err');
    }
  }
}

/** Makefiles: variables, targets with what they stand on, and lines for the shell. */
export const make: Language = { read: (code, emit) => new MakeReader(code).read().read(shell, emit) };
