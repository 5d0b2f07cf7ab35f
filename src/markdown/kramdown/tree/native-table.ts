import { Element, getAttribute, setAttribute, takeAttribute } from '../element.js';
import { blockElements } from '../html/html-names.js';

const isText = (element: Element): boolean => element.type === 'text';
/** The name of an HTML element. kramdown asks any element for its value, so a text that says `tr` is taken for one. */
const nameOf = (element: Element): string => (element.type === 'html_element' ? element.tag : element.content);
const isCell = (element: Element): boolean => nameOf(element) === 'th' || nameOf(element) === 'td';

function hasOnlySpans(element: Element): boolean {
  return element.children.every((child) => (isText(child) || !blockElements.has(nameOf(child))) && hasOnlySpans(child));
}

function collect(element: Element, tag: string, into: Element[] = []): Element[] {
  for (const child of element.children) {
    if (nameOf(child) === tag) into.push(child);
    else collect(child, tag, into);
  }
  return into;
}

function collectCells(element: Element, into: Element[] = []): Element[] {
  for (const child of element.children) {
    if (isCell(child)) into.push(child);
    else collectCells(child, into);
  }
  return into;
}

function alignmentsOf(row: Element): string[] {
  return row.children.filter(isCell).map((cell) => {
    return (
      /text-align:[ \t\r\n\f\v]+(center|left|right|justify|inherit)/.exec(getAttribute(cell, 'style') ?? '')?.[1] ?? ''
    );
  });
}

function hasRowsOf(element: Element, cell: string): boolean {
  return element.children.every(
    (row) =>
      (nameOf(row) === 'tr' || isText(row)) && row.children.every((child) => nameOf(child) === cell || isText(child)),
  );
}

/** Whether an HTML table is no more than one that kramdown's own syntax could make. */
export function isSimpleTable(table: Element): boolean {
  if (!collectCells(table).every(hasOnlySpans)) return false;
  const rows = collect(table, 'tr').map(alignmentsOf);
  const first = rows[0] ?? [];
  for (const row of rows) {
    if (row.length !== first.length) return false;
    if (row.some((value, index) => value === 'justify' || value === 'inherit' || value !== first[index])) return false;
  }
  if (hasRowsOf(table, 'td')) return true;
  const isMadeOfParts = table.children.every(
    (part) =>
      isText(part) ||
      (nameOf(part) === 'thead' && hasRowsOf(part, 'th')) ||
      ((nameOf(part) === 'tfoot' || nameOf(part) === 'tbody') && hasRowsOf(part, 'td')),
  );
  return isMadeOfParts && table.children.some((part) => nameOf(part) === 'tbody');
}

function takeAlignment(cell: Element): string {
  const style = getAttribute(cell, 'style');
  if (style === undefined) return '';
  const found = /(?:;[ \t\r\n\f\v]*)?text-align:[ \t\r\n\f\v]+(center|left|right)/.exec(style);
  const rest = found === null ? style : style.slice(0, found.index) + style.slice(found.index + found[0].length);
  if (rest.trim() === '') takeAttribute(cell, 'style');
  else setAttribute(cell, 'style', rest);
  return found?.[1] ?? '';
}

function eachRow(element: Element, visit: (row: Element) => void): void {
  if (element.type === 'tr') visit(element);
  else for (const child of element.children) eachRow(child, visit);
}

/** Finishes a table whose parts are native already: alignments, header cells, a body. */
export function finishTable(table: Element): void {
  let alignment: string[] = [];
  eachRow(table, (row) => {
    alignment = row.children.map(takeAlignment);
  });
  eachRow(table, (row) => {
    row.children.forEach((cell, index) => {
      cell.info = alignment[index] ?? '';
      if (cell.type === 'th') cell.type = 'td';
    });
  });
  table.children = table.children.filter((child) => child.type !== 'html_element');
  if (table.children[0]?.type !== 'tr') return;
  const body = new Element('tbody', '', table.line);
  body.children = table.children;
  table.children = [body];
}
