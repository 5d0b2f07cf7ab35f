import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';

/** Characters of a tag's URI and of a name of an anchor, as YAML's specification has them. */
const uri = String.raw`[\w;/?:@&=+$,.!~*'()[\]%-]`;
const name = String.raw`[\p{L}\p{Nl}\p{Nd}_-]+`;

/** What may stand before a node, by its first character. */
const properties: Readonly<Record<string, readonly [pattern: RegExp, name: string]>> = {
  '!': [new RegExp(`!<${uri}+>|(?:![\\w-]+)?!${uri}*`, 'y'), 'kt'],
  '&': [new RegExp(`&${name}`, 'uy'), 'nl'],
  '*': [new RegExp(`\\*${name}`, 'uy'), 'nv'],
};

interface Quoting {
  readonly open: string;
  readonly escaped: RegExp;
  readonly text: RegExp;
}
const hex = '[0-9A-Fa-f]';
const quotings: Readonly<Record<string, Quoting>> = {
  "'": { open: 's1', escaped: /\\'/y, text: /[^\t-\r ']+/y },
  '"': {
    open: 's2',
    escaped: new RegExp(String.raw`\\(?:[0abt\t\nnvfre "\\N_LP]|x${hex}{2}|u${hex}{4}|U${hex}{8})`, 'y'),
    text: /[^\t-\r "\\]+/y,
  },
};
const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

