import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import { MarkupFeed } from '../markup-feed.js';
import { type Emit, type Modes, type Rule, RuleReader } from '../rule.js';
import { Scanner } from '../scanner.js';
import { css } from './css.js';
import { erb } from './erb.js';
import { javascript } from './javascript.js';
import { markdown } from './markdown.js';
import { blank, leave, lineEnd, rule, space } from './pieces.js';
import { ruby } from './ruby.js';
import { sass } from './sass.js';

const id = '[\\w:-]+';
/** A character of a line, which goes on in the next where both end with ` |`. */
const dot = String.raw`(?: \|\n(?=[^\n]* \|)|[^\n])`;
const names: readonly Rule[] = [rule(`\\.${id}`, 'nc', '=tag'), rule(`#${id}`, 'nf', '=tag')];
const hole = rule('#\\{', 'si', 'hole');
const text = String.raw`(?:[^#\n]|#[^{\n])+`;
const evaluated: readonly Rule[] = [
  rule('[&!]?==', 'p', 'plain'),
  rule('[&!]?[=!]', 'script', '=rubyLine'),
  [leave[0], '', 'plain'],
];
const rubyInside: readonly Rule[] = [
  rule('\\{', 'ruby', 'rubyInside'),
  rule('\\}', 'ruby', '^'),
  rule('[^{}]+', 'ruby'),
];

/** A string in one line: up to the first quote that is not escaped, else up to the last. */
function quoted(quote: string): Rule {
  const escapes = `[\\\\${quote}]`;
  return rule(`${quote}(?:(?:\\\\${escapes}|\\\\(?!${escapes})|[^${quote}\\\\\\n])*|[^\\n]*)${quote}`, 's', '^');
}

/** The lines of a block, which are indented further than what it belongs to; its mode's name remembers both. */
function block(name: string): Rule[] {
  const [kind, indent] = name.split('|');
  return [rule(`${blank}*\\n`, ''), rule(`${indent}${blank}+`, '', `${kind}:${indent}`), [leave[0], '', '!root']];
}

function comment(kind: string, name: string): (indent: string) => Rule[] {
  return (indent) => [rule(`${dot}+`, name), rule('\\n', '', `!block:${kind}|${indent}`)];
}

/**
 * `ruby` and `html` are code of these languages, `script` a mark before Ruby that has nothing to do with that before; `filterName`
 * begins a block in the language that it names, and `filter` is a line of it.
 */
const modes: Modes = {
  root: [rule(`${blank}*\\n`, ''), rule(`(${blank}*)`, [''], ([indent]) => `content:${indent}`)],
  block,
  content: (indent) => [
    ...names,
    rule(`%${id}`, 'nt', '=tag'),
    rule(`!!!${dot}*\\n`, 'nn', '^'),
    rule(`(\\/)(\\[${dot}*?\\])(${dot}*\\n)`, ['c', 'cs', 'c'], '^'),
    rule(`\\/${dot}*\\n`, 'c', `!block:htmlComment|${indent}`),
    rule(`-#${dot}*\\n`, 'c', `!block:hamlComment|${indent}`),
    rule('-', 'script', '=rubyLine'),
    rule(`:${dot}*\\n`, 'filterName', `!block:filter|${indent}`),
    ...evaluated,
  ],
  tag: [
    ...names,
    rule('\\{', 'script', 'rubyInside'),
    rule(`\\[${dot}*?\\]`, 'ruby'),
    rule('\\(', 'p', 'attributes'),
    rule(`${blank}*\\n`, '', '^'),
    rule('[<>]{1,2}(?=[ \\t=])', 'p'),
    ...evaluated,
  ],
  plain: [rule(text, 'html'), hole, rule('\\n', '', '!root')],
  rubyLine: [
    rule('\\n', '', '^'),
    rule(',[ \\t]*\\n', 'ruby'),
    rule(String.raw` \|[ \t]*\n`, 'se'),
    rule(String.raw`[^\n]*?(?=(?:,${lineEnd}| \|)?[ \t]*${lineEnd})`, 'ruby'),
  ],
  attributes: [space, rule(`${id}${blank}*=`, 'na', 'value'), rule(id, 'na'), rule('\\)', '', '^')],
  value: [
    space,
    rule('[a-z]\\w*', 'nv', '^'),
    rule('@[a-z]\\w*', 'vi', '^'),
    rule('\\$[a-z]\\w*', 'vg', '^'),
    quoted("'"),
    quoted('"'),
  ],
  htmlComment: comment('htmlComment', 'c'),
  hamlComment: comment('hamlComment', 'cp'),
  filter: (indent) => [rule(text, 'filter'), hole, rule('\\n', '', `!block:filter|${indent}`)],
  hole: [rule('\\}', 'si', '^'), ...rubyInside],
  rubyInside,
};

