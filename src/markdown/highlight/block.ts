import { guessTag } from './guess.js';
import type { Language } from './language.js';
import { languageOf, tagOf } from './languages.js';
import type { Emit } from './rule.js';
import { RuleReader } from './rule-reader.js';
import { escapeCode, SpanWriter } from './span-writer.js';
import type { LineToken, Tokenizer } from './tokenizer.js';

/** Classes of the grammar that go on over the end of a line. */
const solid = new Set('c c1 cm cd ch cs s s1 s2 sb sr sh se si sc ss sx sa dl cp'.split(' '));
const markClasses: Readonly<Record<string, string>> = {
  d1: 's1',
  d2: 's2',
  dt: 's2',
  dh: 'dl',
  e1: 'se',
  e2: 'se',
  sp: 's',
  fm: 'si',
  eb: 'code',
  te: 'si',
  ja: 'na',
  jc: 'nc',
  jt: 'code',
  jp: 'p',
  pq: 's2',
  kq: 's2',
};

/** A block of code as HTML spans; only escaped where its nesting is deeper than the stack. Options are as of a URL. */
export function highlightBlock(code: string, tag: string, tokenizer: Tokenizer, options = ''): string {
  const writer = new SpanWriter(code);
  try {
    readLanguage(code, languageOf(tag), tokenizer, (name, end) => writer.add(name, end), options);
  } catch (error) {
    if (error instanceof RangeError) return escapeCode(code);
    throw error;
  }
  writer.add('', code.length);
  return writer.toHtml();
}

function readLanguage(code: string, language: Language, tokenizer: Tokenizer, emit: Emit, options = ''): void {
  if (language.read) language.read(code, emit, (name, inner, to) => readAs(name, inner, tokenizer, to), options);
  else if (language.modes) new RuleReader(language.modes, code, emit).read(0, code.length, 'err');
  else if (language.grammar !== undefined && tokenizer.load(language.grammar))
    readWithGrammar(code, language, tokenizer, emit);
  else emit('', code.length);
}

function readAs(name: string, code: string, tokenizer: Tokenizer, emit: Emit): boolean {
  const tag = name === 'guess' ? guessTag(code, tagOf) : tagOf(name);
  if (tag !== undefined) readLanguage(code, languageOf(tag), tokenizer, emit);
  return tag !== undefined;
}

/** The grammar's tokens: what has no class goes to the rules, the rest keeps its class. Ends of lines join what they stand between. */
function readWithGrammar(code: string, language: Language, tokenizer: Tokenizer, emit: Emit): void {
  const lines = code.split('\n');
  const tokens = tokenizer.tokenize(lines, language.grammar!);
  const reader = new ZoneReader(language, code, emit);
  let start = 0;
  lines.forEach((line, index) => {
    for (const token of tokens[index]!) reader.add(zoneOf(token.name), start + token.end);
    start += line.length + 1;
    if (index + 1 < lines.length) reader.add(joinOf(tokens[index]!, tokens[index + 1]!), start);
  });
  reader.finish();
}

/** The class of a newline: that of a comment or string which goes on after it, else code. */
function joinOf(before: readonly LineToken[], after: readonly LineToken[]): string {
  const last = zoneOf(before.at(-1)?.name ?? '');
  const next = zoneOf(after[0]?.name ?? '');
  if (last === 'sh' || next === 'sh') return 'sh';
  return last === next && last !== 'c1' && solid.has(last) ? last : 'code';
}

function zoneOf(name: string): string {
  return markClasses[name] ?? name;
}

/** Gathers neighbouring pieces of code into one stretch for the rules. */
class ZoneReader {
  readonly #code: RuleReader | undefined;
  #zone = 'code';
  #start = 0;
  #end = 0;

  constructor(
    { plainModes }: Language,
    readonly text: string,
    readonly emit: Emit,
  ) {
    if (plainModes) this.#code = new RuleReader(plainModes, text, emit);
  }

  add(name: string, end: number): void {
    if (!this.#code) {
      this.emit(name === 'code' ? '' : name, end);
      return;
    }
    const zone = name === '' ? 'code' : name;
    if (zone !== this.#zone) {
      this.finish();
      this.#zone = zone;
    }
    this.#end = end;
  }

  finish(): void {
    if (!this.#code || this.#end === this.#start) return;
    if (this.#zone.startsWith('c') && this.#zone !== 'code') this.#trimComment();
    if (this.#zone === 'code') this.#code.read(this.#start, this.#end, 'err');
    else this.emit(this.#zone, this.#end);
    this.#start = this.#end;
  }

  /** White space before a comment belongs to some grammars' comment, never to Rouge's. */
  #trimComment(): void {
    const space = /^[ \t]+/.exec(this.text.slice(this.#start, this.#end))?.[0];
    if (space) this.emit('', this.#start + space.length);
  }
}
