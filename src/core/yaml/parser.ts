import type { YamlBuilder } from './builder.js';
import type { YamlReader } from './reader.js';
import { YamlScanner } from './scanner.js';
import type { Token, TokenKind } from './tokens.js';

const deepest = 200;

type Kinds = ReadonlySet<TokenKind>;
const documentEnds: Kinds = new Set(['directive', 'document start', 'document end', 'stream end']);
const afterDash: Kinds = new Set(['block entry', 'block end']);
const afterDashUnindented: Kinds = new Set(['block entry', 'key', 'value', 'block end']);
const afterKey: Kinds = new Set(['key', 'value', 'block end']);
const afterFlowKey: Kinds = new Set(['stream end', 'value', 'flow entry', 'flow mapping end']);
const afterFlowValue: Kinds = new Set(['stream end', 'flow entry', 'flow mapping end']);
const afterPairKey: Kinds = new Set(['value', 'flow entry', 'flow sequence end']);
const afterPairValue: Kinds = new Set(['stream end', 'flow entry', 'flow sequence end']);

/** Reads the first document of a text, by libyaml's grammar, into a builder. What follows the document is not looked at. */
export class YamlParser {
  private readonly scanner: YamlScanner;
  private readonly handles = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  private depth = 0;

  constructor(
    private readonly reader: YamlReader,
    private readonly builder: YamlBuilder,
  ) {
    this.scanner = new YamlScanner(reader);
  }

  parse(): void {
    const { scanner } = this;
    if (scanner.peek().kind === 'stream end') return;
    const isExplicit = scanner.peek().kind === 'directive' || scanner.peek().kind === 'document start';
    if (isExplicit) this.start();
    if (isExplicit && documentEnds.has(scanner.peek().kind)) this.empty();
    else this.node(true, false);
    scanner.peek();
  }

  /** Passes the lines before a document's content. */
  private start(): void {
    const seen = new Set<string>();
    for (let token = this.scanner.peek(); token.kind === 'directive'; token = this.next()) {
      const handle = token.handle!;
      if (seen.has(handle)) throw this.reader.error(token.start, 'this directive was given before');
      seen.add(handle);
      if (handle !== '') this.handles.set(handle, token.text);
    }
    const token = this.scanner.peek();
    if (token.kind !== 'document start') throw this.reader.error(token.start, 'directives want a line --- behind them');
    this.scanner.skip();
  }

  /** Passes a token and gives the one behind it. */
  private next(): Token {
    this.scanner.skip();
    return this.scanner.peek();
  }

  private empty(): void {
    this.builder.scalar('', undefined, undefined, false, this.scanner.peek().start);
  }

  /** A value; `isUnindented`: a list may stand in the column of the key that it belongs to. */
  private node(isBlock: boolean, isUnindented: boolean): void {
    const first = this.scanner.peek();
    if (first.kind === 'alias') {
      this.builder.alias(first.text, first.start);
      this.scanner.skip();
    } else this.content(first, isBlock, isUnindented);
    if (this.builder.problem !== undefined) throw this.reader.error(first.start, this.builder.problem);
  }

  /** A value that is written out, and the anchor and tag before it. */
  private content(first: Token, isBlock: boolean, isUnindented: boolean): void {
    let token = first;
    let anchor: Token | undefined;
    let tag: Token | undefined;
    for (let count = 0; count < 2; count++) {
      if (token.kind === 'anchor' && anchor === undefined) anchor = token;
      else if (token.kind === 'tag' && tag === undefined) tag = token;
      else break;
      token = this.next();
    }
    const name = tag === undefined ? undefined : this.tagName(tag);
    if (token.kind === 'scalar') {
      const isString = token.isPlain === false && tag === undefined;
      this.builder.scalar(token.text, anchor?.text, name, isString, token.start);
      this.scanner.skip();
    } else if (!this.collection(token, anchor?.text, isBlock, isUnindented)) {
      if (token === first) throw this.reader.error(token.start, `a value is missing before ${describe(token)}`);
      this.builder.scalar('', anchor?.text, name, false, token.start);
    }
  }

  private tagName(tag: Token): string {
    const prefix = tag.handle === '' ? '' : this.handles.get(tag.handle!);
    if (prefix === undefined) throw this.reader.error(tag.start, `nothing says what ${tag.handle} stands for`);
    return prefix + tag.text;
  }

  /** Reads a list or hash; false where none begins. */
  private collection(token: Token, anchor: string | undefined, isBlock: boolean, isUnindented: boolean): boolean {
    const read = this.readerOf(token.kind, isBlock, isUnindented);
    if (read === undefined) return false;
    if (++this.depth > deepest)
      throw this.reader.error(token.start, `lists and hashes are nested more than ${deepest} deep`);
    const isList = token.kind === 'block entry' || token.kind.endsWith('sequence start');
    this.builder.open(isList ? [] : new Map(), anchor, token.start);
    read.call(this, token);
    this.builder.close();
    this.depth--;
    return true;
  }

