import type { Hash } from '../../core/values.js';
import { resolveScalar } from '../../core/yaml/resolve-scalar.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', e: '\u001b' };

/** Reads collections of YAML's flow style: `{a: b, c: [d, 'e']}`. Threads, which read options in texts too, load no library for YAML. */
class FlowReader {
  pos = 0;

  constructor(private readonly text: string) {}

  read(): unknown {
    this.skip();
    switch (this.text[this.pos]) {
      case '{':
        return this.readHash();
      case '[':
        return this.readList();
      case '"':
      case "'":
        return this.readQuoted();
      default:
        return this.readPlain();
    }
  }

  skip(): void {
    while (/\s/.test(this.text[this.pos] ?? '')) this.pos++;
  }

  /** Whether a mark follows; moves over it if so. */
  take(mark: string): boolean {
    this.skip();
    if (this.text[this.pos] !== mark) return false;
    this.pos++;
    return true;
  }

  private readHash(): Hash {
    const hash: Hash = new Map();
    this.pos++;
    while (!this.take('}')) {
      const key = this.read();
      hash.set(key, this.take(':') ? this.readValue() : null);
      if (this.take(',')) continue;
      if (!this.take('}')) throw new Error('not closed');
      break;
    }
    return hash;
  }

  private readValue(): unknown {
    this.skip();
    return /[,}\]]/.test(this.text[this.pos] ?? '') ? null : this.read();
  }

  private readList(): unknown[] {
    const list: unknown[] = [];
    this.pos++;
    while (!this.take(']')) {
      list.push(this.read());
      if (this.take(',')) continue;
      if (!this.take(']')) throw new Error('not closed');
      break;
    }
    return list;
  }

  private readQuoted(): string {
    const found = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/s.exec(this.text.slice(this.pos));
    if (found === null) throw new Error('not closed');
    this.pos += found[0].length;
    if (found[2] !== undefined) return found[2].replace(/''/g, "'");
    return found[1]!.replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
  }

  private readPlain(): unknown {
    const found = /^(?![!&*%@`"'#|>{}[\],]|[?:-](?:\s|$))(?:(?!:(?:\s|[,[\]{}]|$)|\s#)[^,[\]{}])+/.exec(
      this.text.slice(this.pos),
    );
    // What Ruby reads as a symbol is refused in options.
    if (found === null || found[0].startsWith(':')) throw new Error('not a scalar');
    this.pos += found[0].length;
    return resolveScalar(found[0].trim());
  }
}

/** Reads a collection of YAML's flow style that is the whole text; undefined where there is none. */
export function readFlowYaml(text: string): unknown {
  const reader = new FlowReader(text);
  try {
    const value = reader.read();
    reader.skip();
    return reader.pos === text.length ? value : undefined;
  } catch {
    return undefined;
  }
}
