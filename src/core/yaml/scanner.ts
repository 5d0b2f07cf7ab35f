import { isBlank, isBlankOrEnd, isBreak, type YamlReader } from './reader.js';
import { scanBlock } from './scan-block.js';
import { scanAnchor, scanDirective, scanTag } from './scan-marks.js';
import { scanPlain } from './scan-plain.js';
import { scanQuoted } from './scan-quoted.js';
import { SimpleKeys } from './simple-keys.js';
import type { Token, TokenKind } from './tokens.js';

/**
 * The tokens of a YAML text as libyaml takes them apart. Where a key begins is known only at its colon, so tokens wait
 * in a queue as long as one of them may turn out to be a key.
 */
export class YamlScanner {
  private readonly keys: SimpleKeys;
  private queue: Token[] = [];
  private head = 0;
  /** How many tokens were taken. */
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  /** Whether a key may begin here. */
  private mayBeKey = true;
  private isOver = false;

  constructor(private readonly reader: YamlReader) {
    this.keys = new SimpleKeys(reader);
  }

  /** The next token, which stays. */
  peek(): Token {
    while (!this.isOver && this.wantsMore()) this.fetch();
    return this.queue[this.head]!;
  }

  /** Passes the token that was peeked at. */
  skip(): void {
    this.taken++;
    if (++this.head === this.queue.length) {
      this.queue = [];
      this.head = 0;
    }
  }

  private wantsMore(): boolean {
    if (this.head === this.queue.length) return true;
    this.keys.forgetStale();
    return this.keys.isWaiting(this.taken);
  }

  private get isInFlow(): boolean {
    return this.keys.depth > 0;
  }

  private add(kind: TokenKind, start: number, text = ''): void {
    this.queue.push({ kind, start, text });
  }

  /** Adds a token of some letters. */
  private addIndicator(kind: TokenKind, length = 1): void {
    this.add(kind, this.reader.at);
    this.reader.at += length;
  }

  private fetch(): void {
    const { reader } = this;
    this.skipToToken();
    this.keys.forgetStale();
    this.unroll(reader.column);
    const code = reader.code();
    if (Number.isNaN(code)) this.fetchEnd();
    else if (reader.column === 0 && code === 37) this.fetchDirective();
    else if (reader.isDocumentMark()) this.fetchDocumentMark(code);
    else this.fetchContent(code);
  }

  /** Passes blanks, comments, line ends and byte order marks before a line; behind a line end, a key may begin. */
  private skipToToken(): void {
    const { reader } = this;
    for (;;) {
      if (reader.column === 0 && reader.code() === 0xfeff) reader.at++;
      const areTabsBlanks = this.isInFlow || !this.mayBeKey;
      while (reader.code() === 32 || (areTabsBlanks && reader.code() === 9)) reader.at++;
      if (reader.code() === 35) reader.skipLine();
      if (!isBreak(reader.code())) return;
      reader.lineEnd();
      if (!this.isInFlow) this.mayBeKey = true;
    }
  }

  private fetchEnd(): void {
    this.unroll(-1);
    this.keys.remove();
    this.mayBeKey = false;
    this.add('stream end', this.reader.at);
    this.isOver = true;
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.keys.remove();
    this.mayBeKey = false;
    this.queue.push({ kind: 'directive', start: this.reader.at, ...scanDirective(this.reader) });
  }

  private fetchDocumentMark(code: number): void {
    this.unroll(-1);
    this.keys.remove();
    this.mayBeKey = false;
    this.addIndicator(code === 45 ? 'document start' : 'document end', 3);
  }

  private fetchContent(code: number): void {
    const { reader, isInFlow } = this;
    const isAlone = isInFlow || isBlankOrEnd(reader.code(1));
    if (code === 91) this.fetchOpen('flow sequence start');
    else if (code === 123) this.fetchOpen('flow mapping start');
    else if (code === 93) this.fetchClose('flow sequence end');
    else if (code === 125) this.fetchClose('flow mapping end');
    else if (code === 44) this.fetchComma();
    else if (code === 45 && isBlankOrEnd(reader.code(1))) this.fetchDash();
    else if (code === 63 && isAlone) this.fetchQuestion();
    else if (code === 58 && isAlone) this.fetchColon();
    else if (code === 42) this.fetchAnchor('alias');
    else if (code === 38) this.fetchAnchor('anchor');
    else if (code === 33) this.fetchTag();
    else if (code === 34 || code === 39) this.fetchQuoted();
    else if ((code === 124 || code === 62) && !isInFlow) this.fetchBlock();
    else this.fetchPlain(code);
  }

