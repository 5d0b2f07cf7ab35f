import { resolveScalar } from '../yaml/resolve-scalar.js';
import type { Hash } from './values.js';

/** The text is no JSON, or means something else as YAML; as that it may still be read. */
class NotJson extends Error {
  override readonly name = 'NotJson';
}

const number = /[-+\w.]+/y;
const space = /[ \t\r\n]*/y;
const deepest = 500;
const halfLetter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** What YAML takes for the end of a line, or not at all. */
const unlikeYaml = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/;

/** A JSON text as Ruby values, numbers read as SafeYAML reads them (`1.0` is a Float); undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  if (unlikeYaml.test(text)) return undefined;
  try {
    return new JsonReader(text).document();
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

class JsonReader {
  private at = 0;
  /** The first one not before the last string looked at; one search for each string would go through the whole rest. */
  private backslash = -1;

  constructor(private readonly text: string) {}

  document(): unknown {
    const value = this.value(0);
    this.skip();
    if (this.at < this.text.length) throw new NotJson();
    return value;
  }

  private skip(): void {
    const code = this.text.charCodeAt(this.at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    space.lastIndex = this.at;
    space.test(this.text);
    this.at = space.lastIndex;
  }

  private value(depth: number): unknown {
    if (depth > deepest) throw new NotJson();
    this.skip();
    switch (this.text.charCodeAt(this.at)) {
      case 34:
        return this.string();
      case 123:
        return this.object(depth);
      case 91:
        return this.array(depth);
      default:
        return this.scalar();
    }
  }

  private object(depth: number): Hash {
    const hash: Hash = new Map();
    this.at++;
    this.skip();
    if (this.take(125)) return hash;
    for (;;) {
      this.skip();
      if (this.text.charCodeAt(this.at) !== 34) throw new NotJson();
      const key = this.string();
      if (key === '<<') throw new NotJson();
      this.skip();
      if (!this.take(58)) throw new NotJson();
      hash.set(key, this.value(depth + 1));
      this.skip();
      if (this.take(125)) return hash;
      if (!this.take(44)) throw new NotJson();
    }
  }

  private array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.at++;
    this.skip();
    if (this.take(93)) return items;
    for (;;) {
      items.push(this.value(depth + 1));
      this.skip();
      if (this.take(93)) return items;
      if (!this.take(44)) throw new NotJson();
    }
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private string(): string {
    const start = this.at + 1;
    let end = this.text.indexOf('"', start);
    if (this.backslash < start) {
      const next = this.text.indexOf('\\', start);
      this.backslash = next === -1 ? this.text.length : next;
    }
    if (end !== -1 && this.backslash > end) {
      this.at = end + 1;
      const plain = this.text.slice(start, end);
      return plain.includes('\n') || plain.includes('\r') ? this.decoded(start - 1, end + 1) : plain;
    }
    while (end !== -1 && this.isEscaped(end, start)) end = this.text.indexOf('"', end + 1);
    if (end === -1) throw new NotJson();
    this.at = end + 1;
    return this.decoded(start - 1, end + 1);
  }

  private isEscaped(end: number, start: number): boolean {
    let slashes = 0;
    for (let index = end - 1; index >= start && this.text[index] === '\\'; index--) slashes++;
    return slashes % 2 === 1;
  }

  private decoded(start: number, end: number): string {
    let text: string;
    try {
      text = JSON.parse(this.text.slice(start, end)) as string;
    } catch {
      throw new NotJson();
    }
    if (halfLetter.test(text)) throw new NotJson();
    return text;
  }

  private scalar(): unknown {
    number.lastIndex = this.at;
    const match = number.exec(this.text);
    if (match === null) throw new NotJson();
    const text = match[0];
    if (text !== 'true' && text !== 'false' && text !== 'null' && !/^-?\d[\d.eE+-]*$/.test(text)) throw new NotJson();
    this.at = number.lastIndex;
    return resolveScalar(text);
  }
}
