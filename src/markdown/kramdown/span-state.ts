import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import type { KramdownDocument } from './document.js';
import { addText, append, type Element } from './element.js';
import { LineCounter } from './line-counter.js';
import { Finder } from './text.js';

/** A span rule: reads what begins at `state.pos` and moves it on, or gives false and leaves all as it was. */
export type SpanRule = (state: SpanState) => boolean;

/** Where an element's spans end. */
export interface SpanStop {
  /** Characters that it may begin with, besides those that rules begin with. */
  readonly extra: number;
  /** Whether the element ends at `state.pos`. */
  isHere(state: SpanState): boolean;
}

/** Where a rule may begin: on which condition a character is looked at more closely. */
export const Start = {
  never: 0,
  always: 1,
  /** Where the same character follows. */
  doubled: 2,
  beforeBracket: 3,
  beforeColon: 4,
  quote: 5,
  /** Where two spaces stand before it. */
  lineEnd: 6,
  /** Where another follows; a space before it belongs to it. */
  closingAngle: 7,
} as const;

/** Rules by the character that they begin with. */
export interface SpanRules {
  readonly starts: Uint8Array;
  /** Finds the next character that a rule may begin with, or one besides: a search costs half as much as a loop. */
  searchFor(extra: number): RegExp;
  readonly chains: readonly (readonly SpanRule[] | undefined)[];
  readonly quotes: SpanRule | undefined;
}

/** What `SpanRules.searchFor` gives for characters with these marks. */
export function createSearches(starts: Uint8Array): SpanRules['searchFor'] {
  const known: RegExp[] = [];
  const codes = [...starts.keys()].filter((code) => starts[code] !== Start.never);
  const make = (extra: number): RegExp => {
    const all = extra < 0 ? codes : [...codes, extra];
    return new RegExp(`[${all.map((code) => `\\x${code.toString(16).padStart(2, '0')}`).join('')}]`, 'g');
  };
  return (extra) => (known[extra + 1] ??= make(extra));
}

/** An emphasis mark that is not closed. */
export interface FailedMark {
  readonly start: number;
  /** Where other spans were found behind it, in pairs of beginning and end: in there, the same mark may be closed. */
  readonly found: readonly number[];
}

/** The sets of rules that texts are read with. */
export interface SpanRuleSets {
  readonly all: SpanRules;
  readonly html: SpanRules;
  readonly code: SpanRules;
  readonly codeAndHtml: SpanRules;
}

const maxDepth = 700;

/** How many characters may be read in vain before marks that are not closed are taken as text without a try. */
const budgetOf = (text: string): number => text.length * 5 + 200_000;

/** The inline parser's state over one text. */
export class SpanState extends MarkdownIt.StateInline {
  /** The element whose spans are being read. */
  parent: Element;
  private ownFinder: Finder | undefined = undefined;
  openEmphasis = 0;
  openStrong = 0;
  openLinks = 0;
  depth = 0;
  /** For each emphasis mark, the attempt in this element that found no closing mark. */
  failedMarks: (FailedMark | undefined)[] | undefined = undefined;
  /** Where spans begin and end that were found in this element, if it is emphasis, in pairs. */
  found: number[] | undefined = undefined;
  /** The same of the element that was read last. */
  lastFound: readonly number[] | undefined = undefined;
  /** Brackets known to have no partner. */
  readonly lonelyBrackets = new Set<number>();
  /** Set where a bracket was found to have no partner, so that those around it have none either. */
  isBracketLost = false;
  /** How many characters were read in vain. */
  wasted = 0;
  private budget: number;
  private rules: SpanRules;
  private startLine = 1;
  private lines: LineCounter | undefined = undefined;

  constructor(
    md: Parser,
    public document: KramdownDocument,
    readonly sets: SpanRuleSets,
    readonly textType = 'text',
  ) {
    super('', md, {}, []);
    this.parent = document.root;
    this.budget = 0;
    this.rules = sets.all;
  }

  /** Searches the text. */
  get finder(): Finder {
    return (this.ownFinder ??= new Finder(this.src));
  }

  /** Begins again with another text, read into `parent`. */
  reset(text: string, parent: Element, line: number): void {
    this.src = text;
    this.pos = 0;
    this.parent = parent;
    this.ownFinder = undefined;
    this.failedMarks = undefined;
    this.found = undefined;
    if (this.lonelyBrackets.size > 0) this.lonelyBrackets.clear();
    this.isBracketLost = false;
    this.wasted = 0;
    this.budget = budgetOf(text);
    this.startLine = line;
    this.lines = undefined;
  }

