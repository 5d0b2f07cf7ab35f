import { readInner } from '../inner.js';
import type { Language, ReadAs } from '../language.js';
import { MarkupFeed } from '../markup-feed.js';
import { Scanner } from '../scanner.js';
import { MarkdownLinks } from './markdown-links.js';
import { blank, lineEnd, lineStart } from './pieces.js';
import { yaml } from './yaml.js';

/** A character of a line, or one that a backslash quotes. */
const unit = String.raw`(?:\\[^\n]|[^\\\n])`;
const sticky = (source: string): RegExp => new RegExp(source, 'uy');

const backslash = sticky(String.raw`\\[^\n]`);
const underlined = sticky(String.raw`[^\t-\r]+\n--+\n`);
const doublyUnderlined = sticky(String.raw`[^\t-\r]+\n==+\n`);
const headings: readonly (readonly [pattern: RegExp, name: string])[] = [
  [underlined, 'gh'],
  [doublyUnderlined, 'gu'],
  [sticky(String.raw`#(?=[^#])[^\n]*`), 'gh'],
  [sticky('#+[^\\n]*'), 'gu'],
];
const fence = /([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)/y;
const indented = sticky(String.raw`\n\n(?:(?: {4}|\t)[^\n]*\n|\n)+`);
const rulers = [
  sticky(String.raw`(?:\*${blank}*){2,}\*${blank}*${lineEnd}`),
  sticky(`(?:-${blank}*){2,}-${blank}*${lineEnd}`),
];
const bullet = sticky(`[-*+](?=${blank})|[0-9]+\\.`);
const definition = sticky(String.raw`(\[)(${unit}+?)(\])(${blank}*)(:)`);
const emphases: readonly (readonly [mark: string, pattern: RegExp, name: string])[] = [
  ['**', sticky(String.raw`\*\*${unit}*?\*\*`), 'gs'],
  ['__', sticky(`__${unit}*?__`), 'gs'],
  ['*', sticky(String.raw`\*${unit}*?\*`), 'ge'],
  ['_', sticky(`_${unit}*?_`), 'ge'],
];
const address = sticky(`<(?:https?|mailto|ftp)://${unit}*?>`);
const tag = sticky(`<${unit}*?>`);
const text = /[^\\`[*\n&<]+/y;
const frontStart = /---[ \t\v-\r]*\n/y;
const frontEnd = new RegExp(`${lineStart}---${blank}*${lineEnd}\\n?`, 'g');
const spaces = sticky(`${blank}*`);

/** Reads Markdown with what it has of other languages: front matter, fenced code and HTML. */
class MarkdownReader {
  readonly #s: Scanner;
  readonly #links: MarkdownLinks;
  readonly #feed: MarkupFeed;
  #named = 0;
  #isFrontClosed = true;
  /** Up to where it is known that no character which ends an entity comes. */
  #noEntity = 0;
  /** The first character of the line, or of a later one, that is no white space; and from where that is known. */
  #content = { from: 0, at: -1 };

  constructor(
    readonly code: string,
    emit: (name: string, end: number) => void,
    readonly readAs: ReadAs,
    readonly first: (s: Scanner) => boolean,
  ) {
    this.#feed = new MarkupFeed(emit);
    this.#s = new Scanner(code, (name, end) => {
      this.#feed.hole(name, end - this.#named);
      this.#named = end;
    });
    this.#links = new MarkdownLinks(this.#s);
  }

  read(): void {
    const s = this.#s;
    while (!s.done) if (!this.#token()) s.passOne();
    this.#feed.finish();
  }

  #token(): boolean {
    const s = this.#s;
    if (this.first(s) || this.#frontMatter() || s.take(backslash, 'se')) return true;
    const { atLineStart } = s;
    if (atLineStart && (headings.some(([pattern, name]) => s.take(pattern, name)) || this.#fence())) return true;
    if (s.char === '\n' && s.take(indented, 'sb')) return true;
    if (s.char === '`' && this.#links.code()) return true;
    if (atLineStart && this.#lineStart()) return true;
    return this.#links.take() || this.#emphasis() || this.#inline();
  }

  /** Front matter, which may be anywhere: a line of three dashes up to the next. */
  #frontMatter(): boolean {
    const s = this.#s;
    if (!this.#isFrontClosed || !s.sees('---') || !s.looksAt(frontStart)) return false;
    frontEnd.lastIndex = frontStart.lastIndex;
    this.#isFrontClosed = frontEnd.test(this.code);
    if (this.#isFrontClosed) readInner(s, yaml, frontEnd.lastIndex);
    return this.#isFrontClosed;
  }

  /** Code between fences, of the language named after the first, or of one that it looks like. */
  #fence(): boolean {
    const s = this.#s;
    const found = s.match(fence);
    if (!found) return false;
    const [, indent, mark, info] = found as unknown as readonly [string, string, string, string];
    s.takeGroups(fence, ['', 'p', 'nl']);
    const close = this.code.indexOf(`\n${indent}${mark}`, s.at);
    if (close < 0) this.#openFence(mark, info.trim());
    else {
      this.#inner(close, info.trim() || 'guess');
      s.pass(indent.length + 1, '');
      s.pass(mark.length, 'p');
    }
    return true;
  }

  /** Lines up to one that begins with the fence, indented otherwise than it was. */
  #openFence(mark: string, language: string): void {
    const s = this.#s;
    const end = new RegExp(`${lineStart}([ \\t]*)(${mark})`, 'g');
    end.lastIndex = s.at;
    const found = end.exec(this.code);
    this.#inner(found?.index ?? this.code.lastIndexOf('\n') + 1, language || 'plaintext');
    if (found) {
      s.pass(found[1]!.length, '');
      s.pass(mark.length, 'p');
    } else if (!s.done) s.passTo(this.code.length, 'err');
  }

  #inner(end: number, language: string): void {
    const s = this.#s;
    const start = s.at;
    if (!this.readAs(language, this.code.slice(start, end), (name, to) => s.emit(name, start + to))) s.emit('sb', end);
    s.at = end;
  }

  /** What begins a line, after white space that may be lines of it. */
  #lineStart(): boolean {
    const s = this.#s;
    const { at } = s;
    if (at < this.#content.from || at > this.#content.at)
      this.#content = { from: at, at: at + s.match(spaces)![0].length };
    s.at = this.#content.at;
    const end = this.#markEnd();
    if (end > 0) {
      const name = s.char === '>' ? 'gt' : 'p';
      s.at = at;
      s.passTo(end, name);
      return true;
    }
    const found = s.match(definition);
    const contentAt = s.at;
    s.at = at;
    if (!found) return false;
    s.passTo(contentAt, '');
    s.takeGroups(definition, ['p', 'ss', 'p', '', 'p']);
    this.#links.definition();
    return true;
  }

  /** Where a ruler, the mark of a list's item or a quote's line ends; 0 where none begins. */
  #markEnd(): number {
    const s = this.#s;
    for (const pattern of [...rulers, bullet]) {
      const found = s.match(pattern);
      if (found) return s.at + found[0].length;
    }
    return s.char === '>' ? s.at + s.match(/[^\n]*/y)![0].length : 0;
  }

  #emphasis(): boolean {
    const s = this.#s;
    return emphases.some(([mark, pattern, name]) => s.sees(mark) && this.#links.takeInLine(mark, pattern, name));
  }

  #inline(): boolean {
    const s = this.#s;
    switch (s.char) {
      case '&':
        return this.#entity() || s.take(/&/y, '');
      case '<':
        if (this.#links.mail()) return true;
        if (this.#links.isOpenInLine('<')) return s.take(/</y, '');
        if (s.take(address, 'nv')) return true;
        if (!s.looksAt(tag)) {
          this.#links.noneInLine('<');
          return s.take(/</y, '');
        }
        this.#html(tag.lastIndex);
        return true;
      case '[':
      case '\n':
        s.pass(1, '');
        return true;
      default:
        return s.take(text, '');
    }
  }

  #entity(): boolean {
    const s = this.#s;
    if (s.at < this.#noEntity) return false;
    const run = s.match(/&[^\t-\r ]*/y)![0];
    const length = run.lastIndexOf(';') + 1;
    if (length === 0) this.#noEntity = s.at + run.length;
    else this.#html(s.at + length);
    return length > 0;
  }

  #html(end: number): void {
    const s = this.#s;
    this.#feed.text(this.code.slice(s.at, end));
    s.at = end;
    this.#named = end;
  }
}

/** Markdown, or a language around it: `createFirst` makes, for each text, what is tried first at each place; whether it took something. */
export function markdownLanguage(createFirst: () => (s: Scanner) => boolean): Language {
  return {
    read: (code, emit, readAs) => new MarkdownReader(code, emit, readAs, createFirst()).read(),
    isApart: true,
  };
}

/** Markdown. */
export const markdown: Language = markdownLanguage(() => () => false);