  private readerOf(kind: TokenKind, isBlock: boolean, isUnindented: boolean): ((start: Token) => void) | undefined {
    if (kind === 'flow sequence start') return this.flowSequence;
    if (kind === 'flow mapping start') return this.flowMapping;
    if (isBlock && kind === 'block sequence start') return this.blockSequence;
    if (isBlock && kind === 'block mapping start') return this.blockMapping;
    return isUnindented && kind === 'block entry' ? this.unindentedSequence : undefined;
  }

  private blockSequence(): void {
    let token = this.next();
    for (; token.kind === 'block entry'; token = this.scanner.peek()) {
      if (afterDash.has(this.next().kind)) this.empty();
      else this.node(true, false);
    }
    if (token.kind !== 'block end')
      throw this.reader.error(token.start, `a list wants a dash before ${describe(token)}`);
    this.scanner.skip();
  }

  private unindentedSequence(): void {
    while (this.scanner.peek().kind === 'block entry') {
      if (afterDashUnindented.has(this.next().kind)) this.empty();
      else this.node(true, false);
    }
  }

  private blockMapping(): void {
    let token = this.next();
    for (; token.kind === 'key'; token = this.scanner.peek()) {
      if (afterKey.has(this.next().kind)) this.empty();
      else this.node(true, true);
      if (this.scanner.peek().kind !== 'value' || afterKey.has(this.next().kind)) this.empty();
      else this.node(true, true);
    }
    if (token.kind !== 'block end')
      throw this.reader.error(token.start, `a hash wants a key before ${describe(token)}`);
    this.scanner.skip();
  }

  private flowSequence(start: Token): void {
    let token = this.next();
    while (token.kind !== 'flow sequence end') {
      if (token.kind === 'stream end') throw this.notClosed(start, token, ']');
      if (token.kind === 'key') this.pair();
      else this.node(false, false);
      token = this.scanner.peek();
      if (token.kind === 'flow entry') token = this.next();
      else if (token.kind !== 'flow sequence end') throw this.notClosed(start, token, ']');
    }
    this.scanner.skip();
  }

  /** A hash of one pair without its braces, in brackets. */
  private pair(): void {
    this.builder.open(new Map(), undefined, this.scanner.peek().start);
    if (afterPairKey.has(this.next().kind)) {
      // As libyaml does, which passes what follows a key that is empty.
      this.scanner.skip();
      this.empty();
    } else this.node(false, false);
    if (this.scanner.peek().kind !== 'value' || afterPairValue.has(this.next().kind)) this.empty();
    else this.node(false, false);
    this.builder.close();
  }

  private flowMapping(start: Token): void {
    let token = this.next();
    while (token.kind !== 'flow mapping end') {
      if (token.kind === 'stream end') throw this.notClosed(start, token, '}');
      if (token.kind === 'key') this.flowPair();
      else {
        this.node(false, false);
        this.empty();
      }
      token = this.scanner.peek();
      if (token.kind === 'flow entry') token = this.next();
      else if (token.kind !== 'flow mapping end') throw this.notClosed(start, token, '}');
    }
    this.scanner.skip();
  }

  private flowPair(): void {
    if (afterFlowKey.has(this.next().kind)) this.empty();
    else this.node(false, false);
    if (this.scanner.peek().kind !== 'value' || afterFlowValue.has(this.next().kind)) this.empty();
    else this.node(false, false);
  }

  private notClosed(start: Token, token: Token, bracket: string): Error {
    if (token.kind === 'stream end')
      return this.reader.error(start.start, `this bracket is never closed by ${bracket}`, `Add ${bracket}.`);
    const line = this.reader.lineOf(start.start);
    const hint =
      line === this.reader.lineOf(token.start) ? undefined : `The bracket that is to be closed stands in line ${line}.`;
    return this.reader.error(token.start, `a comma or ${bracket} is missing before ${describe(token)}`, hint);
  }
}

/** What an author would call what begins with a token. */
const names: Partial<Record<TokenKind, string>> = {
  'block mapping start': 'this line',
  'block sequence start': 'this dash',
  'block entry': 'this dash',
  key: 'this key',
  value: 'this colon',
  'flow entry': 'this comma',
  'flow mapping start': 'this bracket',
  'flow sequence start': 'this bracket',
  'flow mapping end': 'this bracket',
  'flow sequence end': 'this bracket',
};

function describe(token: Token): string {
  switch (token.kind) {
    case 'scalar':
      return `“${token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text}”`;
    case 'stream end':
      return 'the end';
    case 'block end':
      return 'what stands less deep';
    default:
      return names[token.kind] ?? `the next ${token.kind}`;
  }
}