  /** Takes up another document. */
  begin(document: KramdownDocument): void {
    this.document = document;
    this.openEmphasis = 0;
    this.openStrong = 0;
    this.openLinks = 0;
    this.depth = 0;
  }

  /** The document's line at the current position. */
  lineHere(): number {
    this.lines ??= new LineCounter(this.src, this.startLine);
    return this.lines.lineAt(this.pos);
  }

  /** Whether another attempt at something that may not be closed is worth its time. */
  canTry(): boolean {
    return this.depth < maxDepth && this.wasted < this.budget;
  }

  addText(text: string): void {
    addText(this.parent, text, this.textType);
  }

  /** Takes characters as text. */
  addPlain(end: number): void {
    this.addText(this.src.slice(this.pos, end));
    this.pos = end;
  }

  add(element: Element): void {
    append(this.parent, element);
  }

  /** The end of the text from a position to what any rule, or `extra`, may begin with, as it were read into an element. */
  endOfPlain(from: number, extra: number): number {
    return nextStart(this.src, from, this.sets.all, extra);
  }

  /** Reads spans into an element until its end is found. False where the text ends first. */
  parseInto(element: Element, stop?: SpanStop, rules: SpanRules = this.sets.all): boolean {
    const { parent, failedMarks, found, rules: outer } = this;
    const { type } = element;
    this.parent = element;
    this.rules = rules;
    this.failedMarks = undefined;
    this.found = undefined;
    this.depth++;
    if (type === 'em') this.openEmphasis++;
    else if (type === 'strong') this.openStrong++;
    else if (type === 'a' || type === 'img') this.openLinks++;
    const isFound = this.parseUntil(stop);
    if (type === 'em') this.openEmphasis--;
    else if (type === 'strong') this.openStrong--;
    else if (type === 'a' || type === 'img') this.openLinks--;
    this.depth--;
    this.lastFound = this.found;
    this.failedMarks = failedMarks;
    this.found = found;
    this.rules = outer;
    this.parent = parent;
    return isFound;
  }

  private parseUntil(stop: SpanStop | undefined): boolean {
    const { src, rules } = this;
    const extra = stop === undefined ? -1 : stop.extra;
    const isEmphasis = this.parent.type === 'em' || this.parent.type === 'strong';
    while (this.pos < src.length) {
      const start = nextStart(src, this.pos, rules, extra);
      if (start >= src.length) {
        if (stop === undefined) this.addPlain(src.length);
        return false;
      }
      if (start > this.pos) this.addPlain(start);
      if (stop?.isHere(this)) return true;
      if (!this.runRules(rules.chains[src.charCodeAt(start)], rules.quotes)) this.addPlain(start + 1);
      // What is read here has marks of its own, which another attempt may pair differently.
      else if (isEmphasis && this.pos > start + 2) (this.found ??= []).push(start, this.pos);
      if (this.isBracketLost) {
        if (this.parent.type === 'a' || this.parent.type === 'img') return false;
        this.isBracketLost = false;
      }
    }
    return false;
  }

  private runRules(chain: readonly SpanRule[] | undefined, quotes: SpanRule | undefined): boolean {
    if (chain === undefined) return quotes?.(this) ?? false;
    for (let i = 0; i < chain.length; i++) if (chain[i]!(this)) return true;
    return false;
  }
}

/** Where the next span may begin, or the text's end. A quotation mark is met at the character before it. */
function nextStart(src: string, pos: number, rules: SpanRules, extra: number): number {
  const { starts } = rules;
  const search = rules.searchFor(extra);
  search.lastIndex = pos;
  while (search.test(src)) {
    const i = search.lastIndex - 1;
    const code = src.charCodeAt(i);
    if (code === extra) return i;
    switch (starts[code]) {
      case Start.always:
        return i;
      case Start.doubled:
        if (src.charCodeAt(i + 1) === code) return i;
        continue;
      case Start.beforeBracket:
        if (src.charCodeAt(i + 1) === 91) return i;
        continue;
      case Start.beforeColon:
        if (src.charCodeAt(i + 1) === 58) return i;
        continue;
      case Start.quote:
        return i > pos && src.charCodeAt(i - 1) !== 92 ? i - 1 : i;
      case Start.lineEnd:
        if (i - 2 >= pos && src.charCodeAt(i - 1) === 32 && src.charCodeAt(i - 2) === 32) return i - 2;
        continue;
      case Start.closingAngle:
        if (src.charCodeAt(i + 1) === 62) return i > pos && src.charCodeAt(i - 1) === 32 ? i - 1 : i;
    }
  }
  return src.length;
}