  private fetchOpen(kind: TokenKind): void {
    this.saveKey();
    this.keys.open();
    this.mayBeKey = true;
    this.addIndicator(kind);
  }

  private fetchClose(kind: TokenKind): void {
    this.keys.remove();
    this.keys.close();
    this.mayBeKey = false;
    this.addIndicator(kind);
  }

  private fetchComma(): void {
    this.keys.remove();
    this.mayBeKey = true;
    this.addIndicator('flow entry');
  }

  private fetchDash(): void {
    this.begin('block sequence start', 'a list cannot begin here');
    this.keys.remove();
    this.mayBeKey = true;
    this.addIndicator('block entry');
  }

  private fetchQuestion(): void {
    this.begin('block mapping start', 'a key cannot begin here');
    this.keys.remove();
    this.mayBeKey = !this.isInFlow;
    this.addIndicator('key');
  }

  private fetchColon(): void {
    const key = this.keys.take();
    if (key !== undefined) {
      const place = this.head + key.token - this.taken;
      this.queue.splice(place, 0, { kind: 'key', start: key.start, text: '' });
      this.roll(key.column, 'block mapping start', key.start, place);
      this.mayBeKey = false;
    } else {
      this.begin('block mapping start', 'a value with a key of its own cannot stand here');
      this.mayBeKey = !this.isInFlow;
    }
    this.addIndicator('value');
  }

  private fetchAnchor(kind: 'alias' | 'anchor'): void {
    this.saveKey();
    this.mayBeKey = false;
    const start = this.reader.at;
    this.add(kind, start, scanAnchor(this.reader));
  }

  private fetchTag(): void {
    this.saveKey();
    this.mayBeKey = false;
    const start = this.reader.at;
    this.queue.push({ kind: 'tag', start, ...scanTag(this.reader, this.isInFlow) });
  }

  private fetchQuoted(): void {
    this.saveKey();
    this.mayBeKey = false;
    const start = this.reader.at;
    this.queue.push({ kind: 'scalar', start, text: scanQuoted(this.reader), isPlain: false });
  }

  private fetchBlock(): void {
    this.keys.remove();
    this.mayBeKey = true;
    const start = this.reader.at;
    this.queue.push({ kind: 'scalar', start, text: scanBlock(this.reader, this.indent), isPlain: false });
  }

  private fetchPlain(code: number): void {
    const { reader } = this;
    const isBad = isBlank(code) || '-,[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code));
    if (isBad && !(code === 45 && !isBlank(reader.code(1)))) throw reader.error(reader.at, reasonFor(code));
    this.saveKey();
    this.mayBeKey = false;
    const start = reader.at;
    const { text, isBroken } = scanPlain(reader, this.indent + 1, this.isInFlow);
    this.queue.push({ kind: 'scalar', start, text, isPlain: true });
    if (isBroken) this.mayBeKey = true;
  }

  private saveKey(): void {
    if (!this.mayBeKey) return;
    const { at: start, column } = this.reader;
    const isRequired = !this.isInFlow && this.indent === column;
    this.keys.save({ start, column, token: this.taken + this.queue.length - this.head, isRequired });
  }

  /** Begins a block list or hash at an indicator of its own, outside of brackets. Throws where none may. */
  private begin(kind: TokenKind, problem: string): void {
    const { reader } = this;
    if (this.isInFlow) return;
    if (!this.mayBeKey) throw reader.error(reader.at, problem);
    this.roll(reader.column, kind, reader.at);
  }

  /** Begins a block list or hash where something stands deeper than the one around it. */
  private roll(column: number, kind: TokenKind, start: number, place = this.queue.length): void {
    if (this.isInFlow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    this.queue.splice(place, 0, { kind, start, text: '' });
  }

  /** Ends the block lists and hashes that stand deeper. */
  private unroll(column: number): void {
    if (this.isInFlow) return;
    while (this.indent > column) {
      this.add('block end', this.reader.at);
      this.indent = this.indents.pop()!;
    }
  }
}

function reasonFor(code: number): string {
  if (code === 9) return 'a tab stands where blanks should indent';
  return `a value cannot begin with ${String.fromCharCode(code)} unless in quotes`;
}
