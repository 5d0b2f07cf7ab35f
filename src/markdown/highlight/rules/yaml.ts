import type { Language } from '../language.js';
import type { Emit } from '../rule.js';

const comment = /#[^\n]*/y;
const spaces = / +/y;
const spacesToEnd = / *(?=#|$)/my;
const newlines = /\n+/y;
const indicator = /[?:-](?=[ ]|$)/my;
const tag = /!<[\w;/?:@&=+$,.!~*'()[\]%-]+>|(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()[\]%-]*/y;
const anchor = /&[\p{L}\p{Nl}\p{Nd}_-]+/uy;
const alias = /\*[\p{L}\p{Nl}\p{Nd}_-]+/uy;
const key = /([^#,:?[\]{}"'\n]{1,400})(:)(?=\s|$)/my;
const plainStart = /[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]|[?:-][^ \t\n\r\f\v]/y;
const flowPlainStart = /[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]/y;

/** Reads YAML line by line, following the indentation that ends plain and block scalars. */
class YamlReader {
  #at = 0;
  #indents = [0];
  #next = 0;
  /** Spaces already taken of a line that a scalar ended before. */
  #lead: string | undefined;

  constructor(
    readonly code: string,
    readonly emit: Emit,
  ) {}

  read(): void {
    while (this.#at < this.code.length) {
      const lead = this.#lead;
      this.#lead = undefined;
      if (lead === undefined) this.#line();
      else this.#indentation(lead);
    }
  }

  get #indent(): number {
    return this.#indents[this.#indents.length - 1]!;
  }

  /** Takes what matches here, with that class. */
  #take(pattern: RegExp, name: string): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.code)?.[0];
    if (text) this.#advance(text.length, name);
    return text || undefined;
  }

  #looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.code);
  }

  #advance(length: number, name: string): void {
    this.#at += length;
    this.emit(name, this.#at);
  }

  get #atLineStart(): boolean {
    return this.#at === 0 || this.code[this.#at - 1] === '\n';
  }

  #line(): void {
    if (this.#take(comment, 'c1') || this.#take(newlines, '') || this.#take(/ +(?=#|$)/my, '')) return;
    if (this.#atLineStart) {
      if (this.#take(/%YAML\b/y, 'nt') ?? this.#take(/%TAG\b/y, 'nt')) {
        this.#directive();
        return;
      }
      if (this.#take(/(?:---|\.\.\.)(?= |$)/my, 'nn')) {
        this.#indents = [0];
        this.#next = 0;
        this.#blockLine();
        return;
      }
    }
    this.#indentation(this.#take(spaces, '') ?? '');
  }

  #directive(): void {
    this.#indents = [0];
    this.#next = 0;
    this.#take(spaces, '');
    if (!this.#take(/\d+\.\d+/y, 'm')) {
      this.#take(/!(?:[\w-]*!)?/y, 'kt');
      this.#take(spaces, '');
      this.#take(/[^ \n]+/y, 'kt');
    }
  }

  /** From the first character of a line after its spaces: the marks of collections, then what they hold. */
  #indentation(lead: string): void {
    this.#next = lead.length;
    while (this.#indents.length > 1 && this.#next < this.#indent) this.#indents.pop();
    for (;;) {
      const gap = this.#take(/ +(?=[-:?](?:[ ]|$))/my, '');
      if (gap) this.#next += gap.length;
      if (!this.#looksAt(indicator)) break;
      this.#setIndent();
      this.#next += 1;
      this.#advance(1, 'pi');
    }
    const gap = this.#take(spaces, '');
    if (gap) this.#next += gap.length;
    this.#blockLine();
  }

  #setIndent(): void {
    if (this.#indent < this.#next) this.#indents.push(this.#next);
  }

  #blockLine(): void {
    while (this.#at < this.code.length) {
      this.#take(spacesToEnd, '');
      if (this.#looksAt(/#|\n/y) || this.#at >= this.code.length) return;
      if (this.#take(spaces, '') || this.#descriptor()) continue;
      key.lastIndex = this.#at;
      const found = key.exec(this.code);
      if (found) {
        this.#advance(found[1]!.length, 'na');
        this.#advance(1, 'pi');
        this.#setIndent();
      } else if (this.#take(/[|>][+-]?/y, 'pi')) {
        this.#blockScalar();
        return;
      } else if (!this.#flowNode()) {
        if (!this.#looksAt(plainStart)) this.#advance(1, 'err');
        else if (this.#plainScalar()) return;
      }
    }
  }

  #descriptor(): boolean {
    return Boolean(this.#take(tag, 'kt') ?? this.#take(anchor, 'nl') ?? this.#take(alias, 'nv'));
  }

  #flowNode(): boolean {
    if (this.#take(/\[/y, 'pi')) this.#flowCollection(']');
    else if (this.#take(/\{/y, 'pi')) this.#flowCollection('}');
    else if (this.#take(/'/y, 's1')) this.#quoted(/'/y, /\\'/y, /[^\s']+/y);
    else if (this.#take(/"/y, 's2')) {
      this.#quoted(
        /"/y,
        /\\(?:[0abt\t\nnvfre "\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y,
        /[^\s"\\]+/y,
      );
    } else return false;
    return true;
  }

  #quoted(close: RegExp, escaped: RegExp, text: RegExp): void {
    while (this.#at < this.code.length) {
      if (this.#take(close, 's')) return;
      if (this.#take(/(?<=^|\n) +| +$|\n+/my, '') || this.#take(spaces, 'nv')) continue;
      if (!this.#take(escaped, 'se') && !this.#take(text, 's')) this.#advance(1, 'err');
    }
  }

  /** Collections nest in a list of their closing brackets. */
  #flowCollection(close: string): void {
    const closes = [close];
    while (closes.length > 0 && this.#at < this.code.length) {
      if (this.code[this.#at] === closes.at(-1)) {
        closes.pop();
        this.#advance(1, 'pi');
      } else if (this.#take(/\[/y, 'pi')) closes.push(']');
      else if (this.#take(/\{/y, 'pi')) closes.push('}');
      else if (this.#take(/\s+/y, '') || this.#take(comment, 'c1') || this.#take(/[?:,]/y, 'pi')) continue;
      else if (this.#descriptor() || this.#flowNode()) continue;
      else if (this.#looksAt(flowPlainStart)) this.#flowScalar();
      else this.#advance(1, 'err');
    }
  }

  #flowScalar(): void {
    while (this.#at < this.code.length) {
      if (this.#looksAt(/ *[,:?[\]{}]/y) || this.#looksAt(/ +#/y)) {
        this.#take(spaces, '');
        return;
      }
      if (this.#take(/(?<=^|\n) +| +$|\n+/my, '') || this.#take(spaces, 'nv')) continue;
      if (!this.#take(/[^\s,:?[\]{}]+/y, 'nv')) this.#advance(1, 'err');
    }
  }

  #blockScalar(): void {
    const mark = this.#take(/[1-9][+-]?|[+-]?[1-9]/y, 'pi');
    let level = mark ? this.#indent + Number.parseInt(mark.replace(/[+-]/g, ''), 10) : undefined;
    this.#take(spaces, '');
    this.#take(comment, 'c1');
    this.#take(/\n/y, '');
    while (this.#at < this.code.length) {
      if (this.#take(newlines, '') || this.#take(/ +$/my, '')) continue;
      const lead = this.#take(spaces, '') ?? '';
      if (lead.length < (level ?? this.#indent) || (level === undefined && lead.length === 0 && this.#indent === 0)) {
        this.#lead = lead;
        return;
      }
      level ??= lead.length;
      this.#take(/[^\n\r\f\v]+/y, 's');
    }
  }

  /** Reads a plain scalar; true where it ended with a line, and the next one is read. */
  #plainScalar(): boolean {
    while (this.#at < this.code.length) {
      if (this.#looksAt(/ *:(?:[ \n]|$)/my)) {
        this.#take(spaces, '');
        if (this.#looksAt(/:/y)) this.#advance(1, 'err');
        return false;
      }
      if (this.#take(/ *:\S+/y, 's')) continue;
      if (this.#take(/ +(?=#)/y, '')) return false;
      if (this.#take(/ +$/my, '')) continue;
      if (this.#take(newlines, '')) {
        if (this.#scalarEnds()) return true;
      } else if (this.#take(spaces, 's') || this.#take(/true|false|null/y, 'no')) continue;
      else if (this.#take(/\d+(?:\.\d+)?(?=\r?\n| +#)/y, 'm')) return false;
      else if (!this.#take(/[^\s:]+/y, 's')) this.#advance(1, 'err');
    }
    return false;
  }

  #scalarEnds(): boolean {
    while (this.#take(/ +\n|\n+/y, ''));
    if (this.#looksAt(/(?:---|\.\.\.)/y)) return true;
    const lead = this.#take(spaces, '') ?? '';
    if (lead.length > this.#indent) return false;
    this.#lead = lead;
    return true;
  }
}

/** YAML. */
export const yaml: Language = {
  read: (code, emit) => new YamlReader(code, emit).read(),
};
