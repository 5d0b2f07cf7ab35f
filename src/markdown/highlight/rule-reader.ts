import { type CompiledMode, type CompiledRule, compiledOf, compileMode, groupsOf } from './compiled-mode.js';
import type { Emit, Modes } from './rule.js';

/** Code longer than this is read through a window, so that no rule searches all of it again and again. */
const maxWhole = 16_384;
const windowBefore = 1024;
const windowAfter = 4096;
const windowStep = 1024;
/** How many more characters of long code may fit no rule than fit one before the rest is taken for no such language. */
const maxUnknown = 2000;

const maxModes = 200;

/** Names pieces of code by rules, keeping the modes entered from one piece to the next. */
export class RuleReader {
  readonly #stack: string[];
  /** What rules count, for as long as the code is read. */
  readonly #mind = new Map<string, number>();
  /** How many times in a row a rule may match nothing before a character is passed over. */
  maxIdle = 20;
  readonly #isAscii: boolean;
  readonly #compiled: Map<string, CompiledMode>;
  /** Closing texts of which none is left, and openings that nothing closes. */
  readonly #unclosed = new Set<string>();
  #rule: CompiledRule | undefined;
  #match: RegExpExecArray | undefined;
  #stop = 0;
  #window = '';
  #windowStart = 0;
  #windowLimit = -1;

  /** @param mode the first mode; or all that were entered, the last on top, which are then kept there */
  constructor(
    readonly modes: Modes,
    readonly code: string,
    readonly emit: Emit,
    mode: string | string[] = 'root',
  ) {
    this.#stack = typeof mode === 'string' ? [mode] : mode;
    this.#isAscii = !/[^\0-\x7f]/.test(code);
    this.#compiled = compiledOf(modes, this.#isAscii);
  }

  /** Reads from `start` to `end`; what no rule matches gets `fallback`, a character at a time. */
  read(start: number, end: number, fallback: string): void {
    let at = start;
    let idle = 0;
    let unknown = 0;
    let mode = this.#mode();
    while (at < end) {
      if (at > this.#windowLimit) this.#moveWindow(at);
      if (!this.#find(mode, at)) {
        at += this.code.codePointAt(at)! > 0xffff ? 2 : 1;
        unknown += 1;
        if (unknown > maxUnknown && this.code.length > maxWhole) at = end;
        this.emit(fallback, Math.min(at, end));
        continue;
      }
      const rule = this.#rule!;
      const match = this.#match!;
      const stop = this.#stop;
      this.#name(rule, match, at, Math.min(stop, end));
      if (rule.to !== undefined) {
        this.#move(typeof rule.to === 'function' ? rule.to(groupsOf(rule, match), this.#mind) : rule.to);
        mode = this.#mode();
      }
      idle = stop === at ? idle + 1 : 0;
      unknown = Math.max(0, unknown - (stop - at));
      at = stop;
      if (idle > this.maxIdle) {
        at += this.code.codePointAt(at)! > 0xffff ? 2 : 1;
        this.emit(fallback, Math.min(at, end));
      }
    }
  }

  #mode(): CompiledMode {
    const name = this.#stack[this.#stack.length - 1]!;
    let mode = this.#compiled.get(name);
    if (!mode) {
      const colon = name.indexOf(':');
      const rules = this.modes[colon < 0 ? name : name.slice(0, colon)] ?? [];
      mode = compileMode(typeof rules === 'function' ? rules(name.slice(colon + 1)) : rules, this.#isAscii);
      if (this.#compiled.size < maxModes) this.#compiled.set(name, mode);
    }
    return mode;
  }

  /** Finds the first rule of a mode that matches at a place, its match and where it stops; whether there is one. */
  #find(mode: CompiledMode, at: number): boolean {
    const { pattern, rules } = mode;
    pattern.lastIndex = at - this.#windowStart;
    const match = pattern.exec(this.#window);
    if (!match) return false;
    let index = 0;
    while (match[rules[index]!.group] === undefined) index += 1;
    const rule = rules[index]!;
    let stop = at + match[0].length;
    if (rule.closing !== undefined) {
      stop = this.#closingEnd(rule, match, stop);
      if (stop < 0) return this.#find(rule.others!(), at);
    }
    this.#rule = rule;
    this.#match = match;
    this.#stop = stop;
    return true;
  }

  #closingEnd(rule: CompiledRule, match: RegExpExecArray, at: number): number {
    const { closing = '' } = rule;
    const kind = typeof closing === 'string' ? closing : match[0];
    if (this.#unclosed.has(kind)) return -1;
    let end: number;
    if (typeof closing === 'function') end = closing(this.code, at, groupsOf(rule, match));
    else {
      const start = this.code.indexOf(closing, at);
      end = start < 0 ? -1 : start + closing.length;
    }
    if (end < 0) this.#unclosed.add(kind);
    return end;
  }

  #moveWindow(at: number): void {
    const { code } = this;
    if (code.length <= maxWhole) {
      this.#window = code;
      this.#windowLimit = code.length;
      return;
    }
    this.#windowStart = Math.max(0, at - windowBefore);
    let end = Math.min(code.length, at + windowAfter);
    if (code.codePointAt(end - 1)! > 0xffff) end -= 1;
    this.#windowLimit = end === code.length ? end : Math.min(end - 1, at + windowStep);
    this.#window = code.slice(this.#windowStart, end);
  }

  #name(rule: CompiledRule, match: RegExpExecArray, start: number, end: number): void {
    if (start === end) return;
    const { as } = rule;
    if (typeof as === 'string') this.emit(as, end);
    else if (typeof as === 'function') this.emit(as(match[0], as.length > 1 ? groupsOf(rule, match) : []), end);
    else {
      let at = start;
      for (let index = 0; index < rule.groups; index += 1) {
        const from = at;
        at += match[rule.group + 1 + index]?.length ?? 0;
        const name = as[index] ?? '';
        if (name.startsWith('>')) this.#readAlone(from, Math.min(at, end), name.slice(1));
        else this.emit(name, Math.min(at, end));
      }
    }
  }

  #readAlone(start: number, end: number, mode: string): void {
    const emit: Emit = (name, at) => this.emit(name, start + at);
    new RuleReader(this.modes, this.code.slice(start, end), emit, mode).read(0, end - start, 'err');
  }

  #move(to: string | undefined): void {
    if (to === undefined) return;
    if (to.startsWith('^')) {
      for (let count = to.length; count > 0 && this.#stack.length > 1; count -= 1) this.#stack.pop();
    } else if (to.startsWith('=+')) this.#stack.splice(-1, 1, ...to.slice(2).split('+'));
    else if (to.startsWith('=')) this.#stack[this.#stack.length - 1] = to.slice(1);
    else if (to.startsWith('!')) this.#stack.splice(0, this.#stack.length, to.slice(1));
    else if (this.#stack.length < 500) this.#stack.push(...(to.startsWith('+') ? to.slice(1).split('+') : [to]));
  }
}