/** Languages of filters; the first ones know of seams, or are read on in their modes; others are read line by line. */
const filters: Readonly<Record<string, Language>> = { javascript, ruby, css, sass, markdown, erb };
const seam = '\0';

interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** Code of one language in several stretches. */
interface Segment {
  readonly language: Language;
  readonly stretches: Stretch[];
}

/** Reads Haml's own parts, and gathers those of other languages until all of their code is known. */
class HamlReader {
  readonly #classes: string[];
  readonly #segments: Segment[] = [];
  #ruby: Segment = { language: ruby, stretches: [] };
  #filter: Segment | undefined;
  readonly #feed: MarkupFeed;
  #named = 0;

  constructor(readonly code: string) {
    this.#classes = new Array<string>(code.length).fill('');
    this.#segments.push(this.#ruby);
    this.#feed = new MarkupFeed((name, end) => {
      this.#classes.fill(name, this.#named, end);
      this.#named = end;
    });
  }

  /** The class of each character. */
  read(): readonly string[] {
    let at = 0;
    const reader = new RuleReader(modes, this.code, (name, end) => {
      this.#piece(name, at, end);
      at = end;
    });
    reader.maxIdle = 5;
    reader.read(0, this.code.length, 'err');
    this.#feed.finish();
    for (const segment of this.#segments) this.#readSegment(segment);
    return this.#classes;
  }

  #piece(name: string, start: number, end: number): void {
    const text = this.code.slice(start, end);
    if (name === 'html') this.#feed.text(text);
    else this.#feed.hole(this.#ownClass(name, start, text), end - start);
  }

  #ownClass(name: string, start: number, text: string): string {
    switch (name) {
      case 'ruby':
        this.#ruby.stretches.push({ start, text });
        return '';
      case 'script':
        this.#begin(ruby);
        return 'p';
      case 'filterName':
        this.#filter = undefined;
        this.#beginFilter(text.slice(1).trim());
        return 'nd';
      case 'filter':
        this.#filter?.stretches.push({ start, text });
        return this.#filter ? '' : 'nd';
      default:
        return name;
    }
  }

  #begin(language: Language): Segment {
    const segment = { language, stretches: [] };
    this.#segments.push(segment);
    if (language === ruby) this.#ruby = segment;
    return segment;
  }

  #beginFilter(name: string): void {
    const language = Object.hasOwn(filters, name) ? filters[name] : undefined;
    this.#filter = language && this.#begin(language);
  }

  #readSegment({ language, stretches }: Segment): void {
    if (language === ruby || language === javascript) this.#readJoined(language, stretches);
    else {
      const stack = ['root'];
      for (const { start, text } of stretches) {
        const name = this.#namer(start);
        if (language.modes) new RuleReader(language.modes, text, name, stack).read(0, text.length, 'err');
        else readInner(new Scanner(text, name), language, text.length);
      }
    }
  }

  /** Gives classes to what follows a place. */
  #namer(start: number): Emit {
    let from = start;
    return (name, end) => {
      this.#classes.fill(name, from, start + end);
      from = start + end;
    };
  }

  #readJoined(language: Language, stretches: readonly Stretch[]): void {
    const places = stretches.flatMap(({ start, text }) => [...Array.from(text.split(''), (_, at) => start + at), -1]);
    let from = 0;
    const name: Emit = (as, end) => {
      for (; from < end; from += 1) if (places[from] !== -1) this.#classes[places[from]!] = as;
    };
    const code = stretches.map(({ text }) => text + seam).join('');
    readInner(new Scanner(code, name), language, code.length);
  }
}

/** Haml: HTML by its indentation, with Ruby and other languages in it. */
export const haml: Language = {
  read(code, emit) {
    const classes = new HamlReader(code).read();
    for (let at = 0; at < code.length; at += 1) if (classes[at] !== classes[at + 1]) emit(classes[at]!, at + 1);
  },
};
