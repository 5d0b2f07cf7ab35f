import type { BlockState } from '../block-state.js';
import { append, Element, textElement } from '../element.js';
import type { SpanRuleSets } from '../span-state.js';
import { lineEnd, trim } from '../text.js';

type Part = 'thead' | 'tbody' | 'tfoot';

/** Whether a line holds a pipe that is not escaped. */
function hasPipe(src: string, pos: number, end: number): boolean {
  if (src.charCodeAt(pos) === 124) return true;
  // Not indexOf: it would look through all that follows the line.
  for (let at = pos + 1; at < end; at++) {
    if (src.charCodeAt(at) === 124 && src.charCodeAt(at - 1) !== 92) return true;
  }
  return false;
}

/** Whether a line consists of separator characters, `mark` among them. */
function isSeparator(src: string, pos: number, end: number, mark: number): boolean {
  let isMarked = false;
  for (let at = pos; at < end; at++) {
    const code = src.charCodeAt(at);
    if (code === mark) isMarked = true;
    else if (code !== 43 && code !== 124 && code !== 58 && code !== 32 && code !== 9) return false;
  }
  return isMarked;
}

function readAlignment(line: string): string[] {
  return [...line.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g)].map(([, left, right]) => {
    if (left === '') return right === '' ? '' : 'right';
    return right === '' ? 'left' : 'center';
  });
}

/** A code span as it can be parsed again. */
function codeText(content: string): string {
  const runs = content.match(/`+/g) ?? [];
  const longest = runs.reduce((max, run) => Math.max(max, run.length), 0);
  const mark = '`'.repeat(longest + 1);
  return longest > 0 ? `${mark} ${content} ${mark}` : mark + content + mark;
}

function appendToCell(cells: string[], text: string): void {
  if (cells.length === 0) cells.push(text);
  else cells[cells.length - 1] += text;
}

function splitText(cells: string[], text: string): void {
  if (text === '') return;
  const pieces = text.split(/(?<!\\)\|/).map((piece) => piece.replace(/\\\|/g, '|'));
  appendToCell(cells, pieces[0]!);
  for (let i = 1; i < pieces.length; i++) cells.push(pieces[i]!);
}

/** Splits a row at its pipes, but not at those in code. */
function readCells(state: BlockState, row: string, sets: SpanRuleSets): string[] {
  const cells: string[] = [];
  const parts = row.includes('<code') ? row.split(/(<code[^\n]*?>[^\n]*?<\/code>)/) : [row];
  parts.forEach((part, index) => {
    if (index % 2 === 1) appendToCell(cells, part);
    else if (!part.includes('`')) splitText(cells, part);
    else {
      const root = new Element('root');
      state.spans.reset(part, root, 1);
      state.spans.parseInto(root, undefined, sets.code);
      for (const child of root.children) {
        if (child.type === 'raw_text') splitText(cells, child.content);
        else appendToCell(cells, codeText(child.content));
      }
    }
  });
  return cells;
}

function splitLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

const hasPipeAtStart = (line: string | undefined): boolean => line !== undefined && hasPipe(line, 0, line.length);

/** Whether every line has a pipe outside of code and HTML. */
function hasPipesOutsideSpans(state: BlockState, text: string, sets: SpanRuleSets): boolean {
  if (!text.includes('`') && !text.includes('<')) return true;
  const root = new Element('root');
  const { spans } = state;
  spans.reset(text, root, 1);
  const warnings = state.document.warnings.length;
  spans.parseInto(root, undefined, sets.codeAndHtml);
  state.document.warnings.length = warnings;
  let isPiped = false;
  for (const child of root.children) {
    const lines = splitLines(child.type === 'html_element' ? child.tag : child.content);
    if (child.type === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !isPiped)) break;
      if (lines.length === 2) isPiped = false;
    } else {
      if (lines.length > 1 && !isPiped && !hasPipeAtStart(lines[0])) break;
      isPiped = (lines.length <= 1 && isPiped) || hasPipeAtStart(lines[lines.length - 1]);
    }
  }
  return isPiped;
}

/** Rows are filled up to the longest one; a table that grows beyond this many times its cells is read as text. */
const maxWidening = 20;
const freeCells = 100_000;

