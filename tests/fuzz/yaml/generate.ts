import type { Random } from '../liquid/random.js';
import * as given from './vocabulary.js';

/** Makes YAML by chance: as people write it, or of pieces in no order. */
export class YamlMaker {
  constructor(private readonly random: Random) {}

  /** Pieces of syntax without any order. */
  soup(): string {
    const { random } = this;
    const length = 1 + random.below(random.pick([5, 10, 40]));
    return random.pick(given.pieceHeads) + this.times(length, () => random.pick(given.pieces)).join('');
  }

  /** A text as of front matter or data, with up to two mistakes. */
  text(): string {
    const { random } = this;
    let text = random.chance(0.85) ? this.hash(0, 0) : this.list(0, 0);
    if (random.chance(0.15)) text = random.pick(given.beginnings) + text;
    text += random.pick(given.endings);
    if (random.chance(0.05)) text = text.replaceAll('\n', '\r\n');
    for (let count = random.pick([0, 0, 0, 0, 1, 1, 2]); count > 0; count--) text = this.mistake(text);
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  }

  private times<T>(count: number, make: () => T): T[] {
    return Array.from({ length: count }, make);
  }

  private words(most: number, oddness = 0.15): string {
    const { random } = this;
    const word = (): string => random.pick(random.chance(oddness) ? given.words : given.harmlessWords);
    return this.times(1 + random.below(most), word).join(' ');
  }

  private plain(most = 6): string {
    return this.words(most, 0);
  }

  private key(): string {
    return this.random.chance(0.8) ? given.keys[this.random.below(8)]! : this.random.pick(given.keys);
  }

  private mark(): string {
    return this.random.chance(0.04) ? this.random.pick(given.marks) : '';
  }

  private comment(): string {
    return this.random.chance(0.06) ? this.random.pick(given.comments) : '';
  }

  private escape(): string {
    return this.random.chance(0.85) ? given.escapes[this.random.below(9)]! : this.random.pick(given.escapes);
  }

  private doubleQuoted(): string {
    const piece = (): string => {
      if (this.random.chance(0.3)) return this.escape();
      return this.random.chance(0.25) ? this.random.pick(["'", '#', ': ']) : `${this.plain(2)} `;
    };
    return `"${this.times(this.random.below(5), piece).join('')}"`;
  }

  private singleQuoted(): string {
    const piece = (): string => (this.random.chance(0.3) ? this.random.pick(["''", '"', '\\']) : `${this.plain(2)} `);
    return `'${this.times(this.random.below(5), piece).join('')}'`;
  }

  private flow(depth: number): string {
    const { random } = this;
    if (depth > 2 || random.chance(0.5)) {
      const make = random.pick(['plain', 'plain', 'double', 'single', 'scalar'] as const);
      if (make === 'double') return this.doubleQuoted();
      if (make === 'single') return this.singleQuoted();
      return make === 'plain' ? this.plain(2) : random.pick(given.scalars);
    }
    const items = this.times(random.below(4), () => this.flow(depth + 1));
    const between = random.pick([', ', ', ', ',', ' , ', ',\n  ', ',\n', ', # c\n    ', ',\t']);
    const end = random.pick(['', '', ' ', ',', '\n', '\n  ', ', ']);
    if (random.chance(0.55)) return `[${random.pick(['', '', ' ', '\n  '])}${items.join(between)}${end}]`;
    const pairs = items.map((item) => this.key() + random.pick([': ', ': ', ': ', ':', ' : ']) + item);
    return `{${pairs.join(between)}${end}}`;
  }

  /** Further lines of a value. */
  private lines(indent: number, make: () => string): string {
    const { random } = this;
    const line = (): string => {
      if (random.chance(0.15)) return '';
      return ' '.repeat(indent + (random.chance(0.15) ? random.below(3) : 0)) + make() + random.pick(['', '', '', ' ']);
    };
    return this.times(1 + random.below(4), line).join('\n');
  }

  private block(indent: number): string {
    const { random } = this;
    const base = indent + random.pick([2, 2, 2, 4, 1]);
    const line = (): string => {
      if (random.chance(0.2)) return random.pick(['', '', ' '.repeat(random.below(6)), '\t', `${' '.repeat(base)}\t`]);
      const blanks = ' '.repeat(base + (random.chance(0.2) ? random.pick([2, 4, -1, 1]) : 0));
      return (
        blanks + random.pick(['', '', '', '\t', '# ', '- ']) + this.words(5) + random.pick(['', '', '', ' ', '\t'])
      );
    };
    const lines = this.times(random.below(6), line).join('\n');
    return `${random.pick(given.blockHeaders)}\n${lines}${random.pick(['', '', '\n', '\n\n'])}`;
  }