const tag = new RegExp(`( +)(![\\w-]*!|!)( +)(!|${uri}+)`, 'y');
const comment = /#[^\n]*/y;
/** How deep a block's text is indented, and what becomes of its end; nothing, where a space or the line's end comes. */
const blockMark = /(?:[1-9][+-]?|[+-]?[1-9]?)(?![^ \n])/y;
const spaces = / +/y;
const blankToEnd = /[\t-\r ]*?\n/y;
const newlines = /\n+/y;
/** White space that folding takes away: around the ends of lines. */
const folded = /(?<=^|\n) +| +(?![^\n])|\n+/y;
const spacesAtEnd = / +(?![^\n])/y;
const spacesBeforeEnd = / +(?![^#\n])/y;
const spacesBeforeComment = / +(?=#)/y;
const entryMark = /( *)([?:-])(?![^ \n])/y;
const keyText = /[^#,:?[\]{}"'\n]+/y;
const plainStart = /[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]|[?:-][^ \t\n\r\f\v]/y;
const flowEnd = / *[,:?[\]{}]| +#/y;

/** Where lines stand: the columns of the open collections, and the column reached in this line. */
class Layout {
  readonly levels = [0];
  column = 0;
  /** Spaces already named at the start of a line that ended the scalar before. */
  lead: number | undefined;
  /** Up to where it is known that no key begins. */
  keyless = 0;

  constructor(readonly keyClass: (key: string) => string) {}

  get level(): number {
    return this.levels.at(-1)!;
  }

  reset(): void {
    this.levels.length = 1;
    this.column = 0;
  }

  /** How much of the white space of a line stands for open collections; more is wrong unless it is deeper than all. */
  deepest(column: number): number {
    return column >= this.level ? column : this.levels.findLast((level) => level <= column)!;
  }

  openHere(): void {
    if (this.column > this.level) this.levels.push(this.column);
  }

  closeDeeper(): void {
    while (this.levels.length > 1 && this.column < this.level) this.levels.pop();
  }
}

function spacesTaken(s: Scanner, as = ''): number {
  const start = s.at;
  s.take(spaces, as);
  return s.at - start;
}

function readLine(s: Scanner, layout: Layout): void {
  if (s.take(comment, 'c1') || s.take(newlines, '') || s.take(spacesBeforeEnd, '')) return;
  if (s.atLineStart && s.take(/%YAML\b/y, 'nt')) readDirective(s, layout, [/( +)(\d+\.\d+)/y, ['', 'm']]);
  else if (s.atLineStart && s.take(/%TAG\b/y, 'nt')) readDirective(s, layout, [tag, ['', 'kt', '', 'kt']]);
  else if (s.atLineStart && s.take(/(?:---|\.\.\.)(?![^ \n])/y, 'nn')) {
    layout.reset();
    readNodes(s, layout);
  } else if (s.looksAt(/ *[\t\v\f\r]/y)) s.pass(1, 'err');
  else {
    const lead = s.match(spaces)?.[0].length ?? 0;
    const known = layout.deepest(lead);
    s.pass(known, '');
    s.pass(lead - known, 'err');
    readEntry(s, layout, lead);
  }
}

/** What a directive says, wherever it comes: all before it is wrong, and what is behind it in its line but a comment. */
function readDirective(s: Scanner, layout: Layout, [said, names]: readonly [RegExp, readonly string[]]): void {
  layout.reset();
  while (!s.done && !s.takeGroups(said, names)) s.passOne();
  while (!s.done && !s.takeText('\n', '')) {
    if (!s.take(comment, 'c1') && !s.take(spaces, '')) s.passOne();
  }
}

/** From the first character of a line after its spaces: the marks of collections, then what they hold. */
function readEntry(s: Scanner, layout: Layout, lead: number): void {
  layout.column = lead;
  layout.closeDeeper();
  for (let mark = s.match(entryMark); mark; mark = s.match(entryMark)) {
    s.pass(mark[1]!.length, '');
    layout.column += mark[1]!.length;
    layout.openHere();
    layout.column += 1;
    s.pass(1, 'pi');
  }
  if (s.take(blankToEnd, '')) return;
  layout.column += spacesTaken(s);
  readNodes(s, layout);
}

/** The length of a mapping's key here, its colon apart; 0 where there is none. */
function keyLength(s: Scanner, layout: Layout): number {
  if (s.at < layout.keyless) return 0;
  const text = s.match(keyText)?.[0] ?? '';
  const end = s.at + text.length;
  if (text !== '' && s.code[end] === ':' && /^[\t-\r ]?$/.test(s.code.charAt(end + 1))) return text.length;
  layout.keyless = end;
  return 0;
}

/** What a line holds after its marks: keys and values up to its end, and scalars beyond it. */
function readNodes(s: Scanner, layout: Layout): void {
  while (!s.done) {
    s.take(spacesBeforeEnd, '');
    if (s.done || s.char === '#' || s.char === '\n') return;
    if (s.take(spaces, '') || readProperty(s)) continue;
    const length = keyLength(s, layout);
    if (length > 0) {
      s.pass(length, layout.keyClass(s.code.slice(s.at, s.at + length)));
      s.pass(1, 'pi');
      layout.openHere();
    } else if (s.take(/[|>][+-]?/y, 'pi')) {
      readBlockText(s, layout);
      return;
    } else if (!readDelimited(s)) {
      if (!s.looksAt(plainStart)) s.pass(1, 'err');
      else if (readPlain(s, layout)) return;
    }
  }
}

function readProperty(s: Scanner): boolean {
  const property = properties[s.char];
  return property !== undefined && s.take(...property);
}

/** A node with an end of its own: a quoted scalar or a collection in brackets. */
function readDelimited(s: Scanner): boolean {
  const quoting = quotings[s.char];
  if (quoting) readQuoted(s, quoting);
  else if (closers[s.char] !== undefined) readFlow(s);
  else return false;
  return true;
}

function readQuoted(s: Scanner, { open, escaped, text }: Quoting): void {
  const mark = s.char;
  s.pass(1, open);
  while (!s.done) {
    if (s.takeText(mark, 's')) return;
    if (s.take(folded, '') || s.take(spaces, 'nv') || s.take(escaped, 'se') || s.take(text, 's')) continue;
    s.pass(1, 'err');
  }
}

/** Collections in brackets, with those inside them. */
function readFlow(s: Scanner): void {
  const open: string[] = [];
  do {
    const { char } = s;
    if (closers[char] !== undefined) open.push(closers[char]);
    else if (char === open.at(-1)) open.pop();
    else {
      if (!readInFlow(s)) s.pass(1, /[?:,]/.test(char) ? 'pi' : 'err');
      continue;
    }
    s.pass(1, 'pi');
  } while (open.length > 0 && !s.done);
}

function readInFlow(s: Scanner): boolean {
  if (s.take(/[\t-\r ]+/y, '') || s.take(comment, 'c1')) return true;
  if (/[?:,]/.test(s.char)) return false;
  if (readProperty(s) || (quotings[s.char] !== undefined && readDelimited(s))) return true;
  if (!s.looksAt(/[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]/y)) return false;
  readFlowPlain(s);
  return true;
}

function readFlowPlain(s: Scanner): void {
  while (!s.done) {
    if (s.looksAt(flowEnd)) {
      s.take(spaces, '');
      return;
    }
    if (s.take(folded, '') || s.take(spaces, 'nv') || s.take(/[^\t-\r ,:?[\]{}]+/y, 'nv')) continue;
    s.pass(1, 'err');
  }
}

/** What follows the mark of a literal or folded scalar in its line: how deep it is, and a comment. The depth, where it is given. */
function readBlockHeader(s: Scanner, layout: Layout): number | undefined {
  let mark = s.match(blockMark);
  while (!mark && !s.done) {
    s.passOne();
    mark = s.match(blockMark);
  }
  const length = mark?.[0].length ?? 0;
  s.pass(length, 'pi');
  while (!s.done && !s.takeText('\n', ''))
    if (!s.take(spaces, '') && !s.take(comment, 'c1')) s.take(/[^ #\n]+/y, 'err');
  return length === 0 ? undefined : layout.level + (Number.parseInt(mark![0], 10) || 0);
}

/** A literal or folded scalar: lines deeper than the collection that holds it. Below no collection it must be indented all the same. */
function readBlockText(s: Scanner, layout: Layout): void {
  let depth = readBlockHeader(s, layout);
  let isFlat = false;
  while (!s.done) {
    if (s.take(newlines, '')) continue;
    if (!s.atLineStart) {
      if (!s.take(/[^\n\r\f\v]+/y, 's')) s.pass(1, 'err');
      continue;
    }
    const empty = s.match(spacesAtEnd)?.[0].length ?? 0;
    if (empty > 0) {
      const kept = isFlat ? empty : Math.max(0, empty - (depth ?? empty));
      s.pass(empty - kept, '');
      s.pass(kept, 'no');
      continue;
    }
    const lead = spacesTaken(s);
    isFlat ||= lead === 0 && layout.level === 0 && depth === undefined;
    if (isFlat && lead === 0) s.passOne();
    else if (lead < (depth ?? layout.level)) {
      layout.lead = lead;
      return;
    }
    if (!isFlat) depth ??= lead;
    if (s.atLineStart) s.take(/[^\n\r\f\v]+/y, 's');
  }
}

/** A plain scalar; true where it ended with its line, and the next one is read. */
function readPlain(s: Scanner, layout: Layout): boolean {
  while (!s.done) {
    if (s.looksAt(/ *:(?![^ \n])/y)) {
      s.take(spaces, '');
      s.takeText(':', 'err');
      return false;
    }
    if (s.take(/ *:[^\t-\r ]+/y, 's')) continue;
    if (s.take(spacesBeforeComment, '')) return false;
    if (s.take(spacesAtEnd, '')) continue;
    if (s.take(newlines, '')) {
      if (plainEnds(s, layout)) return true;
    } else if (s.take(spaces, 's') || s.take(/true|false|null/y, 'no')) continue;
    else if (s.take(/\d+(?:\.\d+)?(?=\r?\n| +#)/y, 'm')) return false;
    else if (!s.take(/[^\t-\r :]+/y, 's')) s.pass(1, 'err');
  }
  return false;
}

/** Whether the line that starts here is no part of the plain scalar before it. */
function plainEnds(s: Scanner, layout: Layout): boolean {
  while (s.take(/ +\n|\n+/y, ''));
  if (s.sees('---') || s.sees('...')) return true;
  const lead = spacesTaken(s);
  if (lead > layout.level) return false;
  layout.lead = lead;
  return true;
}

/** YAML, or a language that it is the form of, where keys may have another class. */
export function yamlLanguage(keyClass: (key: string) => string): Language {
  return {
    read(code, emit) {
      const s = new Scanner(code, emit);
      const layout = new Layout(keyClass);
      while (!s.done) {
        const { lead } = layout;
        layout.lead = undefined;
        if (lead === undefined) readLine(s, layout);
        else readEntry(s, layout, lead);
      }
    },
  };
}

/** YAML. */
export const yaml: Language = yamlLanguage(() => 'na');