/** A table while its lines are read. */
class TableReader {
  readonly table = new Element('table');
  alignment: string[] = [];
  columns = 0;
  private cells = 0;
  private rows: Element[] = [];
  private hasFooter = false;

  constructor(
    private readonly state: BlockState,
    private readonly sets: SpanRuleSets,
    private readonly hasLeadingPipe: boolean,
  ) {}

  readLine(pos: number, end: number): void {
    const { src } = this.state;
    if (isSeparator(src, pos, end, 45)) {
      if (this.rows.length === 0) return;
      if (this.alignment.length === 0 && !this.hasFooter) {
        this.addPart('thead', false);
        this.alignment = readAlignment(src.slice(pos, end));
      } else this.addPart('tbody', false);
    } else if (isSeparator(src, pos, end, 61)) {
      if (this.rows.length > 0) this.addPart('tbody', true);
      this.hasFooter = true;
    } else this.addRow(pos, end);
  }

  /** Completes the table; gives why it is none, where it is none. */
  finish(): string | undefined {
    if (this.rows.length > 0) this.addPart(this.hasFooter ? 'tfoot' : 'tbody', false);
    const parts = this.table.children;
    if (!parts.some((part) => part.type === 'tbody')) return 'Found table without body - ignoring it';
    const rows = parts.reduce((sum, part) => sum + part.children.length, 0);
    if (rows * this.columns > this.cells * maxWidening + freeCells)
      return 'Found table of mostly empty cells - ignoring it';
    for (const part of parts) {
      for (const row of part.children) {
        while (row.children.length < this.columns) row.children.push(new Element('td'));
        row.children.forEach((cell, index) => {
          cell.info = this.alignment[index] ?? '';
        });
      }
    }
    return undefined;
  }

  private addPart(type: Part, isForced: boolean): void {
    if (this.hasFooter && type === 'tbody' && !isForced) return;
    const part = new Element(type);
    part.children = this.rows;
    this.rows = [];
    this.table.children.push(part);
  }

  private addRow(pos: number, end: number): void {
    const { src } = this.state;
    while (end > pos && (src.charCodeAt(end - 1) === 32 || src.charCodeAt(end - 1) === 9)) end--;
    const cells = readCells(this.state, src.slice(pos, end), this.sets);
    if (this.hasLeadingPipe && cells.length > 0 && trim(cells[0]!) === '') cells.shift();
    if (cells.length > 0 && trim(cells[cells.length - 1]!) === '') cells.pop();
    const line = this.state.lineHere();
    const row = new Element('tr', '', line);
    for (const text of cells) {
      const cell = new Element('td', '', line);
      append(cell, textElement(trim(text), line, 'raw_text'));
      row.children.push(cell);
    }
    this.columns = Math.max(this.columns, cells.length);
    this.cells += cells.length;
    this.rows.push(row);
  }
}

/** Makes the rule for tables, which looks at code spans (and HTML) to tell pipes from pipes in code. */
export function createTableRule(sets: SpanRuleSets): (state: BlockState) => boolean {
  return function table(state: BlockState): boolean {
    const { src, pos, start, stop } = state;
    if (state.nextPipe(start) >= stop || !hasPipe(src, start, stop)) return false;
    if (!state.isAfterBoundary()) return false;
    const line = state.lineHere();
    const { waitingList } = state;
    state.waitingList = undefined;
    const reader = new TableReader(state, sets, src.charCodeAt(start) === 124);
    const first = lineEnd(src, pos);
    if (isSeparator(src, pos, first, 45)) state.pos = first + 1;
    while (state.pos < src.length) {
      const end = lineEnd(src, state.pos);
      if (!hasPipe(src, state.pos, end)) break;
      reader.readLine(state.pos, end);
      state.pos = end + 1;
    }
    const isWhole = state.isBeforeBoundary() && hasPipesOutsideSpans(state, src.slice(pos, state.pos - 1), sets);
    const problem = isWhole ? reader.finish() : undefined;
    if (isWhole && problem === undefined) {
      const { table } = reader;
      table.line = line;
      table.ial = waitingList;
      state.add(table);
      return true;
    }
    if (problem !== undefined) state.document.warn(problem, line);
    state.pos = pos;
    return false;
  };
}