  private value(indent: number, depth: number): string {
    const { random } = this;
    const kind = random.below(100);
    if (kind < 28) return ` ${this.mark()}${random.pick(given.scalars)}${this.comment()}`;
    if (kind < 45) return ` ${this.mark()}${this.words(6)}${this.comment()}`;
    if (kind < 53) return ` ${this.mark()}${this.doubleQuoted()}${this.comment()}`;
    if (kind < 58) return ` ${this.mark()}${this.singleQuoted()}${this.comment()}`;
    if (kind < 64) return ` ${this.mark()}${this.flow(0)}${this.comment()}`;
    if (kind < 72) return ` ${this.mark()}${this.block(indent)}`;
    const more = (make: () => string): string => this.lines(indent + random.pick([2, 2, 0, 1, 4]), make);
    if (kind < 76) return ` ${this.plain()}\n${more(() => (random.chance(0.3) ? this.words(6) : this.plain()))}`;
    if (kind < 79) return ` "${this.plain()}\n${more(() => this.plain() + (random.chance(0.2) ? this.escape() : ''))}"`;
    if (kind < 81) return ` '${this.plain()}\n${more(() => this.plain())}'`;
    if (kind < 83) return ` *${random.pick(['a', 'b0', 'b1', 'zz', 'é'])}${this.comment()}`;
    if (depth > 3) return ' x';
    const mark = random.chance(0.1) ? random.pick([' &a', ' !x']) : '';
    if (kind < 92) return `${mark}${this.comment()}\n${this.list(indent + random.pick([2, 2, 0, 4, 1]), depth + 1)}`;
    return `${mark}${this.comment()}\n${this.hash(indent + random.pick([2, 2, 2, 4, 1]), depth + 1)}`;
  }

  /** Nothing mostly, or a line that means nothing. */
  private filler(indent: number): string {
    if (!this.random.chance(0.06)) return '';
    return this.random.pick(['\n', '# c\n', `${' '.repeat(indent)}# c\n`, '  \n', '\t\n']);
  }

  private indentation(indent: number): string {
    const { random } = this;
    return ' '.repeat(Math.max(0, indent + (random.chance(0.015) ? random.pick([1, -1, 2]) : 0)));
  }

  private list(indent: number, depth: number): string {
    const { random } = this;
    const item = (): string => {
      const dash = this.filler(indent) + this.indentation(indent) + random.pick(['- ', '- ', '- ', '-', '-   ', '-\t']);
      if (depth < 4 && random.chance(0.35)) return dash + this.hash(indent + 2, depth + 1).slice(indent + 2);
      if (depth < 4 && random.chance(0.08)) return dash + this.list(indent + 2, depth + 1).slice(indent + 2);
      return dash + this.value(indent, depth).slice(1);
    };
    return this.times(1 + random.below(4), item).join('\n');
  }

  private hash(indent: number, depth: number): string {
    const { random } = this;
    const pair = (): string => {
      const start = this.filler(indent) + this.indentation(indent);
      const deeper = ' '.repeat(indent + 2);
      if (random.chance(0.03)) return `${start}<<: ${random.pick(['*a', '{x: 1}', `\n${deeper}m: 1`])}`;
      if (random.chance(0.02)) {
        const key = random.pick([this.plain(), '[a, b]', `- x\n${deeper}- y`, 'a: b', `|\n${deeper}x`]);
        return `${start}? ${key}\n${' '.repeat(indent)}:${this.value(indent, 3)}`;
      }
      const colon = random.chance(0.04) ? random.pick([' :', ':\t', ' ', '::', ': ', ':\u00a0']) : ':';
      return start + this.key() + colon + this.value(indent, depth);
    };
    return this.times(1 + random.below(5), pair).join('\n');
  }

  private mistake(text: string): string {
    const { random } = this;
    const at = random.below(text.length + 1);
    const kind = random.below(10);
    if (kind < 4) return text.slice(0, at) + random.pick(given.mistakes) + text.slice(at);
    if (kind < 6) return text.slice(0, at) + text.slice(at + 1 + random.below(3));
    const lines = text.split('\n');
    const line = random.below(lines.length);
    lines[line] = kind < 8 ? random.pick([' ', '  ', '\t']) + lines[line]! : lines[line]!.replace(/^ {1,2}/, '');
    return lines.join('\n');
  }
}
